/** @import { IntakeSchemas } from "#api" */

const MOMENT = new Intl.DateTimeFormat("id-ID", {
  timeZone: "Asia/Jakarta",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * A moment on the wire as people in Surakarta and Karanganyar read it, zone named.
 *
 * @param {string} iso
 */
export function moment(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : `${MOMENT.format(at)}\u00a0WIB`;
}

/** @type {Record<IntakeSchemas["Step"], string>} */
const STATUS = {
  RECEIVED: "Diterima",
  DISPATCHED: "Diteruskan ke perangkat daerah",
  FORWARDED: "Diteruskan ke grup perangkat daerah",
  OUT_OF_JURISDICTION: "Bukan kewenangan pemerintah daerah",
  IN_PROGRESS: "Sedang ditangani",
  NEEDS_INFO: "Menunggu balasan Anda",
  REPLIED: "Kelengkapan terkirim",
  REPLY_OVERDUE: "Dilanjutkan tanpa kelengkapan",
  ANSWERED: "Dijawab",
  RESOLVED: "Tindak lanjut tuntas",
  OBJECTED: "Keberatan ditangani",
  SURVEYED: "Survei kepuasan diisi",
  CLOSED: "Selesai",
  WITHDRAWN: "Dicabut",
  REJECTED: "Tidak dapat ditindaklanjuti",
};
/**
 * A newer service may tell a step that this page does not know.
 *
 * @param {IntakeSchemas["Step"]} status
 */
export const statusWord = (status) => STATUS[status] ?? status;

const MONTH = new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", month: "long", year: "numeric" });

/**
 * "2026-10" as Oktober 2026.
 *
 * @param {string} month
 */
export const monthName = (month) => MONTH.format(new Date(`${month}-01T00:00:00Z`));
