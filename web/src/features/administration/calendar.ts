import type { RoutingSchemas } from "../../shared/api/call";

/** A year of opening hours, as the clocks count them. */
export type Calendar = RoutingSchemas["CalendarView"];
export type CalendarDay = RoutingSchemas["DayView"];

/** Monday is 0. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The days of one month in rows of a week, with empty places before the first and after the last. */
export function weeksOf(days: CalendarDay[]): (CalendarDay | undefined)[][] {
  const weeks: (CalendarDay | undefined)[][] = [];
  for (const day of days) {
    const weekday = weekdayOf(day.date);
    if (weeks.length === 0 || weekday === 0) {
      weeks.push(Array.from<CalendarDay | undefined>({ length: 7 }).fill(undefined));
    }
    (weeks.at(-1) ?? [])[weekday] = day;
  }
  return weeks;
}

/** By month, January first. */
export const monthsOf = (days: CalendarDay[]): CalendarDay[][] =>
  Array.from({ length: 12 }, (_, month) => days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1));

/** The hours of an ordinary week and of each season: what a day without a holiday shows. */
export function hoursBySeason(days: CalendarDay[]): { season: string | undefined; week: string[] }[] {
  const seasons = new Set(days.flatMap(({ season }) => season ?? []));
  return [undefined, ...seasons].map((season) => ({
    season,
    week: Array.from({ length: 7 }, (_, weekday) => {
      const usual = days.find((day) => day.season === season && weekdayOf(day.date) === weekday && !day.holidays);
      return (usual?.hours ?? [])
        .map(({ from, to }) => `${from.slice(0, 5).replace(":", ".")}–${to.slice(0, 5).replace(":", ".")}`)
        .join(", ");
    }),
  }));
}
