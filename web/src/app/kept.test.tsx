// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Answer } from "../features/casefile/Answer";
import type { Action, CaseFile } from "../features/casefile/case";
import { Deeds } from "../features/casefile/Deeds";
import { Timeline } from "../features/casefile/Timeline";
import { Counter } from "../features/counter/Counter";
import { Acts } from "../features/recap/Acts";
import type { Act, RecapView } from "../features/recap/recap";
import { person, worksHere } from "../shared/auth/person";
import { startLanguage } from "../shared/i18n/i18n";

/** No service answers here; the clients take hold of fetch when they are made. */
vi.hoisted(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));

const CASE = "0193a5c0-0000-7000-8000-000000000001";

const allowing = (...actions: Action[]) =>
  ({
    id: CASE,
    actions: actions.map((action) => ({ action, allowed: true })),
    timeline: [],
    notes: [],
  }) as unknown as CaseFile;

const judgedBy = (...acts: Act[]) =>
  ({
    government: "solo",
    month: "2026-10",
    state: "COMPILED",
    version: 2,
    versions: [{ version: 2, preliminary: false }],
    deeds: [],
    acts,
  }) as unknown as RecapView;

interface Field {
  page: ReactNode;
  /** Opens the field where it is not there from the start. */
  by?: string;
  id: string;
}

/** All that an officer can type and leave unsent. */
const FIELDS: Field[] = [
  { page: <Answer file={allowing("DRAFT")} />, id: "answer-text" },
  { page: <Timeline file={allowing("NOTE")} />, id: "note-text" },
  { page: <Deeds file={allowing("DISPOSE")} />, by: "dispose", id: "dispose-instruction" },
  { page: <Deeds file={allowing("ANSWER_AS_DIVISION")} />, by: "division-answer", id: "division-text" },
  { page: <Deeds file={allowing("REQUEST_INFORMATION")} />, by: "ask", id: "ask-text" },
  { page: <Counter />, id: "counter-text" },
  { page: <Acts recap={judgedBy("WRITE_EVALUATION")} />, id: "evaluation-text" },
  { page: <Acts recap={judgedBy("DECIDE")} />, by: "decision-again", id: "decision-text" },
  { page: <Acts recap={judgedBy("DISPOSE")} />, id: "disposition-text" },
];

/** The page in which somebody sits down, finds the field and leaves again, having typed or not. */
async function sitsDown(officer: string, { page, by, id }: Field, types?: string): Promise<string> {
  worksHere({ ...person(), id: officer });
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => page }),
    history: createMemoryHistory(),
  });
  await router.load();
  await act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>,
    ),
  );
  if (by) {
    await act(() => document.getElementById(by)?.click());
  }
  const field = document.getElementById(id) as HTMLTextAreaElement;
  const found = field.value;
  if (types !== undefined) {
    await act(() => {
      // As the browser does it: React takes what is set on the element itself for its own.
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, types);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  await act(() => root.unmount());
  place.remove();
  return found;
}

const stored = () => [localStorage, sessionStorage].flatMap((where) => Object.keys(where));

describe("What an officer typed", () => {
  beforeAll(async () => {
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    await startLanguage(() => Promise.resolve({}));
  });
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it.each(FIELDS)("in $id is shown to them alone, and is there when they come back", async (field) => {
    expect(await sitsDown("siti", field, "Kata Siti.")).toBe("");
    expect(await sitsDown("budi", field)).toBe("");
    expect(await sitsDown("budi", field, "Kata Budi.")).toBe("");
    expect(await sitsDown("siti", field)).toBe("Kata Siti.");
    expect(await sitsDown("budi", field)).toBe("Kata Budi.");
    expect(stored().filter((key) => !/\.(siti|budi)\./.test(key))).toEqual([]);
  });

  it("is judged here for all that is kept", async () => {
    for (const field of FIELDS) {
      await sitsDown("siti", field, "Kata Siti.");
    }
    const source = join(import.meta.dirname, "..");
    const said = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .flatMap((name) => [
        ...readFileSync(join(source, name), "utf8").matchAll(/(?<!function )\buseKept\(\s*(?:["`](.+?)["`])?/g),
      ])
      .map(
        ([, about = "?"]) =>
          new RegExp(`\\.siti\\.${about.replaceAll(/[.?]/g, "\\$&").replaceAll(/\$\{.+?\}/g, "[^.]+")}$`),
      );
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((about) => !stored().some((key) => about.test(key)))).toEqual([]);
  });
});
