import type { Schemas } from "../../shared/api/call";

export type Found = Schemas["Found"];

/** The words with a mark in the place of each, which say their kind. */
export function masked(text: string, found: Found[]): string {
  return [...found]
    .sort((one, other) => other.from - one.from)
    .reduce((words, { from, to, mark }) => `${words.slice(0, from)}${mark}${words.slice(to)}`, text);
}
