import { beforeEach, describe, expect, it } from "vitest";
import { click, element, eventually, openPage, text, type, value } from "./page";
import { FakeServices, json, unreachable } from "./services";

const SUGGESTIONS = "POST /api/intake/v1/governments/surakarta/suggestions";
const PAJANG = { id: "33.72.01.1001", name: "Kelurahan Pajang, Kecamatan Laweyan" };
const LAMP = { id: "penerangan-jalan", name: "Penerangan jalan umum" };
const NOTHING = { regions: [], categories: [], outside: false };

let services: FakeServices;
const form = () => element<HTMLFormElement>("#complaint-form");

async function open(...said: object[]): Promise<void> {
  services = new FakeServices().answer(SUGGESTIONS, ...said.map((one) => json({ ...NOTHING, ...one })));
  const { suggest } = await import("#assets/suggest.js");
  suggest(form());
}

beforeEach(() => {
  openPage("lodge");
  form().dataset["government"] = "surakarta";
  for (const field of document.querySelectorAll<HTMLInputElement>("#lat, #lon")) {
    field.value = "";
  }
  element("#region").append(new Option(PAJANG.name, PAJANG.id));
  element("#category").append(new Option(LAMP.name, LAMP.id));
});

describe("what words speak for", () => {
  it("is asked about, and taken at a click", async () => {
    await open({ regions: [PAJANG], categories: [LAMP] }, NOTHING);

    type("#text", "Lampu padam di Kelurahan Pajang");
    await eventually(() =>
      expect(text("#region-suggestions")).toContain("Apakah tempatnya Kelurahan Pajang, Kecamatan Laweyan?"),
    );
    expect(text("#category-suggestions")).toContain("Apakah ini tentang Penerangan jalan umum?");
    expect(value("#region")).toBe("");
    expect(element("#region-suggestions button").getAttribute("aria-label")).toBe(`Ya, pakai ${PAJANG.name}`);

    click("#region-suggestions button");
    click("#category-suggestions button");

    expect(value("#region")).toBe(PAJANG.id);
    expect(value("#category")).toBe(LAMP.id);
    expect(text("#region-suggestions")).toBe("");
    expect(element<HTMLDetailsElement>("details").open).toBe(true);
  });

  it("is no question where the citizen has chosen", async () => {
    element<HTMLSelectElement>("#region").value = PAJANG.id;
    element<HTMLTextAreaElement>("#text").value = "Lampu padam di Kelurahan Pajang";
    await open({ regions: [PAJANG], categories: [LAMP] });

    await eventually(() => expect(text("#category-suggestions")).not.toBe(""));
    expect(text("#region-suggestions")).toBe("");
  });

  it("is asked about by the point as well", async () => {
    element<HTMLInputElement>("#lat").value = "-7.57";
    element<HTMLInputElement>("#lon").value = "110.82";
    await open({ regions: [PAJANG] });

    await eventually(() => expect(text("#region-suggestions")).not.toBe(""));
    expect(services.asked(SUGGESTIONS)[0]?.body).toEqual({ lat: -7.57, lon: 110.82 });
  });

  it("goes when the words go", async () => {
    element<HTMLTextAreaElement>("#text").value = "Di Kelurahan Pajang";
    await open({ regions: [PAJANG] });
    await eventually(() => expect(text("#region-suggestions")).not.toBe(""));

    type("#text", "");

    await eventually(() => expect(text("#region-suggestions")).toBe(""));
    expect(services.asked(SUGGESTIONS)).toHaveLength(1);
  });

  it("stands in nobody's way when it cannot be asked about", async () => {
    element<HTMLTextAreaElement>("#text").value = "Di Kelurahan Pajang";
    services = new FakeServices().answer(SUGGESTIONS, unreachable);
    const { suggest } = await import("#assets/suggest.js");
    suggest(form());

    await eventually(() => expect(services.asked(SUGGESTIONS)).toHaveLength(1));
    expect(text("#region-suggestions")).toBe("");
  });
});
