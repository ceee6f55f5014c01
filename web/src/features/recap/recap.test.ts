import { describe, expect, it } from "vitest";
import {
  agesOf,
  answerWords,
  evaluationOf,
  FIGURES,
  figuresOf,
  inHand,
  movesOf,
  OUTCOMES,
  owedBy,
  remarksOf,
  type Deed,
  type Totals,
  type Version,
} from "./recap";

const version = (it: number, preliminary = false): Version => ({
  version: it,
  preliminary,
  asOf: "2026-11-01T00:00:00Z",
  complaints: 0,
  root: "",
  by: null,
});
const deed = (kind: Deed["kind"], of = 1, text = ""): Deed => ({
  kind,
  version: of,
  by: "Sari",
  text,
  at: "2026-11-02T00:00:00Z",
});

describe("a recap", () => {
  it("has the latest version of the whole month in hand", () => {
    expect(inHand({ versions: [version(1), version(2), version(3, true)] })?.version).toBe(2);
    expect(inHand({ versions: [version(1, true)] })).toBeUndefined();
  });

  it("has the evaluation of that version only", () => {
    const deeds = [deed("EVALUATION_WRITTEN", 1, "lama"), deed("RETURNED", 1)];
    expect(evaluationOf({ versions: [version(1), version(2)], deeds })).toBeUndefined();
    expect(
      evaluationOf({ versions: [version(1)], deeds: [...deeds, deed("EVALUATION_WRITTEN", 1, "baru")] })?.text,
    ).toBe("baru");
  });

  it("remembers why it was returned until it is evaluated", () => {
    const returned = deed("RETURNED", 1, "kurang");
    expect(remarksOf({ deeds: [returned, deed("COMPILED", 2)] })).toBe(returned);
    expect(remarksOf({ deeds: [returned, deed("EVALUATED", 2)] })).toBeUndefined();
  });

  it("says who acts next", () => {
    const owed = { owed: true, versions: [version(1)] };
    expect(owedBy({ ...owed, state: "COMPILED", deeds: [] })).toBe("ANALYST");
    expect(owedBy({ ...owed, state: "COMPILED", deeds: [deed("EVALUATION_WRITTEN")] })).toBe("HEAD");
    expect(owedBy({ ...owed, state: "ARCHIVED", deeds: [] })).toBeUndefined();
  });

  it.each(["RUNNING", "DUE", "COMPILED", "EVALUATED", "DISPOSED", "ARCHIVED"] as const)(
    "that nobody owes waits for nobody: %s",
    (state) => {
      expect(owedBy({ owed: false, state, versions: [version(1)], deeds: [] })).toBeUndefined();
    },
  );

  it.each([
    [0, "hari yang sama"],
    [59, "kurang dari semenit"],
    [60, "1 menit"],
    [3_599, "59 menit"],
    [3_600, "1 jam"],
    [86_399, "23 jam"],
    [86_400, "1 hari"],
    [86_401, "1 hari"],
    [5 * 86_400, "5 hari"],
  ])("tells a time to answer in the unit in which it is known: %i s", (seconds, words) => {
    expect(answerWords(seconds, (key, { n }) => key.replace("{{n}}", String(n)))).toBe(words);
  });

  it("tells of imports where there are some, and of nothing else otherwise", () => {
    const totals = { received: 1 } as Totals;
    const none = { totals, monthBefore: totals, yearBefore: null };
    const word = (told: typeof FIGURES) => told.map(({ id }) => id);

    expect(word(figuresOf(none))).toEqual(word(FIGURES).slice(0, -1));
    expect(word(figuresOf({ ...none, monthBefore: { ...totals, imported: 1 } }))).toContain("imported");
    expect(word(figuresOf({ ...none, totals: { ...totals, imported: 0 } }))).not.toContain("imported");
  });

  it("parts a total without a rest", () => {
    const totals: Totals = {
      received: 20,
      answered: 13,
      answeredInTime: 9,
      answeredLate: 3,
      open: 5,
      overdue: 2,
      ended: 2,
      objected: 1,
    };
    expect(OUTCOMES.map(({ of }) => of(totals))).toEqual([9, 3, 1, 3, 2, 2]);
  });
});

describe("what is open", () => {
  it("is a line for each holder, the fullest first, by age", () => {
    const lines = agesOf([
      { owedBy: "DIVISION", agency: "dlh", agencyName: "DLH", days: 60, count: 1 },
      { owedBy: "AGENCY_ADMIN", agency: "dlh", agencyName: "DLH", days: 3, count: 4 },
      { owedBy: "AGENCY_ADMIN", agency: "dlh", agencyName: "DLH", days: 0, count: 2 },
    ]);
    expect(lines.map(({ owedBy: role, counts }) => [role, counts])).toEqual([
      ["AGENCY_ADMIN", [2, 4, 0, 0, 0]],
      ["DIVISION", [0, 0, 0, 0, 1]],
    ]);
  });
});

describe("moves", () => {
  it("are summed over their reasons", () => {
    const move = (from: string, to: string, reason: string, count: number) => ({
      from,
      fromName: from.toUpperCase(),
      to,
      toName: to.toUpperCase(),
      reason,
      count,
    });
    const matrix = movesOf([
      move("a", "b", "NOT_OUR_DUTY", 2),
      move("a", "b", "OTHER_AREA", 3),
      move("c", "b", "OTHER_AREA", 1),
    ]);
    expect(matrix.from).toEqual([
      ["a", "A"],
      ["c", "C"],
    ]);
    expect(matrix.count("a", "b")).toBe(5);
    expect(matrix.most).toBe(5);
  });
});
