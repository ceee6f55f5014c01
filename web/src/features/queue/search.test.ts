import { describe, expect, it } from "vitest";
import { VIEWS } from "../../shared/addresses/queue";
import { queryOf, readSearch, VIEW, viewOf } from "./search";

describe("the address of a list", () => {
  it("reads what it knows", () => {
    const address = {
      tampilan: "lewat",
      instansi: "dishub",
      kanal: "WHATSAPP",
      dari: "2026-11-01",
      cari: "lampu mati",
      urut: "OLDEST",
    };
    expect(readSearch(address)).toEqual(address);
  });

  it("leaves out what is mistyped", () => {
    expect(
      readSearch({
        tampilan: "apa",
        kanal: "PIGEON",
        dari: "kemarin",
        instansi: "a b",
        tenggat: "SOON",
        status: "NONE,ANSWERED,",
        lain: "x",
      }),
    ).toEqual({ status: "ANSWERED" });
  });

  it("cuts a search to what the service reads", () => {
    expect(readSearch({ cari: "a".repeat(300) }).cari).toHaveLength(200);
  });

  it("shows the view of the person when it says nothing", () => {
    expect(viewOf({}, "bidang")).toBe("bidang");
    expect(queryOf({}, "baru")).toEqual({ status: "DISPATCHED", sort: "DUE" });
  });

  it("shows all views once it only filters, so that a link from a figure finds its cases", () => {
    expect(viewOf({ instansi: "dishub" }, "baru")).toBe("semua");
    expect(queryOf({ instansi: "dishub", tenggat: "OVERDUE" }, "baru")).toEqual({
      agency: "dishub",
      deadline: "OVERDUE",
      sort: "NEWEST",
    });
  });

  it("lets a filter narrow or replace what the view asks", () => {
    expect(queryOf({ tampilan: "baru", kategori: "jalan", urut: "NEWEST" }, "baru")).toEqual({
      status: "DISPATCHED",
      category: "jalan",
      sort: "NEWEST",
    });
    expect(queryOf({ tampilan: "dijawab", status: "OBJECTED" }, "baru").status).toBe("OBJECTED");
  });

  it("counts every view but the one of all", () => {
    expect(VIEWS.filter((view) => VIEW[view].counted === undefined)).toEqual(["semua"]);
  });
});
