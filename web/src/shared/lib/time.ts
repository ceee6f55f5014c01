/**
 * Times as people at the desk read them: in the zone of their government, with its name. What is no time that a calendar
 * knows stands as it came: no value makes a page fail.
 */
let zone = "Asia/Jakarta";
let language = "id-ID";

const NAMES: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

export function readTimesIn(timeZone: string): void {
  zone = timeZone;
}

export function writeTimesIn(locale: string): void {
  language = locale;
}

export const zoneName = (): string => NAMES[zone] ?? zone;

/** Whether a calendar knows it. */
export const isTime = (at: unknown): at is string => typeof at === "string" && !Number.isNaN(Date.parse(at));

/** A time in these words, and what is none as it came. */
const format =
  (options: Intl.DateTimeFormatOptions, after = (): string => "") =>
  (at: string): string =>
    isTime(at)
      ? new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(new Date(at)) + after()
      : String(at ?? "–");
const withZone = () => `\u00a0${zoneName()}`;

/** Full, with the zone: 25 Nov 2026 18.40 WIB. */
export const moment = format(
  {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  withZone,
);

export const day = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
export const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, withZone);

/** A date without a time, such as 2026-11-25, is the same day everywhere. */
export const calendarDay = (date: string): string => {
  const midnight = `${date}T00:00:00Z`;
  return isTime(midnight)
    ? new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(
        new Date(midnight),
      )
    : String(date ?? "–");
};

/** The day of a moment in the zone of the government, as 2026-11-25; empty for what is no moment. */
export function isoDay(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? ""
    : new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
        date,
      );
}

/**
 * What a field for local time means as a moment: the offset of the zone is looked up for that very time. What is no time
 * stays as it is, for the service to refuse.
 */
export function momentOf(local: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) {
    return local;
  }
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(asUtc);
  const offset = Date.parse(`${shown.replace(" ", "T")}Z`) - asUtc;
  return new Date(asUtc - offset).toISOString();
}

export const number = (value: number): string => new Intl.NumberFormat(language).format(value);
/** With two decimals. */
export const decimal = (value: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
export const percent = (share: number): string => `${number(Math.round(share * 100))}\u00a0%`;

/** "Oktober 2026" of 2026-10. */
export const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
