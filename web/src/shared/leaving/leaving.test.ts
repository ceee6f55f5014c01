// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fetchAtOnce, fetchSignedIn } from "../api/call";
import { person, worksHere } from "../auth/person";
import { fateOf, timesOf } from "./left";
import { goNow, goWithThePage, leaving, letGo, TAKEN_BACK_WITHIN, takeBack, toldBefore, type Doing } from "./leaving";

const post = vi.fn<(about: string, doing: Doing) => Promise<unknown>>();
const told = vi.fn<(about: string, how: string) => void>();

const order = (about: string) =>
  letGo({
    about,
    said: `Mengirim SKA-${about}`,
    post: (doing) => post(about, doing),
    went: () => told(about, "went"),
    failed: () => told(about, "failed"),
  });
const letter = (about: string) =>
  letGo({
    about,
    said: `Mengirim jawaban SKA-${about}`,
    letter: { number: `SKA-${about}`, act: "PUBLISH", before: 0 },
    post: (doing) => post(about, doing),
    went: () => told(about, "went"),
    failed: () => told(about, "failed"),
  });
const passes = (millis: number) => vi.advanceTimersByTimeAsync(millis);
const gone = () => post.mock.calls.map(([about]) => about);
const keys = () => new Set(post.mock.calls.map(([, { headers }]) => headers["Idempotency-Key"]));

describe.each([
  ["What goes to a citizen", letter],
  ["What was ordered", order],
])("%s", (_, leave) => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    post.mockResolvedValue(undefined);
    localStorage.clear();
    worksHere({ ...person(), id: "siti" });
    leaving.set([]);
  });

  it("goes once, and not before its ten seconds", async () => {
    leave("1");
    leave("1");
    await passes(TAKEN_BACK_WITHIN - 1);
    expect(gone()).toEqual([]);
    await passes(1);
    goWithThePage();
    await passes(TAKEN_BACK_WITHIN);
    expect(gone()).toEqual(["1"]);
    expect(post.mock.calls[0]?.[1].fetch).toBe(fetchSignedIn);
    expect(told.mock.calls).toEqual([["1", "went"]]);
    expect(leaving.get()).toEqual([]);
    expect(toldBefore()).toEqual([]);
  });

  it("does not go once it is taken back, and can be let go again under another key", async () => {
    leave("1");
    leave("2");
    await passes(9_000);
    takeBack("1");
    await passes(TAKEN_BACK_WITHIN);
    goWithThePage();
    expect(gone()).toEqual(["2"]);
    expect(toldBefore()).toEqual([]);
    leave("1");
    await goNow("1");
    expect(gone()).toEqual(["2", "1"]);
    expect(keys().size).toBe(2);
  });

  it("goes at once with the page that ends, and one that is going does not go twice", async () => {
    leave("1");
    leave("2");
    post.mockReturnValueOnce(new Promise(() => undefined));
    void goNow("2");
    takeBack("2");
    goWithThePage();
    goWithThePage();
    await passes(TAKEN_BACK_WITHIN);
    expect(gone()).toEqual(["2", "1"]);
    expect(post.mock.calls[1]?.[1]).toMatchObject({ fetch: fetchAtOnce, keepalive: true });
    expect(told).not.toHaveBeenCalled();
  });

  it("waits no longer when it was refused, for that is told at once", async () => {
    leave("1");
    post.mockRejectedValueOnce(new Error("refused"));
    await goNow("1");
    expect(told.mock.calls).toEqual([["1", "failed"]]);
    expect(toldBefore()).toEqual([]);
    expect(leaving.get()).toEqual([]);
  });

  it("tells the latest last, and until when", async () => {
    leave("1");
    await passes(3_000);
    leave("2");
    expect(leaving.get().map(({ about, at }) => [about, at - Date.now()])).toEqual([
      ["1", TAKEN_BACK_WITHIN - 3_000],
      ["2", TAKEN_BACK_WITHIN],
    ]);
  });
});

describe("A letter whose page ended", () => {
  const published = { at: "", by: "AGENCY", what: "PUBLISH" } as const;
  const at = () => Promise.resolve();
  const reads = (...timeline: object[]) => Promise.resolve({ timeline } as never);

  beforeEach(() => {
    vi.useFakeTimers();
    post.mockReset().mockResolvedValue(undefined);
    localStorage.clear();
    worksHere({ ...person(), id: "siti" });
    leaving.set([]);
  });

  const left = () => {
    letter("1");
    const [told] = toldBefore();
    goWithThePage();
    return told as never;
  };

  it("is told of as sent once the case has heard of it, and once", async () => {
    const letter = left();
    await expect(fateOf(letter, () => Promise.reject(new Error("away")), at)).rejects.toThrow();
    expect(await fateOf(letter, () => reads(published), at)).toBe("went");
    expect(await fateOf(letter, () => reads(published), at)).toBeUndefined();
  });

  it("is told of as not sent where the case has not heard of it", async () => {
    expect(await fateOf(left(), () => reads(), at)).toBe("stayed");
    expect(timesOf("PUBLISH", [{ ...published, noEffect: "Sudah pindah." }])).toBe(0);
  });

  it("is what is kept; an order that no citizen reads is not", () => {
    order("1");
    letter("2");
    expect(toldBefore().map(({ id }) => id)).toEqual(["2"]);
  });
});
