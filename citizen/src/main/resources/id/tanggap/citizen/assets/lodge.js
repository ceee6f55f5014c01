import { byId } from "./dom.js";
import { bringBack, held, letGo, sendAhead } from "./photos.js";
import { locate } from "./place.js";
import { forgetReopened, reopened, wait } from "./queue.js";
import { warn } from "./warning.js";

const DRAFT = "tanggap.draft";
/** Whoever comes later to a browser of several people finds nothing of it. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const FIELDS = ["text", "region", "place", "lat", "lon", "title", "category", "name", "phone", "email"];

/** @typedef {Partial<ReturnType<typeof complaint>> & { attachments?: string[] }} Refused */

const form = byId("complaint-form", HTMLFormElement);
const visibility = /** @type {RadioNodeList} */ (form.elements.namedItem("visibility"));
const name = `${DRAFT}.${form.dataset["government"]}`;

/** What was typed and not sent yet is there again after the tab was closed; the service keeps it from the next page on. */
function restore() {
  const kept = read();
  if (kept && FIELDS.every((id) => field(id).value === "")) {
    fill(kept);
  }
}

/** @param {Record<string, string | undefined>} kept */
function fill(kept) {
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

/** What the service refused after it had waited is here again, to be mended. */
async function bringRefused() {
  const entry = await reopened(form.dataset["government"]);
  if (!entry) {
    return;
  }
  const { location: where, complainant: who, attachments = [], ...rest } = /** @type {Refused} */ (entry.body);
  fill({
    ...rest,
    ...who,
    place: where?.address,
    region: where?.regionCode,
    lat: where?.lat?.toString(),
    lon: where?.lon?.toString(),
  });
  bringBack(entry.files.slice(entry.tickets.length), [...attachments, ...entry.tickets.filter(Boolean)]);
  keep();
  field("text").focus();
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
  if (submitter?.name) {
    return;
  }
  if (navigator.onLine && !form.dataset["offline"] && held.length === 0) {
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
  await forgetReopened();
  letGo();
  form.reset();
  localStorage.removeItem(name);
  byId("queue").focus();
}

/** Questions come once something is written, and only then are they loaded. */
function askAbout() {
  import("./suggest.js").then(
    ({ suggest }) => suggest(form),
    () => {},
  );
}

restore();
form.addEventListener("submit", keepForLater);
form.addEventListener("input", keep);
form.addEventListener("change", keep);
form.addEventListener("input", askAbout, { once: true });
document.getElementById("clear")?.addEventListener("click", () => localStorage.removeItem(name));
warn(form);
const put = locate(form);
sendAhead(form, put);
bringRefused().catch(() => {});
document.getElementById("faults")?.focus();
