import { beforeEach, describe, expect, it } from "vitest";
import { click, element, eventually, openPage, type, value } from "./page";
import { FakeServices, json, unreachable } from "./services";

const PREVIEW = "POST /api/intake/v1/masking/preview";
const NIK = { field: "TEXT", word: "NIK", mark: "[NIK]", from: 9, to: 25 };

let services: FakeServices;

beforeEach(async () => {
  services = new FakeServices();
  openPage("lodge");
  element("#complaint-form").dataset["government"] = "surakarta";
  const { warn } = await import("#assets/warning.js");
  warn(element<HTMLFormElement>("#complaint-form"));
});

async function write(text: string): Promise<void> {
  type("#text", text);
  await eventually(() => expect(services.asked(PREVIEW)).not.toHaveLength(0));
}

describe("what looks like a person's", () => {
  it("is named, and taken out at a click", async () => {
    services.answer(PREVIEW, json({ found: [NIK] }), json({ found: [] }));
    await write("NIK saya 3372011203800001 ditolak");
    await eventually(() => expect(element("#text-warning").textContent).toContain("“3372011203800001” seperti NIK"));

    click("#text-warning button");

    expect(value("#text")).toBe("NIK saya [NIK] ditolak");
    await eventually(() => expect(document.querySelector("#text-warning")).toBeNull());
  });

  it("is named in the language of the page", async () => {
    const item = document.createElement("li");
    item.dataset["word"] = "nomor telepon";
    item.textContent = "a telephone number";
    element("#warning-words").append(item);
    element("#warning-words").dataset["looks"] = "“$1” looks like $2";
    services.answer(PREVIEW, json({ found: [{ ...NIK, word: "nomor telepon", from: 0, to: 2 }, NIK] }));
    await write("WA saya 3372011203800001 ditolak");

    await eventually(() =>
      expect(element("#text-warning").textContent).toContain("“WA” looks like a telephone number"),
    );
    expect(element("#text-warning").textContent).toContain("looks like NIK");
  });

  it("is asked about with the name in the form", async () => {
    services.answer(PREVIEW, json({ found: [] }));
    type("#name", "Budi Santoso");
    await write("Saya Budi melapor");

    expect(services.asked(PREVIEW).at(-1)?.body).toEqual({
      government: "surakarta",
      name: "Budi Santoso",
      text: "Saya Budi melapor",
    });
  });

  it("stands in nobody's way when it cannot be asked about", async () => {
    services.answer(PREVIEW, unreachable);
    await write("NIK saya 3372011203800001 ditolak");

    expect(document.querySelector("#text-warning")).toBeNull();
  });
});
