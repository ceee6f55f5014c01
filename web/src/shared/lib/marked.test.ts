import { expect, it } from "vitest";
import { parts } from "./marked";

const marked = (text: string, ...found: string[]) =>
  parts(text, found)
    .map(({ words, isFound }) => (isFound ? `[${words}]` : words))
    .join("");

it("marks what was found, wherever it stands", () => {
  expect(marked("Smpah di RT03/RW05, smpah lagi: Smpah.", "Smpah", "RT03")).toBe(
    "[Smpah] di [RT03]/RW05, smpah lagi: [Smpah].",
  );
});

it("marks no part of a longer word, but letters beside digits", () => {
  expect(marked("lampung lampu, RT03 RT", "lampu", "RT")).toBe("lampung [lampu], [RT]03 [RT]");
});

it("takes the longer of two", () => {
  expect(marked("lampu jalan padam", "jalan", "lampu jalan")).toBe("[lampu jalan] padam");
});

it("takes whatever stands in a text", () => {
  expect(marked("R.M. Said (a+b) [x]", "R.M", "a+b", "x")).toBe("[R.M]. Said ([a+b]) [[x]]");
  expect(marked("Café 1-2", "Café", "1-2")).toBe("[Café] [1-2]");
  expect(marked("Lampu padam")).toBe("Lampu padam");
});
