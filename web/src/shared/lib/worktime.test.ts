import { describe, expect, it } from "vitest";
import { closingAfter, yearsAbout } from "./worktime";

const open = (date: string, ...hours: [string, string][]) => ({
  date,
  hours: hours.map(([from, to]) => ({ from, to })),
});
const DAYS = [
  open("2026-11-26", ["07:30:00", "12:00:00"], ["13:00:00", "16:00:00"]),
  open("2026-11-27", ["07:30:00", "11:30:00"], ["13:00:00", "16:30:00"]),
  { date: "2026-11-28" },
  open("2026-11-29"),
  open("2026-11-30", ["08:00:00", "14:00:00"]),
];

describe("the next closing of the office", () => {
  it("is that of the day after", () => {
    expect(closingAfter("2026-11-26", DAYS)).toBe("2026-11-27T16:30");
  });

  it("is on no day without hours", () => {
    for (const today of ["2026-11-27", "2026-11-28", "2026-11-29"]) {
      expect(closingAfter(today, DAYS)).toBe("2026-11-30T14:00");
    }
  });

  it("is not known past the calendar", () => {
    expect(closingAfter("2026-11-30", DAYS)).toBeUndefined();
  });

  it("may lie in the next year", () => {
    expect(yearsAbout("2026-12-14")).toEqual(["2026"]);
    expect(yearsAbout("2026-12-31")).toEqual(["2026", "2027"]);
  });
});
