import { describe, expect, it } from "vitest";
import { heightOf, optionOf, type Bars } from "./bars";

const BARS: Bars = {
  lines: [
    { name: "DLH", values: [3, 1] },
    { name: "DPUPR", values: [2, 0] },
  ],
  parts: [
    { word: "Dijawab", tone: "good" },
    { word: "Lewat tenggat", tone: "late" },
  ],
};
const option = (bars: Bars) =>
  optionOf(bars, { colour: (tone) => `the ${tone}`, face: "serif", names: 200 }, "Diagram", String, 600) as {
    aria: { enabled: boolean; decal: { show: boolean; decals: object[] } };
    yAxis: { data: string[] }[];
    series: { name: string; data: number[]; color: string }[];
  };

describe("bars", () => {
  it("are told without colour, too", () => {
    const { aria } = option(BARS);
    expect(aria.enabled && aria.decal.show).toBe(true);
    expect(new Set(aria.decal.decals.map((decal) => JSON.stringify(decal))).size).toBe(5);
  });

  it("stand one behind the other, with their sum at the end", () => {
    expect(option(BARS).series.map(({ name, data, color }) => [name, data, color])).toEqual([
      ["Dijawab", [3, 2], "the good"],
      ["Lewat tenggat", [1, 0], "the late"],
    ]);
    expect(option(BARS).yAxis[1]?.data).toEqual(["4", "2"]);
  });

  it("grow with their lines, and with a legend that needs another row", () => {
    expect(heightOf({ ...BARS, lines: [...BARS.lines, ...BARS.lines] }, 600)).toBeGreaterThan(heightOf(BARS, 600));
    expect(heightOf(BARS, 120)).toBeGreaterThan(heightOf(BARS, 600));
  });
});
