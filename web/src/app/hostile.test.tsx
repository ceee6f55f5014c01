// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { CaseFile } from "../features/casefile/case";
import { Dispositions } from "../features/casefile/Dispositions";
import { Evidence } from "../features/casefile/Evidence";
import { Answered, LastSaid } from "../features/casefile/Said";
import { Timeline } from "../features/casefile/Timeline";
import { Undecided } from "../features/destinations/Undecided";
import { Course } from "../features/recap/Course";
import { person, worksHere } from "../shared/auth/person";
import { HOSTILE } from "../shared/hostile";
import { startLanguage } from "../shared/i18n/i18n";
import { waitingQuery } from "../shared/waiting/waiting";
import { WaitingList } from "../shared/waiting/WaitingList";
import { Wrecked } from "./Fallbacks";
import { router } from "./router";

/** No service answers here; the clients take hold of fetch when they are made. */
vi.hoisted(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));

const AT = "2026-11-25T03:00:00Z";
const GOOD = {
  timeline: { at: AT, by: "CITIZEN", what: "OBJECTED", who: "Wati", text: "Belum selesai." },
  dispositions: {
    id: "1",
    divisionName: "Bidang",
    instruction: "Periksa.",
    dueAt: AT,
    issuedAt: AT,
    issuedBy: "Siti",
    number: "SKA-1",
  },
  evidence: {
    id: "1",
    name: "foto.jpg",
    size: 2048,
    scanned: true,
    addedBy: "Siti",
    addedAt: AT,
    position: { lat: 1, lon: 2 },
  },
  notes: { id: "1", author: "Siti", text: "Catatan.", at: AT },
};
type List = keyof typeof GOOD;

const fileOf = (list: List, ...items: unknown[]) =>
  ({
    id: "c",
    actions: [],
    timeline: [],
    notes: [],
    dispositions: [],
    evidence: [],
    answer: "Sudah.",
    answeredAt: AT,
    [list]: items,
  }) as unknown as CaseFile;

/** The same with one field that holds what it should not. */
const spoilt = <T extends object>(good: T) =>
  Object.keys(good).flatMap((field) => HOSTILE.map((value) => ({ ...good, [field]: value })));

let root: Root | undefined;
const place = () => document.body;

async function shows(page: ReactNode, queries = new QueryClient()): Promise<void> {
  const routes = createRouter({
    routeTree: createRootRoute({ component: () => page, errorComponent: Wrecked }),
    history: createMemoryHistory(),
  });
  await routes.load();
  root = createRoot(place().appendChild(document.createElement("div")), { onCaughtError: () => undefined });
  await act(() =>
    root?.render(
      <QueryClientProvider client={queries}>
        <RouterProvider router={routes as never} />
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
  place().replaceChildren();
});

const PAGES: [List, (file: CaseFile) => ReactNode, string][] = [
  ["timeline", (file) => <Timeline file={file} />, "#case-timeline > li"],
  ["notes", (file) => <Timeline file={file} />, "#case-timeline > li"],
  ["dispositions", (file) => <Dispositions file={file} />, "#dispositions li"],
  ["evidence", (file) => <Evidence file={file} />, "ul > li"],
];

const PATIENCE = 60_000;

describe.each(PAGES)("The list of %s", { timeout: PATIENCE }, (list, page, row) => {
  it("draws each row, or says of it that it cannot, whatever they hold", async () => {
    const items = [GOOD[list], ...spoilt(GOOD[list]), null, undefined, 7, GOOD[list]];
    await shows(page(fileOf(list, ...items)));

    const rows = [...document.querySelectorAll(row)];
    expect(document.getElementById("page-wrecked")).toBeNull();
    expect(rows).toHaveLength(items.length);
    expect(rows.filter((one) => !one.classList.contains("lost")).length).toBeGreaterThan(items.length / 2);
    expect(rows.filter((one) => one.classList.contains("lost")).length).toBeGreaterThan(0);
  });
});

describe("A row that cannot be drawn", () => {
  it("is told with its number, where it has one", async () => {
    await shows(
      <Dispositions
        file={fileOf(
          "dispositions",
          { ...GOOD.dispositions, instruction: {} },
          { ...GOOD.dispositions, number: 7, instruction: {} },
        )}
      />,
    );
    expect([...document.querySelectorAll(".lost")].map((one) => one.textContent)).toEqual([
      "Baris ini tidak dapat ditampilkan: SKA-1",
      "Baris ini tidak dapat ditampilkan.",
    ]);
  });

  it("is one of those that wait, too", async () => {
    const items = [
      { id: "1", number: "SKA-9", options: null },
      null,
      { id: "2", number: "SKA-2", options: [], receivedAt: AT },
    ];
    await shows(
      <WaitingList of={{ found: {}, items } as never} empty="">
        {() => null}
      </WaitingList>,
    );
    expect(document.querySelectorAll(".lost")).toHaveLength(2);
    expect(document.querySelector("[data-id='2']")?.textContent).toContain("SKA-2");
  });
});

describe("The page of who decides where complaints go", { timeout: PATIENCE }, () => {
  const GOOD_ONE = {
    id: "1",
    number: "SKA-1",
    summary: "Ada suara aneh.",
    address: "Jl. Slamet Riyadi",
    channel: "WEB",
    receivedAt: AT,
    dueAt: AT,
    options: [],
    reason: "LOW_CONFIDENCE",
  };

  it("draws each complaint, or says of it that it cannot, whatever it holds", async () => {
    worksHere({ ...person(), id: "k", roles: new Set(["coordinator"]), government: "surakarta" });
    const items = [GOOD_ONE, ...spoilt(GOOD_ONE)];
    const queries = new QueryClient();
    queries.setQueryData(waitingQuery("undecided").queryKey, { pages: [{ items } as never], pageParams: [""] });
    await shows(<Undecided />, queries);

    expect(document.getElementById("page-wrecked")).toBeNull();
    expect(document.querySelectorAll("#waiting > li")).toHaveLength(items.length);
    expect(document.querySelectorAll("#waiting > li.lost").length).toBeGreaterThan(0);
  });
});

describe("What became of a recap", { timeout: PATIENCE }, () => {
  const STEP = {
    id: "A",
    row: 1,
    activity: "Evaluasi",
    role: "head",
    startedAt: AT,
    dueAt: AT,
    metAt: null,
    late: false,
  };
  const DEED = { kind: "EVALUATED", at: AT, by: "Kepala", text: "Lengkapi." };

  it("is drawn step by step and deed by deed", async () => {
    const steps = [STEP, ...spoilt(STEP)];
    const deeds = [DEED, ...spoilt(DEED)];
    await shows(<Course recap={{ steps, deeds } as never} />);

    expect(document.getElementById("page-wrecked")).toBeNull();
    expect(document.querySelectorAll("#recap-steps > li")).toHaveLength(steps.length);
    expect(document.querySelectorAll("#recap-deeds > li")).toHaveLength(deeds.length);
  });
});

describe("What was said", { timeout: PATIENCE }, () => {
  const published = (text: unknown) => ({ at: AT, by: "AGENCY", what: "PUBLISH", who: "Siti", text });

  it("stays as it was typed, and harms nothing", async () => {
    for (const value of HOSTILE) {
      await shows(
        <>
          <Answered file={fileOf("timeline", published(value), published("Baru."))} />
          <LastSaid file={fileOf("timeline", { ...GOOD.timeline, text: value })} />
        </>,
      );
      expect(document.getElementById("page-wrecked")).toBeNull();
      if (typeof value === "string" && value !== "") {
        expect(document.getElementById("last-said")?.textContent).toContain(value);
        expect(document.getElementById("former-answers")?.textContent).toContain(value);
      }
      await act(() => root?.unmount());
      place().replaceChildren();
    }
  });
});

describe("A page that fails", () => {
  it("keeps the frame and its menu", async () => {
    worksHere({ ...person(), id: "siti", name: "Siti", roles: new Set(["agency-admin"]), government: "surakarta" });
    const id = "0193a5c0-0000-7000-8000-000000000001";
    const queries = new QueryClient();
    queries.setQueryData(["case", id], { id, number: "SKA-1", status: "DISPATCHED" });
    router.update({
      ...router.options,
      history: createMemoryHistory({ initialEntries: [`/staff/kasus/${id}`] }),
    } as never);
    await router.load();
    root = createRoot(place().appendChild(document.createElement("div")), { onCaughtError: () => undefined });
    await act(() =>
      root?.render(
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>,
      ),
    );
    await vi.waitFor(() => expect(document.getElementById("page-wrecked")).not.toBeNull());
    expect(document.getElementById("staff-nav")?.textContent).toContain("Antrean");
    expect(document.getElementById("retry")).not.toBeNull();
  });
});
