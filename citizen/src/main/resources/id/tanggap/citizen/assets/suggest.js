import { byId, h } from "./dom.js";
import { call } from "./http.js";
/** @import { IntakeSchemas } from "#api" */

/** @typedef {IntakeSchemas["Option"]} Option */

/** Whoever pauses has finished a thought. */
const PAUSE = 800;
const WATCHED = ["text", "title", "place", "region", "category", "lat"];

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (byId(id));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let asked = 0;

/**
 * Asks whoever writes about the place and the category that the words speak for, below the field that they are for; chooses
 * nothing, and says nothing when it cannot ask.
 *
 * @param {HTMLFormElement} form
 */
export function suggest(form) {
  form.addEventListener("input", (event) => {
    if (WATCHED.includes(/** @type {Element} */ (event.target).id)) {
      askLater(form);
    }
  });
  askLater(form);
}

/** @param {HTMLFormElement} form */
function askLater(form) {
  clearTimeout(waiting);
  // A page that was left has nothing to ask.
  waiting = setTimeout(() => form.isConnected && ask(form), PAUSE);
}

/**
 * What the service says of what was written so far, and of a point.
 *
 * @param {HTMLFormElement} form
 * @param {{ lat: number, lon: number }} [point] the one of the form when there is no other
 */
export async function suggestions(form, point) {
  const lat = field("lat").value;
  const lon = field("lon").value;
  return call(`/api/intake/v1/governments/${form.dataset["government"]}/suggestions`, {
    method: "POST",
    body: {
      title: field("title").value || undefined,
      text: field("text").value || undefined,
      address: field("place").value || undefined,
      ...(lat && lon ? { lat: Number(lat), lon: Number(lon) } : {}),
      ...point,
    },
  });
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const turn = ++asked;
  const open = ["region", "category"].filter((id) => field(id).value === "");
  const written = ["text", "title", "place", "lat"].some((id) => field(id).value.trim());
  const answer = open.length > 0 && written && navigator.onLine ? await suggestions(form) : undefined;
  // What was typed meanwhile is asked about by itself.
  if (turn === asked) {
    const found = answer?.ok ? answer.data : { regions: [], categories: [] };
    show("region", field("region").value ? [] : found.regions);
    show("category", field("category").value ? [] : found.categories);
  }
}

/**
 * @param {string} id of the field
 * @param {Option[]} options
 */
function show(id, options) {
  const list = byId(`${id}-suggestions`);
  const shown = options.map((option) => option.id).join();
  // Said again, the same would be read out again.
  if (list.dataset["shown"] !== shown) {
    list.dataset["shown"] = shown;
    const questions = options.map((option) => question(list, id, option));
    list.replaceChildren(...(questions.length > 0 ? [h("ul", { class: "suggestions" }, questions)] : []));
  }
}

/**
 * @param {HTMLElement} list
 * @param {string} id
 * @param {Option} option
 */
function question(list, id, option) {
  const words = byId("category-suggestions").dataset;
  return h(
    "li",
    {},
    `${(list.dataset["ask"] ?? "").replace("$1", option.name)} `,
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": (words["takeOne"] ?? "").replace("$1", option.name),
        onclick: () => take(id, option),
      },
      words["take"] ?? "",
    ),
  );
}

/**
 * @param {string} id
 * @param {Option} option
 */
function take(id, option) {
  const chosen = field(id);
  chosen.value = option.id;
  const details = chosen.closest("details");
  if (details) {
    details.open = true;
  }
  show(id, []);
  chosen.dispatchEvent(new Event("input", { bubbles: true }));
  chosen.dispatchEvent(new Event("change", { bubbles: true }));
  chosen.focus();
}
