import { byId, h, hideNotice, isBusy, setBusy, showNotice } from "./dom.js";
import { call } from "./http.js";
import { moment, monthName } from "./words.js";
import { verify } from "./verify.js";
/** @import { Child } from "./dom.js" */
/** @import { ReportingSchemas } from "#api" */

const notice = byId("proof-notice");
const result = byId("proof-result");
const send = byId("proof-send", HTMLButtonElement);

byId("proof-form").addEventListener("submit", (event) => {
  event.preventDefault();
  prove(byId("proof-number", HTMLInputElement).value, byId("proof-secret", HTMLInputElement).value);
});

/**
 * @param {string} typedNumber
 * @param {string} typedSecret
 */
async function prove(typedNumber, typedSecret) {
  if (isBusy(send)) {
    return;
  }
  const number = typedNumber.trim().toUpperCase();
  const secret = typedSecret.trim().toUpperCase();
  const printed = byId("proof-root", HTMLInputElement).value.replace(/\s/g, "").toLowerCase();
  byId("proof-number", HTMLInputElement).value = number;
  byId("proof-secret", HTMLInputElement).value = secret;
  hideNotice(notice);
  result.hidden = true;
  if (!number || !secret) {
    showNotice(notice, "bad", "Nomor dan kode rahasia perlu diisi", "Keduanya tertulis pada bukti aduan Anda.");
    byId(number ? "proof-secret" : "proof-number").focus();
    return;
  }
  if (printed && !/^[0-9a-f]{64}$/.test(printed)) {
    showNotice(
      notice,
      "bad",
      "Akar pada laporan tidak lengkap",
      "Akar terdiri dari 64 angka dan huruf a sampai f. Kosongkan bila Anda tidak memegang laporannya.",
    );
    byId("proof-root").focus();
    return;
  }
  setBusy(send, true);
  const answer = await call(`/api/reporting/v1/proofs/${encodeURIComponent(number)}`, {
    headers: { "Tanggap-Secret": secret },
  });
  if (answer.ok) {
    await show(answer.data, printed);
  } else if (answer.status === 404 || answer.status === 400) {
    showNotice(
      notice,
      "bad",
      "Nomor atau kode rahasia tidak cocok",
      "Periksa kembali keduanya. Aduan yang baru saja masuk dapat diperiksa beberapa saat lagi.",
    );
    byId("proof-number").focus();
  } else {
    showNotice(notice, "", answer.title, `${answer.detail} Coba lagi sebentar lagi.`);
  }
  setBusy(send, false);
}

/**
 * @param {ReportingSchemas["Answer"]} answer
 * @param {string} printed the root on paper, if any
 */
async function show({ number, government, month, version, archived, proof }, printed) {
  const name = monthName(month);
  if (!proof) {
    showNotice(
      notice,
      "",
      version ? "Belum tercantum di rekap" : "Rekap belum disusun",
      version
        ? `Aduan ${number} tercatat setelah rekap ${name} disusun. Aduan yang terlambat disebut sendiri di laporan dan masuk bila rekap disusun ulang.`
        : `Rekap ${name} disusun setelah bulan itu berakhir. Periksa kembali sesudahnya.`,
    );
    return;
  }
  const checked = await verify(proof);
  /** @type {{ no: number, number: string, receivedAt: string, answeredAt?: string }} */
  const entry = JSON.parse(proof.entry);
  const asked =
    entry.number === number && proof.government === government && proof.month === month && proof.version === version;
  const faults = checked
    ? [
        !asked && "Bukti ini milik aduan atau rekap lain.",
        !checked.chain && "Catatan peristiwanya tidak cocok dengan isi rekap.",
        !checked.path && "Isi aduan ini tidak cocok dengan akar rekap.",
        printed && printed !== checked.root && "Akar pada laporan Anda berbeda dari akar rekap ini.",
      ].filter(Boolean)
    : [];
  const intact = faults.length === 0;
  result.replaceChildren(
    h("h2", { id: "proof-title" }, intact ? "Tercantum dan tidak berubah" : "Tidak cocok"),
    h(
      "p",
      { id: "proof-says" },
      intact
        ? `Aduan ${number} adalah nomor ${entry.no} di rekap ${name} (versi ${version}${archived ? ", sudah diarsipkan" : ""}).`
        : faults.join(" "),
    ),
    checked
      ? h(
          "p",
          { class: "hint" },
          "Dihitung ulang di perangkat Anda, bukan oleh layanan ini.",
          !printed && intact ? " Cocokkan akarnya dengan yang tercetak di laporan." : "",
        )
      : h(
          "p",
          { class: "hint" },
          "Peramban ini tidak dapat menghitung ulang. Unduh buktinya dan periksa dengan ./tanggap verify.",
        ),
    h(
      "dl",
      { class: "facts" },
      fact("Diterima", moment(entry.receivedAt)),
      entry.answeredAt && fact("Dijawab", moment(entry.answeredAt)),
      fact("Kejadian tercatat", String(proof.topics.reduce((sum, { events }) => sum + events.length, 0))),
      fact("Akar rekap", h("code", { id: "proof-root-shown" }, proof.root.replace(/.{8}(?=.)/g, "$& "))),
    ),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { type: "button", class: "quiet", id: "proof-save", onclick: () => save(number, month, proof) },
        "Unduh berkas bukti",
      ),
    ),
  );
  result.hidden = false;
  result.focus();
}

/**
 * @param {string} number
 * @param {string} month
 * @param {ReportingSchemas["CaseProof"]} proof
 */
function save(number, month, proof) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(proof, null, 2)], { type: "application/json" }));
  h("a", { href: address, download: `bukti-${number}-${month}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {string} term
 * @param {Child} value
 */
const fact = (term, value) => h("div", {}, h("dt", {}, term), h("dd", {}, value));
