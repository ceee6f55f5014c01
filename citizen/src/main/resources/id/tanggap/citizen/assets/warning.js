import { byId, h } from "./dom.js";
import { call } from "./http.js";
/** @import { IntakeSchemas } from "#api" */

/** @typedef {IntakeSchemas["Found"]} Found */
/**
 * What the service calls a field, and where it stands on the page.
 *
 * @type {Record<IntakeSchemas["Field"], string>}
 */
const PLACES = { TITLE: "title", TEXT: "text", ADDRESS: "place" };
const WATCHED = [...Object.values(PLACES), "name"];

/** @param {string} id */
const typed = (id) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (byId(id));
let asked = 0;

/**
 * What the page says, in its language.
 *
 * @param {string} words
 * @param {string[]} values for $1 and $2
 */
const say = (words, ...values) =>
  values.reduce((said, value, place) => said.replace(`$${place + 1}`, () => value), list().dataset[words] ?? "");
const list = () => byId("warning-words");

/** What a kind is called in the language of the page; as the service calls it where that is Indonesian. @param {Found} found */
const kind = ({ word }) =>
  Array.from(list().children, (item) => /** @type {HTMLElement} */ (item)).find(
    ({ dataset }) => dataset["word"] === word,
  )?.textContent ?? word;

/**
 * Tells whoever leaves a field what in it looks like a person's, and takes it out at a click. Says nothing when it cannot
 * ask: the service masks what is sent in any case.
 *
 * @param {HTMLFormElement} form
 */
export function warn(form) {
  form.addEventListener("change", (event) => {
    if (WATCHED.includes(/** @type {Element} */ (event.target).id)) {
      ask(form.dataset["government"] ?? "");
    }
  });
}

/** @param {string} government */
async function ask(government) {
  const turn = ++asked;
  if (!Object.values(PLACES).some((id) => typed(id).value.trim())) {
    show([]);
    return;
  }
  const answer = await call("/api/intake/v1/masking/preview", {
    method: "POST",
    body: {
      government,
      name: typed("name").value || undefined,
      title: typed("title").value || undefined,
      text: typed("text").value || undefined,
      address: typed("place").value || undefined,
    },
  });
  // What was typed meanwhile is asked about by itself.
  if (answer.ok && turn === asked) {
    show(answer.data.found);
  }
}

/** @param {Found[]} found */
function show(found) {
  for (const [field, id] of Object.entries(PLACES)) {
    const here = found.filter((one) => one.field === field);
    document.getElementById(`${id}-warning`)?.remove();
    if (here.length > 0) {
      typed(id).after(warning(id, here));
    }
  }
}

/**
 * @param {string} id
 * @param {Found[]} found
 */
function warning(id, found) {
  return h(
    "div",
    { class: "hint warning", id: `${id}-warning`, role: "status" },
    h("p", {}, say("masked")),
    h(
      "ul",
      {},
      found.map((one) => h("li", {}, `${say("looks", part(id, one), kind(one))} `, removal(id, one))),
    ),
  );
}

/**
 * @param {string} id
 * @param {Found} one
 */
function removal(id, one) {
  return h(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-label": say("removeOne", kind(one), part(id, one)),
      onclick: () => {
        const field = typed(id);
        field.value = `${field.value.slice(0, one.from)}${one.mark}${field.value.slice(one.to)}`;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
        field.focus();
      },
    },
    say("remove"),
  );
}

/**
 * @param {string} id
 * @param {Found} one
 */
const part = (id, { from, to }) => typed(id).value.slice(from, to);
