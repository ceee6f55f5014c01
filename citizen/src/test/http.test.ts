// @vitest-environment node
import { describe, expect, it } from "vitest";
import { call } from "#assets/http.js";
import { FakeServices, json, page, problem, unreachable } from "./services";

const GOVERNMENTS = "GET /api/intake/v1/governments";
const ask = () => call("/api/intake/v1/governments");

describe("a call", () => {
  it("gives what was answered", async () => {
    new FakeServices().answer(GOVERNMENTS, json([{ id: "surakarta" }]));

    expect(await ask()).toEqual({ ok: true, status: 200, data: [{ id: "surakarta" }] });
  });

  it("sends a body as JSON, and no type without one", async () => {
    const complaints = "POST /api/intake/v1/complaints";
    const services = new FakeServices().answer(complaints, json({}, 201)).answer(GOVERNMENTS, json([]));

    await call("/api/intake/v1/complaints", {
      method: "POST",
      headers: { "Idempotency-Key": "k" },
      body: { government: "surakarta", channel: "WEB", text: "Lampu jalan mati" },
    });
    await ask();

    const [sent, asked] = services.requests;
    expect(sent?.body).toEqual({ government: "surakarta", channel: "WEB", text: "Lampu jalan mati" });
    expect(sent?.headers).toEqual({
      Accept: "application/json",
      "Content-Type": "application/json",
      "Idempotency-Key": "k",
    });
    expect(asked?.body).toBeUndefined();
    expect(asked?.headers).toEqual({ Accept: "application/json" });
  });

  it.each([400, 404, 429, 502])("that is refused says so, and leaves the words to the page: %i", async (status) => {
    new FakeServices().answer(GOVERNMENTS, problem(status, { title: "Isian keliru" }), page(status));

    expect(await ask()).toEqual({ ok: false, status });
    expect(await ask()).toEqual({ ok: false, status });
  });

  it("that reaches nothing has status 0", async () => {
    new FakeServices().answer(GOVERNMENTS, unreachable);

    expect(await ask()).toEqual({ ok: false, status: 0 });
  });

  it("that is answered in half, or with a page, was not answered", async () => {
    new FakeServices().answer(GOVERNMENTS, () => new Response('[{"id":"sura', { status: 200 }), page(200));

    expect(await ask()).toMatchObject({ ok: false, status: 0 });
    expect(await ask()).toMatchObject({ ok: false, status: 0 });
  });
});
