import { h, isBusy, setBusy } from "../assets/dom.js";
import { explanation, keptDraft } from "./sending.js";
/** @import { IntakeSchemas } from "#api" */
/** @import { Outcome, Send } from "./participation.js" */

/**
 * @typedef {keyof IntakeSchemas["Scores"]} Element
 * @typedef {Partial<IntakeSchemas["Scores"]>} Scores
 */

const LONGEST = 1000;

/**
 * The nine elements of Permen PANRB 14/2017 in their order, with what 1 to 4 mean for each.
 *
 * @type {[element: Element, question: string, words: string[]][]}
 */
const ELEMENTS = [
  [
    "requirements",
    "Bagaimana persyaratan untuk menyampaikan aduan?",
    ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
  ],
  [
    "procedure",
    "Bagaimana kemudahan cara menyampaikan dan memantau aduan?",
    ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"],
  ],
  ["time", "Bagaimana kecepatan penanganannya?", ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"]],
  ["cost", "Bagaimana biayanya? Layanan ini seharusnya gratis.", ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"]],
  [
    "result",
    "Bagaimana kesesuaian hasil dengan yang dijanjikan?",
    ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
  ],
  ["competence", "Bagaimana kemampuan petugas?", ["Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"]],
  ["conduct", "Bagaimana kesopanan dan keramahan petugas?", ["Tidak sopan", "Kurang sopan", "Sopan", "Sangat sopan"]],
  [
    "complaintHandling",
    "Bagaimana pengaduan, saran, dan masukan dikelola?",
    ["Tidak dikelola", "Kurang dikelola", "Dikelola", "Dikelola dengan baik"],
  ],
  ["facilities", "Bagaimana mutu situs, aplikasi, atau loketnya?", ["Buruk", "Cukup", "Baik", "Sangat baik"]],
];

/**
 * How satisfied the citizen is: asked once, after the answer. What was chosen survives a reload in this tab.
 *
 * @param {IntakeSchemas["Timeline"]} timeline
 * @param {Send<IntakeSchemas["Survey"]>} send
 * @param {Outcome} outcome
 */
export function survey(timeline, send, { done, changed }) {
  const draft = keptDraft(`tanggap.survey.${timeline.number}`);
  const kept = parsed(draft.text);
  const box = h("textarea", {
    id: "survey-comment",
    rows: 3,
    maxlength: LONGEST,
    "aria-describedby": "survey-comment-hint",
  });
  box.value = kept.comment ?? "";
  const progress = h("p", { class: "hint", id: "survey-progress", role: "status" });
  const error = h("p", { class: "error", id: "survey-error", role: "alert", hidden: true });
  const submit = h("button", { type: "submit", id: "survey-send" }, "Kirim survei");
  const questions = ELEMENTS.map(([element, question, words], place) =>
    asked(element, `${place + 1}. ${question}`, words, kept.scores?.[element]),
  );
  const form = h(
    "form",
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        if (isBusy(submit)) {
          return;
        }
        const { scores } = said(form, box);
        const open = questions.filter(({ element }) => !scores[element]);
        questions.forEach(({ missing }) => missing(open.some((one) => one.missing === missing)));
        if (open[0]) {
          open[0].focus();
          return;
        }
        error.hidden = true;
        setBusy(submit, true);
        const answer = await send(draft.key, {
          scores: /** @type {IntakeSchemas["Scores"]} */ (scores),
          ...(box.value.trim() === "" ? {} : { comment: box.value.trim() }),
        });
        setBusy(submit, false);
        if (answer.ok) {
          draft.forget();
          done("Terima kasih, survei Anda diterima");
        } else if (answer.status === 409) {
          changed(answer);
        } else {
          error.textContent = explanation(answer);
          error.hidden = false;
        }
      },
    },
    h("p", { class: "hint" }, "Jawaban Anda dihitung dalam Indeks Kepuasan Masyarakat setiap bulan, tanpa nama."),
    ...questions.map(({ part }) => part),
    h(
      "div",
      { class: "field" },
      h("label", { for: "survey-comment" }, "Saran ", h("span", { class: "optional" }, "(tidak wajib)")),
      h("p", { class: "hint", id: "survey-comment-hint" }, "Jangan tulis NIK atau nomor rekening."),
      box,
    ),
    error,
    h("div", { class: "actions" }, submit, progress),
  );
  const tell = () => {
    const { scores, comment } = said(form, box);
    draft.keep(JSON.stringify({ scores, comment }));
    progress.textContent = `${Object.keys(scores).length} dari ${ELEMENTS.length} pertanyaan dijawab`;
    questions.filter(({ element }) => scores[element]).forEach(({ missing }) => missing(false));
  };
  form.addEventListener("input", tell);
  progress.textContent = `${Object.keys(said(form, box).scores).length} dari ${ELEMENTS.length} pertanyaan dijawab`;
  return h(
    "details",
    { class: "act", id: "survey", open: Object.keys(kept.scores ?? {}).length > 0 },
    h("summary", {}, "Isi survei kepuasan"),
    form,
  );
}

/**
 * @param {Element} element
 * @param {string} question
 * @param {string[]} words
 * @param {number | undefined} chosen
 */
function asked(element, question, words, chosen) {
  const id = `survey-${element}`;
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true }, "Pilih salah satu.");
  const inputs = words.map((_word, place) =>
    h("input", {
      type: "radio",
      name: id,
      id: `${id}-${place + 1}`,
      value: String(place + 1),
      checked: chosen === place + 1,
    }),
  );
  const part = h(
    "fieldset",
    { id, role: "radiogroup", "aria-describedby": `${id}-error` },
    h("legend", {}, question),
    h(
      "div",
      { class: "scores" },
      words.map((word, place) => h("label", { class: "choice" }, inputs[place], word)),
    ),
    error,
  );
  return {
    element,
    part,
    focus: () => inputs[0]?.focus(),
    /** @param {boolean} is */
    missing: (is) => {
      error.hidden = !is;
      part.setAttribute("aria-invalid", String(is));
    },
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTextAreaElement} box
 */
function said(form, box) {
  /** @type {Scores} */
  const scores = {};
  for (const [element] of ELEMENTS) {
    const chosen = form.querySelector(`input[name="survey-${element}"]:checked`);
    if (chosen instanceof HTMLInputElement) {
      scores[element] = Number(chosen.value);
    }
  }
  return { scores, comment: box.value };
}

/**
 * @param {string} text
 * @returns {{ scores?: Scores, comment?: string }}
 */
function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}
