import { describe, expect, it } from "vitest";
import { deadline, spanOf, spanWords } from "./lib/deadline";
import { calendarDay, clock, day, isoDay, moment, momentOf, number, percent } from "./lib/time";
import { channelWord, misroutingWord } from "./lib/words";
import { statusWord } from "./lib/desk";
import { HOSTILE } from "./hostile";

/** What pages hand to words and figures: as typed, and as a service of another version may send it. */
const FORMATTERS: Record<string, (value: never) => unknown> = {
  moment,
  day,
  clock,
  calendarDay,
  isoDay,
  momentOf,
  number,
  percent,
  channelWord,
  misroutingWord,
  statusWord,
  deadline: (value: string) => deadline(value, value, Date.now()),
  spans: (value: number) => spanWords(spanOf(value), (key) => key),
};

describe.each(Object.entries(FORMATTERS))("%s", (_, format) => {
  it.each(HOSTILE)("makes something of %j", (value) => {
    expect(() => format(value as never)).not.toThrow();
  });
});
