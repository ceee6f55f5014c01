import { beforeEach, describe, expect, it } from "vitest";
import { element, openPage, type, value } from "./page";

const KEPT = "reply.SKA-4F7K-92XM";

async function open(): Promise<void> {
  openPage("words", "/aduan/");
  element("form").dataset["kept"] = KEPT;
  element<HTMLTextAreaElement>("textarea").value = "";
  await import("#assets/follow.js");
}

beforeEach(() => {
  sessionStorage.clear();
});

describe("a reply", () => {
  it("survives a reload in this tab", async () => {
    await open();
    type("textarea", "Di sisi utara");

    await open();

    expect(value("textarea")).toBe("Di sisi utara");
  });

  it("is kept until it is sent", async () => {
    await open();
    type("textarea", "Di sisi utara");

    element("form").dispatchEvent(new Event("submit"));

    await open();
    expect(value("textarea")).toBe("");
  });
});
