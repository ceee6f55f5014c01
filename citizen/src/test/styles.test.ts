// @vitest-environment node
import { describe, expect, it } from "vitest";
import css from "#assets/tanggap.css?raw";

const scripts = Object.values(
  import.meta.glob<string>("/src/main/resources/id/tanggap/citizen/assets/*.js", {
    eager: true,
    query: "?raw",
    import: "default",
  }),
);
const pages = Object.values(
  import.meta.glob<string>(
    ["/src/main/resources/templates/citizen/*.html", "/../edge/src/main/resources/id/tanggap/edge/*.html"],
    {
      eager: true,
      query: "?raw",
      import: "default",
    },
  ),
);

const all = (pattern: RegExp, text: string) => Array.from(text.matchAll(pattern), ([, found]) => found ?? "");
const words = (texts: string[]) => texts.flatMap((text) => text.split(/\s+/));

/** What stands in quotes in a script, word by word, but for comments; a template counts by its fixed parts. */
const said = (script: string) =>
  words(
    all(/("[^"\n]*"|`[^`]*`)/g, script.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "")).map((text) => text.slice(1, -1)),
  );

/** Names of elements, classes and ids that pages and scripts give. */
const given = new Set([
  ...scripts.flatMap(said),
  ...pages.flatMap((page) => [...words(all(/class="([^"]*)"/g, page)), ...all(/<([a-z][a-z0-9]*)/g, page)]),
  ...pages.flatMap((page) => all(/\sid="([^"]*)"/g, page)),
]);

/** Those that a sheet dresses. */
function dressed(sheet: string): string[] {
  const bare = sheet.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/\[[^\]]*\]|::?[a-z-]+/g, "");
  return all(/(?:^|[{};])([^{};@]*)\{/g, bare).flatMap((selector) => all(/([a-z][\w-]*)/g, selector));
}

const unused = (sheet: string) => [...new Set(dressed(sheet))].filter((name) => !given.has(name));
const variables = (sheet: string) => new Set(all(/(--[\w-]+):/g, sheet));

describe("the style sheet", () => {
  it("dresses only what pages and scripts name", () => {
    expect(dressed(css)).toEqual(expect.arrayContaining(["body", "card", "timeline", "bad"]));
    expect(unused(css)).toEqual([]);
  });

  it("uses every colour it names", () => {
    expect([...variables(css)].filter((name) => !css.includes(`var(${name})`))).toEqual([]);
  });

  it.each([
    [".filters .field { gap: 0 }", ["filters"]],
    ["td.amount, .card { color: red }", ["td", "amount"]],
    ["@media print { .stack::before { color: red } }", ["stack"]],
    ["#nowhere:not([hidden]) > .quiet { color: red }", ["nowhere"]],
    ["a:hover { color: red }", []],
  ])("would be caught with %j", (sheet, found) => {
    expect(unused(sheet)).toEqual(found);
  });
});
