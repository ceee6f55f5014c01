// @vitest-environment happy-dom
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLanguage } from "../../shared/i18n/i18n";
import { AgencyBox } from "./AgencyBox";
import type { Choice } from "./choices";

const agency = (id: string, name: string): Choice => ({
  id,
  outside: false,
  name,
  abbreviation: id.toUpperCase(),
  group: "Instansi",
});
const CHOICES = [
  agency("dlh", "Dinas Lingkungan Hidup"),
  agency("dishub", "Dinas Perhubungan"),
  agency("disdik", "Dinas Pendidikan"),
];

let root: Root;
let chosen: Choice | undefined;

function Page({ first }: { first: Choice | undefined }) {
  const [choice, choose] = useState(first);
  chosen = choice;
  return (
    <ul>
      <li id="row" tabIndex={-1}>
        <AgencyBox id="box" label="Tujuan" choices={CHOICES} chosen={choice} choose={choose} />
      </li>
    </ul>
  );
}

const box = () => document.getElementById("box") as HTMLInputElement;
const options = () => [...document.querySelectorAll<HTMLElement>("[role=option]")];
const active = () => document.getElementById(box().getAttribute("aria-activedescendant") ?? "")?.dataset.value;

async function press(key: string): Promise<boolean> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  await act(async () => void box().dispatchEvent(event));
  return event.defaultPrevented;
}

async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box(), text);
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const show = (first?: Choice) => act(async () => root.render(<Page first={first} />));

describe("the box that finds an agency", () => {
  beforeEach(async () => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    await startLanguage(async () => ({}));
    document.body.innerHTML = "<div id=root></div>";
    root = createRoot(document.getElementById("root") as HTMLElement);
  });
  afterEach(() => act(async () => root.unmount()));

  it("is closed, and sends with Enter, until somebody types or moves", async () => {
    await show();
    expect(box().getAttribute("aria-expanded")).toBe("false");
    expect(options()).toEqual([]);
    expect(await press("Enter")).toBe(false);
  });

  it("filters while one types, and Enter chooses the first", async () => {
    await show();
    await type("dis");
    expect(box().getAttribute("aria-expanded")).toBe("true");
    expect(options().map(({ dataset }) => dataset.value)).toEqual(["dishub", "disdik"]);
    expect(active()).toBe("dishub");
    expect(await press("Enter")).toBe(true);
    expect(chosen?.id).toBe("dishub");
    expect(box().value).toBe("Dinas Perhubungan");
    expect(box().getAttribute("aria-expanded")).toBe("false");
  });

  it("moves round with the arrows, and marks where it is", async () => {
    await show();
    await press("ArrowDown");
    expect([active(), options().length]).toEqual(["dlh", CHOICES.length]);
    await press("ArrowUp");
    expect(active()).toBe("disdik");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(active()).toBe("dishub");
    expect(
      options().filter((one) => one.ariaSelected === "true" || one.getAttribute("aria-selected") === "true"),
    ).toHaveLength(1);
    await press("Enter");
    expect(chosen?.id).toBe("dishub");
  });

  it("closes with Escape, and leaves the field with the next", async () => {
    await show(CHOICES[0]);
    await press("ArrowDown");
    await press("Escape");
    expect(box().getAttribute("aria-expanded")).toBe("false");
    expect(chosen?.id).toBe("dlh");
    await press("Escape");
    expect(document.activeElement?.id).toBe("row");
  });

  it("lets go of what was chosen when somebody types something else", async () => {
    await show(CHOICES[0]);
    await type("Dinas Lingkungan Hidupdisd");
    expect(chosen).toBeUndefined();
    expect(options().map(({ dataset }) => dataset.value)).toEqual(["disdik"]);
    await act(async () => void box().dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
    expect([chosen, box().value]).toEqual([undefined, ""]);
  });

  it("says that nothing matches, and chooses nothing", async () => {
    await show();
    await type("tidak ada");
    expect(document.querySelector("[role=status]")?.textContent).toBe("Tidak ada instansi yang cocok.");
    expect(await press("Enter")).toBe(true);
    expect(chosen).toBeUndefined();
  });
});
