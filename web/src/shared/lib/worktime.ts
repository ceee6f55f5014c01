import type { RoutingSchemas } from "../api/call";

type Day = RoutingSchemas["DayView"];

/** When the office closes on the first working day after this one, as a field for local time has it. */
export function closingAfter(today: string, days: readonly Day[]): string | undefined {
  const next = days.find(({ date, hours }) => date > today && (hours?.length ?? 0) > 0);
  const closing = next?.hours?.at(-1)?.to;
  return next && closing ? `${next.date}T${closing.slice(0, 5)}` : undefined;
}

/** Years whose calendar may hold the next working day. */
export const yearsAbout = (today: string): string[] =>
  today.slice(5) < "12-15" ? [today.slice(0, 4)] : [today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)];
