// @vitest-environment node
import { describe, expect, it } from "vitest";
import { moment, monthName } from "#assets/words.js";

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
});
