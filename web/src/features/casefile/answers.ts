import type { CaseFile } from "./case";

type Entry = CaseFile["timeline"][number];

/** What went to the citizen as the answer, the first one first; what had no effect is none. */
export const answersOf = ({ timeline }: CaseFile): Entry[] =>
  timeline.filter((entry) => entry?.what === "PUBLISH" && !entry.noEffect);

/** What the citizen said last, while nobody has answered it. */
export function lastSaid({ timeline }: CaseFile): Entry | undefined {
  const at = timeline.findLastIndex((entry) => entry?.by === "CITIZEN" && Boolean(entry.text) && !entry.noEffect);
  return answeredAfter(timeline, at) ? undefined : timeline[at];
}

const answeredAfter = (timeline: Entry[], at: number): boolean =>
  timeline.slice(at + 1).some((entry) => entry?.what === "PUBLISH" && !entry.noEffect);
