import { describe, expect, it, vi } from "vitest";
import { once } from "./once";

const NOTES = "https://tanggap.test/api/response/v1/cases/1/notes";

type Reply = number | "lost";

/** What reaches a service that replies so, one after the other. */
function service(...replies: Reply[]) {
  const keys: (string | null)[] = [];
  const send = once((request) => {
    keys.push(request.headers.get("Idempotency-Key"));
    const reply = replies.shift() ?? 200;
    return reply === "lost"
      ? Promise.reject(new TypeError("lost"))
      : Promise.resolve(new Response(null, { status: reply }));
  });
  return { keys, send: (request: Request) => send(request).catch(() => undefined) };
}

const words = (body: string, url = NOTES) => new Request(url, { method: "POST", body });

function form(name: string, ...content: number[]) {
  const body = new FormData();
  body.append("file", new File([new Uint8Array(content)], name));
  return new Request(NOTES, { method: "POST", body });
}

const sent: [string, () => Request, () => Request][] = [
  ["words", () => words("{}"), () => words('{"text":"Dua."}')],
  ["another address", () => words("{}"), () => words("{}", NOTES + "?to=b")],
  ["nothing but an address", () => new Request(NOTES, { method: "POST" }), () => words("{}")],
  ["a file", () => form("a.jpg", 0, 255), () => form("a.jpg", 0, 254)],
];

describe.each(sent)("a post of %s", (_, same, other) => {
  it.each<Reply>(["lost", 500, 502, 503, 504])("has the same key again after %s", async (reply) => {
    const { keys, send } = service(reply, reply, 200);
    await send(same());
    await send(same());
    await send(same());
    expect(keys[0]).toBeTruthy();
    expect(new Set(keys).size).toBe(1);
  });

  it.each<Reply>([200, 201, 202, 204, 400, 401, 409, 429])("has a new key after %s", async (reply) => {
    const { keys, send } = service(reply);
    await send(same());
    await send(same());
    expect(new Set(keys).size).toBe(2);
  });

  it("has a new key when it is sent long after", async () => {
    vi.useFakeTimers();
    const { keys, send } = service("lost", "lost");
    await send(same());
    vi.advanceTimersByTime(6 * 60_000);
    await send(same());
    vi.useRealTimers();
    expect(keys[1]).not.toBe(keys[0]);
  });

  it("has another key than what says something else", async () => {
    const { keys, send } = service("lost", "lost", "lost");
    await send(same());
    await send(other());
    await send(same());
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
  });
});

it("leaves the key that whoever sends it has chosen, and what is no post", async () => {
  const { keys, send } = service();
  await send(new Request(NOTES, { method: "POST", headers: { "Idempotency-Key": "own" } }));
  await send(new Request(NOTES, { method: "PUT", body: "{}" }));
  await send(new Request(NOTES));
  expect(keys).toEqual(["own", null, null]);
});

it("sends what it was given, to the last byte", async () => {
  const bodies: string[] = [];
  const send = once(async (request) => {
    bodies.push(await request.text());
    return new Response();
  });
  await send(words('{"text":"Satu."}'));
  expect(bodies).toEqual(['{"text":"Satu."}']);
});
