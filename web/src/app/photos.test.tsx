// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { attachmentsOf, contentQuery, scannedQuery } from "../features/casefile/attachments";
import type { CaseFile } from "../features/casefile/case";
import { Photos } from "../features/casefile/Photos";
import { person, worksHere } from "../shared/auth/person";
import { HOSTILE } from "../shared/hostile";
import { startLanguage } from "../shared/i18n/i18n";

/** No service answers here; the clients take hold of fetch when they are made. */
vi.hoisted(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));

const FIRST = { id: "1", mediaType: "image/jpeg", size: 2048 };
const SECOND = { id: "2", mediaType: "image/png", size: 4096 };
const VOICE = { id: "4", mediaType: "audio/ogg", size: 7000 };
const PAPER = { id: "3", mediaType: "application/pdf", size: 9000 };

const fileWith = (attachments: unknown, more: object = {}) =>
  ({ id: "c", visibility: "PUBLIC", attachments, timeline: [], ...more }) as unknown as CaseFile;

let root: Root | undefined;
let queries: QueryClient;

async function shows(file: CaseFile): Promise<void> {
  root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(() =>
    root?.render(
      <QueryClientProvider client={queries}>
        <Photos file={file} />
      </QueryClientProvider>,
    ),
  );
}

const altOf = (selector: string) => document.querySelector<HTMLImageElement>(selector)?.alt;
const press = (key: string) => act(() => dispatchEvent(new KeyboardEvent("keydown", { key })));
const click = (selector: string) => act(() => document.querySelector<HTMLElement>(selector)?.click());

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  await startLanguage(() => Promise.resolve({}));
});
beforeEach(() => {
  worksHere({ ...person(), roles: new Set(["agency-admin"]) });
  queries = new QueryClient();
  for (const { id } of [FIRST, SECOND, PAPER, VOICE]) {
    queries.setQueryData(contentQuery("c", id).queryKey, new Blob([id]));
  }
  queries.setQueryData(scannedQuery("c").queryKey, { items: [{ ...FIRST, scanned: true }] });
});
afterEach(async () => {
  await act(() => root?.unmount());
  document.body.replaceChildren();
});

describe("The citizen's photos", () => {
  it("stand beside the words, each under its number, with papers to take home", async () => {
    await shows(fileWith([FIRST, PAPER], { timeline: [null, { what: "REPLIED", attachments: [SECOND] }] }));

    expect([...document.querySelectorAll("img")].map(({ alt }) => alt)).toEqual(["Foto 1 dari 2", "Foto 2 dari 2"]);
    expect(document.body.textContent).toContain("Unduh PDF");
    expect(document.body.textContent).not.toContain("Belum dipindai");
  });

  it("are listened to where they are a voice, once somebody wants to", async () => {
    queries.removeQueries({ queryKey: contentQuery("c", VOICE.id).queryKey });
    await shows(fileWith([VOICE]));
    expect(document.querySelector("audio")).toBeNull();
    expect(document.body.textContent).toContain("Dengarkan pesan suara");

    queries.setQueryData(contentQuery("c", VOICE.id).queryKey, new Blob(["4"]));
    await click("li button");
    expect(document.querySelector("audio")?.src).toMatch(/^blob:/);
  });

  it("say that nobody has looked for malware in them", async () => {
    queries.setQueryData(scannedQuery("c").queryKey, { items: [{ ...FIRST, scanned: false }] });
    await shows(fileWith([FIRST]));

    expect(document.body.textContent).toContain("Belum dipindai dari program jahat.");
  });

  it("are opened in full, and arrows lead from one to the other", async () => {
    await shows(fileWith([FIRST, SECOND]));
    const opened = document.querySelector<HTMLElement>("li button");
    opened?.focus();
    await click("li button");
    expect(altOf("dialog img")).toBe("Foto 1 dari 2");

    await press("ArrowRight");
    expect(altOf("dialog img")).toBe("Foto 2 dari 2");
    await press("ArrowRight");
    expect(altOf("dialog img")).toBe("Foto 1 dari 2");
    await press("ArrowLeft");
    expect(altOf("dialog img")).toBe("Foto 2 dari 2");

    await act(() => document.querySelector("dialog")?.dispatchEvent(new Event("cancel", { cancelable: true })));
    expect(document.querySelector("dialog")).toBeNull();
    expect(document.activeElement).toBe(opened);
  });

  it("of a secret complaint stay shut until a purpose is named", async () => {
    await shows(fileWith([FIRST], { visibility: "SECRET" }));

    expect(document.querySelector("img")).toBeNull();
    await click("#photos-open");
    expect(document.getElementById("original-purpose")).not.toBeNull();
  });

  it("are not asked for by who may not see them", async () => {
    worksHere({ ...person(), roles: new Set(["head"]) });
    await shows(fileWith([FIRST, SECOND]));

    expect(document.querySelector("img")).toBeNull();
    expect(document.body.textContent).toContain("2 lampiran; hanya petugas");
  });

  it("leave no trace where there are none, whatever was told", async () => {
    for (const value of [...HOSTILE, [], [null]]) {
      expect(attachmentsOf(fileWith(value)).filter((one) => one === null)).toEqual([]);
    }
    await shows(fileWith([]));
    expect(document.body.textContent).toBe("");
  });
});
