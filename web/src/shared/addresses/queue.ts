/** What the queue shows is its address: a view, narrowed by filters. */
export interface QueueSearch {
  tampilan?: View;
  status?: string;
  instansi?: string;
  bidang?: string;
  kanal?: string;
  jenis?: string;
  kategori?: string;
  tenggat?: "OVERDUE" | "TODAY" | "LATER";
  petugas?: string;
  dari?: string;
  sampai?: string;
  terjawab?: string;
  cari?: string;
  urut?: "DUE" | "NEWEST" | "OLDEST";
}

export const VIEWS = [
  "baru",
  "saya",
  "hari-ini",
  "lewat",
  "bidang",
  "perlu-info",
  "persetujuan",
  "keberatan",
  "tindak-lanjut",
  "dijawab",
  "semua",
] as const;
export type View = (typeof VIEWS)[number];
