import { describe, expect, it } from "vitest";
import {
  isUnderWay,
  KEEPS_ITS_NAME,
  kindKey,
  labelsOf,
  letter,
  MEANINGS,
  mayGo,
  meaningAt,
  packed,
  put,
  rowsBelow,
  share,
  toTake,
  type FindingKind,
  type Meaning,
  type Places,
} from "./past";

const rows = { done: 50, total: 200, fresh: 40, changed: 3, known: 5, faulty: 1, empty: 1 };

describe("an import of the past", () => {
  it("knows what would come over and how far it is", () => {
    expect(toTake({ rows })).toBe(43);
    expect(share({ rows })).toBe(0.25);
    expect(share({ rows: { done: 50, fresh: 0, changed: 0, known: 0, faulty: 0, empty: 0 } })).toBeUndefined();
  });

  it("is looked at again while something happens", () => {
    expect(
      (["CHECKING", "UNMAPPED", "CHECKED", "IMPORTING", "DONE", "REFUSED"] as const).map((state) =>
        isUnderWay({ state }),
      ),
    ).toEqual([true, false, false, true, false, false]);
    const takeBack = { askedAt: "2026-11-30T04:12:00Z", months: [], total: 5, gone: 3, restored: 1, stayed: 1 };
    expect(
      (["ASKED", "UNDER_WAY", "DONE", "REFUSED"] as const).map((state) =>
        isUnderWay({ state: "DONE", takeBack: { ...takeBack, state } }),
      ),
    ).toEqual([true, true, false, false]);
    expect(mayGo(takeBack)).toBe(4);
  });
});

describe("a file on its way", () => {
  it("is packed when it is text", async () => {
    const text = "Tracking ID,Isi\n".repeat(10_000);
    const sent = await packed(new Blob([text]));
    expect(sent.size).toBeLessThan(2_000);
    expect(await new Response(sent.stream().pipeThrough(new DecompressionStream("gzip"))).text()).toBe(text);
  });

  it("is left as it is when it is a workbook", async () => {
    const workbook = new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 5])]);
    expect(await packed(workbook)).toBe(workbook);
  });

  it("does not leave when it is too large", async () => {
    await expect(packed(new Blob([new Uint8Array([0x50, 0x4b, 3, 4])]), 3)).rejects.toMatchObject({ status: 413 });
  });
});

describe("what columns mean", () => {
  const meanings = Object.keys(MEANINGS) as Meaning[];

  it("is one thing a column and one column a thing, in whatever order it is chosen", () => {
    let places: Places = {};
    for (let turn = 0; turn < 300; turn++) {
      const place = (turn * 7) % 11;
      const meaning = turn % 13 === 0 ? undefined : meanings[(turn * 5) % meanings.length];
      places = put(places, place, meaning);
      expect(meaningAt(places, place)).toBe(meaning);
      expect(new Set(Object.values(places)).size).toBe(Object.keys(places).length);
    }
  });

  it("moves to the column that was chosen last", () => {
    expect(put({ DAY: 0, WORDS: 1 }, 2, "DAY")).toEqual({ WORDS: 1, DAY: 2 });
    expect(put({ DAY: 0, WORDS: 1 }, 0, "AGENCY")).toEqual({ WORDS: 1, AGENCY: 0 });
  });

  it("is told of columns as spreadsheets call them", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("is shown with rows of the same sheet", () => {
    const row = (sheet: string, number: number) => ({ sheet, row: number, cells: [], places: {}, known: false });
    const all = [row("Jan", 1), row("Jan", 2), row("Feb", 1)];
    expect(rowsBelow(all, 0)).toEqual([all[1]]);
    expect(rowsBelow(all, 2)).toEqual([]);
  });
});

describe("what labels mean", () => {
  const kind = (value: string, label?: FindingKind["label"]): FindingKind => ({
    column: "DINAS",
    reason: "Tidak ada di sini",
    value,
    fault: false,
    rows: 3,
    ...(label ? { label } : {}),
  });

  it("is told of those alone that were chosen and may be", () => {
    const kinds = [kind("PU", "AGENCY"), kind("Kominfo", "AGENCY"), kind("Lain", "CATEGORY"), kind("Merpati")];
    const chosen = Object.fromEntries(
      kinds.map((one, index) => [kindKey(one), ["dpupr", KEEPS_ITS_NAME, "", "dishub"][index] ?? ""]),
    );
    expect(labelsOf(kinds, chosen)).toEqual([
      { kind: "AGENCY", label: "PU", target: "dpupr" },
      { kind: "AGENCY", label: "Kominfo" },
    ]);
  });
});
