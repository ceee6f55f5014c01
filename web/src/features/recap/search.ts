import { CHANNELS, TYPES } from "../../shared/lib/words";
import { LATENESSES, RECAP_STATES, RECORD_STATES } from "./words";

/** Which months: of a year, in a state, or with some words; the archived ones are the archive. */
export interface MonthsSearch {
  tahun?: string;
  keadaan?: string;
  /** Words of an evaluation, a remark or a disposition. */
  cari?: string;
}

/** Which version of a recap, and whether its figures or its document are shown. */
export interface RecapSearch {
  versi?: string;
  lihat?: "dokumen";
}

/** Which complaints of the record book. "-" asks for those that have none of it. */
export interface RecordSearch {
  sampai?: string;
  instansi?: string;
  kategori?: string;
  jenis?: string;
  kanal?: string;
  wilayah?: string;
  keadaan?: string;
  ketepatan?: string;
  /** Only what came too late for this version. */
  susulan?: string;
  /** Words of the complaint, or its number. */
  cari?: string;
}

export const NONE = "-";
export const RECORD_FILTERS = [
  "sampai",
  "instansi",
  "kategori",
  "jenis",
  "kanal",
  "wilayah",
  "keadaan",
  "ketepatan",
  "susulan",
  "cari",
] as const;

const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/;
/** An id of ours, or another system's word. */
const CODE = /^[^\p{Cc}]{1,100}$/u;
const VERSION = /^[1-9]\d{0,5}$/;

export const isMonth = (text: string): boolean => MONTH.test(text);

type Raw = Record<string, unknown>;
const matching = (raw: Raw, name: string, pattern: RegExp): string | undefined =>
  typeof raw[name] === "string" && pattern.test(raw[name]) ? raw[name] : undefined;
const oneOf = (raw: Raw, name: string, known: readonly string[]): string | undefined =>
  known.find((value) => value === raw[name]);

export const readMonthsSearch = (raw: Raw): MonthsSearch =>
  present({
    tahun: matching(raw, "tahun", /^2\d{3}$/),
    keadaan: oneOf(raw, "keadaan", RECAP_STATES),
    cari: matching(raw, "cari", /^.{1,100}$/),
  });

export const readRecapSearch = (raw: Raw): RecapSearch =>
  present({
    versi: raw.versi === "now" ? "now" : matching(raw, "versi", VERSION),
    lihat: raw.lihat === "dokumen" ? ("dokumen" as const) : undefined,
  });

export const readRecordSearch = (raw: Raw): RecordSearch =>
  present({
    sampai: matching(raw, "sampai", MONTH),
    instansi: matching(raw, "instansi", CODE),
    kategori: matching(raw, "kategori", CODE),
    jenis: oneOf(raw, "jenis", TYPES),
    kanal: oneOf(raw, "kanal", CHANNELS),
    wilayah: matching(raw, "wilayah", CODE),
    keadaan: oneOf(raw, "keadaan", RECORD_STATES),
    ketepatan: oneOf(raw, "ketepatan", LATENESSES),
    susulan: matching(raw, "susulan", VERSION),
    cari: matching(raw, "cari", /^.{1,200}$/),
  });

const ASKED = {
  sampai: "through",
  instansi: "agency",
  kategori: "category",
  jenis: "type",
  kanal: "channel",
  wilayah: "area",
  keadaan: "state",
  ketepatan: "lateness",
  susulan: "notInVersion",
  cari: "text",
} as const satisfies Record<(typeof RECORD_FILTERS)[number], string>;

export type RecordsQuery = { month: string } & Partial<Record<(typeof ASKED)[keyof typeof ASKED], string>>;

/** What the reporting service is asked for that address. */
export function recordsQuery(month: string, search: RecordSearch): RecordsQuery {
  const asked: RecordsQuery = { month };
  for (const name of RECORD_FILTERS) {
    const value = search[name];
    if (value !== undefined) {
      asked[ASKED[name]] = value === NONE ? "" : value;
    }
  }
  return asked;
}

function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as T;
}
