import { among } from "../../shared/lib/words";

/** How far the recap of a month has come. */
const RECAP_STATE: Record<string, string> = {
  RUNNING: "Bulan berjalan",
  DUE: "Menunggu disusun",
  COMPILED: "Menunggu evaluasi",
  EVALUATED: "Menunggu disposisi",
  DISPOSED: "Menunggu diarsipkan",
  ARCHIVED: "Diarsipkan",
};

const RECAP_DEED: Record<string, string> = {
  MONTH_ENDED: "Bulan berakhir",
  COMPILED: "Rekap disusun",
  COMPILED_PRELIMINARY: "Rekap sementara disusun",
  EVALUATION_WRITTEN: "Evaluasi ditulis",
  RETURNED: "Perlu evaluasi: dikembalikan untuk disusun ulang",
  EVALUATED: "Tidak ada evaluasi lagi",
  DISPOSED: "Disposisi ditulis",
  ARCHIVED: "Rekap diarsipkan",
  STEP_MISSED: "Langkah SOP terlambat",
};

/** How a complaint stands in the record book. */
const RECORD_STATE: Record<string, string> = {
  ANSWERED: "Dijawab",
  OPEN: "Belum dijawab",
  ENDED: "Berakhir tanpa jawaban",
};

const LATENESS: Record<string, string> = { ON_TIME: "Tepat waktu", LATE: "Terlambat", OVERDUE: "Lewat tenggat" };

/** For whom a file of the record book is made. */
const AUDIENCE: Record<string, string> = {
  internal: "Untuk yang mengevaluasi: semua kolom",
  agency: "Untuk instansi: yang ditanyakan dan dijawab",
  public: "Untuk umum: tanpa isi, tanpa aduan rahasia",
  recap: "Kolom rekap bulanan",
};

export const recapStateWord = among(RECAP_STATE);
export const recapDeedWord = among(RECAP_DEED);
export const recordStateWord = among(RECORD_STATE);
export const latenessWord = among(LATENESS);
export const audienceWord = among(AUDIENCE);

export const RECAP_STATES = Object.keys(RECAP_STATE);
export const RECORD_STATES = Object.keys(RECORD_STATE);
export const LATENESSES = Object.keys(LATENESS);
export const AUDIENCES = Object.keys(AUDIENCE);
