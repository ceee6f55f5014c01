import { h, isBusy, setBusy } from "../assets/dom.js";
import { call } from "../assets/http.js";
import { explanation, keptDraft, newKey } from "./sending.js";
import { survey } from "./survey.js";
/** @import { Answer, Refusal } from "../assets/http.js" */
/** @import { IntakeSchemas } from "#api" */

/**
 * Done is told what was sent, changed that the complaint is not in a state for it any more.
 *
 * @typedef {{ done: (title: string) => void, changed: (answer: Refusal) => void }} Outcome
 */
/**
 * @template Body
 * @typedef {(key: string, body: Body) => Promise<Answer<unknown>>} Send
 */

const LONGEST = 5000;

/**
 * What the citizen may add to the complaint now, as the service says.
 *
 * @param {IntakeSchemas["Timeline"]} timeline
 * @param {string} secret
 * @param {Outcome} outcome
 */
export function participation(timeline, secret, outcome) {
  const open = new Set(timeline.open ?? []);
  const complaint = /** @type {const} */ (`/api/intake/v1/complaints/${encodeURIComponent(timeline.number)}`);
  /** @param {string} key */
  const post = (key) => ({
    method: /** @type {const} */ ("POST"),
    headers: { "Tanggap-Secret": secret, "Idempotency-Key": key },
  });
  return [
    open.has("REPLIED")
      ? replying(timeline, (key, text) => call(`${complaint}/reply`, { ...post(key), body: { text } }), outcome)
      : null,
    open.has("SURVEYED")
      ? survey(timeline, (key, body) => call(`${complaint}/survey`, { ...post(key), body }), outcome)
      : null,
    open.has("OBJECTED")
      ? objecting(
          timeline,
          (key, reason) => call(`${complaint}/objection`, { ...post(key), body: { reason } }),
          outcome,
        )
      : null,
    open.has("WITHDRAWN") ? withdrawing((key) => call(`${complaint}/withdrawal`, post(key)), outcome) : null,
  ].filter((part) => part !== null);
}

/**
 * @param {IntakeSchemas["Timeline"]} timeline
 * @param {Send<string>} send
 * @param {Outcome} outcome
 */
function replying(timeline, send, outcome) {
  return h(
    "section",
    { class: "act", id: "reply", "aria-labelledby": "reply-title" },
    h("h3", { id: "reply-title" }, "Instansi memerlukan kelengkapan dari Anda"),
    timeline.question
      ? h("blockquote", { class: "prose", id: "result-question" }, timeline.question)
      : h("p", {}, "Pertanyaannya tidak dapat ditampilkan di sini. Tambahkan keterangan yang menurut Anda diperlukan."),
    words(
      {
        act: "reply",
        number: timeline.number,
        label: "Balasan Anda",
        button: "Kirim balasan",
        missing: "Tuliskan balasan terlebih dahulu.",
        sent: "Balasan Anda terkirim",
      },
      send,
      outcome,
    ),
  );
}

/**
 * @param {IntakeSchemas["Timeline"]} timeline
 * @param {Send<string>} send
 * @param {Outcome} outcome
 */
function objecting(timeline, send, outcome) {
  const form = words(
    {
      act: "objection",
      number: timeline.number,
      label: "Apa yang belum sesuai?",
      button: "Kirim keberatan",
      missing: "Tuliskan alasan keberatan terlebih dahulu.",
      sent: "Keberatan Anda diterima",
    },
    send,
    outcome,
  );
  return h(
    "details",
    { class: "act", id: "objection", open: Boolean(form.querySelector("textarea")?.value) },
    h("summary", {}, "Ajukan keberatan"),
    h(
      "p",
      { class: "hint" },
      "Bila jawaban belum menyelesaikan masalah, aduan dibuka kembali dan instansi harus menjawab lagi.",
    ),
    form,
  );
}

/**
 * A box for words that survive a reload in this tab until they are sent.
 *
 * @param {Record<"act" | "number" | "label" | "button" | "missing" | "sent", string>} said
 * @param {Send<string>} send
 * @param {Outcome} outcome
 */
function words({ act, number, label, button, missing, sent }, send, { done, changed }) {
  const draft = keptDraft(`tanggap.${act}.${number}`);
  const box = h("textarea", {
    id: `${act}-text`,
    rows: 5,
    maxlength: LONGEST,
    required: true,
    "aria-describedby": `${act}-hint ${act}-error`,
  });
  const error = h("p", { class: "error", id: `${act}-error`, role: "alert", hidden: true });
  const submit = h("button", { type: "submit", id: `${act}-send` }, button);
  box.value = draft.text;
  /** @param {string} message */
  const refuse = (message) => {
    error.textContent = message;
    error.hidden = false;
    box.setAttribute("aria-invalid", "true");
    box.focus();
  };
  const forgive = () => {
    error.hidden = true;
    box.removeAttribute("aria-invalid");
  };
  box.addEventListener("input", () => {
    draft.keep(box.value);
    forgive();
  });
  return h(
    "form",
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        if (isBusy(submit)) {
          return;
        }
        if (box.value.trim() === "") {
          refuse(missing);
          return;
        }
        forgive();
        setBusy(submit, true);
        const answer = await send(draft.key, box.value.trim());
        setBusy(submit, false);
        if (answer.ok) {
          draft.forget();
          done(sent);
        } else if (answer.status === 409) {
          changed(answer);
        } else {
          refuse(explanation(answer));
        }
      },
    },
    h(
      "div",
      { class: "field" },
      h("label", { for: `${act}-text` }, label),
      h(
        "p",
        { class: "hint", id: `${act}-hint` },
        "Jangan tulis NIK atau nomor rekening. Tulisan Anda tersimpan di tab ini sampai terkirim.",
      ),
      box,
      error,
    ),
    h("div", { class: "actions" }, submit),
  );
}

/**
 * Cannot be undone, so it is asked for twice.
 *
 * @param {Send<void>} send
 * @param {Outcome} outcome
 */
function withdrawing(send, { done, changed }) {
  const key = newKey();
  const error = h("p", { class: "error", role: "alert", hidden: true });
  const button = h("button", { type: "button", id: "withdrawal-send", onclick: () => withdraw() }, "Ya, cabut aduan");
  const dialog = h(
    "dialog",
    { id: "withdrawal", "aria-labelledby": "withdrawal-title" },
    h("h3", { id: "withdrawal-title" }, "Cabut aduan ini?"),
    h("p", {}, "Aduan yang dicabut tidak ditangani lagi dan tidak dapat dibuka kembali."),
    error,
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { type: "button", class: "quiet", id: "withdrawal-cancel", autofocus: true, onclick: () => dialog.close() },
        "Batal",
      ),
      button,
    ),
  );
  const withdraw = async () => {
    if (isBusy(button)) {
      return;
    }
    error.hidden = true;
    setBusy(button, true);
    const answer = await send(key);
    setBusy(button, false);
    if (answer.ok || answer.status === 409) {
      dialog.close();
      if (answer.ok) {
        done("Aduan Anda dicabut");
      } else {
        changed(answer);
      }
    } else {
      error.textContent = explanation(answer);
      error.hidden = false;
    }
  };
  return h(
    "div",
    { class: "act" },
    h(
      "button",
      { type: "button", class: "quiet", id: "withdrawal-open", onclick: () => dialog.showModal() },
      "Cabut aduan",
    ),
    dialog,
  );
}
