import { Fragment } from "react";
import { parts } from "../lib/marked";

/** A text with what was found in it marked. */
export function Marked({ text, found }: { text: string; found?: readonly string[] | undefined }) {
  return parts(text, found ?? []).map(({ words, isFound }, place) =>
    isFound ? <mark key={place}>{words}</mark> : <Fragment key={place}>{words}</Fragment>,
  );
}
