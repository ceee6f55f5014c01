// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import type { ReportingSchemas } from "#api";
import { verify } from "#assets/verify.js";

type Proof = ReportingSchemas["CaseProof"];

/** What earlier versions handed out; `./tanggap verify` calls it intact (e2e, UpgradeJourney). */
const PROOFS = Object.values(
  import.meta.glob<Proof>("../../../e2e/kept/*/proof.json", { eager: true, import: "default" }),
);
const RECAPS = Object.values(
  import.meta.glob<string>("../../../e2e/kept/*/recap-*.jsonl", { eager: true, query: "?raw", import: "default" }),
);

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (...parts: Uint8Array[]) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(parts.flatMap((part) => [...part]))));

/** RFC 6962, section 2.1, word for word. */
async function root(leaves: string[]): Promise<Uint8Array> {
  if (leaves.length === 1) {
    return sha256(Uint8Array.of(0), utf8(leaves[0] ?? ""));
  }
  const middle = split(leaves.length);
  return sha256(Uint8Array.of(1), await root(leaves.slice(0, middle)), await root(leaves.slice(middle)));
}

/** Section 2.1.1. */
async function path(index: number, leaves: string[]): Promise<string[]> {
  if (leaves.length === 1) {
    return [];
  }
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...(await path(index, left)), hex(await root(right))]
    : [...(await path(index - middle, right)), hex(await root(left))];
}

/** The largest power of two below the size. */
const split = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);

type Step = string | number;

/** The way to each value that is no list or object. */
function fields(value: unknown, way: Step[] = []): Step[][] {
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, one]) => fields(one, [...way, name]))
    : way[0] === "format"
      ? []
      : [way];
}

/** To something else of its kind; an entry stays an object. */
function change(proof: Proof, way: Step[]) {
  const holder = way
    .slice(0, -1)
    .reduce<Record<Step, unknown>>(
      (at, step) => at[step] as Record<Step, unknown>,
      proof as unknown as Record<Step, unknown>,
    );
  const name = way.at(-1) ?? "";
  const before = holder[name];
  holder[name] =
    typeof before === "number" ? before + 1 : way[0] === "entry" ? `${String(before)} ` : `${flip(String(before))}`;
}

const flip = (text: string) => (text.startsWith("0") ? "1" : "0") + text.slice(1);

const NO_EVENTS = hex(await sha256());
const leaf = (number: number) => JSON.stringify({ no: number, month: "2026-10", events: NO_EVENTS });

async function proofOf(index: number, leaves: string[]): Promise<Proof> {
  return {
    government: "surakarta",
    month: "2026-10",
    version: 1,
    size: leaves.length,
    index,
    entry: leaves[index] ?? "",
    path: await path(index, leaves),
    root: hex(await root(leaves)),
    topics: [],
  };
}

describe("a proof that was handed out", () => {
  it("is there", () => {
    expect(PROOFS.length).toBeGreaterThan(0);
    expect(RECAPS.length).toBe(PROOFS.length);
  });

  it.each(PROOFS)("is intact: $root", async (proof) => {
    expect(await verify(proof)).toEqual({ chain: true, path: true, root: proof.root });
  });

  it.each(PROOFS)("is not when a word of the entry changed: $root", async (proof) => {
    const entry = proof.entry.replace("ANSWERED", "ANSWERES");

    const found = await verify({ ...proof, entry });

    expect(entry).not.toBe(proof.entry);
    expect(found).toMatchObject({ chain: true, path: false });
    expect(found?.root).not.toBe(proof.root);
  });

  it.each(PROOFS)("is not when it says another month, place, size or root: $root", async (proof) => {
    expect(await verify({ ...proof, month: "2026-08" })).toMatchObject({ chain: false, path: true });
    for (const other of [{ index: proof.index + 1 }, { index: -1 }, { size: 2 }, { root: "0".repeat(64) }]) {
      expect(await verify({ ...proof, ...other })).toMatchObject({ path: false });
    }
  });

  it.each(PROOFS)("is not when any of its fields says something else: $root", async (proof) => {
    for (const field of fields(proof)) {
      const changed = structuredClone(proof);
      change(changed, field);
      const found = await verify(changed);

      // Its entry is from before entries said the version and how many there are.
      expect(`${field.join(".")} ${found?.chain && found.path}`).toBe(
        `${field.join(".")} ${["version", "size"].includes(field.join())}`,
      );
    }
  });

  it("is not when a recap says the version and another is claimed", async () => {
    const entry = JSON.stringify({
      government: "surakarta",
      month: "2026-10",
      version: 1,
      no: 1,
      of: 1,
      events: NO_EVENTS,
    });
    const proof = await proofOf(1, [leaf(0), entry]);

    expect(await verify(proof)).toMatchObject({ chain: true, path: true });
    for (const other of [
      { government: "karanganyar" },
      { version: 2 },
      { month: "2026-11" },
      { size: 3 },
      { index: 0 },
    ]) {
      const found = await verify({ ...proof, ...other });
      expect(found?.chain && found.path).toBe(false);
    }
  });

  it.each(PROOFS)("stays so when a payload is erased: $root", async (proof) => {
    const erased = structuredClone(proof);
    erased.topics.forEach(({ events }) => events.forEach((event) => delete (event as { payload?: unknown }).payload));

    expect(await verify(erased)).toMatchObject({ chain: true, path: true });
  });

  it.each(PROOFS)("is not when an event is gone, moved or other: $root", async (proof) => {
    const [first, ...others] = proof.topics;
    const [event, ...later] = first?.events ?? [];
    if (!first || !event || later.length === 0) {
      throw new Error("The kept proof tells too little");
    }
    const told = (...events: typeof later) => [{ ...first, events }, ...others];
    for (const topics of [
      others,
      told(...later),
      told(...later, event),
      told({ ...event, type: "complaint.withdrawn.v1" }, ...later),
      told({ ...event, time: "2026-09-15T03:04:04Z" }, ...later),
      told({ ...event, id: "01a0a305-8915-7615-99d7-e2e3b7115666" }, ...later),
      told({ ...event, payloadDigest: NO_EVENTS }, ...later),
    ]) {
      expect(await verify({ ...proof, topics })).toMatchObject({ chain: false, path: true });
    }
  });
});

describe("a recap that was handed out", () => {
  it.each(RECAPS)("leads each of its texts to its root", async (recap) => {
    const [head, ...lines] = recap.trimEnd().split("\n");
    const leaves = lines.map((line) => line.slice(65));
    const printed = (JSON.parse(head ?? "") as { root: string }).root;

    expect(lines.length).toBeGreaterThan(2);
    for (const index of leaves.keys()) {
      expect(await verify({ ...(await proofOf(index, leaves)), root: printed })).toMatchObject({ path: true });
    }
  });
});

describe("the tree", () => {
  it("leads every leaf of every small tree to its root, and from no other place", async () => {
    for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9, 17]) {
      const leaves = Array.from({ length: size }, (_, number) => leaf(number));
      for (const index of leaves.keys()) {
        const proof = await proofOf(index, leaves);
        for (const other of leaves.keys()) {
          expect(await verify({ ...proof, index: other })).toMatchObject({ path: other === index });
        }
      }
    }
  });

  it("takes no path that is longer or shorter", async () => {
    const proof = await proofOf(3, [0, 1, 2, 3, 4].map(leaf));

    expect(await verify({ ...proof, path: [...proof.path, NO_EVENTS] })).toMatchObject({ path: false });
    expect(await verify({ ...proof, path: proof.path.slice(1) })).toMatchObject({ path: false });
    expect(await verify({ ...proof, path: proof.path.slice(0, -1) })).toMatchObject({ path: false });
  });

  it("takes no longer path though it leads to the root", async () => {
    const [entry, sibling] = [leaf(0), hex(await root([leaf(1)]))];
    const forged = hex(await root([leaf(1), entry]));
    const proof = await proofOf(0, [entry]);

    expect(await verify({ ...proof, path: [sibling], root: forged })).toMatchObject({ path: false, root: forged });
  });

  it.each([
    [-1, 1],
    [1, 1],
    [0, 0],
  ])("has no leaf %i where there are %i", async (index, size) => {
    expect(await verify({ ...(await proofOf(0, [leaf(0)])), index, size })).toMatchObject({ path: false });
  });
});

describe("the chain of events", () => {
  /** As in EventChainTest of proof-kit. */
  it("links as specified", async () => {
    const event = async (id: string, type: string, time: string, payload: string) => ({
      id,
      type,
      time,
      payloadDigest: hex(await sha256(utf8(payload))),
    });
    const topics = [
      {
        topic: "complaint.intake.v1",
        events: [
          await event("a", "complaint.received.v1", "2026-10-03T02:11:09Z", '{"text":"Lampu — mati"}'),
          await event("b", "complaint.withdrawn.v1", "2026-10-04T02:11:09Z", "{}"),
        ],
      },
      {
        topic: "complaint.response.v1",
        events: [await event("c", "complaint.answered.v1", "2026-10-05T00:00:00Z", "x")],
      },
    ];
    const events = "1562a95ca48e85f7a3d3815bcd60563ee7c6b4be55f04b20afa4ad19f0758e39";
    const proof = await proofOf(0, [JSON.stringify({ month: "2026-10", events })]);

    expect(await verify({ ...proof, topics })).toMatchObject({ chain: true, path: true });
    expect(await verify({ ...proof, topics: [...topics].reverse() })).toMatchObject({ chain: false });
  });
});

describe("a browser without SHA-256", () => {
  it("says that it cannot tell", async () => {
    const proof = await proofOf(0, [leaf(0)]);
    vi.stubGlobal("crypto", {});

    expect(await verify(proof)).toBeNull();
  });
});
