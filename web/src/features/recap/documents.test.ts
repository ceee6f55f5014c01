import { describe, expect, it } from "vitest";
import { KINDS, shareOf, wanting } from "./documents";

describe("a document", () => {
  it("is a report, a workbook or a letter", () => {
    expect(KINDS.map(({ kind, word }) => `${word} ${kind}`)).toEqual([
      "Laporan pdf",
      "Buku kerja xlsx",
      "Surat pengantar docx",
    ]);
  });

  it("tells how much of it is made once it is begun", () => {
    expect(shareOf({ done: 0, total: 0 })).toBeUndefined();
    expect(shareOf({ done: 500, total: 2_000 })).toBe(0.25);
    expect(shareOf({ done: 2_000, total: 2_000 })).toBe(1);
  });

  it("is made on demand, and anew when something was written since", () => {
    expect(wanting({ state: "NONE", outdated: false })).toBe(true);
    expect(wanting({ state: "FAILED", outdated: false })).toBe(true);
    expect(wanting({ state: "READY", outdated: false })).toBe(false);
    expect(wanting({ state: "READY", outdated: true })).toBe(true);
  });
});
