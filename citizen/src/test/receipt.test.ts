import { beforeEach, describe, expect, it, vi } from "vitest";
import { RECEIPT } from "./fixtures";
import { click, element, eventually, openPage, shown, text } from "./page";

beforeEach(async () => {
  localStorage.setItem("tanggap.draft.surakarta", "{}");
  openPage("receipt", "/tanda-terima/");
  for (const button of document.querySelectorAll<HTMLElement>("button.copy")) {
    button.dataset["copy"] = RECEIPT.secret;
  }
  await import("#assets/receipt.js");
});

describe("the receipt", () => {
  it("is copied at a press", async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal("navigator", { clipboard: { writeText } });

    expect(shown(".secret .copy")).toBe(true);
    click(".secret .copy");

    await eventually(() => expect(text(".copied")).toContain("Kode rahasia disalin"));
    expect(writeText).toHaveBeenCalledWith(RECEIPT.secret);
  });

  it("says so when it cannot be copied", async () => {
    vi.stubGlobal("navigator", {});

    click(".secret .copy");

    await eventually(() => expect(text(".copied")).toContain("Tidak dapat menyalin sendiri"));
  });

  it("is printed at a press", () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);

    element(".print").click();

    expect(print).toHaveBeenCalledOnce();
  });

  it("forgets what was typed", () => {
    expect(localStorage.getItem("tanggap.draft.surakarta")).toBeNull();
  });
});
