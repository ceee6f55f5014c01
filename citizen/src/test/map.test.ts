import { beforeEach, describe, expect, it, vi } from "vitest";
import taken from "#assets/leaflet.css?raw";
import library from "#assets/leaflet.js?raw";
import original from "../../node_modules/leaflet/dist/leaflet.css?raw";
import published from "../../node_modules/leaflet/dist/leaflet.js?raw";
import { click, element, eventually, openPage, text, value } from "./page";
import { FakeServices, json, page } from "./services";

const REGIONS = "GET /api/intake/v1/governments/surakarta/regions";
const SUGGESTIONS = "POST /api/intake/v1/governments/surakarta/suggestions";
const SQUARE = [
  [110.8, -7.6],
  [110.9, -7.6],
  [110.9, -7.5],
  [110.8, -7.5],
  [110.8, -7.6],
];
const OUTLINES = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { code: "33.72.01", name: "Laweyan" },
      geometry: { type: "Polygon", coordinates: [SQUARE] },
    },
  ],
};

let services: FakeServices;
const map = () => element("#map");
const press = (key: string) => map().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const isOpen = () => element<HTMLDialogElement>("#map-dialog").open;

/** What this document object model lacks of a browser. */
function complete(): void {
  Object.assign(SVGSVGElement.prototype, { createSVGRect: () => undefined });
  for (const side of ["clientWidth", "clientHeight"] as const) {
    vi.spyOn(HTMLElement.prototype, side, "get").mockReturnValue(400);
  }
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (said) {
    this.returnValue = said ?? "";
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  const append = document.head.append.bind(document.head);
  vi.spyOn(document.head, "append").mockImplementation((...nodes) => {
    append(...nodes);
    nodes.forEach((node) => node instanceof HTMLLinkElement && node.dispatchEvent(new Event("load")));
  });
}

beforeEach(async () => {
  complete();
  openPage("lodge");
  element("#complaint-form").dataset["government"] = "surakarta";
  element("#map-dialog").dataset["tiles"] = "";
  for (const field of document.querySelectorAll<HTMLInputElement>("#lat, #lon")) {
    field.value = "";
  }
  services = new FakeServices()
    .answer(REGIONS, json(OUTLINES))
    .answer(
      SUGGESTIONS,
      json({ regions: [], categories: [], district: { id: "33.72.01", name: "Kecamatan Laweyan" }, outside: false }),
    );
  const { locate } = await import("#assets/place.js");
  locate(element<HTMLFormElement>("#complaint-form"));
});

async function open(): Promise<void> {
  click("#open-map");
  await eventually(() => expect(isOpen()).toBe(true));
}

describe("the map", () => {
  it("asks for nothing before it is opened", async () => {
    expect(services.requests).toEqual([]);

    await open();

    expect(services.asked(REGIONS)).toHaveLength(1);
    expect(map().querySelectorAll("path.district")).toHaveLength(1);
    expect(map().textContent).toContain("Laweyan");
    expect(document.activeElement).toBe(map());
  });

  it("takes a pin that is moved by keys", async () => {
    await open();
    press("Enter");
    expect(isOpen()).toBe(true);

    press("ArrowUp");
    const before = { lat: -7.55, lng: 110.85 };
    press("ArrowRight");
    await eventually(() => expect(text("#map-state")).toBe("Titik berada di Kecamatan Laweyan."));
    press("Enter");

    await eventually(() => expect(value("#lat")).not.toBe(""));
    expect(isOpen()).toBe(false);
    expect(Number(value("#lat"))).toBeCloseTo(before.lat, 2);
    expect(Number(value("#lon"))).toBeGreaterThan(before.lng);
    expect(text("#locate-state")).toBe("Titik lokasi terpasang.");
  });

  it("leaves the point as it is when it is closed", async () => {
    await open();
    press("ArrowUp");

    click("#close-map");

    await eventually(() => expect(isOpen()).toBe(false));
    expect(value("#lat")).toBe("");
    await open();
    expect(element<HTMLButtonElement>("#take-point").disabled).toBe(true);
  });

  it("begins with the point that is there", async () => {
    element<HTMLInputElement>("#lat").value = "-7.512345";
    element<HTMLInputElement>("#lon").value = "110.812345";
    await open();

    click("#take-point");

    await eventually(() => expect(isOpen()).toBe(false));
    expect(Number(value("#lat"))).toBeCloseTo(-7.512345, 4);
  });

  it("says that a point lies outside", async () => {
    services.answer(SUGGESTIONS, json({ regions: [], categories: [], outside: true }));
    await open();

    press("ArrowUp");

    await eventually(() => expect(text("#map-state")).toContain("Titik berada di luar wilayah"));
  });

  it("stands in nobody's way when it cannot be loaded, and may be tried again", async () => {
    services.answer(REGIONS, page(502), json(OUTLINES));
    click("#open-map");
    await eventually(() => expect(text("#locate-state")).toContain("Peta tidak dapat dimuat."));

    await open();

    expect(map().querySelectorAll("path.district")).toHaveLength(1);
  });
});

describe("the library", () => {
  it("is the one that was published", () => {
    expect(library === published.replace(/\/\/# sourceMappingURL=.*$/, "")).toBe(true);
    expect(taken === original).toBe(true);
  });
});
