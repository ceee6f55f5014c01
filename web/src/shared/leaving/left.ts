import type { Schemas } from "../api/call";
import { forget, toldBefore, type Told } from "./leaving";

/** After it should have gone; what goes with a page needs a moment. */
const KNOWN_AFTER = 4_000;

export type Fate = "went" | "stayed";

/** Looks what became of a letter whose page ended; another page of this officer may still have it in hand. */
export async function fateOf(
  told: Told,
  read: (id: string) => Promise<Pick<Schemas["CaseFile"], "timeline">>,
  pause: (millis: number) => Promise<void>,
): Promise<Fate | undefined> {
  await pause(Math.max(0, told.at + KNOWN_AFTER - Date.now()));
  if (!toldBefore().some(({ id, at }) => id === told.id && at === told.at)) {
    return undefined;
  }
  const { timeline } = await read(told.id);
  forget(told.id);
  return timesOf(told.act, timeline) > told.before ? "went" : "stayed";
}

/** How often the case has heard of such an act. */
export const timesOf = (act: Told["act"], timeline: Schemas["CaseFile"]["timeline"]): number =>
  timeline.filter((entry) => entry?.what === act && !entry.noEffect).length;
