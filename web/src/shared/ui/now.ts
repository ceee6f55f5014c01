import { store, useStore } from "../lib/store";

const now = store(Date.now());
setInterval(() => now.set(Date.now()), 20_000);

/** The time, as often as countdowns need it. */
export const useNow = (): number => useStore(now);
