// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { call } from "#assets/http.js";
import { FakeServices, json, page, problem, unreachable } from "./services";

const GOVERNMENTS = "GET /api/intake/v1/governments";
const ask = () => call("/api/intake/v1/governments");
const refused = { ok: false, errors: [], retryAfter: 0 };

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

  it("gives the problem in the words of the service", async () => {
    const errors = [{ field: "text", message: "Wajib diisi." }];
    new FakeServices().answer(GOVERNMENTS, problem(400, { title: "Isian keliru", detail: "Periksa.", errors }));

    expect(await ask()).toEqual({ ...refused, status: 400, title: "Isian keliru", detail: "Periksa.", errors });
  });

  it("tells how long to wait", async () => {
    new FakeServices().answer(GOVERNMENTS, problem(429, {}, { "Retry-After": "7" }));

    expect(await ask()).toMatchObject({ status: 429, title: "Layanan sedang sibuk", retryAfter: 7 });
  });

  it.each([
    [404, "Permintaan tidak dapat diproses"],
    [429, "Layanan sedang sibuk"],
    [502, "Layanan sedang terganggu"],
  ])("has words of its own for %i from whoever speaks no JSON", async (status, title) => {
    new FakeServices().answer(GOVERNMENTS, page(status));

    expect(await ask()).toMatchObject({ ...refused, status, title });
  });

  it.each([
    [true, "Tidak tersambung"],
    [false, "Anda sedang luring"],
  ])("that reaches nothing is a problem of status 0, online: %s", async (onLine, title) => {
    vi.stubGlobal("navigator", { onLine });
    new FakeServices().answer(GOVERNMENTS, unreachable);

    expect(await ask()).toMatchObject({ ...refused, status: 0, title });
  });

  it("that is answered in half, or with a page, was not answered", async () => {
    new FakeServices().answer(GOVERNMENTS, () => new Response('[{"id":"sura', { status: 200 }), page(200));

    expect(await ask()).toMatchObject({ ok: false, status: 0 });
    expect(await ask()).toMatchObject({ ok: false, status: 0 });
  });
});
