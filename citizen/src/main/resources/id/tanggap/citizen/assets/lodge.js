import { byId } from "./dom.js";
import { held, sendAhead } from "./photos.js";
import { locate } from "./place.js";
import { wait } from "./queue.js";
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
    visibility: new FormData(form).get("visibility") ?? undefined,
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
  if (navigator.onLine && !form.dataset["offline"] && held.length === 0) {
    return;
  }
  event.preventDefault();
  if (!form.reportValidity()) {
    return;
  }
  await wait(complaint(), held.splice(0));
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
locate(keep);
sendAhead(form);
document.getElementById("faults")?.focus();
