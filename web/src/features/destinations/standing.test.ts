import { describe, expect, it } from "vitest";
import { standing } from "./standing";

const never = {
  kind: "RULE" as const,
  id: "kata-sekolah",
  name: "Pendidikan dasar diurus Dinas Pendidikan",
  enabled: false,
  since: null,
  byItself: false,
  measured: null,
  record: { measured: 0, correct: 0 },
  before: null,
};
const plain = (key: string, values: Record<string, unknown> = {}) =>
  key.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));

describe("what is said of a right", () => {
  it("is that it has none as long as nothing is known", () => {
    expect(standing(never, plain)).toBe("Belum boleh");
  });

  it("is who gave it and how often it was right since", () => {
    const earned = { ...never, enabled: true, since: "2026-11-30T00:00:00Z", byItself: true };
    expect(standing({ ...earned, record: { measured: 12, correct: 11 } }, plain)).toBe(
      "Boleh · diputuskan sistem · 11 dari 12 tepat",
    );
  });

  it("is where else it was measured", () => {
    expect(standing({ ...never, enabled: true, measured: 0.94 }, plain)).toMatch(
      /^Boleh · terukur 94.% di tempat lain$/,
    );
  });
});
