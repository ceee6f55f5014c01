import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roleWord } from "./words";

const GOVERNMENTS = join(import.meta.dirname, "../../../../governments");
const roles = readdirSync(GOVERNMENTS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("sop.yaml") && !name.includes("target"))
  .flatMap((name) =>
    [...readFileSync(join(GOVERNMENTS, name), "utf8").matchAll(/^ +role: (\w+)/gm)].map((found) => found[1] ?? ""),
  );

describe("The words of a SOP", () => {
  it("name everyone who carries out a step", () => {
    expect(roles.length).toBeGreaterThan(20);
    expect([...new Set(roles)].filter((role) => roleWord(role) === role)).toEqual([]);
  });
});
