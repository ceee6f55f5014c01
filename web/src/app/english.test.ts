import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { english } from "./english";

type Table = Record<string, string>;

const SOURCES = join(import.meta.dirname, "..");
const SERVICES = join(SOURCES, "../..");
const named = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => name.test(file));
const textOf = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

/** Whose file it is: the frame's, a feature's, or shared. */
const homeOf = (file: string) => /^features\/[^/]+|^[^/]+/.exec(file)?.[0] ?? "";

/** A string that reads as a sentence is one, and what looks like one is named here. */
const SENTENCE = /^([A-Z][a-z]|\{\{)/;
const NONE = /^(Asia\/\w+|(Content|Idempotency)-\w+|Authorization|AbortError|Network Error|Enter|Escape)$/;

/** What a file says: what it hands to t, under the name of word or in a table of words, and what reads as a sentence. */
function saidIn(file: string): string[] {
  const source = ts.createSourceFile(file, textOf(SOURCES, file), ts.ScriptTarget.Latest, true);
  const said: string[] = [];
  const wordAt = new Map([
    ["t", 0],
    ["word", 0],
  ]);
  const literals = (of: ts.Node | undefined): void => {
    if (of && ts.isStringLiteralLike(of)) {
      said.push(of.text);
    } else if (of && ts.isConditionalExpression(of)) {
      literals(of.whenTrue);
      literals(of.whenFalse);
    }
  };
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) {
      return;
    }
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)) {
      const at = node.initializer.parameters.findIndex(({ name }) => name.getText() === "word");
      if (at >= 0) {
        wordAt.set(node.name.getText(), at);
      }
    } else if (ts.isCallExpression(node)) {
      const at = wordAt.get(node.expression.getText());
      literals(at === undefined ? undefined : node.arguments[at]);
      if (node.expression.getText() === "lazyRouteComponent") {
        return;
      }
    } else if (ts.isPropertyAssignment(node) && (file.endsWith("/words.ts") || node.name.getText() === "word")) {
      literals(node.initializer);
    } else if (ts.isStringLiteralLike(node) && SENTENCE.test(node.text) && !NONE.test(node.text)) {
      literals(node);
    }
    node.forEachChild(look);
  };
  look(source);
  return said;
}

const homes = new Map<string, Set<string>>();
for (const file of named(SOURCES, /^(?!.*(\.test|\.gen|\ben)\.ts).*\.tsx?$/)) {
  saidIn(file).forEach((sentence) => homes.set(sentence, (homes.get(sentence) ?? new Set()).add(homeOf(file))));
}

const tables = import.meta.glob<Table>("../**/en.ts", { import: "english", eager: true });
const entries = Object.entries(tables).flatMap(([file, table]) =>
  Object.entries(table).map(([own, english]) => ({ home: homeOf(join("app", file)), own, english })),
);

/** Shared is what several say. */
const homeFor = (sentence: string) => {
  const [only = "shared", ...others] = homes.get(sentence) ?? [];
  return others.length === 0 ? only : "shared";
};

describe("English", () => {
  it("has every sentence that the pages say", () => {
    expect(homes.size).toBeGreaterThan(600);
    expect([...homes.keys()].filter((sentence) => !(sentence in english))).toEqual([]);
  });

  it("stands once, with whom alone it is said or with what is shared", () => {
    const misplaced = entries.filter(({ home, own }) => homes.has(own) && home !== homeFor(own));
    expect(misplaced.map(({ home, own }) => `${home}: ${own} is of ${homeFor(own)}`)).toEqual([]);
  });

  it("has no sentence that neither a page says nor a service or a room it stands on", () => {
    const java = named(SERVICES, /-(service|kit)\/src\/main\/java\/.*\.java$/).map((file) => textOf(SERVICES, file));
    const unsaid = entries.filter(({ own }) => !homes.has(own) && !java.some((text) => text.includes(`"${own}"`)));
    expect(unsaid.map(({ own }) => own)).toEqual([]);
  });

  it("leaves open what the Indonesian leaves open", () => {
    const gaps = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
    expect(entries.filter(({ own, english }) => gaps(own).join() !== gaps(english).join())).toEqual([]);
  });
});
