import { isoDay } from "./time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How pressing a deadline is: it decides on colour and shape, the words say the rest. */
export type Urgency = "calm" | "today" | "soon" | "late";

export interface Deadline {
  urgency: Urgency;
  /** Key of the sentence, with {{span}} left open. */
  sentence: "Sisa {{span}}" | "Lewat {{span}}";
  span: Span;
  /** The share of the time that is used up, from 0 to 1. */
  used: number;
}

/** At most two neighbouring units, the way one would say it. */
export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

export function deadline(dueAt: string, startedAt: string, now: number): Deadline {
  const due = Date.parse(dueAt);
  const began = Date.parse(startedAt);
  const left = due - now;
  return {
    urgency: left < 0 ? "late" : left < 2 * HOUR ? "soon" : isoDay(due) === isoDay(now) ? "today" : "calm",
    sentence: left < 0 ? "Lewat {{span}}" : "Sisa {{span}}",
    span: spanOf(Math.abs(left)),
    used: due <= began ? 1 : Math.min(1, Math.max(0, (now - began) / (due - began))),
  };
}

export function spanOf(millis: number): Span {
  const days = Math.floor(millis / DAY);
  const hours = Math.floor((millis % DAY) / HOUR);
  const minutes = Math.floor((millis % HOUR) / MINUTE);
  if (days > 0) {
    return { days, hours: days < 3 ? hours : 0, minutes: 0 };
  }
  return { days: 0, hours, minutes: hours < 6 ? minutes : 0 };
}

/** "2 hari 3 jam", "45 menit"; less than a minute is said as such. */
export function spanWords(
  { days, hours, minutes }: Span,
  word: (key: string, values: { n: number }) => string,
): string {
  const parts = [
    days > 0 && word("{{n}} hari", { n: days }),
    hours > 0 && word("{{n}} jam", { n: hours }),
    minutes > 0 && word("{{n}} menit", { n: minutes }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(" ") : word("kurang dari semenit", { n: 0 });
}
