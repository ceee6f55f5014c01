import { useState } from "react";
import { keep, kept, type Place } from "./kept";

/** What is typed about something, kept until it is sent: a reload or an expired session loses nothing. */
export function useKept(
  about: string,
  initial = "",
  place?: Place,
): [text: string, write: (text: string) => void, forget: () => void] {
  const [typed, show] = useState<{ about: string; text: string }>();
  const text = typed?.about === about ? typed.text : (kept(about, place) ?? initial);
  const write = (now: string) => {
    show({ about, text: now });
    keep(about, now === initial ? undefined : now, place);
  };
  return [text, write, () => keep(about, undefined, place)];
}
