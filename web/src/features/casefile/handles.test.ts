import { expect, it } from "vitest";
import { handlesOf } from "./handles";

it("shows what the vault tells", () => {
  const handles = [{ way: "WHATSAPP" as const, account: "628110000000", address: "628120000111" }];

  expect(handlesOf({ handles, phone: "0812" })).toBe(handles);
  expect(handlesOf({ handles: [] })).toEqual([]);
});

it("understands a service from before handles", () => {
  expect(handlesOf({ phone: "0812", email: "siti@contoh.id" })).toEqual([
    { way: "PHONE", address: "0812" },
    { way: "EMAIL", address: "siti@contoh.id" },
  ]);
  expect(handlesOf({})).toEqual([]);
});
