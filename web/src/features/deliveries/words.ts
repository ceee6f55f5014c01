import { among } from "../../shared/lib/words";

const STATE = {
  PENDING: "Menunggu",
  SENDING: "Sedang dikirim",
  UNKNOWN: "Belum pasti",
  SENT: "Terkirim",
  DELIVERED: "Sampai di warga",
  READ: "Dibaca warga",
  FAILED: "Gagal",
  NO_ADDRESS: "Tidak ada alamat",
};

export const STATES = Object.keys(STATE) as (keyof typeof STATE)[];
export const stateWord = among(STATE);

const FAULT: Record<string, string> = {
  TRANSIENT: "Layanan pengirim sedang terganggu",
  THROTTLED: "Terlalu banyak pesan sekaligus",
  WINDOW_CLOSED: "Warga sudah lama tidak menulis lewat kanal ini",
  RECIPIENT: "Alamatnya tidak ada, atau menolak pesan",
  CONTENT: "Penyedia menolak isi pesan",
  CONFIG: "Akun kanal bermasalah; pengelola perlu memeriksanya",
  QUALITY: "Penyedia membatasi akun kanal; pengelola perlu memeriksanya",
  RECIPIENT_LIMIT: "Menunggu giliran: alamat ini sudah banyak menerima pesan",
  ERASED: "Data warga sudah dihapus",
};
const NO_REPORT = "UNREACHABLE no report";

const classIn = (cause: string) => cause.split(" ").find((word) => Object.hasOwn(FAULT, word)) ?? "TRANSIENT";

/** Why an attempt failed, as people understand it; the service tells a class and what its provider calls it, or that alone. */
export function faultWord(cause: string): string {
  return cause === NO_REPORT ? "Penyedia tidak pernah mengabarkan nasibnya" : (FAULT[classIn(cause)] ?? cause);
}

/** What the provider calls it, for who runs the installation; empty where nothing but the class is known. */
export const providersWord = (cause: string): string =>
  cause === NO_REPORT
    ? ""
    : cause
        .split(" ")
        .filter((word) => word !== "UNREACHABLE" && !Object.hasOwn(FAULT, word))
        .join(" ");
