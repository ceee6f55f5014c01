// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServices, json, problem } from "./services";

const CALL = "GET /api/intake/v1/governments";
const SOLO = [{ id: "surakarta", name: "Pemerintah Kota Surakarta", categories: [] }];

describe("the governments", () => {
  beforeEach(() => vi.resetModules());

  it("are asked for once", async () => {
    const services = new FakeServices().answer(CALL, json(SOLO));
    const { governments } = await import("#pages/assets/governments.js");

    expect(await governments()).toMatchObject({ data: SOLO });
    expect(await governments()).toMatchObject({ data: SOLO });
    expect(services.asked(CALL)).toHaveLength(1);
  });

  it("are asked for again when that failed", async () => {
    new FakeServices().answer(CALL, problem(503, {}), json(SOLO));
    const { governments } = await import("#pages/assets/governments.js");

    expect(await governments()).toMatchObject({ ok: false });
    expect(await governments()).toMatchObject({ data: SOLO });
  });
});
