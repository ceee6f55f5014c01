import { beforeEach, describe, expect, it, vi } from "vitest";
import { explanation, keptDraft, newKey } from "#pages/citizen/sending.js";

const refusal = (said: object) => ({
  ok: false as const,
  status: 503,
  title: "Layanan sedang terganggu",
  detail: "Layanan belum dapat memproses permintaan ini.",
  errors: [],
  retryAfter: 0,
  ...said,
});

describe("a draft", () => {
  beforeEach(() => sessionStorage.clear());

  it("keeps its words and its key over a reload", () => {
    const before = keptDraft("reply");
    before.keep("Di depan pasar");

    const after = keptDraft("reply");
    expect(after.text).toBe("Di depan pasar");
    expect(after.key).toBe(before.key);
  });

  it("is of one complaint", () => {
    keptDraft("reply.1").keep("Di depan pasar");

    expect(keptDraft("reply.2").text).toBe("");
  });

  it("gets another key once it was sent", () => {
    const sent = keptDraft("reply");
    sent.keep("Di depan pasar");
    sent.forget();

    const next = keptDraft("reply");
    expect(next.text).toBe("");
    expect(next.key).not.toBe(sent.key);
  });

  it.each(["", "{", "null", "[]"])("begins anew where %j is kept", (kept) => {
    sessionStorage.setItem("reply", kept);

    expect(keptDraft("reply")).toMatchObject({ text: "", key: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it("needs no browser that stores", () => {
    const closed = () => {
      throw new DOMException("", "SecurityError");
    };
    vi.stubGlobal("sessionStorage", { getItem: closed, setItem: closed, removeItem: closed });

    const draft = keptDraft("reply");
    draft.keep("Di depan pasar");
    draft.forget();
    expect(draft.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it("has a key that no other has", () => {
    expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100);
  });
});

describe("an explanation", () => {
  it("is the first fault", () => {
    expect(explanation(refusal({ status: 400, errors: [{ field: "text", message: "Terlalu panjang." }] }))).toBe(
      "Terlalu panjang.",
    );
  });

  it("tells when to try again, and that nothing is sent twice", () => {
    expect(explanation(refusal({ retryAfter: 9 }))).toBe(
      "Layanan sedang terganggu. Layanan belum dapat memproses permintaan ini. Coba lagi dalam 9 detik. " +
        "Mengirim ulang tidak membuat kiriman ganda.",
    );
    expect(explanation(refusal({}))).toContain("Coba lagi sebentar lagi.");
  });

  it("of what will not pass is the detail alone", () => {
    expect(explanation(refusal({ status: 404, detail: "Tidak ditemukan." }))).toBe("Tidak ditemukan.");
  });
});
