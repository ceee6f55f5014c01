import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { click, element, eventually, openPage, shown, text } from "./page";

const BODY = { government: "surakarta", channel: "WEB", text: "Lampu jalan padam sejak Senin." };
const RECEIPT = { number: "SKA-4F7K-92XM", secret: "7KQ2-9F3M" };
const LODGE = "/api/intake/v1/complaints";
const UPLOAD = "/api/intake/v1/attachments";

interface Asked {
  path: string;
  init: RequestInit;
}
let asked: Asked[];
let answers: Record<string, () => Response>;
let connected: boolean;

const json = (status: number, told: object) => () => new Response(JSON.stringify(told), { status });

async function open(): Promise<typeof import("#assets/queue.js")> {
  openPage("layout");
  element("#queue").hidden = true;
  element("#queue").dataset["waiting"] = "Menunggu sinyal";
  element("#queue").dataset["left"] = "Berkas $1 tidak ikut terkirim: $2";
  element("#queue").dataset["sent"] = "Aduan Anda diterima";
  element("#queue").dataset["refused"] = "Aduan tidak dapat dikirim";
  return import("#assets/queue.js");
}

beforeEach(() => {
  asked = [];
  connected = false;
  answers = { [LODGE]: json(201, RECEIPT), [UPLOAD]: json(201, { ticket: "tiket-1" }) };
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", {
    get onLine() {
      return connected;
    },
  });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    if (!connected) {
      throw new TypeError("Failed to fetch");
    }
    return answers[path]?.();
  });
});

const lodged = () => asked.filter(({ path }) => path === LODGE);
const keyOf = ({ init }: Asked) => (init.headers as Record<string, string>)["Idempotency-Key"];

describe("a complaint without a connection", () => {
  it("waits, also when the page is closed", async () => {
    const { wait } = await open();

    await wait(BODY, []);
    await open();

    await eventually(() => expect(text("#queue")).toContain("Menunggu sinyal"));
    expect(text("#queue")).toContain(BODY.text);
    expect(lodged()).toHaveLength(0);
  });

  it("is sent once there is one, and shows its receipt until that is kept", async () => {
    const { wait, sendAll } = await open();
    await wait(BODY, []);
    connected = true;

    await sendAll();
    await sendAll();

    expect(lodged()).toHaveLength(1);
    expect(JSON.parse(String(lodged()[0]?.init.body))).toEqual(BODY);
    expect(text("#queue")).toContain(RECEIPT.secret);
    expect(text("#queue")).not.toContain(BODY.text);
    click("#queue button");
    await eventually(() => expect(shown("#queue")).toBe(false));
  });

  it("bears one key however often it is tried", async () => {
    const { wait, sendAll } = await open();
    connected = true;
    answers[LODGE] = json(503, {});
    await wait(BODY, []);
    answers[LODGE] = json(201, RECEIPT);

    await sendAll();

    expect(lodged().length).toBeGreaterThan(1);
    expect(new Set(lodged().map(keyOf)).size).toBe(1);
  });

  it("takes its photos along, each once", async () => {
    const { wait, sendAll } = await open();
    connected = true;
    answers[LODGE] = json(503, {});
    await wait(BODY, [{ name: "lampu.jpg", type: "image/jpeg", bytes: new ArrayBuffer(4) }]);
    answers[LODGE] = json(201, RECEIPT);

    await sendAll();

    expect(asked.filter(({ path }) => path === UPLOAD)).toHaveLength(1);
    expect(JSON.parse(String(lodged().at(-1)?.init.body))).toEqual({ ...BODY, attachments: ["tiket-1"] });
  });

  it("takes along what went ahead, and has the service forget its draft", async () => {
    const { wait } = await open();
    connected = true;
    answers["/lapor/surakarta/kosongkan"] = json(200, {});

    await wait(BODY, [], ["tiket-0"], { path: "/lapor/surakarta/kosongkan", token: "t" });

    expect(JSON.parse(String(lodged()[0]?.init.body))).toEqual({ ...BODY, attachments: ["tiket-0"] });
    expect(asked.at(-1)?.path).toBe("/lapor/surakarta/kosongkan");
  });

  it("is not sent when it was taken out", async () => {
    const { wait } = await open();
    await wait(BODY, []);
    click("#queue button");
    await eventually(() => expect(shown("#queue")).toBe(false));
    connected = true;

    await (await open()).sendAll();

    expect(lodged()).toHaveLength(0);
  });

  it.each([507, 400])("goes without a photo that is refused with %i", async (status) => {
    const { wait } = await open();
    connected = true;
    answers[UPLOAD] = json(status, {});

    await wait(BODY, [{ name: "lampu.jpg", type: "image/jpeg", bytes: new ArrayBuffer(4) }]);

    expect(JSON.parse(String(lodged()[0]?.init.body))).toEqual(BODY);
    expect(text("#queue")).toContain(`Berkas lampu.jpg tidak ikut terkirim: ${status}`);
    expect(text("#queue")).toContain(RECEIPT.number);
  });

  it("says why a photo is refused, in the words of the service", async () => {
    const { wait } = await open();
    connected = true;
    answers[UPLOAD] = json(400, { errors: [{ field: "file", message: "Berkas ini rusak." }] });
    answers[LODGE] = json(400, { detail: "Tidak dapat." });

    await wait(BODY, [{ name: "$1.jpg", type: "image/jpeg", bytes: new ArrayBuffer(4) }]);

    expect(text("#queue")).toContain("Berkas $1.jpg tidak ikut terkirim: Berkas ini rusak.");
  });

  it("goes back into its form when it is refused, and waits here until it is sent from there", async () => {
    const { wait, reopened, forgetReopened } = await open();
    connected = true;
    answers[LODGE] = json(400, { detail: "Tidak dapat." });
    await wait(BODY, []);
    const link = element<HTMLAnchorElement>("#queue a");
    link.addEventListener("click", (event) => event.preventDefault());
    expect(link.getAttribute("href")).toBe("/lapor/surakarta/");
    expect(await reopened("surakarta")).toBeUndefined();

    link.click();

    expect(await reopened("karanganyar")).toBeUndefined();
    expect((await reopened("surakarta"))?.body).toEqual(BODY);
    await forgetReopened();
    expect(await reopened("surakarta")).toBeUndefined();
    await open();
    await eventually(() => expect(shown("#queue")).toBe(false));
  });

  it("is told when it is refused, and stands in nobody's way", async () => {
    const { wait } = await open();
    connected = true;
    answers[LODGE] = json(400, { errors: [{ field: "text", message: "Tulis 10 sampai 5.000 karakter." }] });
    await wait({ ...BODY, text: "pendek" }, []);
    answers[LODGE] = json(201, RECEIPT);

    await wait(BODY, []);

    expect(text("#queue")).toContain("Tulis 10 sampai 5.000 karakter.");
    expect(text("#queue")).toContain("pendek");
    expect(text("#queue")).toContain(RECEIPT.number);
  });
});
