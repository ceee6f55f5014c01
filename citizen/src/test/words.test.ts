// @vitest-environment node
import { describe, expect, it } from "vitest";
import intake from "../../../contracts/src/main/resources/contracts/openapi/intake.json";
import { moment, monthName, statusWord } from "#pages/assets/words.js";

describe("words", () => {
  it("tell a moment as it is in Surakarta, with its zone", () => {
    expect(moment("2026-10-31T17:05:00Z")).toBe("Min, 1 Nov 2026, 00.05\u00a0WIB");
  });

  it("say nothing of what is no moment", () => {
    expect(moment("kemarin")).toBe("");
  });

  it("name a month whatever zone the browser is in", () => {
    expect(monthName("2026-10")).toBe("Oktober 2026");
  });

  it("know every step that intake tells", () => {
    const steps = intake.components.schemas.Step.enum as Parameters<typeof statusWord>[0][];
    expect(steps).toContain("OBJECTED");
    expect(steps.filter((step) => statusWord(step) === step)).toEqual([]);
  });

  it("leave a step of a newer service as it is told", () => {
    expect(statusWord("HANDED_OVER" as "CLOSED")).toBe("HANDED_OVER");
  });
});
