import { Problem } from "../../shared/api/problem";

export type State = "CHECKING" | "CHECKED" | "IMPORTING" | "DONE" | "REFUSED";

export interface PastImport {
  id: string;
  fileName: string;
  oversightSecret: boolean;
  state: State;
  refusal?: string;
  source?: "SP4N" | "RECAP_SHEET";
  rows: { done: number; total?: number; fresh: number; changed: number; known: number; faulty: number };
  createdAt: string;
  finishedAt?: string;
}

export interface Finding {
  no: number;
  sheet?: string;
  row: number;
  column: string;
  reason: string;
  fault: boolean;
}

export interface Kind {
  column: string;
  reason: string;
  fault: boolean;
  rows: number;
}

export const PATH = "/api/intake/v1/imports";
export const IMPORT_STATES: Record<State, string> = {
  CHECKING: "Sedang diperiksa",
  CHECKED: "Menunggu keputusan Anda",
  IMPORTING: "Sedang diimpor",
  DONE: "Selesai diimpor",
  REFUSED: "Tidak diimpor",
};
export const SOURCES = { SP4N: "Ekspor SP4N-LAPOR!", RECAP_SHEET: "Rekap kantor" } as const;

export const isUnderWay = ({ state }: Pick<PastImport, "state">): boolean => state === "CHECKING" || state === "IMPORTING";

/** As many complaints as would come over. */
export const toTake = ({ rows }: Pick<PastImport, "rows">): number => rows.fresh + rows.changed;

/** How far the pass has come, 0 to 1; undefined while nobody knows how long it is. */
export const share = ({ rows: { done, total } }: Pick<PastImport, "rows">): number | undefined => (total ? done / total : undefined);

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
    throw new Problem(413, "Berkas terlalu besar", "Paling besar 10 MB setelah dimampatkan. Bagi menjadi beberapa berkas, misalnya per tahun.");
  }
  return sent;
}
