export interface Part {
  words: string;
  isFound: boolean;
}

/** Cuts a text at what was found in it: words as they stand there, which the service tells; no part of a longer word. */
export function parts(text: string, found: readonly string[]): Part[] {
  if (found.length === 0) {
    return [{ words: text, isFound: false }];
  }
  const longestFirst = [...found].sort((one, other) => other.length - one.length);
  return text
    .split(new RegExp(`(${longestFirst.map(whole).join("|")})`, "u"))
    .map((words, place) => ({ words, isFound: place % 2 === 1 }))
    .filter(({ words }) => words !== "");
}

/** A border is also that between a letter and a digit. */
const whole = (words: string): string =>
  `(?<!${kind(words.slice(0, 1))})${words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!${kind(words.slice(-1))})`;

const kind = (letter: string): string => (/\p{Nd}/u.test(letter) ? "\\p{Nd}" : "[\\p{L}\\p{M}]");
