import { expect, it } from "vitest";
import { masked, type Found } from "./identity";

const found = (mark: string, from: number, to: number): Found => ({
  word: "nomor telepon",
  mark,
  from,
  to,
});

it("puts a mark in the place of each, whatever their order", () => {
  expect(masked("WA 081 dan 082 ya", [found("[B]", 11, 14), found("[A]", 3, 6)])).toBe("WA [A] dan [B] ya");
});

it("leaves words alone in which nothing was found", () => {
  expect(masked("Lampu sudah kami ganti.", [])).toBe("Lampu sudah kami ganti.");
});
