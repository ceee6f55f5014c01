import { expect, it } from "vitest";
import { share } from "./masking";

const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T00:00:00Z`;

it.each([
  [{ askedAt: at(30) }, 0],
  [{ since: at(10), through: at(10), askedAt: at(30) }, 0],
  [{ since: at(10), through: at(15), askedAt: at(30) }, 0.25],
  [{ since: at(10), through: at(30), askedAt: at(30) }, 1],
  [{ since: at(30), through: at(30), askedAt: at(30) }, 1],
])("tells how much of the time is done: %o", (progress, expected) => {
  expect(share(progress)).toBe(expected);
});
