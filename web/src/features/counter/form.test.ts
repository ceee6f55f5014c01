import { describe, expect, it } from "vitest";
import { complaintOf, EMPTY, fieldOf, isReady } from "./form";

describe("the officer's form", () => {
  it("says only what was written", () => {
    expect(complaintOf({ ...EMPTY, text: " Lampu jalan mati. " }, "surakarta")).toEqual({
      government: "surakarta",
      channel: "COUNTER",
      type: "ORDINARY",
      text: "Lampu jalan mati.",
    });
  });

  it("puts place and person where intake looks for them", () => {
    expect(
      complaintOf(
        {
          ...EMPTY,
          channel: "LETTER",
          text: "Lampu jalan mati.",
          address: "Jalan Slamet Riyadi",
          phone: "0812 3456 7890",
        },
        "surakarta",
      ),
    ).toMatchObject({
      channel: "LETTER",
      location: { address: "Jalan Slamet Riyadi" },
      complainant: { phone: "0812 3456 7890" },
    });
  });

  it("waits for ten letters", () => {
    expect(isReady({ ...EMPTY, text: "Lampu    " })).toBe(false);
    expect(isReady({ ...EMPTY, text: "Lampu mati" })).toBe(true);
  });

  it("finds the field of a fault", () => {
    expect(fieldOf("complainant.phone")).toBe("phone");
    expect(fieldOf("text")).toBe("text");
  });
});
