import { afterEach, describe, expect, it } from "vitest";
import { isoDay, moment, momentOf, readTimesIn } from "./time";

afterEach(() => readTimesIn("Asia/Jakarta"));

describe("times", () => {
  it("are told in the zone of the government, with its name", () => {
    expect(moment("2026-11-25T17:30:00Z")).toContain("26 Nov 2026");
    expect(moment("2026-11-25T17:30:00Z")).toMatch(/00[.:]30\u00a0WIB$/);
    readTimesIn("Asia/Jayapura");
    expect(moment("2026-11-25T17:30:00Z")).toMatch(/02[.:]30\u00a0WIT$/);
  });

  it("count days in that zone", () => {
    expect(isoDay(Date.parse("2026-12-31T17:00:00Z"))).toBe("2027-01-01");
  });

  it("read a local field back to the same moment", () => {
    expect(momentOf("2026-11-27T16:00")).toBe("2026-11-27T09:00:00.000Z");
    readTimesIn("Asia/Makassar");
    expect(momentOf("2026-11-27T16:00")).toBe("2026-11-27T08:00:00.000Z");
  });
});
