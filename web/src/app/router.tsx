import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Problem } from "../shared/api/problem";
import { Queue } from "../features/queue/Queue";
import { readSearch } from "../features/queue/search";
import { readCaseSearch } from "../shared/addresses/case";
import { readDeliveriesSearch } from "../features/deliveries/search";
import { readLettersSearch } from "../features/letters/search";
import { readMonthsSearch, readRecapSearch, readRecordSearch } from "../features/recap/search";
import { Missing, Wrecked } from "./Fallbacks";
import { Shell } from "./Shell";

/**
 * The code of a page. Where it does not come, the frame stays and says so; the router by itself would load the whole
 * document anew, which leaves nothing while there is no connection.
 */
const come = <T,>(code: Promise<T>): Promise<T> =>
  code.catch(() => {
    throw new Problem(0, "Halaman ini belum termuat", "Sambungan terputus, atau aplikasi baru saja diperbarui.");
  });

const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: Wrecked });

export const queueRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: Queue,
  validateSearch: readSearch,
});
export const caseRoute = createRoute({
  getParentRoute: () => root,
  path: "/kasus/$id",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => come(import("../features/casefile/CasePage")), "CasePage"),
});
const destinations = createRoute({
  getParentRoute: () => root,
  path: "/tujuan",
  component: lazyRouteComponent(() => come(import("../features/destinations/Destinations")), "Destinations"),
});
const group = createRoute({
  getParentRoute: () => root,
  path: "/grup",
  component: lazyRouteComponent(() => come(import("../features/group/Group")), "Group"),
});
export const groupCase = createRoute({
  getParentRoute: () => root,
  path: "/grup/$id",
  component: lazyRouteComponent(() => come(import("../features/group/Group")), "Group"),
});
const overview = createRoute({
  getParentRoute: () => root,
  path: "/ikhtisar",
  component: lazyRouteComponent(() => come(import("../features/overview/Overview")), "Overview"),
});
const months = createRoute({
  getParentRoute: () => root,
  path: "/rekap",
  component: lazyRouteComponent(() => come(import("../features/recap/Months")), "Months"),
  validateSearch: readMonthsSearch,
});
const recap = createRoute({
  getParentRoute: () => root,
  path: "/rekap/$month",
  component: lazyRouteComponent(() => come(import("../features/recap/Recap")), "Recap"),
  validateSearch: readRecapSearch,
});
const records = createRoute({
  getParentRoute: () => root,
  path: "/rekap/$month/aduan",
  component: lazyRouteComponent(() => come(import("../features/recap/RecordBook")), "RecordBook"),
  validateSearch: readRecordSearch,
});
const imports = createRoute({
  getParentRoute: () => root,
  path: "/impor",
  component: lazyRouteComponent(() => come(import("../features/past/Imports")), "Imports"),
});
const oneImport = createRoute({
  getParentRoute: () => root,
  path: "/impor/$id",
  component: lazyRouteComponent(() => come(import("../features/past/Import")), "Import"),
});
const administration = createRoute({
  getParentRoute: () => root,
  path: "/administrasi",
  component: lazyRouteComponent(() => come(import("../features/administration/Administration")), "Administration"),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: "/administrasi/kalender",
  component: lazyRouteComponent(() => come(import("../features/administration/CalendarPage")), "CalendarPage"),
  validateSearch: ({ tahun, instansi }: Record<string, unknown>): { tahun?: string; instansi?: string } => ({
    ...(typeof tahun === "string" && /^(20\d\d|2100)$/.test(tahun) ? { tahun } : {}),
    ...(typeof instansi === "string" ? { instansi } : {}),
  }),
});
const accessLog = createRoute({
  getParentRoute: () => root,
  path: "/jejak",
  component: lazyRouteComponent(() => come(import("../features/access-log/AccessLog")), "AccessLog"),
});
const rebuild = createRoute({
  getParentRoute: () => root,
  path: "/bangun-ulang",
  component: lazyRouteComponent(() => come(import("../features/rebuild/Rebuild")), "Rebuild"),
});
const quarantine = createRoute({
  getParentRoute: () => root,
  path: "/disisihkan",
  component: lazyRouteComponent(() => come(import("../features/quarantine/Quarantine")), "Quarantine"),
});
const deliveries = createRoute({
  getParentRoute: () => root,
  path: "/pengiriman",
  component: lazyRouteComponent(() => come(import("../features/deliveries/Deliveries")), "Deliveries"),
  validateSearch: readDeliveriesSearch,
});
const letters = createRoute({
  getParentRoute: () => root,
  path: "/surat",
  component: lazyRouteComponent(() => come(import("../features/letters/Letters")), "Letters"),
  validateSearch: readLettersSearch,
});
const counter = createRoute({
  getParentRoute: () => root,
  path: "/catat",
  component: lazyRouteComponent(() => come(import("../features/counter/Counter")), "Counter"),
});
const incoming = createRoute({
  getParentRoute: () => root,
  path: "/masuk",
  component: lazyRouteComponent(() => come(import("../features/counter/Incoming")), "Incoming"),
});

/** Plain query strings, as one would type them. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const written = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  ).toString();
  return written === "" ? "" : `?${written}`;
};

export const router = createRouter({
  routeTree: root.addChildren([
    queueRoute,
    caseRoute,
    destinations,
    group,
    groupCase,
    overview,
    months,
    recap,
    records,
    imports,
    oneImport,
    administration,
    calendar,
    accessLog,
    rebuild,
    quarantine,
    deliveries,
    letters,
    counter,
    incoming,
  ]),
  basepath: "/staff",
  trailingSlash: "preserve",
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: Wrecked,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
