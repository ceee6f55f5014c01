import { byId, h, hideNotice, isBusy, setBusy, showNotice } from "../assets/dom.js";
import { governments as askGovernments } from "../assets/governments.js";
import { call, passes } from "../assets/http.js";
import { warn } from "./warning.js";
/** @import { IntakeSchemas } from "#api" */
/** @import { Refusal } from "../assets/http.js" */

const DRAFT = "tanggap.complaint";
const FIELDS = /** @type {const} */ (["government", "category", "title", "text", "place", "name", "phone", "email"]);
/** As on the page, from top to bottom. */
const LABELS = {
  government: "Pemerintah daerah",
  category: "Kategori",
  title: "Judul",
  text: "Isi aduan",
  place: "Lokasi",
  visibility: "Siapa yang boleh tahu",
  name: "Nama",
  phone: "Nomor telepon",
  email: "Surel",
};
const ORDER = /** @type {Place[]} */ (Object.keys(LABELS));
/**
 * Names of the service's fields and where they stand on the page.
 *
 * @type {[field: string, place: Place][]}
 */
const PLACES = [
  ["complainant.name", "name"],
  ["complainant.phone", "phone"],
  ["complainant.email", "email"],
  ["location.address", "place"],
  ["location", "place"],
  ["government", "government"],
  ["category", "category"],
  ["visibility", "visibility"],
  ["title", "title"],
  ["text", "text"],
];
const COUNT = new Intl.NumberFormat("id-ID");

/**
 * @typedef {keyof typeof LABELS} Place
 * @typedef {typeof FIELDS[number]} Typed
 * @typedef {[place: Place | undefined, message: string]} Fault
 * @typedef {(receipt: IntakeSchemas["Receipt"]) => void} Accepted
 * @typedef {{ key: string, attempt?: IntakeSchemas["SubmitComplaint"] } & Partial<Record<Place, string>>} Draft
 */

const form = byId("complaint-form", HTMLFormElement);
const visibility = /** @type {RadioNodeList} */ (form.elements.namedItem("visibility"));
const notice = byId("file-notice");
const send = byId("send", HTMLButtonElement);
/** @type {IntakeSchemas["GovernmentView"][]} */
let governments = [];
let draft = readDraft();

/** @param {Accepted} accepted */
export function startForm(accepted) {
  restore();
  form.addEventListener("input", (event) => {
    clearError(/** @type {Element} */ (event.target));
    keep();
  });
  warn(form);
  byId("government").addEventListener("change", () => {
    draft.category = "";
    fillCategories();
    keep();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(accepted);
  });
  loadGovernments();
}

async function loadGovernments() {
  const answer = await askGovernments();
  if (!answer.ok) {
    showNotice(
      notice,
      "",
      answer.title,
      "Daftar pemerintah daerah belum dapat dimuat. Isian Anda tetap tersimpan di halaman ini.",
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          { type: "button", id: "retry-governments", class: "quiet", onclick: loadGovernments },
          "Muat ulang daftar",
        ),
      ),
    );
    return;
  }
  hideNotice(notice);
  governments = answer.data;
  byId("government").replaceChildren(
    h("option", { value: "" }, "Pilih…"),
    ...governments.map(({ id, name }) => h("option", { value: id }, name)),
  );
  field("government").value = draft.government ?? "";
  fillCategories();
}

function fillCategories() {
  const government = governments.find(({ id }) => id === field("government").value);
  byId("category").replaceChildren(
    h("option", { value: "" }, "Belum tahu"),
    ...(government?.categories ?? []).map(({ id, name }) => h("option", { value: id }, name)),
  );
  field("category").value = draft.category ?? "";
  if (byId("category", HTMLSelectElement).selectedIndex < 0) {
    field("category").value = "";
  }
}

/** @param {Accepted} accepted */
async function submit(accepted) {
  if (isBusy(send)) {
    return;
  }
  hideNotice(notice);
  keep();
  if (valid()) {
    await deliver(complaint(), accepted);
  }
}

/**
 * @param {IntakeSchemas["SubmitComplaint"]} body
 * @param {Accepted} accepted
 */
async function deliver(body, accepted) {
  setBusy(send, true);
  byId("send-state").textContent = "Mengirim…";
  const answer = await call("/api/intake/v1/complaints", {
    method: "POST",
    headers: { "Idempotency-Key": draft.key },
    body,
  });
  setBusy(send, false);
  byId("send-state").textContent = "";
  if (answer.ok) {
    forget();
    accepted(answer.data);
  } else {
    if (passes(answer)) {
      draft.attempt = body;
      keep();
    }
    explain(answer, accepted);
  }
}

/**
 * @param {Refusal} answer
 * @param {Accepted} accepted
 */
function explain(answer, accepted) {
  if (answer.errors.length > 0) {
    showErrors(
      answer.errors.map((error) => [placeOf(error.field ?? ""), error.message]),
      true,
    );
  } else if (passes(answer)) {
    const retry = h("button", { type: "button", id: "retry", onclick: () => submit(accepted) }, "Coba lagi");
    showNotice(
      notice,
      "",
      answer.title,
      `${answer.detail} Isian Anda masih tersimpan di halaman ini, dan mengirim ulang tidak membuat aduan ganda.`,
      h("div", { class: "actions" }, retry),
    );
    countDown(retry, answer.retryAfter);
    focusOn(notice);
  } else if (answer.status === 422 && draft.attempt) {
    const { attempt } = draft;
    // An earlier attempt whose answer got lost was accepted, and what was typed has changed since.
    showNotice(
      notice,
      "",
      "Kiriman Anda sebelumnya sudah diterima",
      "Isian telah berubah sejak kiriman itu. Ambil bukti kiriman sebelumnya, atau kirim isian ini sebagai aduan baru.",
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          { type: "button", id: "take-receipt", onclick: () => deliver(attempt, accepted) },
          "Ambil bukti sebelumnya",
        ),
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            id: "send-anew",
            onclick: () => {
              draft.key = newKey();
              submit(accepted);
            },
          },
          "Kirim sebagai aduan baru",
        ),
      ),
    );
    focusOn(notice);
  } else {
    showNotice(notice, "bad", answer.title, answer.detail);
    focusOn(notice);
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {number} seconds
 */
function countDown(button, seconds) {
  if (seconds > 0) {
    button.disabled = true;
    button.textContent = `Coba lagi dalam ${seconds} detik`;
    setTimeout(() => countDown(button, seconds - 1), 1000);
  } else {
    button.disabled = false;
    button.textContent = "Coba lagi";
  }
}

/** @returns {IntakeSchemas["SubmitComplaint"]} */
function complaint() {
  /** @param {Typed} id */
  const value = (id) => field(id).value.trim();
  /** @param {Typed} id */
  const optional = (id) => value(id) || undefined;
  const complainant = { name: optional("name"), phone: optional("phone"), email: optional("email") };
  return {
    government: value("government"),
    channel: "WEB",
    category: optional("category"),
    title: optional("title"),
    text: value("text"),
    location: value("place") ? { address: value("place") } : undefined,
    complainant: Object.values(complainant).some(Boolean) ? complainant : undefined,
    visibility: /** @type {IntakeSchemas["Visibility"]} */ (visibility.value),
  };
}

function valid() {
  /** @type {Fault[]} */
  const errors = [];
  if (!field("government").value) {
    errors.push(["government", "Pilih pemerintah daerah yang dituju."]);
  }
  if (field("text").value.trim().length < 10) {
    errors.push(["text", "Tuliskan isi aduan, paling sedikit 10 huruf."]);
  }
  if (field("email").value && !field("email").validity.valid) {
    errors.push(["email", "Periksa penulisan alamat surel."]);
  }
  showErrors(errors);
  return errors.length === 0;
}

/** @param {string} faulty as the service calls it */
function placeOf(faulty) {
  return PLACES.find(([name]) => faulty === name || faulty.endsWith(`.${name}`))?.[1];
}

/**
 * A service says "Wajib diisi."; at the top of the page that needs the field's name.
 *
 * @param {Fault[]} errors
 * @param {boolean} named
 */
function showErrors(errors, named = false) {
  form.querySelectorAll("[aria-invalid]").forEach(clearError);
  if (errors.length === 0) {
    return;
  }
  errors.sort(([one], [other]) => rank(one) - rank(other));
  showNotice(
    notice,
    "bad",
    "Ada isian yang perlu diperbaiki",
    null,
    h(
      "ul",
      {},
      errors.map(([id, message]) =>
        h(
          "li",
          {},
          id
            ? h(
                "a",
                {
                  href: `#${id}`,
                  onclick: (event) => {
                    event.preventDefault();
                    target(id).focus();
                  },
                },
                named ? `${LABELS[id]}: ${message}` : message,
              )
            : message,
        ),
      ),
    ),
  );
  for (const [id, message] of errors) {
    if (id) {
      const input = byId(id);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", [...described(input), `${id}-error`].join(" "));
      input.after(h("p", { class: "error", id: `${id}-error` }, message));
    }
  }
  const [first] = errors.flatMap(([id]) => id ?? []);
  (first ? target(first) : notice).focus();
}

/** @param {Place | undefined} place what stands nowhere on the page comes first */
const rank = (place) => (place ? ORDER.indexOf(place) : -1);
/** @param {Typed} id */
const field = (id) => /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (byId(id));
/** @param {Place} id */
const target = (id) => (id === "visibility" ? byId("visibility-public") : byId(id));
/** @param {Element} input */
const described = (input) =>
  (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== `${input.id}-error`);

/** @param {Element} changed */
function clearError(changed) {
  const input = changed.getAttribute("name") === "visibility" ? byId("visibility") : changed;
  document.getElementById(`${input.id}-error`)?.remove();
  input.removeAttribute("aria-invalid");
  const rest = described(input).join(" ");
  if (rest) {
    input.setAttribute("aria-describedby", rest);
  } else {
    input.removeAttribute("aria-describedby");
  }
}

/** @param {HTMLElement} place */
function focusOn(place) {
  place.tabIndex = -1;
  place.focus();
}

function restore() {
  for (const id of FIELDS) {
    field(id).value = draft[id] ?? "";
  }
  visibility.value = draft.visibility ?? "PUBLIC";
  count();
}

/** What was typed stays in this tab until it is accepted; the key makes all attempts one complaint. */
function keep() {
  for (const id of FIELDS) {
    // A list that has not been loaded yet says nothing about the choice.
    if ((id !== "government" && id !== "category") || governments.length > 0) {
      draft[id] = field(id).value;
    }
  }
  draft.visibility = visibility.value;
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // A browser that stores nothing still sends.
  }
  count();
}

function forget() {
  draft = { key: newKey() };
  try {
    sessionStorage.removeItem(DRAFT);
  } catch {
    // Nothing was stored.
  }
  restore();
  fillCategories();
}

function count() {
  byId("text-counter").textContent = `${COUNT.format(field("text").value.length)} / 5.000 huruf`;
}

/** @returns {Draft} */
function readDraft() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? "null");
    return kept?.key ? kept : { key: newKey() };
  } catch {
    return { key: newKey() };
  }
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
