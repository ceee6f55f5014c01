import { VIEWS, type QueueSearch, type View } from "../../shared/addresses/queue";
import { STATUSES } from "../../shared/lib/desk";
import { CHANNELS, TYPES } from "../../shared/lib/words";

/** What the response service is asked. */
export interface CasesQuery {
  status?: string;
  agency?: string;
  division?: string;
  channel?: string;
  type?: string;
  category?: string;
  deadline?: "OVERDUE" | "TODAY" | "LATER";
  assignee?: string;
  approval?: boolean;
  from?: string;
  to?: string;
  answeredOn?: string;
  text?: string;
  sort: "DUE" | "NEWEST" | "OLDEST";
}

interface ViewDefinition {
  word: string;
  query: Partial<CasesQuery>;
  sort: "DUE" | "NEWEST";
  /** Under which name the service counts it. */
  counted?: string;
}

export const VIEW: Record<View, ViewDefinition> = {
  baru: { word: "Baru masuk", query: { status: "DISPATCHED" }, sort: "DUE", counted: "NEW" },
  saya: {
    word: "Tugas saya",
    query: { assignee: "me", status: "IN_PROGRESS,DISPOSED,NEEDS_INFO,OBJECTED" },
    sort: "NEWEST",
    counted: "MINE",
  },
  "hari-ini": { word: "Tenggat hari ini", query: { deadline: "TODAY" }, sort: "DUE", counted: "TODAY" },
  lewat: { word: "Lewat tenggat", query: { deadline: "OVERDUE" }, sort: "DUE", counted: "OVERDUE" },
  bidang: { word: "Di bidang", query: { status: "DISPOSED" }, sort: "DUE", counted: "WITH_DIVISION" },
  "perlu-info": { word: "Menunggu warga", query: { status: "NEEDS_INFO" }, sort: "NEWEST", counted: "NEEDS_INFO" },
  persetujuan: { word: "Menunggu persetujuan", query: { approval: true }, sort: "NEWEST", counted: "APPROVAL" },
  keberatan: { word: "Keberatan", query: { status: "OBJECTED" }, sort: "NEWEST", counted: "OBJECTED" },
  "tindak-lanjut": {
    word: "Tindak lanjut dijanjikan",
    query: { status: "ANSWERED" },
    sort: "DUE",
    counted: "FOLLOW_UP",
  },
  dijawab: { word: "Dijawab", query: { status: "ANSWERED" }, sort: "NEWEST", counted: "ANSWERED" },
  semua: { word: "Semua", query: {}, sort: "NEWEST" },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[\w.-]{1,60}$/;

/** Reads an address; what it does not understand it leaves out, so that a mistyped link still shows something. */
export function readSearch(raw: Record<string, unknown>): QueueSearch {
  const text = (name: keyof QueueSearch) =>
    typeof raw[name] === "string" && raw[name] !== "" ? (raw[name] as string) : undefined;
  const oneOf = <T extends string>(name: keyof QueueSearch, known: readonly T[]) =>
    known.find((value) => value === text(name));
  const matching = (name: keyof QueueSearch, pattern: RegExp) => {
    const value = text(name);
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const statuses = text("status")
    ?.split(",")
    .filter((status) => STATUSES.includes(status))
    .join(",");
  return present({
    tampilan: oneOf("tampilan", VIEWS),
    status: statuses === "" ? undefined : statuses,
    instansi: matching("instansi", CODE),
    bidang: matching("bidang", CODE),
    kanal: oneOf("kanal", CHANNELS),
    jenis: oneOf("jenis", TYPES),
    kategori: matching("kategori", CODE),
    tenggat: oneOf("tenggat", ["OVERDUE", "TODAY", "LATER"] as const),
    petugas: matching("petugas", CODE),
    dari: matching("dari", DAY),
    sampai: matching("sampai", DAY),
    terjawab: matching("terjawab", DAY),
    cari: text("cari")?.slice(0, 200),
    urut: oneOf("urut", ["DUE", "NEWEST", "OLDEST"] as const),
  });
}

/** The view that an address without one stands for: all, once it filters by itself. */
export function viewOf(search: QueueSearch, home: View): View {
  if (search.tampilan) {
    return search.tampilan;
  }
  return FILTERS.some((name) => search[name] !== undefined) ? "semua" : home;
}

export function queryOf(search: QueueSearch, home: View): CasesQuery {
  const view = VIEW[viewOf(search, home)];
  return present({
    ...view.query,
    status: search.status ?? view.query.status,
    agency: search.instansi,
    division: search.bidang,
    channel: search.kanal,
    type: search.jenis,
    category: search.kategori,
    deadline: search.tenggat ?? view.query.deadline,
    assignee: search.petugas ?? view.query.assignee,
    from: search.dari,
    to: search.sampai,
    answeredOn: search.terjawab,
    text: search.cari,
    sort: search.urut ?? view.sort,
  });
}

export const FILTERS = [
  "status",
  "instansi",
  "bidang",
  "kanal",
  "jenis",
  "kategori",
  "tenggat",
  "petugas",
  "dari",
  "sampai",
  "terjawab",
  "cari",
] as const;

function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as T;
}
