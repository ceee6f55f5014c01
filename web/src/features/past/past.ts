import type { IntakeSchemas } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";

export type PastImport = IntakeSchemas["PastImport"];

export const IMPORT_STATES: Record<PastImport["state"], string> = {
  CHECKING: "Sedang diperiksa",
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
