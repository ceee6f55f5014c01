import { byId, h, isBusy, setBusy } from "../assets/dom.js";
import { call } from "../assets/http.js";
import { explanation, keptDraft, newKey } from "./sending.js";
import { survey } from "./survey.js";

const LONGEST = 5000;

/**
 * What the citizen may add to the complaint now, as the service says. Done is told what was sent, changed that the
 * complaint is not in a state for it any more.
 */
export function participation(timeline, secret, { done, changed }) {
  const open = new Set(timeline.open ?? []);
  const path = (act) => `/api/intake/v1/complaints/${encodeURIComponent(timeline.number)}/${act}`;
  const send = (act, key, body) =>
    call(path(act), { method: "POST", headers: { "Tanggap-Secret": secret, "Idempotency-Key": key }, body });
  return [
    open.has("REPLIED") ? replying(timeline, send, done, changed) : null,
    open.has("SURVEYED") ? survey(timeline, send, done, changed) : null,
    open.has("OBJECTED") ? objecting(timeline, send, done, changed) : null,
    open.has("WITHDRAWN") ? withdrawing(send, done, changed) : null,
  ].filter(Boolean);
}

function replying(timeline, send, done, changed) {
  return h(
    "section",
    { class: "act", id: "reply", "aria-labelledby": "reply-title" },
    h("h3", { id: "reply-title" }, "Instansi memerlukan kelengkapan dari Anda"),
    timeline.question
      ? h("blockquote", { class: "prose", id: "result-question" }, timeline.question)
      : h("p", {}, "Pertanyaannya tidak dapat ditampilkan di sini. Tambahkan keterangan yang menurut Anda diperlukan."),
    words(
      {
        id: "reply",
        act: "reply",
        field: "text",
        number: timeline.number,
        label: "Balasan Anda",
        button: "Kirim balasan",
        missing: "Tuliskan balasan terlebih dahulu.",
        sent: "Balasan Anda terkirim",
      },
      send,
      done,
      changed,
    ),
  );
}

function objecting(timeline, send, done, changed) {
  const form = words(
    {
      id: "objection",
      act: "objection",
      field: "reason",
      number: timeline.number,
      label: "Apa yang belum sesuai?",
      button: "Kirim keberatan",
      missing: "Tuliskan alasan keberatan terlebih dahulu.",
      sent: "Keberatan Anda diterima",
    },
    send,
    done,
    changed,
  );
  return h(
    "details",
    { class: "act", id: "objection", open: Boolean(form.querySelector("textarea").value) },
    h("summary", {}, "Ajukan keberatan"),
    h(
      "p",
      { class: "hint" },
      "Bila jawaban belum menyelesaikan masalah, aduan dibuka kembali dan instansi harus menjawab lagi.",
    ),
    form,
  );
}

/** A box for words that survive a reload in this tab until they are sent. */
function words({ id, act, field, number, label, button, missing, sent }, send, done, changed) {
  const draft = keptDraft(`tanggap.${act}.${number}`);
  const box = h("textarea", {
    id: `${id}-text`,
    rows: 5,
    maxlength: LONGEST,
    required: true,
    "aria-describedby": `${id}-hint ${id}-error`,
  });
  const error = h("p", { class: "error", id: `${id}-error`, role: "alert", hidden: true });
  const submit = h("button", { type: "submit", id: `${id}-send` }, button);
  box.value = draft.text;
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
        const answer = await send(act, draft.key, { [field]: box.value.trim() });
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
      h("label", { for: `${id}-text` }, label),
      h(
        "p",
        { class: "hint", id: `${id}-hint` },
        "Jangan tulis NIK atau nomor rekening. Tulisan Anda tersimpan di tab ini sampai terkirim.",
      ),
      box,
      error,
    ),
    h("div", { class: "actions" }, submit),
  );
}

/** Cannot be undone, so it is asked for twice. */
function withdrawing(send, done, changed) {
  const key = newKey();
  const error = h("p", { class: "error", role: "alert", hidden: true });
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
      h(
        "button",
        {
          type: "button",
          id: "withdrawal-send",
          onclick: async (event) => {
            const button = event.currentTarget;
            if (isBusy(button)) {
              return;
            }
            error.hidden = true;
            setBusy(button, true);
            const answer = await send("withdrawal", key);
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
          },
        },
        "Ya, cabut aduan",
      ),
    ),
  );
  return h(
    "div",
    { class: "act" },
    h(
      "button",
      { type: "button", class: "quiet", id: "withdrawal-open", onclick: () => byId("withdrawal").showModal() },
      "Cabut aduan",
    ),
    dialog,
  );
}
