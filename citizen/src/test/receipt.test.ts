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

  it("is printed apart from others", () => {
    vi.stubGlobal("print", () => expect(document.querySelectorAll(".apart .receipt.printed")).toHaveLength(1));

    element(".print").click();
    dispatchEvent(new Event("afterprint"));

    expect(document.querySelector(".apart, .printed")).toBeNull();
  });

  it("is not shared where the browser cannot", () => expect(shown(".sharing")).toBe(false));

  it("forgets what was typed", () => {
    expect(localStorage.getItem("tanggap.draft.surakarta")).toBeNull();
  });
});

describe("what is shared of a receipt", () => {
  const share = vi.fn(async (_: ShareData) => {});

  beforeEach(async () => {
    share.mockClear();
    vi.stubGlobal("navigator", { share });
    openPage("receipt", "/tanda-terima/");
    element(".receipt").dataset["address"] = "https://aduan.example/lacak/?nomor=SKA-4F7K-92XM";
    element(".share").dataset["words"] = "Nomor aduan: SKA-4F7K-92XM";
    element(".share").dataset["secret"] = `Kode rahasia: ${RECEIPT.secret}`;
    await import("#assets/receipt.js");
  });

  it("is its number and where it is followed", () => {
    expect(shown(".sharing")).toBe(true);

    click(".share");

    expect(share.mock.lastCall?.[0].text).toBe(
      "Nomor aduan: SKA-4F7K-92XM\nhttps://aduan.example/lacak/?nomor=SKA-4F7K-92XM",
    );
  });

  it("is the secret too when the citizen says so, this once", () => {
    click(".with-secret");
    click(".share");
    expect(share.mock.lastCall?.[0].text).toContain(RECEIPT.secret);

    click(".share");
    expect(share.mock.lastCall?.[0].text).not.toContain(RECEIPT.secret);
  });
});

describe("the picture of a receipt", () => {
  it("says all of it, in lines that fit", async () => {
    const lines: string[] = [];
    const pen = {
      fillRect: () => {},
      save: () => {},
      translate: () => {},
      scale: () => {},
      restore: () => {},
      fill: vi.fn(),
      measureText: (text: string) => ({ width: text.length * 15 }),
      fillText: (text: string) => lines.push(text),
    };
    vi.stubGlobal("Path2D", class {});
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as never);
    element(".number").textContent = "SKA-4F7K-92XM";
    element("#receipt-secret").textContent = RECEIPT.secret;
    const { drawn } = await import("#assets/picture.js");

    const canvas = drawn(element(".receipt"));

    expect(lines).toEqual(expect.arrayContaining(["SKA-4F7K-92XM", RECEIPT.secret, "Perihal"]));
    expect(lines.every((line) => line.length * 15 <= 930)).toBe(true);
    expect(canvas.height).toBeGreaterThanOrEqual(1480);
    expect(pen.fill).toHaveBeenCalled();
  });
});
