import { keep, kept } from "../kept/kept";
import { store } from "../lib/store";

/** For how long, in milliseconds, what goes to a citizen can still be taken back. */
export const TAKEN_BACK_WITHIN = 10_000;

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

/** Something that goes to a citizen and does not come back. */
export interface Letter extends Omit<Told, "at"> {
  send: () => Promise<void>;
  /** Sends it with what is known now, in a way that outlives the page. */
  sendLeaving: () => void;
}

export interface Leaving extends Letter, Told {
  state: "waiting" | "sending";
}

/**
 * What waits its ten seconds. It does so beside the pages: whoever goes on to the next case neither stops nor loses it.
 * Whoever closes the tab has said that it shall go, so it goes then, once and under the same key. A tab that died has sent
 * nothing: the next start looks what became of what was kept here and tells it, and the words are still the draft.
 */
export const leaving = store<readonly Leaving[]>([]);

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const KEPT = "leaving";

export const leavingOf = (all: readonly Leaving[], id: string): Leaving | undefined => all.find((one) => one.id === id);

/** One of a case at a time. */
export function letGo(letter: Letter): void {
  if (leavingOf(leaving.get(), letter.id)) {
    return;
  }
  const { id, number, act, before } = letter;
  const at = Date.now() + TAKEN_BACK_WITHIN;
  leaving.set([...leaving.get(), { ...letter, at, state: "waiting" }]);
  keepTold(id, { id, number, act, before, at });
  timers.set(
    id,
    setTimeout(() => void goNow(id), TAKEN_BACK_WITHIN),
  );
}

export function takeBack(id: string): void {
  if (leavingOf(leaving.get(), id)?.state === "waiting") {
    drop(id);
  }
}

/** Waits no longer. */
export async function goNow(id: string): Promise<void> {
  const letter = leavingOf(leaving.get(), id);
  if (letter?.state !== "waiting") {
    return;
  }
  stop(id);
  leaving.set(leaving.get().map((one) => (one.id === id ? { ...one, state: "sending" } : one)));
  try {
    await letter.send();
  } finally {
    drop(id);
  }
}

/** The page ends: what waits goes with it. What was kept of it stays for the next start. */
export function goWithThePage(): void {
  const waiting = leaving.get().filter(({ state }) => state === "waiting");
  leaving.set([]);
  for (const letter of waiting) {
    stop(letter.id);
    letter.sendLeaving();
  }
}

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

function stop(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

function drop(id: string): void {
  stop(id);
  leaving.set(leaving.get().filter((one) => one.id !== id));
  forget(id);
}
