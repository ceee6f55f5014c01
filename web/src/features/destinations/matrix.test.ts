import { describe, expect, it } from "vitest";
import { matrixOf } from "./matrix";

describe("the matrix of what went astray", () => {
  const matrix = matrixOf([
    { from: "dlh", to: "dpupr", reason: "NOT_OUR_DUTY", count: 3 },
    { from: "dlh", to: "dpupr", reason: "WRONG_CATEGORY", count: 1 },
    { from: "dishub", to: "dlh", reason: "NOT_OUR_DUTY", count: 2 },
  ]);

  it("sums the reasons", () => {
    expect(matrix.count("dlh", "dpupr")).toBe(4);
    expect(matrix.count("dpupr", "dlh")).toBe(0);
    expect(matrix.most).toBe(4);
  });

  it("puts the busiest first", () => {
    expect(matrix.from).toEqual(["dlh", "dishub"]);
    expect(matrix.to).toEqual(["dpupr", "dlh"]);
  });

  it("is empty when nothing went astray", () => {
    expect(matrixOf([])).toMatchObject({ from: [], to: [], most: 0 });
  });
});
