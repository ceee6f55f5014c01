import { desk } from "../../../../contracts/src/main/resources/contracts/lifecycle.json";

/** Where a case stands on its agency's desk: the statuses and their words are the contracts' (docs/lifecycle.md). */
const WORDS = new Map(desk.map(({ status, words }) => [status, words]));

export const STATUSES = [...WORDS.keys()];
/** A newer service may tell a status that this page does not know. */
export const statusWord = (status: string): string => WORDS.get(status)?.id ?? status;
export const english: Record<string, string> = Object.fromEntries([...WORDS.values()].map(({ id, en }) => [id, en]));
