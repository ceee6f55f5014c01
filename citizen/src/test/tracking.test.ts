import { beforeEach, describe, expect, it, vi } from "vitest";
import type { IntakeSchemas } from "#api";
import { RECEIPT, timeline } from "./fixtures";
import { click, element, eventually, openPage, shown, text, type, value } from "./page";
import { FakeServices, json, problem } from "./services";

const { number, secret } = RECEIPT;
const LOOK = `GET /api/intake/v1/complaints/${number}/timeline`;
const REPLY = `POST /api/intake/v1/complaints/${number}/reply`;
const OBJECT = `POST /api/intake/v1/complaints/${number}/objection`;
const WITHDRAW = `POST /api/intake/v1/complaints/${number}/withdrawal`;

let services: FakeServices;
const proveThis = vi.fn();

beforeEach(() => {
  sessionStorage.clear();
  proveThis.mockReset();
  services = new FakeServices();
});

async function open(): Promise<void> {
  openPage();
  const { startTracking } = await import("#pages/citizen/tracking.js");
  startTracking({ proveThis });
}

async function look(told: Partial<IntakeSchemas["Timeline"]> = {}): Promise<void> {
  services.answer(LOOK, json(timeline(told)));
  await open();
  type("#track-number", number);
  type("#track-secret", secret);
  click("#track-send");
  await eventually(() => expect(shown("#track-result")).toBe(true));
}

const sent = async (call: string, times: number) => eventually(() => expect(services.asked(call)).toHaveLength(times));
const keys = (call: string) => services.asked(call).map(({ headers }) => headers["Idempotency-Key"]);
const acts = () => ["reply", "survey", "objection", "withdrawal"].filter((id) => document.getElementById(id));

describe("tracking", () => {
  it("asks with number and secret as they were given, however they were typed", async () => {
    services.answer(LOOK, json(timeline()));
    await open();
    type("#track-number", ` ${number.toLowerCase()} `);
    type("#track-secret", secret.toLowerCase());
    click("#track-send");
    await eventually(() => expect(shown("#track-result")).toBe(true));

    expect(services.asked(LOOK)[0]?.headers["Tanggap-Secret"]).toBe(secret);
    expect(value("#track-number")).toBe(number);
    expect(location.hash).toBe(`#lacak/${number}`);
    expect(location.href).not.toContain(secret);
  });

  it("needs both", async () => {
    await open();
    type("#track-number", number);
    click("#track-send");

    expect(text("#track-notice")).toContain("Nomor dan kode rahasia perlu diisi");
    expect(document.activeElement?.id).toBe("track-secret");
    expect(services.requests).toEqual([]);
  });

  it.each([
    [404, "Nomor atau kode rahasia tidak cocok"],
    [400, "Nomor atau kode rahasia tidak cocok"],
    [503, "Layanan sedang terganggu"],
  ])("says why there is nothing to see: %i", async (status, words) => {
    services.answer(LOOK, problem(status, {}));
    await open();
    type("#track-number", number);
    type("#track-secret", secret);
    click("#track-send");

    await eventually(() => expect(text("#track-notice")).toContain(words));
    expect(shown("#track-result")).toBe(false);
  });

  it("shows where the complaint is and how it got there", async () => {
    await look({
      status: "ANSWERED",
      agency: "Dinas Perhubungan",
      dueAt: "2026-10-05T02:11:09Z",
      answer: "Sudah diganti.",
      entries: [
        { at: "2026-10-03T02:11:09Z", status: "RECEIVED", text: "Aduan diterima." },
        { at: "2026-10-04T02:11:09Z", status: "OBJECTED", text: "Anda mengajukan keberatan.", words: "Masih mati." },
        { at: "2026-10-05T02:00:00Z", status: "ANSWERED", text: "Dijawab.", words: "Sudah diganti." },
      ],
    });

    expect(text("#result-status")).toBe("Dijawab");
    expect(text("#result-answer")).toBe("Sudah diganti.");
    expect([...element("#track-result").querySelectorAll("dd")].map((fact) => fact.textContent)).toEqual([
      "Dijawab",
      "Dinas Perhubungan",
      "Sab, 3 Okt 2026, 09.11\u00a0WIB",
      "Sen, 5 Okt 2026, 09.11\u00a0WIB",
    ]);
    expect([...element("#result-timeline").children].map((entry) => entry.textContent)).toEqual([
      "Sab, 3 Okt 2026, 09.11\u00a0WIBAduan diterima.",
      "Min, 4 Okt 2026, 09.11\u00a0WIBAnda mengajukan keberatan.Masih mati.",
      "Sen, 5 Okt 2026, 09.00\u00a0WIBDijawab.",
    ]);
  });

  it("shows text as text", async () => {
    await look({ answer: "<img src=x onerror=alert(1)>" });

    expect(text("#result-answer")).toBe("<img src=x onerror=alert(1)>");
    expect(element("#result-answer").children).toHaveLength(0);
  });

  it("leads to the recap", async () => {
    await look();
    click("#result-proof");

    expect(proveThis).toHaveBeenCalledExactlyOnceWith(number, secret);
  });

  it.each<[IntakeSchemas["Step"][], string[]]>([
    [[], []],
    [
      ["REPLIED", "WITHDRAWN"],
      ["reply", "withdrawal"],
    ],
    [
      ["OBJECTED", "SURVEYED"],
      ["survey", "objection"],
    ],
  ])("offers what is open: %j", async (steps, offered) => {
    await look({ open: steps });

    expect(acts()).toEqual(offered);
  });
});

describe("a reply", () => {
  it("goes with number, secret and key, and then the complaint is looked at again", async () => {
    services.answer(REPLY, json({ status: "REPLIED", at: "2026-10-04T02:11:09Z" }, 201));
    await look({ status: "NEEDS_INFO", question: "Di mana tepatnya?", open: ["REPLIED"] });
    expect(text("#result-question")).toBe("Di mana tepatnya?");
    services.answer(LOOK, json(timeline({ status: "DISPATCHED" })));
    type("#reply-text", " Depan pasar. ");
    click("#reply-send");

    await eventually(() => expect(text("#track-notice")).toContain("Balasan Anda terkirim"));
    const [request] = services.asked(REPLY);
    expect(request?.body).toEqual({ text: "Depan pasar." });
    expect(request?.headers).toMatchObject({
      "Tanggap-Secret": secret,
      "Idempotency-Key": expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(text("#result-status")).toBe("Diteruskan ke perangkat daerah");
    expect(acts()).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  it("is not sent empty", async () => {
    await look({ open: ["REPLIED"] });
    type("#reply-text", "  ");
    click("#reply-send");

    expect(text("#reply-error")).toBe("Tuliskan balasan terlebih dahulu.");
    expect(services.asked(REPLY)).toEqual([]);
  });

  it("that did not arrive keeps its words and its key over a reload", async () => {
    services.answer(REPLY, problem(503, {}, { "Retry-After": "3" }), json({}, 201));
    await look({ open: ["REPLIED"] });
    type("#reply-text", "Depan pasar.");
    click("#reply-send");
    await eventually(() => expect(text("#reply-error")).toContain("Coba lagi dalam 3 detik."));
    await look({ open: ["REPLIED"] });
    expect(value("#reply-text")).toBe("Depan pasar.");
    click("#reply-send");
    await sent(REPLY, 2);

    const [first, second] = keys(REPLY);
    expect(second).toBe(first);
  });

  it("that comes too late shows how the complaint stands now", async () => {
    services.answer(REPLY, problem(409, { detail: "Aduan sudah dilanjutkan." }));
    await look({ open: ["REPLIED"] });
    services.answer(LOOK, json(timeline({ status: "IN_PROGRESS" })));
    type("#reply-text", "Depan pasar.");
    click("#reply-send");

    await eventually(() => expect(text("#track-notice")).toContain("Aduan ini sudah berubahAduan sudah dilanjutkan."));
    expect(text("#result-status")).toBe("Sedang ditangani");
  });
});

describe("an objection", () => {
  it("goes with its reason; one that was begun stands open", async () => {
    services.answer(OBJECT, json({}, 201));
    await look({ open: ["OBJECTED"] });
    expect(element<HTMLDetailsElement>("#objection").open).toBe(false);
    type("#objection-text", "Masih mati.");
    await look({ open: ["OBJECTED"] });
    expect(element<HTMLDetailsElement>("#objection").open).toBe(true);
    click("#objection-send");
    await sent(OBJECT, 1);

    expect(services.asked(OBJECT)[0]?.body).toEqual({ reason: "Masih mati." });
  });
});

describe("a withdrawal", () => {
  it("is asked for twice, and sent with one key until it is through", async () => {
    services.answer(WITHDRAW, problem(503, {}), json({}, 201));
    await look({ open: ["WITHDRAWN"] });
    click("#withdrawal-open");
    const dialog = element<HTMLDialogElement>("#withdrawal");
    expect(dialog.open).toBe(true);
    expect(services.asked(WITHDRAW)).toEqual([]);

    click("#withdrawal-send");
    await eventually(() => expect(text("#withdrawal [role=alert]")).toContain("tidak membuat kiriman ganda"));
    expect(dialog.open).toBe(true);
    click("#withdrawal-send");
    await eventually(() => expect(text("#track-notice")).toContain("Aduan Anda dicabut"));

    const [first, second] = keys(WITHDRAW);
    expect(second).toBe(first);
    expect(services.asked(WITHDRAW)[0]?.body).toBeUndefined();
    expect(dialog.open).toBe(false);
  });

  it("that comes too late shows how the complaint stands now", async () => {
    services.answer(WITHDRAW, problem(409, { detail: "Aduan sudah selesai." }));
    await look({ open: ["WITHDRAWN"] });
    services.answer(LOOK, json(timeline({ status: "CLOSED" })));
    click("#withdrawal-open");
    click("#withdrawal-send");

    await eventually(() => expect(text("#track-notice")).toContain("Aduan ini sudah berubahAduan sudah selesai."));
    expect(text("#result-status")).toBe("Selesai");
  });

  it("may be thought better of", async () => {
    await look({ open: ["WITHDRAWN"] });
    click("#withdrawal-open");
    click("#withdrawal-cancel");

    expect(element<HTMLDialogElement>("#withdrawal").open).toBe(false);
    expect(services.asked(WITHDRAW)).toEqual([]);
  });
});
