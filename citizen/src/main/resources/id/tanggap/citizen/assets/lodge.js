import { byId } from "./dom.js";
import { sendAhead } from "./photos.js";
import { locate } from "./place.js";
import { warn } from "./warning.js";

const DRAFT = "tanggap.draft";
const FIELDS = ["text", "region", "place", "lat", "lon", "title", "category", "name", "phone", "email"];

const form = byId("complaint-form", HTMLFormElement);
const name = `${DRAFT}.${form.dataset["government"]}`;

/** What was typed and not sent yet is there again after the tab was closed; the service keeps it from the next page on. */
function restore() {
  /** @type {Record<string, string>} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(name) ?? "{}") ?? {};
  } catch {
    // A browser that stores nothing still sends.
  }
  if (FIELDS.every((id) => field(id).value === "")) {
    for (const id of FIELDS) {
      field(id).value = kept[id] ?? "";
    }
    const details = form.querySelector("details");
    if (details && ["title", "category", "name", "phone", "email"].some((id) => kept[id])) {
      details.open = true;
    }
  }
}

function keep() {
  try {
    localStorage.setItem(name, JSON.stringify(Object.fromEntries(FIELDS.map((id) => [id, field(id).value]))));
  } catch {
    // Nothing is stored.
  }
}

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (byId(id));

restore();
form.addEventListener("input", keep);
form.addEventListener("change", keep);
document.getElementById("clear")?.addEventListener("click", () => localStorage.removeItem(name));
warn(form);
locate(keep);
sendAhead(form);
document.getElementById("faults")?.focus();
