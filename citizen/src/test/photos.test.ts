import { beforeEach, describe, expect, it, vi } from "vitest";
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
