import type { IntakeSchemas } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";

export type PastImport = IntakeSchemas["PastImport"];

export type FindingKind = IntakeSchemas["FindingKind"];
export type Meanings = IntakeSchemas["Meanings"];
export type ColumnsRow = IntakeSchemas["ColumnsRow"];
export type ColumnsTold = IntakeSchemas["ColumnsTold"];
export type Meaning = keyof typeof MEANINGS;
export type Places = Partial<Record<Meaning, number>>;

export const IMPORT_STATES: Record<PastImport["state"], string> = {
  CHECKING: "Sedang diperiksa",
  UNMAPPED: "Menunggu arti kolom",
  CHECKED: "Menunggu keputusan Anda",
  IMPORTING: "Sedang diimpor",
  DONE: "Selesai diimpor",
  REFUSED: "Tidak diimpor",
};

export type Preview = IntakeSchemas["TakeBackPreview"];

export const TAKE_BACK_STATES: Record<NonNullable<PastImport["takeBack"]>["state"], string> = {
  ASKED: "Menanyakan apakah sudah ada rekap yang menghitungnya",
  UNDER_WAY: "Sedang ditarik kembali",
  DONE: "Sudah ditarik kembali",
  REFUSED: "Tidak dapat ditarik kembali",
};

export const isUnderWay = ({ state, takeBack }: Pick<PastImport, "state" | "takeBack">): boolean =>
  state === "CHECKING" || state === "IMPORTING" || takeBack?.state === "ASKED" || takeBack?.state === "UNDER_WAY";

/** As many complaints as would not stay as they are. */
export const mayGo = ({ gone, restored }: Pick<Preview, "gone" | "restored">): number => gone + restored;

/** As many complaints as would come over. */
export const toTake = ({ rows }: Pick<PastImport, "rows">): number => rows.fresh + rows.changed;

/** How far the pass has come, 0 to 1; undefined while nobody knows how long it is. */
export const share = ({ rows: { done, total } }: Pick<PastImport, "rows">): number | undefined =>
  total ? done / total : undefined;

/** As the service takes it, in bytes. */
export const LARGEST = 10 * 1024 * 1024;

/**
 * A file as it is sent: text is packed on the way, workbooks are packed already.
 *
 * @throws Problem when it is too large even so
 */
export async function packed(file: Blob, largest = LARGEST): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = (first === 0x50 && second === 0x4b) || (first === 0x1f && second === 0x8b);
  const sent = isPacked ? file : await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  if (sent.size > largest) {
    throw new Problem(
      413,
      "Berkas terlalu besar",
      "Paling besar 10 MB setelah dimampatkan. Bagi menjadi beberapa berkas, misalnya per tahun.",
    );
  }
  return sent;
}

/** What a column of a free sheet may tell, in the order in which it is offered. */
export const MEANINGS = {
  DAY: "Tanggal aduan",
  WORDS: "Uraian aduan",
  NUMBER: "Nomor aduan, yang tidak dipakai dua kali",
  TITLE: "Judul aduan",
  COMPLAINANT: "Nama pelapor, hanya untuk disamarkan",
  CATEGORY: "Kategori aduan",
  AGENCY: "Instansi",
  CHANNEL: "Saluran aduan",
  LINK: "Tautan aduan",
  STATE: "Status aduan",
  ANSWER: "Isi jawaban",
  ANSWER_DAY: "Tanggal jawaban",
  SECRECY: "Kerahasiaan",
  DISTRICT: "Kecamatan tempat aduan",
  VILLAGE: "Kelurahan tempat aduan",
} as const;

/** What the column at this place means; undefined when it is not read. */
export const meaningAt = (places: Places, place: number): Meaning | undefined =>
  (Object.keys(places) as Meaning[]).find((meaning) => places[meaning] === place);

/** The column there means this and no other does; it means nothing any more without a meaning. */
export function put(places: Places, place: number, meaning: Meaning | undefined): Places {
  const others = Object.entries(places).filter(([before, at]) => at !== place && before !== meaning);
  return Object.fromEntries(meaning ? [...others, [meaning, place]] : others) as Places;
}

/** As spreadsheets call the column at this place, counted from 0. */
export const letter = (place: number): string =>
  (place < 26 ? "" : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** Those of the same sheet that stand further down. */
export const rowsBelow = (rows: readonly ColumnsRow[], at: number): ColumnsRow[] =>
  rows.slice(at + 1).filter(({ sheet }) => sheet === rows[at]?.sheet);

/** Chosen of a label that is to be none of the government's. */
export const KEEPS_ITS_NAME = "=";

export const kindKey = ({ column, reason, value, label }: FindingKind): string =>
  [column, reason, value, label].join("\n");

/** What was chosen of the labels, as the service takes it. */
export const labelsOf = (kinds: readonly FindingKind[], chosen: Record<string, string>) =>
  kinds.flatMap((one) => {
    const target = chosen[kindKey(one)];
    return one.label && one.value && target
      ? [{ kind: one.label, label: one.value, ...(target === KEEPS_ITS_NAME ? {} : { target }) }]
      : [];
  });
