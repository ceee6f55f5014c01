import { vi } from "vitest";

const TEMPLATES = import.meta.glob<string>("/src/main/resources/templates/citizen/*.html", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** The names of the templates. */
type Page = "layout" | "home" | "lodge" | "receipt" | "own" | "words" | "proof" | "track";

/** What a template says in Indonesian, with all that it may show; values stay empty. */
function written(page: Page): string {
  const template = TEMPLATES[`/src/main/resources/templates/citizen/${page}.html`];
  if (!template) {
    throw new Error(`No template ${page}`);
  }
  return template
    .replace(/\{f\.say\('([^']*)'[^}]*\)\}/g, "$1")
    .replace(/\{#include citizen\/[^}]*\/\}/g, "")
    .replace(/\{#(scripts|title)\}.*?\{\/\1\}/gs, "")
    .replace(/\{[^{}]*\}/g, "");
}

/** The page as it comes from the server, with modules that were never loaded; what a tab keeps is kept. */
export function openPage(page: Page, address = "/"): void {
  vi.resetModules();
  document.body.innerHTML = written(page);
  history.replaceState(null, "", address);
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

/** What comes about by itself; a machine may be busy. */
export const eventually = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 10_000, interval: 10 });

export const click = (selector: string): void => element(selector).click();
export const value = (selector: string): string => element<HTMLInputElement>(selector).value;
export const text = (selector: string): string => element(selector).textContent ?? "";
export const shown = (selector: string): boolean => !element(selector).hidden;
