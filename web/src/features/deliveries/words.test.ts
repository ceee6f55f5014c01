import { describe, expect, it } from "vitest";
import { readDeliveriesSearch } from "./search";
import { faultWord, providersWord } from "./words";

describe("Why a message did not go out", () => {
  it.each([
    ["RECIPIENT 131026", "Alamatnya tidak ada, atau menolak pesan"],
    ["UNREACHABLE CONFIG 190", "Akun kanal bermasalah; pengelola perlu memeriksanya"],
    ["UNREACHABLE ConnectException", "Layanan pengirim sedang terganggu"],
    ["UNREACHABLE no report", "Penyedia tidak pernah mengabarkan nasibnya"],
    ["RECIPIENT_LIMIT", "Menunggu giliran: alamat ini sudah banyak menerima pesan"],
    ["ERASED", "Data warga sudah dihapus"],
    ["TimeoutException", "Layanan pengirim sedang terganggu"],
  ])("is told of %s", (cause, word) => {
    expect(faultWord(cause)).toBe(word);
  });
});

describe("What the provider calls it", () => {
  it.each([
    ["RECIPIENT 131026", "131026"],
    ["UNREACHABLE CONFIG 190", "190"],
    ["UNREACHABLE no report", ""],
    ["RECIPIENT_LIMIT", ""],
    ["TimeoutException", "TimeoutException"],
  ])("stands beside it: %s", (cause, code) => {
    expect(providersWord(cause)).toBe(code);
  });
});

describe("The address of the ledger", () => {
  const complaint = "0193a5c0-0000-7000-8000-000000000001";

  it("asks for what it names", () => {
    const asked = { keadaan: "FAILED", aduan: complaint, percakapan: "ya" };
    expect(readDeliveriesSearch(asked)).toEqual(asked);
  });

  it("asks for nothing that there is not", () => {
    expect(readDeliveriesSearch({ keadaan: "LOST", aduan: "SKA-1", percakapan: "no", other: 1 })).toEqual({});
  });
});
