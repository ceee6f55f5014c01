import { byId } from "../assets/dom.js";
import { moment } from "../assets/words.js";

/** @import { IntakeSchemas } from "#api" */
/** @typedef {IntakeSchemas["Receipt"]} Receipt */

/** @type {Receipt} */
let receipt;

/** @param {{ trackThis: (receipt: Receipt) => void, another: () => void }} ways */
export function startReceipt({ trackThis, another }) {
  byId("copy-number").addEventListener("click", () => copy(receipt.number, "Nomor aduan disalin.", "receipt-number"));
  byId("copy-secret").addEventListener("click", () =>
    copy(receipt.secret, "Kode rahasia disalin. Simpan di tempat aman.", "receipt-secret"),
  );
  byId("receipt-print").addEventListener("click", () => print());
  byId("receipt-track").addEventListener("click", () => trackThis(receipt));
  byId("receipt-another").addEventListener("click", another);
}

/**
 * The secret lives in this page only: not in the address, not in any storage.
 *
 * @param {Receipt} data
 */
export function showReceipt(data) {
  receipt = data;
  byId("receipt-number").textContent = data.number;
  byId("receipt-secret").textContent = data.secret;
  byId("receipt-time").textContent = `Diterima ${moment(data.receivedAt)}.`;
  byId("copy-state").textContent = "";
}

/**
 * @param {string} text
 * @param {string} done
 * @param {string} place
 */
async function copy(text, done, place) {
  try {
    await navigator.clipboard.writeText(text);
    byId("copy-state").textContent = done;
  } catch {
    getSelection()?.selectAllChildren(byId(place));
    byId("copy-state").textContent = "Tidak dapat menyalin sendiri. Teks sudah dipilih: tekan Ctrl+C.";
  }
}
