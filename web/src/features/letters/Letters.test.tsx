// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { person, worksHere } from "../../shared/auth/person";
import { startLanguage } from "../../shared/i18n/i18n";
import { Letters } from "./Letters";
import { readLettersSearch } from "./search";

/** No service answers here; the clients take hold of fetch when they are made. */
vi.hoisted(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));

const LETTER = {
  id: "0193a5c0-0000-7000-8000-000000000001",
  complaintId: "0193a5c0-0000-7000-8000-000000000002",
  number: "SKA-4F7K-92XM",
  message: "ANSWERED",
  since: "2026-11-25T03:00:00Z",
  why: "FAILED",
};

let root: Root | undefined;

async function shows(role: string, items: unknown[]): Promise<void> {
  worksHere({ ...person(), id: "sari", roles: new Set([role]), government: "surakarta" });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(["letters", false], { pages: [{ items }], pageParams: [""] });
  const top = createRootRoute();
  const routes = [
    createRoute({ getParentRoute: () => top, path: "/surat", component: Letters, validateSearch: readLettersSearch }),
    createRoute({ getParentRoute: () => top, path: "/kasus/$id" }),
  ];
  const router = createRouter({
    routeTree: top.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ["/surat"] }),
  });
  await router.load();
  root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(() =>
    root?.render(
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>,
    ),
  );
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

const rows = () => [...document.querySelectorAll("#letters tbody tr")];

describe("Letters to print", () => {
  it("are told in words, with the way to the case for who may open it", async () => {
    await shows("coordinator", [LETTER]);
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/SKA-4F7K-92XM.*Jawaban.*Semua jalan digital gagal/),
    ]);
    expect(document.querySelector("#letters a")?.getAttribute("href")).toContain(`/kasus/${LETTER.complaintId}`);
  });

  it("lead an officer to no case that stays closed", async () => {
    await shows("intake-officer", [LETTER]);
    expect(rows()).toHaveLength(1);
    expect(document.querySelector("#letters a")).toBeNull();
  });

  it("say where one cannot be drawn, and draw the others", async () => {
    await shows("coordinator", [{ ...LETTER, number: {} }, LETTER]);
    expect(document.querySelectorAll("#letters tr.lost")).toHaveLength(1);
    expect(rows()).toHaveLength(2);
  });

  it("are asked about before one is ticked off", async () => {
    await shows("coordinator", [LETTER]);
    await act(async () => document.querySelector<HTMLElement>(".tick-off")?.click());
    expect(document.querySelector("#letter-dialog h2")?.textContent).toBe("Surat SKA-4F7K-92XM sudah dikirim?");
  });

  it("are none when all were sent", async () => {
    await shows("coordinator", []);
    expect(document.getElementById("letters-empty")).not.toBeNull();
  });
});
