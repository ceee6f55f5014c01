import { fetchAtOnce, fetchSignedIn } from "../api/call";
import { keep, kept } from "../kept/kept";
import { store } from "../lib/store";

/** For how long, in milliseconds, what was ordered can still be taken back. */
export const TAKEN_BACK_WITHIN = 10_000;

/** How the request of an order is made: it outlives the page, and what is sent twice is done once. */
export interface Doing {
  headers: { "Idempotency-Key": string };
  keepalive: true;
  fetch: (request: Request) => Promise<Response>;
}

/** What is told of a letter at the next start, should the page end before it is known what became of it. */
export interface Told {
  /** The case that it is about. */
  id: string;
  number: string;
  act: "PUBLISH" | "REQUEST_INFORMATION";
  /** How often the case had heard of such an act before. */
  before: number;
  /** When it goes. */
  at: number;
}

/** Something that does not come back once it has gone. */
export interface Order<T> {
  /** The case that it is about; about one case one order at a time. */
  about: string;
  /** What was ordered, as the officer reads it. */
  said: string;
  /** A citizen will read it: it waits before everything else, and a next start looks what became of it. */
  letter?: Pick<Told, "number" | "act" | "before">;
  post: (doing: Doing) => Promise<T>;
  went: (told: T) => unknown;
  failed: (failure: unknown) => unknown;
}

export interface Leaving extends Pick<Order<unknown>, "about" | "said" | "letter"> {
  at: number;
  state: "waiting" | "sending";
  /** Of one that waits, or that the page takes along, alone. */
  post: (fetch: Doing["fetch"]) => Promise<unknown>;
  send: () => Promise<unknown>;
}

/**
 * What waits its ten seconds. It does so beside the pages: whoever goes on to the next case neither stops nor loses it.
 * Whoever closes the tab has said that it shall go, so it goes then, once and under the same key. A tab that died has sent
 * nothing: the next start looks what became of the letters that were kept here and tells it, and the words are still the
 * draft.
 */
export const leaving = store<readonly Leaving[]>([]);

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const KEPT = "leaving";

export const isLeaving = (all: readonly Leaving[], about: string): boolean => all.some((one) => one.about === about);

/** While one about the same case waits, another is not taken. */
export function letGo<T>(order: Order<T>): void {
  const { about, said, letter } = order;
  if (isLeaving(leaving.get(), about)) {
    return;
  }
  const at = Date.now() + TAKEN_BACK_WITHIN;
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const post = (fetch: Doing["fetch"]) => order.post({ headers, keepalive: true, fetch });
  const send = () => post(fetchSignedIn).then(order.went, order.failed);
  leaving.set([...leaving.get(), { about, said, ...(letter && { letter }), at, state: "waiting", post, send }]);
  if (letter) {
    keepTold(about, { id: about, ...letter, at });
  }
  timers.set(
    about,
    setTimeout(() => void goNow(about), TAKEN_BACK_WITHIN),
  );
}

/** As if it had not been ordered; nothing happens when it has left. */
export function takeBack(about: string): void {
  if (waiting().some((one) => one.about === about)) {
    drop(about);
  }
}

/** Waits no longer. */
export async function goNow(about: string): Promise<void> {
  const order = waiting().find((one) => one.about === about);
  if (!order) {
    return;
  }
  stop(about);
  leaving.set(leaving.get().map((one) => (one === order ? { ...one, state: "sending" } : one)));
  try {
    await order.send();
  } finally {
    drop(about);
  }
}

/** The page ends: what waits goes with it. What was kept of it stays for the next start. */
export function goWithThePage(): void {
  const orders = waiting();
  leaving.set([]);
  for (const { about, post } of orders) {
    stop(about);
    post(fetchAtOnce).catch(() => undefined);
  }
}

const waiting = () => leaving.get().filter(({ state }) => state === "waiting");

/** What was on its way when a page of this officer ended, and what still is on another. */
export function toldBefore(): Told[] {
  try {
    return JSON.parse(kept(KEPT) ?? "[]") as Told[];
  } catch {
    return [];
  }
}

export const forget = (id: string): void => keepTold(id, undefined);

function keepTold(id: string, told: Told | undefined): void {
  const all = [...toldBefore().filter((one) => one.id !== id), ...(told ? [told] : [])];
  keep(KEPT, all.length === 0 ? undefined : JSON.stringify(all));
}

function stop(about: string): void {
  clearTimeout(timers.get(about));
  timers.delete(about);
}

function drop(about: string): void {
  stop(about);
  leaving.set(leaving.get().filter((one) => one.about !== about));
  forget(about);
}
