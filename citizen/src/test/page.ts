import { vi } from "vitest";
import html from "#pages/index.html?raw";

/** The DOM of the tests has no dialogs. */
function giveDialogs(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
}

/** The page as it comes from the server, with modules that were never loaded; what a tab keeps is kept. */
export function openPage(fragment = ""): void {
  vi.resetModules();
  giveDialogs();
  document.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? "";
  history.replaceState(null, "", `/${fragment}`);
}

export function element<Kind extends Element = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) {
    throw new Error(`No ${selector} on the page`);
  }
  return found;
}

export function type(selector: string, text: string): void {
  const input = element<HTMLInputElement>(selector);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export function choose(selector: string): void {
  const input = element<HTMLInputElement>(selector);
  input.checked = true;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What comes about by itself; a machine may be busy. */
export const eventually = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 10_000, interval: 10 });

export const click = (selector: string): void => element(selector).click();
export const value = (selector: string): string => element<HTMLInputElement>(selector).value;
export const text = (selector: string): string => element(selector).textContent ?? "";
export const shown = (selector: string): boolean => !element(selector).hidden;
