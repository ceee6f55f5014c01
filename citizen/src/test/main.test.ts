import { beforeEach, describe, expect, it, vi } from "vitest";
import { GOVERNMENTS, RECEIPT, timeline } from "./fixtures";
import { click, element, eventually, openPage, shown, text, type, value } from "./page";
import { FakeServices, json } from "./services";

const { number, secret } = RECEIPT;
const VIEWS = ["file", "receipt", "track", "proof"];
const view = () => VIEWS.filter((name) => shown(`#view-${name}`));

let services: FakeServices;

async function open(fragment: string): Promise<void> {
  openPage(fragment);
  await import("#pages/citizen/main.js");
  await eventually(() => expect(element("#government").children.length).toBeGreaterThan(1));
}

describe("the page", () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.stubGlobal("scrollTo", () => undefined);
    services = new FakeServices()
      .answer("GET /api/intake/v1/governments", json(GOVERNMENTS))
      .answer("POST /api/intake/v1/complaints", json(RECEIPT, 201))
      .answer(`GET /api/intake/v1/complaints/${number}/timeline`, json(timeline()));
  });

  it.each([
    ["", "file", "Sampaikan aduan – Tanggap"],
    ["#lapor", "file", "Sampaikan aduan – Tanggap"],
    ["#lacak", "track", "Lacak aduan – Tanggap"],
    ["#bukti", "proof", "Periksa rekap – Tanggap"],
    ["#%E0%A4%A", "file", "Sampaikan aduan – Tanggap"],
    ["#lacak/%", "file", "Sampaikan aduan – Tanggap"],
  ])("opens at %j: %s", async (fragment, shown, title) => {
    await open(fragment);

    expect(view()).toEqual([shown]);
    expect(document.title).toBe(title);
    expect(element(`#nav-${shown}`).getAttribute("aria-current")).toBe("page");
    expect(document.querySelectorAll("[aria-current]")).toHaveLength(1);
  });

  it("takes the number from an address, and the root from a report's", async () => {
    await open(`#lacak/${number}`);
    expect(value("#track-number")).toBe(number);

    history.replaceState(null, "", "#bukti/surakarta/2026-09/2/e590db12");
    dispatchEvent(new Event("hashchange"));
    expect(view()).toEqual(["proof"]);
    expect(value("#proof-root")).toBe("e590db12");
  });

  it("stays where it is for the link past the navigation", async () => {
    await open("#lacak");
    history.replaceState(null, "", "#main");
    dispatchEvent(new Event("hashchange"));

    expect(view()).toEqual(["track"]);
  });

  it("leads from the form to the receipt and on to tracking, the secret in no address or storage", async () => {
    const addresses = [vi.spyOn(history, "pushState"), vi.spyOn(history, "replaceState")];
    await open("");
    type("#government", "surakarta");
    type("#text", "Lampu jalan di depan pasar mati.");
    click("#send");
    await eventually(() => expect(view()).toEqual(["receipt"]));

    expect([text("#receipt-number"), text("#receipt-secret")]).toEqual([number, secret]);
    expect(text("#receipt-time")).toBe("Diterima Sab, 3 Okt 2026, 09.11\u00a0WIB.");
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(secret);

    click("#receipt-track");
    await eventually(() => expect(text("#result-title")).toBe(`Aduan ${number}`));
    expect(view()).toEqual(["track"]);
    expect(JSON.stringify(addresses.map(({ mock }) => mock.calls))).toContain(`#lacak/${number}`);
    expect(JSON.stringify(addresses.map(({ mock }) => mock.calls))).not.toContain(secret);
    expect(services.requests.at(-1)?.headers["Tanggap-Secret"]).toBe(secret);
  });

  it("says when the clipboard is closed, and selects the text", async () => {
    await open("");
    type("#government", "surakarta");
    type("#text", "Lampu jalan di depan pasar mati.");
    click("#send");
    await eventually(() => expect(view()).toEqual(["receipt"]));
    const write = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error("closed"));
    vi.stubGlobal("navigator", { clipboard: { writeText: write } });

    click("#copy-number");
    await eventually(() => expect(text("#copy-state")).toBe("Nomor aduan disalin."));
    click("#copy-secret");
    await eventually(() => expect(text("#copy-state")).toContain("Teks sudah dipilih"));
    expect(write.mock.calls).toEqual([[number], [secret]]);
    expect(String(getSelection())).toBe(secret);
  });
});
