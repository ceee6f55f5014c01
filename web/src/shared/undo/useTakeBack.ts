import { useSyncExternalStore } from "react";
import { held, hold, type Doing, type Held } from "./takeBack";

/** In milliseconds: long enough to see the mistake, short enough that nobody waits for it. */
export const TIME_TO_TAKE_BACK = 10_000;

export const useHeld = (): readonly Held[] => useSyncExternalStore(held.watch, held.get);

/**
 * An act that leaves after a while, and until then can be taken back in `TakeBackBar`, also on other pages of the workspace.
 * Who closes the browser's page sends it off. What fails is told by the act itself.
 *
 * @param delay in milliseconds
 * @param act to pass `Doing` on to its request
 */
export function useTakeBack<T>(delay: number, act: (input: T, doing: Doing) => unknown) {
  const all = useHeld();
  return {
    order: (about: string, said: string, input: T) => hold(about, said, delay, (doing) => act(input, doing)),
    holds: (about: string) => all.some((one) => one.about === about),
  };
}
