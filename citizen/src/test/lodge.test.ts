import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { click, element, eventually, openPage, shown, text, type, value } from "./page";

const KEPT = "tanggap.draft.surakarta";

async function open(): Promise<void> {
  openPage("lodge");
  element<HTMLDetailsElement>("details").open = false;
  element("#restored").hidden = true;
  for (const field of document.querySelectorAll<HTMLInputElement>("#lat, #lon")) {
    field.value = "";
  }
  element("#complaint-form").dataset["government"] = "surakarta";
  await import("#assets/lodge.js");
}

/** The device, with what it answers. */
function deviceSays(answer: (found: PositionCallback, failed: PositionErrorCallback) => void): void {
  vi.stubGlobal("navigator", { ...navigator, geolocation: { getCurrentPosition: answer } });
}

beforeEach(() => {
  localStorage.clear();
});

describe("what was typed", () => {
  it("is there again after the tab was closed", async () => {
    await open();
    type("#text", "Lampu jalan mati sejak Senin");
    type("#place", "Jalan Veteran");

    await open();

    expect(value("#text")).toBe("Lampu jalan mati sejak Senin");
    expect(value("#place")).toBe("Jalan Veteran");
    expect(element<HTMLDetailsElement>("details").open).toBe(false);
  });

  it("opens what is folded when something of it was typed", async () => {
    await open();
    type("#name", "Wati");

    await open();

    expect(element<HTMLDetailsElement>("details").open).toBe(true);
  });

  it("does not stand in the way of what the service kept", async () => {
    localStorage.setItem(KEPT, JSON.stringify({ text: "lama", place: "lama" }));
    openPage("lodge");
    element("#complaint-form").dataset["government"] = "surakarta";
    element<HTMLTextAreaElement>("#text").value = "Yang tersimpan di layanan";
    await import("#assets/lodge.js");

    expect(value("#text")).toBe("Yang tersimpan di layanan");
    expect(value("#place")).toBe("");
  });

  it("is forgotten when the citizen clears it", async () => {
    await open();
    type("#text", "Lampu jalan mati sejak Senin");

    click("#clear");

    expect(localStorage.getItem(KEPT)).toBeNull();
  });

  it("is read past when a stranger wrote it", async () => {
    localStorage.setItem(KEPT, "{");

    await open();

    expect(value("#text")).toBe("");
  });
});

describe("what was chosen", () => {
  it("stays secret when it is restored", async () => {
    await open();
    const secret = document.querySelectorAll<HTMLInputElement>("input[name=visibility]")[0];
    if (!secret) {
      throw new Error("No choice on the page");
    }
    secret.value = "SECRET";
    secret.checked = true;
    type("#text", "Petugas meminta uang lebih");

    expect(JSON.parse(localStorage.getItem(KEPT) ?? "{}")).toMatchObject({ visibility: "SECRET" });
  });

  it("is told when it comes back, and can be cleared", async () => {
    localStorage.setItem(KEPT, JSON.stringify({ text: "Lampu jalan mati", at: Date.now() }));

    await open();

    expect(shown("#restored")).toBe(true);
  });

  it("is not brought back after a week", async () => {
    localStorage.setItem(KEPT, JSON.stringify({ text: "Lampu jalan mati", at: Date.now() - 8 * 86_400_000 }));

    await open();

    expect(value("#text")).toBe("");
  });
});

describe("what was refused after it had waited", () => {
  const WRITTEN = {
    government: "surakarta",
    channel: "WEB",
    text: "Lampu jalan mati sejak Senin",
    visibility: "SECRET",
    location: { address: "Jalan Veteran", lat: -7.5, lon: 110.8 },
    complainant: { name: "Wati" },
    attachments: ["tiket-1"],
  };
  const PHOTO = { name: "lampu.jpg", type: "image/jpeg", bytes: new ArrayBuffer(4) };

  it("is in the form again, with its words and files", async () => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:foto" }));
    vi.stubGlobal("fetch", async (path: string) =>
      path.endsWith("/attachments")
        ? new Response(null, { status: 503 })
        : new Response(JSON.stringify({ detail: "Tidak dapat." }), { status: 400 }),
    );
    openPage("layout");
    const { wait } = await import("#assets/queue.js");
    await wait(WRITTEN, []);
    const link = element<HTMLAnchorElement>("#queue a");
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();

    await open();

    await eventually(() => expect(value("#text")).toBe(WRITTEN.text));
    expect(value("#place")).toBe("Jalan Veteran");
    expect(value("#lat")).toBe("-7.5");
    expect(value("#name")).toBe("Wati");
    expect(new FormData(element<HTMLFormElement>("#complaint-form")).getAll("ticket")).toContain("tiket-1");
    sessionStorage.clear();
  });

  it("brings what waited with it", async () => {
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:foto" }));
    await open();
    element("#file-list").replaceChildren();
    element("#file-state").textContent = "Tidak ada sinyal.";
    const { bringBack, held, letGo } = await import("#assets/photos.js");

    bringBack([PHOTO], ["tiket-1"]);

    expect(element("#file-list").children).toHaveLength(2);
    expect(held).toEqual([PHOTO]);
    letGo();
    expect(element("#file-list").children).toHaveLength(0);
    expect(text("#file-state")).toBe("");
    expect(held).toEqual([]);
  });
});

describe("the device's place", () => {
  it("is asked for at a press, and never before", async () => {
    const asked = vi.fn((found: PositionCallback) =>
      found({ coords: { latitude: -7.5666123, longitude: 110.8243456, accuracy: 12.4 } } as GeolocationPosition),
    );
    deviceSays(asked);
    await open();
    expect(asked).not.toHaveBeenCalled();

    click("#locate");

    expect(value("#lat")).toBe("-7.566612");
    expect(value("#lon")).toBe("110.824346");
    expect(text("#locate-state")).toContain("12 m");
    expect(JSON.parse(localStorage.getItem(KEPT) ?? "{}")).toMatchObject({ lat: "-7.566612" });
  });

  it("can be taken away again", async () => {
    deviceSays((found) => found({ coords: { latitude: -7.5, longitude: 110.8, accuracy: 5 } } as GeolocationPosition));
    await open();
    click("#locate");

    click("#unlocate");

    expect(value("#lat")).toBe("");
    expect(shown("#unlocate")).toBe(false);
  });

  it.each([
    [1, "tidak diizinkan"],
    [2, "tidak ditemukan"],
  ])("is not insisted on: failure %i", async (code, words) => {
    deviceSays((_found, failed) => failed({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError));
    await open();

    click("#locate");

    expect(text("#locate-state")).toContain(words);
    expect(value("#lat")).toBe("");
  });
});
