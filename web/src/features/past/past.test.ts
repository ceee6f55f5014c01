import { describe, expect, it } from "vitest";
import { isUnderWay, mayGo, packed, share, toTake } from "./past";

const rows = { done: 50, total: 200, fresh: 40, changed: 3, known: 5, faulty: 2 };

describe("an import of the past", () => {
  it("knows what would come over and how far it is", () => {
    expect(toTake({ rows })).toBe(43);
    expect(share({ rows })).toBe(0.25);
    expect(share({ rows: { done: 50, fresh: 0, changed: 0, known: 0, faulty: 0 } })).toBeUndefined();
  });

  it("is looked at again while something happens", () => {
    expect(
      (["CHECKING", "CHECKED", "IMPORTING", "DONE", "REFUSED"] as const).map((state) => isUnderWay({ state })),
    ).toEqual([true, false, true, false, false]);
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
