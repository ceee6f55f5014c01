import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GOVERNMENTS, RECEIPT } from "./fixtures";
import { choose, click, element, eventually, openPage, shown, text, type, value } from "./page";
import { FakeServices, json, problem, unreachable } from "./services";

const ASK = "GET /api/intake/v1/governments";
const SEND = "POST /api/intake/v1/complaints";
const TEXT = "Lampu jalan di depan pasar mati sejak tiga hari.";

let services: FakeServices;
const accepted = vi.fn();

beforeEach(() => {
  sessionStorage.clear();
  accepted.mockReset();
  services = new FakeServices().answer(ASK, json(GOVERNMENTS)).answer(SEND, json(RECEIPT, 201));
});

async function open(): Promise<void> {
  openPage();
  const { startForm } = await import("#pages/citizen/form.js");
  startForm(accepted);
  await eventually(() => expect(services.requests.at(-1)?.call).toBe(ASK));
  await eventually(() => expect(element("#government").children.length > 1 || shown("#file-notice")).toBe(true));
}

function fill(): void {
  type("#government", "surakarta");
  type("#text", TEXT);
}

async function send(button = "#send"): Promise<void> {
  const before = services.asked(SEND).length;
  click(button);
  await eventually(() => expect(services.asked(SEND)).toHaveLength(before + 1));
  await eventually(() => expect(element("#send").getAttribute("aria-disabled")).toBe("false"));
}

const keys = () => services.asked(SEND).map(({ headers }) => headers["Idempotency-Key"]);
const choices = (list: string) => [...element(list).children].map((option) => option.textContent);
const faults = () => [...element("#file-notice").querySelectorAll("li")].map((item) => item.textContent);

describe("the lists", () => {
  beforeEach(open);

  it("are what intake tells", () => {
    expect(choices("#government")).toEqual(["Pilih…", ...GOVERNMENTS.map(({ name }) => name)]);
    expect(choices("#category")).toEqual(["Belum tahu"]);

    type("#government", "karanganyar");
    expect(choices("#category")).toEqual(["Belum tahu", "Jalan", "Penerangan jalan umum"]);
  });

  it("take a category back with its government, though the other has it too", () => {
    type("#government", "surakarta");
    type("#category", "penerangan-jalan");
    type("#government", "karanganyar");

    expect(value("#category")).toBe("");
  });

  it("are asked for again when they did not come, and keep the choice", async () => {
    fill();
    services.answer(ASK, unreachable, json(GOVERNMENTS));
    await open();

    expect(text("#file-notice")).toContain("Daftar pemerintah daerah belum dapat dimuat");
    type("#title", "Lampu");
    click("#retry-governments");

    await eventually(() => expect(value("#government")).toBe("surakarta"));
    expect(shown("#file-notice")).toBe(false);
  });
});

describe("the form", () => {
  beforeEach(open);

  it("refuses what is missing, from top to bottom, and sends nothing", () => {
    type("#text", "  Lampu   ");
    type("#email", "wati@");
    click("#send");

    expect(faults()).toEqual([
      "Pilih pemerintah daerah yang dituju.",
      "Tuliskan isi aduan, paling sedikit 10 huruf.",
      "Periksa penulisan alamat surel.",
    ]);
    expect(document.activeElement?.id).toBe("government");
    expect(element("#text").getAttribute("aria-describedby")).toBe("text-hint text-counter text-error");
    expect(services.asked(SEND)).toEqual([]);
  });

  it("forgives a field that is corrected", () => {
    click("#send");
    type("#text", TEXT);

    expect(document.getElementById("text-error")).toBeNull();
    expect(element("#text").hasAttribute("aria-invalid")).toBe(false);
    expect(element("#text").getAttribute("aria-describedby")).toBe("text-hint text-counter");
    expect(element("#government").getAttribute("aria-invalid")).toBe("true");
  });

  it("sends what was typed and leaves out what was not", async () => {
    fill();
    await send();

    expect(services.asked(SEND)[0]?.body).toEqual({
      government: "surakarta",
      channel: "WEB",
      text: TEXT,
      visibility: "PUBLIC",
    });
    expect(accepted).toHaveBeenCalledExactlyOnceWith(RECEIPT);
  });

  it("sends all of it", async () => {
    fill();
    type("#category", "penerangan-jalan");
    type("#title", " Lampu ");
    type("#place", "Jebres");
    choose("#visibility-secret");
    type("#name", "Wati Contoh");
    type("#phone", "0812 0000 0000");
    type("#email", "wati@example.org");
    await send();

    expect(services.asked(SEND)[0]?.body).toEqual({
      government: "surakarta",
      channel: "WEB",
      category: "penerangan-jalan",
      title: "Lampu",
      text: TEXT,
      location: { address: "Jebres" },
      complainant: { name: "Wati Contoh", phone: "0812 0000 0000", email: "wati@example.org" },
      visibility: "SECRET",
    });
  });

  it("counts the letters", () => {
    type("#text", "a".repeat(1234));

    expect(text("#text-counter")).toBe("1.234 / 5.000 huruf");
  });

  it("puts the faults that intake finds where they belong", async () => {
    const errors = [
      { field: "submit.complaint.complainant.phone", message: "Periksa nomornya." },
      { field: "location.address", message: "Terlalu panjang." },
      { field: "attachments", message: "Terlalu banyak." },
    ];
    services.answer(SEND, problem(400, { errors }));
    fill();
    await send();

    expect(faults()).toEqual(["Terlalu banyak.", "Lokasi: Terlalu panjang.", "Nomor telepon: Periksa nomornya."]);
    expect(text("#phone-error")).toBe("Periksa nomornya.");
    expect(document.activeElement?.id).toBe("place");
  });
});

describe("a draft", () => {
  beforeEach(open);

  it("survives a reload", async () => {
    fill();
    type("#category", "penerangan-jalan");
    choose("#visibility-anonymous");
    await open();

    expect([value("#government"), value("#category"), value("#text")]).toEqual(["surakarta", "penerangan-jalan", TEXT]);
    expect(element<HTMLInputElement>("#visibility-anonymous").checked).toBe(true);
  });

  it("is gone once it was accepted, and its key too", async () => {
    fill();
    await send();
    expect(value("#text")).toBe("");
    expect(sessionStorage.length).toBe(0);

    fill();
    await send();
    const [first, second] = keys();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
  });

  it("is sent with one key, however often and over a reload", async () => {
    services.answer(SEND, unreachable, problem(503, {}), json(RECEIPT, 201));
    fill();
    await send();
    expect(text("#file-notice")).toContain("mengirim ulang tidak membuat aduan ganda");
    await send("#retry");
    await open();
    await send();

    expect(new Set(keys()).size).toBe(1);
    expect(accepted).toHaveBeenCalledExactlyOnceWith(RECEIPT);
  });

  it("is sent once for two presses", async () => {
    fill();
    click("#send");
    click("#send");
    await eventually(() => expect(accepted).toHaveBeenCalled());

    expect(services.asked(SEND)).toHaveLength(1);
  });

  it("that nothing is known of is refused as intake says", async () => {
    services.answer(SEND, problem(422, { title: "Kunci sudah dipakai", detail: "Kirim ulang." }));
    fill();
    await send();

    expect(text("#file-notice")).toBe("Kunci sudah dipakaiKirim ulang.");
  });
});

describe("a wait", () => {
  afterEach(() => vi.useRealTimers());

  it("is counted down on the button", async () => {
    await open();
    services.answer(SEND, problem(429, {}, { "Retry-After": "2" }));
    fill();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    click("#send");
    await vi.advanceTimersByTimeAsync(0);
    const retry = element<HTMLButtonElement>("#retry");

    expect([retry.disabled, retry.textContent]).toEqual([true, "Coba lagi dalam 2 detik"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([retry.disabled, retry.textContent]).toEqual([true, "Coba lagi dalam 1 detik"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([retry.disabled, retry.textContent]).toEqual([false, "Coba lagi"]);
  });
});

describe("a complaint whose receipt got lost", () => {
  beforeEach(async () => {
    await open();
    services.answer(SEND, unreachable, problem(422, {}), json(RECEIPT, 201));
    fill();
    await send();
    type("#text", `${TEXT} Juga di gang sebelah.`);
    await send();
    expect(text("#file-notice")).toContain("Kiriman Anda sebelumnya sudah diterima");
  });

  it("is asked for with what was sent then", async () => {
    await send("#take-receipt");

    const [first, , third] = services.asked(SEND);
    expect(third?.body).toEqual(first?.body);
    expect(new Set(keys()).size).toBe(1);
    expect(accepted).toHaveBeenCalledExactlyOnceWith(RECEIPT);
  });

  it("is left, and what is typed now is another", async () => {
    await send("#send-anew");

    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(services.asked(SEND)[2]?.body).toMatchObject({ text: `${TEXT} Juga di gang sebelah.` });
  });
});
