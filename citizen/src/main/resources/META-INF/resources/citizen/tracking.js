import { byId, h, hideNotice, isBusy, setBusy, showNotice } from "../assets/dom.js";
import { call } from "../assets/http.js";
import { moment } from "../assets/words.js";
import { participation } from "./participation.js";
/** @import { Child } from "../assets/dom.js" */
/** @import { IntakeSchemas } from "#api" */

const notice = byId("track-notice");
const result = byId("track-result");
const send = byId("track-send", HTMLButtonElement);

/** @type {(number: string, secret: string) => void} */
let proveInRecap = () => {};

/** @param {{ proveThis: (number: string, secret: string) => void }} ways */
export function startTracking({ proveThis }) {
  proveInRecap = proveThis;
  byId("track-form").addEventListener("submit", (event) => {
    event.preventDefault();
    track(byId("track-number", HTMLInputElement).value, byId("track-secret", HTMLInputElement).value);
  });
}

/**
 * @param {string} typedNumber
 * @param {string} typedSecret
 */
export async function track(typedNumber, typedSecret) {
  if (isBusy(send)) {
    return;
  }
  const number = typedNumber.trim().toUpperCase();
  const secret = typedSecret.trim().toUpperCase();
  byId("track-number", HTMLInputElement).value = number;
  byId("track-secret", HTMLInputElement).value = secret;
  hideNotice(notice);
  result.hidden = true;
  if (!number || !secret) {
    showNotice(notice, "bad", "Nomor dan kode rahasia perlu diisi", "Keduanya tertulis pada bukti aduan Anda.");
    byId(number ? "track-secret" : "track-number").focus();
    return;
  }
  setBusy(send, true);
  const answer = await call(`/api/intake/v1/complaints/${encodeURIComponent(number)}/timeline`, {
    headers: { "Tanggap-Secret": secret },
  });
  setBusy(send, false);
  if (answer.ok) {
    history.replaceState(null, "", `#lacak/${encodeURIComponent(number)}`);
    show(answer.data, secret);
  } else if (answer.status === 404 || answer.status === 400) {
    showNotice(
      notice,
      "bad",
      "Nomor atau kode rahasia tidak cocok",
      "Periksa kembali keduanya. Huruf besar dan kecil tidak dibedakan.",
    );
    byId("track-number").focus();
  } else {
    showNotice(notice, "", answer.title, `${answer.detail} Coba lagi sebentar lagi.`);
  }
}

/**
 * @param {IntakeSchemas["Timeline"]} timeline
 * @param {string} secret
 */
function show(timeline, secret) {
  /**
   * @param {"" | "good"} kind
   * @param {string} title
   * @param {string} text
   */
  const again = async (kind, title, text) => {
    await track(timeline.number, secret);
    if (notice.hidden) {
      showNotice(notice, kind, title, text);
      notice.tabIndex = -1;
      notice.focus();
    }
  };
  const shownAbove = new Set([timeline.question, timeline.answer]);
  result.replaceChildren(
    h("h2", { id: "result-title" }, `Aduan ${timeline.number}`),
    h(
      "dl",
      { class: "facts" },
      fact("Status", h("span", { class: "badge", id: "result-status" }, timeline.statusText)),
      timeline.agency && fact("Ditangani oleh", timeline.agency),
      fact("Diterima", moment(timeline.receivedAt)),
      timeline.dueAt && fact("Dijawab paling lambat", moment(timeline.dueAt)),
    ),
    ...(timeline.answer
      ? [h("h3", {}, "Jawaban"), h("blockquote", { class: "prose", id: "result-answer" }, timeline.answer)]
      : []),
    ...participation(timeline, secret, {
      done: (title) => again("good", title, "Perkembangan terbaru ditampilkan di bawah."),
      changed: ({ detail }) => again("", "Aduan ini sudah berubah", `${detail} Keadaan terbaru ditampilkan di bawah.`),
    }),
    h("h3", {}, "Perjalanan aduan"),
    h(
      "ol",
      { class: "timeline", id: "result-timeline" },
      timeline.entries.map((entry) =>
        h(
          "li",
          {},
          h("time", { datetime: entry.at }, moment(entry.at)),
          entry.text,
          entry.words && !shownAbove.has(entry.words) ? h("blockquote", { class: "prose" }, entry.words) : null,
        ),
      ),
    ),
    h(
      "p",
      {},
      h(
        "button",
        { type: "button", class: "quiet", id: "result-proof", onclick: () => proveInRecap(timeline.number, secret) },
        "Periksa di rekap bulanan",
      ),
    ),
  );
  result.hidden = false;
  result.focus();
}

/**
 * @param {string} term
 * @param {Child} value
 */
const fact = (term, value) => h("div", {}, h("dt", {}, term), h("dd", {}, value));
