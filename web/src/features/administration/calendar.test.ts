import { describe, expect, it } from "vitest";
import { hoursBySeason, monthsOf, weekdayOf, weeksOf, type CalendarDay } from "./calendar";

const HOURS = [
  { from: "07:30:00", to: "12:00:00" },
  { from: "13:00:00", to: "16:00:00" },
];
const year: CalendarDay[] = Array.from({ length: 365 }, (_, n) => {
  const date = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  return weekdayOf(date) < 5 ? { date, hours: HOURS } : { date };
});

describe("the calendar", () => {
  it("begins the week on Monday", () => {
    expect(weekdayOf("2026-11-23")).toBe(0);
    expect(weekdayOf("2026-11-29")).toBe(6);
  });

  it("puts a month into weeks", () => {
    const november = monthsOf(year)[10] ?? [];
    const weeks = weeksOf(november);
    expect(november).toHaveLength(30);
    expect(weeks.map((week) => week.filter(Boolean).length)).toEqual([1, 7, 7, 7, 7, 1]);
    expect(weeks[0]?.[6]?.date).toBe("2026-11-01");
    expect(weeks[5]?.[0]?.date).toBe("2026-11-30");
  });

  it("reads the usual hours from days without a holiday", () => {
    const closed = year.map((day) =>
      day.date === "2026-01-01" ? { date: day.date, holidays: [] } : day,
    ) as CalendarDay[];
    const ramadan = closed.map((day) =>
      day.date >= "2026-02-19" && day.date <= "2026-03-20" && day.hours
        ? { ...day, season: "Ramadan", hours: [{ from: "08:00:00", to: "12:00:00" }] }
        : day,
    );
    const [usual, season] = hoursBySeason(ramadan);
    expect(usual?.season).toBeUndefined();
    expect(usual?.week).toEqual([...Array<string>(5).fill("07.30–12.00, 13.00–16.00"), "", ""]);
    expect(season?.season).toBe("Ramadan");
    expect(season?.week[0]).toBe("08.00–12.00");
  });
});
