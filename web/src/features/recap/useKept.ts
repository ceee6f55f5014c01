import { useEffect, useState } from "react";
import { person } from "../../shared/auth/person";

/** What is being written stays in this browser until it is sent, so that a reload or an expired session loses nothing. */
export function useKept(
  about: string,
  initial: string,
): [text: string, write: (text: string) => void, forget: () => void] {
  const key = `tanggap.draft.${person().id}.${about}`;
  const [text, write] = useState(() => localStorage.getItem(key) ?? initial);
  useEffect(() => {
    if (text === initial) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, text);
    }
  }, [key, text, initial]);
  return [text, write, () => localStorage.removeItem(key)];
}
