import { byId } from "./dom.js";
import { held, sendAhead } from "./photos.js";
import { locate } from "./place.js";
import { wait } from "./queue.js";
import { ask, suggest } from "./suggest.js";
import { warn } from "./warning.js";

const DRAFT = "tanggap.draft";
/** Whoever comes later to a browser of several people finds nothing of it. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const FIELDS = ["text", "region", "place", "lat", "lon", "title", "category", "name", "phone", "email"];

const form = byId("complaint-form", HTMLFormElement);
const visibility = /** @type {RadioNodeList} */ (form.elements.namedItem("visibility"));
const name = `${DRAFT}.${form.dataset["government"]}`;

/** What was typed and not sent yet is there again after the tab was closed; the service keeps it from the next page on. */
function restore() {
  const kept = read();
  if (kept && FIELDS.every((id) => field(id).value === "")) {
    for (const id of FIELDS) {
      field(id).value = kept[id] ?? "";
    }
    visibility.value = kept["visibility"] ?? visibility.value;
    const details = form.querySelector("details");
    if (details && ["title", "category", "name", "phone", "email"].some((id) => kept[id])) {
      details.open = true;
    }
    byId("restored").hidden = false;
  }
}

/** @returns {Record<string, string> | null} null when nothing was typed, or too long ago */
function read() {
  try {
    const { at, ...kept } = JSON.parse(localStorage.getItem(name) ?? "{}");
    return at > Date.now() - KEPT_FOR && FIELDS.some((id) => kept[id]) ? kept : null;
  } catch {
    // A browser that stores nothing still sends.
    return null;
  }
}

function keep() {
  try {
    const typed = Object.fromEntries(FIELDS.map((id) => [id, field(id).value]));
    localStorage.setItem(name, JSON.stringify({ ...typed, visibility: visibility.value, at: Date.now() }));
  } catch {
    // Nothing is stored.
  }
}

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (byId(id));

/** As the service takes it from programs. */
function complaint() {
  /** @param {string} id */
  const given = (id) => field(id).value.trim() || undefined;
  const lat = given("lat");
  const lon = given("lon");
  const where = {
    address: given("place"),
    regionCode: given("region"),
    ...(lat && lon ? { lat: Number(lat), lon: Number(lon) } : {}),
  };
  const who = { name: given("name"), phone: given("phone"), email: given("email") };
  return {
    government: form.dataset["government"],
    channel: "WEB",
    text: field("text").value.trim(),
    title: given("title"),
    category: given("category"),
    visibility: visibility.value || undefined,
    location: Object.values(where).some(Boolean) ? where : undefined,
    complainant: Object.values(who).some(Boolean) ? who : undefined,
  };
}

/**
 * Without a connection the complaint waits in this device.
 *
 * @param {SubmitEvent} event
 */
async function keepForLater(event) {
  const submitter = /** @type {HTMLButtonElement | null} */ (event.submitter);
  // A button with a name does something else with the form than sending it.
  if (submitter?.name || (navigator.onLine && !form.dataset["offline"] && held.length === 0)) {
    return;
  }
  event.preventDefault();
  if (!form.reportValidity()) {
    return;
  }
  const typed = new FormData(form);
  await wait(complaint(), [...held], /** @type {string[]} */ (typed.getAll("ticket")), {
    path: `/lapor/${form.dataset["government"]}/kosongkan`,
    token: String(typed.get("token")),
  });
  held.length = 0;
  form.reset();
  byId("file-list").replaceChildren();
  localStorage.removeItem(name);
  byId("queue").focus();
}

restore();
form.addEventListener("submit", keepForLater);
form.addEventListener("input", keep);
form.addEventListener("change", keep);
document.getElementById("clear")?.addEventListener("click", () => localStorage.removeItem(name));
warn(form);
suggest(form);
locate(form, () => {
  keep();
  void ask(form);
});
sendAhead(form);
document.getElementById("faults")?.focus();
