import { describe, expect, it } from "vitest";
import { isUnseen } from "./unseen";

describe("a text", () => {
  it.each(["", " ", "\u200b".repeat(12), "\u3164\u115f\u1160\uffa0", "\u202e\u202c", "\u00a0\u2028\ufeff"])(
    "has nothing to be seen: %j",
    (text) => expect(isUnseen(text)).toBe(true),
  );

  it.each(["a", "\u200bLampu", ".", "مصباح", "💡", "한"])("has something to be seen: %j", (text) =>
    expect(isUnseen(text)).toBe(false),
  );
});
