import { describe, expect, it } from "vitest";
import { KeyReader } from "./keys";

const reader = () => new KeyReader(["j", "k", "g t", "g a", "?"]);

describe("keys", () => {
  it("are read one by one", () => {
    const keys = reader();
    expect(keys.read("j", 0)).toBe("j");
    expect(keys.read("?", 1)).toBe("?");
    expect(keys.read("z", 2)).toBeUndefined();
  });

  it("make a pair with the letter before", () => {
    const keys = reader();
    expect(keys.read("g", 0)).toBeUndefined();
    expect(keys.read("t", 400)).toBe("g t");
    expect(keys.read("t", 500)).toBeUndefined();
  });

  it("forget a first letter that nobody followed", () => {
    const keys = reader();
    keys.read("g", 0);
    expect(keys.read("t", 5_000)).toBeUndefined();
    keys.read("g", 6_000);
    expect(keys.read("j", 6_100)).toBe("j");
  });
});
