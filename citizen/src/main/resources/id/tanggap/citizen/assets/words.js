/** Of the page. */
const LANGUAGE = globalThis.document?.documentElement.lang || "id";

const MOMENT = new Intl.DateTimeFormat(LANGUAGE, {
  timeZone: "Asia/Jakarta",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * A moment on the wire as people in Surakarta and Karanganyar read it, zone named.
 *
 * @param {string} iso
 */
export function moment(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : `${MOMENT.format(at)}\u00a0WIB`;
}

const MONTH = new Intl.DateTimeFormat(LANGUAGE, { timeZone: "UTC", month: "long", year: "numeric" });

/**
 * "2026-10" as Oktober 2026, in the language of the page.
 *
 * @param {string} month
 */
export const monthName = (month) => MONTH.format(new Date(`${month}-01T00:00:00Z`));
