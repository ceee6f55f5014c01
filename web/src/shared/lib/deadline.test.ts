import { describe, expect, it } from "vitest";
import { deadline, spanOf, spanWords } from "./deadline";

const word = (key: string, { n }: { n: number }) => key.replace("{{n}}", String(n));
const said = (millis: number) => spanWords(spanOf(millis), word);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("spans", () => {
  it("says at most two neighbouring units", () => {
    expect(said(2 * DAY + 3 * HOUR + 10 * MINUTE)).toBe("2 hari 3 jam");
    expect(said(5 * HOUR + 59 * MINUTE)).toBe("5 jam 59 menit");
    expect(said(45 * MINUTE)).toBe("45 menit");
  });

  it("leaves out what nobody needs from far away", () => {
    expect(said(9 * DAY + 23 * HOUR)).toBe("9 hari");
    expect(said(7 * HOUR + 20 * MINUTE)).toBe("7 jam");
  });

  it("says less than a minute in words", () => {
    expect(said(59_999)).toBe("kurang dari semenit");
  });
});

describe("a deadline", () => {
  const began = "2026-11-24T02:00:00Z";
  const due = "2026-11-26T02:00:00Z";

  it("is calm while it falls on another day", () => {
    expect(deadline(due, began, Date.parse("2026-11-25T02:00:00Z"))).toMatchObject({
      urgency: "calm",
      sentence: "Sisa {{span}}",
      used: 0.5,
    });
  });

  it("is of today by the zone of the government, not by UTC", () => {
    // 17.30 UTC on the 25th is half past midnight on the 26th in Jakarta.
    expect(deadline(due, began, Date.parse("2026-11-25T17:30:00Z")).urgency).toBe("today");
    expect(deadline(due, began, Date.parse("2026-11-25T16:30:00Z")).urgency).toBe("calm");
  });

  it("presses in the last two hours", () => {
    expect(deadline(due, began, Date.parse("2026-11-26T00:00:01Z")).urgency).toBe("soon");
  });

  it("is late from its very moment on, and says by how much", () => {
    const late = deadline(due, began, Date.parse("2026-11-26T05:00:00Z"));
    expect(late).toMatchObject({ urgency: "late", sentence: "Lewat {{span}}", used: 1 });
    expect(spanWords(late.span, word)).toBe("3 jam");
  });

  it("is used up when it was due before it began", () => {
    expect(deadline(began, due, Date.parse(began)).used).toBe(1);
  });
});
