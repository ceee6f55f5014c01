import { beforeEach, describe, expect, it, vi } from "vitest";
import { bytes } from "./fixtures";
import { click, element, eventually, openPage, shown, text } from "./page";

const UPLOAD = "/api/intake/v1/attachments";
const WAITING = { ticket: "tiket-1", kind: "JPEG", size: 181_000 };

let asked: { path: string; init: RequestInit }[];

function servicesAnswer(status: number, told: object): void {
  asked = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    return path === UPLOAD && init.method === "POST"
      ? new Response(JSON.stringify(told), { status })
      : new Response(null, { status: 204 });
  });
}

async function choose(...files: File[]): Promise<void> {
  const input = element<HTMLInputElement>("#file");
  Object.defineProperty(input, "files", { value: files, configurable: true });
  input.dispatchEvent(new Event("change"));
  await eventually(() => expect(asked).not.toHaveLength(0));
}

const photo = (name: string) => new File(["foto"], name, { type: "image/jpeg" });

beforeEach(async () => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:foto" }));
  openPage("lodge");
  element("#file-list").replaceChildren();
  element<HTMLFormElement>("#complaint-form").action = "/lapor/surakarta/";
  const { sendAhead } = await import("#assets/photos.js");
  sendAhead(element<HTMLFormElement>("#complaint-form"));
});

/** A JPEG that says where it was taken, with its numbers in one order of bytes or the other. */
function taken(lat: number, lon: number, little = false): File {
  const exif = new DataView(new ArrayBuffer(200));
  let at = 0;
  const short = (value: number) => (exif.setUint16(at, value, little), (at += 2));
  const long = (value: number) => (exif.setUint32(at, value, little), (at += 4));
  const entry = (tag: number, type: number, count: number, value: () => void) => {
    const next = at + 12;
    short(tag);
    short(type);
    long(count);
    value();
    at = next;
  };
  const side = (name: string) => () => exif.setUint8(at, name.charCodeAt(0));
  exif.setUint16(at, little ? 0x4949 : 0x4d4d);
  at = 2;
  short(42);
  long(8);
  short(1);
  entry(0x8825, 4, 1, () => long(26));
  at = 26;
  short(4);
  entry(1, 2, 2, side(lat < 0 ? "S" : "N"));
  entry(2, 5, 3, () => long(120));
  entry(3, 2, 2, side(lon < 0 ? "W" : "E"));
  entry(4, 5, 3, () => long(150));
  for (const [place, degrees] of [
    [120, Math.abs(lat)],
    [150, Math.abs(lon)],
  ] as const) {
    at = place;
    [Math.floor(degrees), 1, Math.round((degrees % 1) * 60 * 1e6), 1e6, 0, 1].forEach(long);
  }
  const before = new DataView(new ArrayBuffer(12));
  before.setUint32(0, 0xffd8ffe1);
  before.setUint16(4, 208);
  before.setUint32(6, 0x45786966);
  const picture = new Uint8Array([0xff, 0xda, 0, 0]);
  return new File([before.buffer, exif.buffer, picture], "foto.jpg", { type: "image/jpeg" });
}

describe("the place of a photo", () => {
  const put = vi.fn();

  async function told(suggested: object, ...photos: File[]): Promise<void> {
    servicesAnswer(201, WAITING);
    const answer = globalThis.fetch;
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) =>
      path.endsWith("/suggestions") ? new Response(JSON.stringify(suggested)) : answer(path, init),
    );
    element<HTMLInputElement>("#lat").value = "";
    element("#photo-place").hidden = true;
    element("#photo-place").replaceChildren();
    const { sendAhead } = await import("#assets/photos.js");
    put.mockClear();
    sendAhead(element<HTMLFormElement>("#complaint-form"), put);
    await choose(...photos);
    await eventually(() => expect(element("#file-list").children.length).toBeGreaterThan(0));
  }

  it.each([
    [-7.56612, 110.82514, false],
    [-7.56612, 110.82514, true],
    [51.5, -0.125, false],
  ])("is read as the camera wrote it: %d, %d", async (lat, lon, little) => {
    const { positionIn } = await import("#assets/exif.js");

    const position = positionIn(await bytes(taken(lat, lon, little)));

    expect(position?.lat).toBeCloseTo(lat, 6);
    expect(position?.lon).toBeCloseTo(lon, 6);
  });

  it("is nowhere when the photo is cut short, or none", async () => {
    const { positionIn } = await import("#assets/exif.js");
    const whole = await bytes(taken(-7.5, 110.8));

    for (let length = 0; length < 186; length++) {
      expect(positionIn(whole.slice(0, length))).toBeUndefined();
    }
    expect(positionIn(await bytes(taken(0, 0)))).toBeUndefined();
    expect(positionIn(await bytes(photo("kosong.jpg")))).toBeUndefined();
  });

  it("is offered, and taken at a click", async () => {
    await told(
      { outside: false, district: { id: "33.72.03", name: "Kecamatan Pasar Kliwon" } },
      taken(-7.5692, 110.8291),
    );

    expect(text("#photo-place")).toContain(
      "Foto ini diambil di sini. (Kecamatan Pasar Kliwon) Pakai sebagai lokasi aduan?",
    );
    expect(put).not.toHaveBeenCalled();
    click("#photo-place button");

    expect(put.mock.calls[0]?.[0]).toBeCloseTo(-7.5692, 6);
    expect(text("#photo-place")).toBe("Titik lokasi terpasang.");
  });

  it("is not offered when it lies outside", async () => {
    await told({ outside: true }, taken(-6.2, 106.8));

    expect(text("#photo-place")).toContain("di luar wilayah");
    expect(document.querySelector("#photo-place button")).toBeNull();
  });

  it("goes with the photo", async () => {
    await told({ outside: false }, taken(-7.5692, 110.8291));

    click("#file-list button");

    expect(shown("#photo-place")).toBe(false);
  });

  it("is no question when nothing says so", async () => {
    await told({ outside: false }, photo("lampu.jpg"));

    expect(shown("#photo-place")).toBe(false);
  });
});

describe("a photo", () => {
  it("goes ahead of the form and leaves its ticket there", async () => {
    servicesAnswer(201, WAITING);

    await choose(photo("lampu.jpg"));

    await eventually(() => expect(text("#file-list")).toContain("JPEG, 181 kB"));
    expect(new FormData(element<HTMLFormElement>("#complaint-form")).getAll("ticket")).toEqual(["tiket-1"]);
    expect(shown("#add-files")).toBe(false);
  });

  it("is kept with the form, for a reload", async () => {
    servicesAnswer(201, WAITING);

    await choose(photo("lampu.jpg"));

    await eventually(() => expect(asked.at(-1)?.path).toContain("/lapor/surakarta/"));
    expect((asked.at(-1)?.init.body as FormData).get("tambah")).toBe("ya");
  });

  it("is taken away again, there and here", async () => {
    servicesAnswer(201, WAITING);
    await choose(photo("lampu.jpg"));
    await eventually(() => expect(element("#file-list").children).toHaveLength(1));

    click("#file-list button");

    expect(element("#file-list").children).toHaveLength(0);
    expect(asked.at(-1)?.init).toMatchObject({ method: "DELETE", headers: { "Tanggap-Ticket": "tiket-1" } });
  });

  it("is refused with the service's words", async () => {
    servicesAnswer(400, { errors: [{ field: "file", message: "Berkas ini rusak." }] });

    await choose(photo("rusak.jpg"), photo("kedua.jpg"));

    await eventually(() => expect(text("#file-state")).toBe("Berkas ini rusak."));
    expect(element("#file-list").children).toHaveLength(0);
    expect(asked).toHaveLength(1);
  });

  it("waits when there is no connection", async () => {
    servicesAnswer(201, WAITING);
    asked = [];
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      asked.push({ path, init });
      throw new TypeError("Failed to fetch");
    });

    await choose(photo("lampu.jpg"));

    await eventually(() => expect(text("#file-state")).toContain("Tidak ada sinyal"));
    const { held } = await import("#assets/photos.js");
    expect(held.map(({ name }) => name)).toEqual(["lampu.jpg"]);
    click("#file-list button");
    expect(held).toHaveLength(0);
  });
});
