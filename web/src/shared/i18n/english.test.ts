import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ALL_WORDS } from "../lib/words";
import { english } from "./en";

const SOURCES = join(import.meta.dirname, "../..");
/** Sentences in calls of t, in choices between two, and those that are looked up under a name. */
const SAID = [
  /\bt\(\s*"((?:[^"\\]|\\.)*)"/g,
  /\bt\([^"()]*\? "((?:[^"\\]|\\.)*)"/g,
  /\bt\([^"()]*\? "[^"]*" : "((?:[^"\\]|\\.)*)"/g,
  /\bword: "((?:[^"\\]|\\.)*)"/g,
  /new Problem\([^"]*"([^"]*)"/g,
  /(?:fact|figure|line|select|date)\([^;\n]*?, "((?:[^"\\]|\\.)*)"/g,
];

const said = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.includes(".gen."))
  .flatMap((name) => {
    const text = readFileSync(join(SOURCES, name), "utf8");
    return SAID.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? ""));
  });

describe("English", () => {
  it("has every sentence that the pages say", () => {
    expect(said.length).toBeGreaterThan(150);
    expect(
      [...new Set([...said, ...ALL_WORDS])].filter(
        (sentence) => !["", "string"].includes(sentence) && !(sentence in english),
      ),
    ).toEqual([]);
  });

  it("leaves open what the Indonesian leaves open", () => {
    const gaps = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
    expect(Object.entries(english).filter(([own, other]) => gaps(own).join() !== gaps(other).join())).toEqual([]);
  });
});
