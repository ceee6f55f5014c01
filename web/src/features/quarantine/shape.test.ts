import { describe, expect, it } from "vitest";
import { HOSTILE } from "../../shared/hostile";
import { linesOf } from "./shape";

describe("The shape of something put aside", () => {
  it("is told line by line, each below the field that holds it", () => {
    expect(linesOf({ entry: [{ id: "text of 3", changes: [] }], object: "text of 25" })).toEqual([
      { depth: 0, field: "entry", told: "" },
      { depth: 1, field: "1.", told: "" },
      { depth: 2, field: "id", told: "text of 3" },
      { depth: 2, field: "changes", told: "" },
      { depth: 0, field: "object", told: "text of 25" },
    ]);
  });

  it("is one line where it is no JSON", () => {
    expect(linesOf("312 bytes, no JSON")).toEqual([{ depth: 0, field: "", told: "312 bytes, no JSON" }]);
  });

  it("is told of whatever stands in its place", () => {
    HOSTILE.forEach((value) => expect(Array.isArray(linesOf(value))).toBe(true));
  });
});
