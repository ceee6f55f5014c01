import { beforeEach, describe, expect, it, vi } from "vitest";
import { RECEIPT } from "./fixtures";
import { click, element, openPage, shown, text, type } from "./page";

const { number, secret } = RECEIPT;
const OTHER = { number: "SKA-1111-1111", secret: "1111-1111" };
const kept = () => JSON.parse(localStorage.getItem("tanggap.own") ?? "[]") as unknown;

const received = async () => {
  openPage("receipt", "/tanda-terima/");
  Object.assign(element(".keep").dataset, { number, secret });
  await import("#assets/receipt.js");
};
const tracking = async (found = true) => {
  openPage("track", "/lacak/");
  if (found) {
    element("#track-notice").remove();
  }
  await import("#assets/track.js");
};
const own = async () => {
  openPage("own", "/aduan/");
  element("#own-kept").dataset["number"] = number;
  await import("#assets/follow.js");
};
/** A browser of tests sends nothing. */
const submit = (form: string) => element(form).dispatchEvent(new Event("submit", { cancelable: true }));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("a complaint on this device", () => {
  it("is kept at a press and taken away at the next", async () => {
    await received();
    expect(kept()).toEqual([]);
    expect(text(".keeping p")).toContain("Jangan di perangkat milik bersama");

    click(".keep");
    expect(kept()).toEqual([{ number, secret }]);
    expect(text(".keeping p")).toContain("Tersimpan");

    click(".keep");
    expect(localStorage.getItem("tanggap.own")).toBeNull();
  });

  it("is not kept where the browser stores nothing, and that is said", async () => {
    await received();
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("full");
    });

    click(".keep");

    expect(text(".keeping p")).toContain("tidak menyimpan apa pun");
  });

  it("is opened from the list as it would be typed", async () => {
    localStorage.setItem("tanggap.own", JSON.stringify([{ number, secret }, OTHER]));
    await tracking();

    expect(shown("#device")).toBe(true);
    const form = element<HTMLFormElement>("#device-list form");
    expect(form.method).toBe("post");
    expect(form.getAttribute("action")).toBe("/lacak/");
    expect(Object.fromEntries(new FormData(form))).toEqual({ number, secret });
  });

  it("is taken from the list, alone or with all others", async () => {
    localStorage.setItem("tanggap.own", JSON.stringify([{ number, secret }, OTHER]));
    await tracking();

    click("#device-list .quiet");
    expect(kept()).toEqual([OTHER]);

    click("#device-clear");
    expect(kept()).toEqual([]);
    expect(shown("#device")).toBe(false);
  });

  it("goes when the service does not know it any more, and only then", async () => {
    localStorage.setItem("tanggap.own", JSON.stringify([{ number, secret }]));
    await tracking();
    submit("#device-list form");
    await tracking();
    expect(kept()).toEqual([{ number, secret }]);

    submit("#device-list form");
    openPage("track", "/lacak/");
    element<HTMLInputElement>("#track-number").value = number;
    await import("#assets/track.js");

    expect(kept()).toEqual([]);
    expect(text("#device-state")).toContain(`Aduan ${number} dihapus`);
  });

  it("is kept when it is ticked while opening, once the service knows it", async () => {
    await tracking();
    type("#track-number", number.toLowerCase().replaceAll("-", ""));
    type("#track-secret", secret);
    click("#track-keep");
    submit("#track-form");
    expect(kept()).toEqual([]);

    await own();

    expect(kept()).toEqual([{ number, secret }]);
    expect(shown("#own-kept")).toBe(true);
    expect(sessionStorage.length).toBe(0);
    click("#own-forget");
    expect(kept()).toEqual([]);
    expect(shown("#own-kept")).toBe(false);
  });

  it("is not kept when the two were wrong, or another was opened meanwhile", async () => {
    await tracking();
    type("#track-number", OTHER.number);
    type("#track-secret", OTHER.secret);
    click("#track-keep");
    submit("#track-form");
    await own();
    expect(kept()).toEqual([]);

    await tracking();
    type("#track-number", number);
    click("#track-keep");
    submit("#track-form");
    await tracking(false);
    await own();
    expect(kept()).toEqual([]);
  });
});
