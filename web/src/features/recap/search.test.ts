import { describe, expect, it } from "vitest";
import { readMonthsSearch, readRecapSearch, readRecordSearch, recordsQuery } from "./search";

describe("the address of the record book", () => {
  it("asks for what it says, and for complaints that have none of it", () => {
    const search = readRecordSearch({ instansi: "-", kategori: "sampah", keadaan: "OPEN", susulan: "2" });
    expect(recordsQuery("2026-10", search)).toEqual({
      month: "2026-10",
      agency: "",
      category: "sampah",
      state: "OPEN",
      notInVersion: "2",
    });
  });

  it("leaves out what it does not understand", () => {
    expect(
      readRecordSearch({
        jenis: "X",
        kanal: "FAX",
        sampai: "2026-13",
        ketepatan: "SOON",
        susulan: "0",
        wilayah: "33.72.01",
      }),
    ).toEqual({ wilayah: "33.72.01" });
    expect(readRecapSearch({ versi: "now", lihat: "peta" })).toEqual({ versi: "now" });
    expect(readMonthsSearch({ tahun: "26", keadaan: "ARCHIVED" })).toEqual({ keadaan: "ARCHIVED" });
  });
});
