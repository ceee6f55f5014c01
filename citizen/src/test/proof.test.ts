import { beforeEach, describe, expect, it, vi } from "vitest";
import kept from "../../../e2e/kept/2026-11/proof.json";
import type { ReportingSchemas } from "#api";
import { RECEIPT } from "./fixtures";
import { click, eventually, openPage, shown, text, type } from "./page";
import { FakeServices, json, problem } from "./services";

const { secret } = RECEIPT;
const { number } = JSON.parse(kept.entry) as { number: string };
const ASK = `GET /api/reporting/v1/proofs/${number}`;
const ANSWER: ReportingSchemas["Answer"] = {
  number,
  government: kept.government,
  month: kept.month,
  version: kept.version,
  archived: false,
  proof: kept,
};
const GROUPS = kept.root.replace(/.{8}/g, "$& ");

let services: FakeServices;

async function ask(printed = ""): Promise<void> {
  await import("#assets/proof.js");
  type("#proof-number", number.toLowerCase());
  type("#proof-secret", secret);
  type("#proof-root", printed);
  click("#proof-send");
  await eventually(() => expect(shown("#proof-result") || shown("#proof-notice")).toBe(true));
}

describe("the proof of a complaint", () => {
  beforeEach(() => {
    openPage("proof", "/bukti/");
    services = new FakeServices().answer(ASK, json(ANSWER));
  });

  it("is told with the complaint's place in the recap and the root to compare", async () => {
    await ask();

    expect(text("#proof-title")).toBe("Tercantum dan tidak berubah");
    expect(text("#proof-says")).toBe(`Aduan ${number} adalah nomor 1 di rekap September 2026 (versi 2).`);
    expect(text("#proof-result")).toContain("Cocokkan akarnya dengan yang tercetak");
    expect(text("#proof-root-shown")).toBe(GROUPS.trim());
    expect(services.asked(ASK)[0]?.headers["Tanggap-Secret"]).toBe(secret);
  });

  it("agrees with a printed root, however it is written", async () => {
    await ask(GROUPS.toUpperCase());

    expect(text("#proof-title")).toBe("Tercantum dan tidak berubah");
    expect(text("#proof-result")).not.toContain("Cocokkan akarnya");
  });

  it("is none when the printed root is another", async () => {
    await ask("0".repeat(64));

    expect(text("#proof-title")).toBe("Tidak cocok");
    expect(text("#proof-says")).toBe("Akar pada laporan Anda berbeda dari akar rekap ini.");
  });

  it("is none when an event or the entry is another", async () => {
    const proof = { ...kept, topics: kept.topics.slice(1), root: "0".repeat(64) };
    services.answer(ASK, json({ ...ANSWER, proof }));
    await ask();

    expect(text("#proof-says")).toBe(
      "Catatan peristiwanya tidak cocok dengan isi rekap. Isi aduan ini tidak cocok dengan akar rekap.",
    );
  });

  it.each([{ number: "SKA-ZZZZ-ZZZZ" }, { government: "karanganyar" }, { month: "2026-08" }, { version: 1 }])(
    "is none when it is of another complaint or recap than the one that is spoken of: %o",
    async (other) => {
      services.answer(ASK, json({ ...ANSWER, ...other }));
      await ask();

      expect(text("#proof-says")).toBe("Bukti ini milik aduan atau rekap lain.");
    },
  );

  it("asks for the whole of a root that was typed", async () => {
    await ask("dd8346bc abc13ca7");

    expect(text("#proof-notice")).toContain("Akar pada laporan tidak lengkap");
    expect(services.requests).toEqual([]);
  });

  it("comes when the month is over", async () => {
    services.answer(ASK, json({ ...ANSWER, version: null, proof: null }));
    await ask();

    expect(text("#proof-notice")).toContain("Rekap belum disusun");
  });

  it("comes with the next recap for what came late", async () => {
    services.answer(ASK, json({ ...ANSWER, proof: null }));
    await ask();

    expect(text("#proof-notice")).toContain("Belum tercantum di rekap");
  });

  it("is not computed where the browser cannot, and that is said", async () => {
    vi.stubGlobal("crypto", {});
    await ask();

    expect(text("#proof-result")).toContain("Peramban ini tidak dapat menghitung ulang.");
  });

  it.each([
    [404, "Nomor atau kode rahasia tidak cocok"],
    [429, "Layanan sedang sibuk"],
    [503, "Layanan sedang terganggu"],
  ])("cannot be had: %i", async (status, words) => {
    services.answer(ASK, problem(status, {}));
    await ask();

    expect(text("#proof-notice")).toContain(words);
    expect(shown("#proof-result")).toBe(false);
  });
});
