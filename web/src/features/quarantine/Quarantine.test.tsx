// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startLanguage } from "../../shared/i18n/i18n";
import { Quarantine } from "./Quarantine";

/** No service answers here; the clients take hold of fetch when they are made. */
vi.hoisted(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));

const PUT = {
  id: "0193a5c0-0000-7000-8000-000000000001",
  account: "surakarta-whatsapp",
  receivedAt: "2026-11-25T03:00:00Z",
  cause: "account closed",
  attempts: 2,
  shape: { object: "text of 25" },
};

let root: Root | undefined;

async function shows(...items: unknown[]): Promise<void> {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(["quarantine"], { pages: [{ items }], pageParams: [""] });
  root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(() =>
    root?.render(
      <QueryClientProvider client={queries}>
        <Quarantine />
      </QueryClientProvider>,
    ),
  );
}

const click = (selector: string) => act(async () => document.querySelector<HTMLElement>(selector)?.click());

async function type(selector: string, text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(selector);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(console, "error").mockReturnValue(undefined);
  await startLanguage(() => Promise.resolve({}));
});
afterEach(async () => {
  await act(() => root?.unmount());
  document.body.replaceChildren();
});

describe("What was put aside", () => {
  it("is told by its place and cause, and by its shape for who looks", async () => {
    await shows(PUT);
    expect(document.querySelector("#quarantine tbody tr")?.textContent).toContain("Akun kanal ini sudah ditutup");

    await click("#quarantine tbody button");

    expect(document.querySelector("#quarantine-one li")?.textContent).toBe("object text of 25");
  });

  it("is discarded for a reason only", async () => {
    await shows(PUT);
    await click("#quarantine tbody button");
    await click("#quarantine-discard");
    const confirm = () => document.querySelector<HTMLButtonElement>("#discard-confirm");
    expect(confirm()?.disabled).toBe(true);

    await type("#discard-reason", "Uji coba dari penyedia");

    expect(confirm()?.disabled).toBe(false);
  });

  it("is drawn beside what cannot be drawn", async () => {
    await shows({ ...PUT, account: {} }, PUT, null);
    expect(document.querySelectorAll("#quarantine tr.lost")).toHaveLength(2);
    expect(document.querySelectorAll("#quarantine tbody tr")).toHaveLength(3);
  });

  it("is nothing when all was read", async () => {
    await shows();
    expect(document.getElementById("quarantine-empty")).not.toBeNull();
  });
});
