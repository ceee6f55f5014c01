import { byId, h } from "./dom.js";

/** In pixels: a text on a sign across a street can be read. */
const LONGEST_SIDE = 1600;
/** In bytes: what a photo should weigh, and from where on it is worth the trouble. */
const LIGHT = 200_000;
const QUALITIES = [0.8, 0.65, 0.5];
const MOST = 5;

/**
 * Those that could not go ahead, and wait with the form.
 *
 * @type {import("./queue.js").Waiting[]}
 */
export const held = [];

/** @type {(latitude: number, longitude: number) => void} */
let putPoint = () => {};
/**
 * The photo whose place is offered.
 *
 * @type {File | undefined}
 */
let located;

/**
 * Photos are made small on the device and go ahead one by one while the rest is typed; without this script they go with the
 * form as they are.
 *
 * @param {HTMLFormElement} form
 * @param {(latitude: number, longitude: number) => void} [put] takes the place of a photo for that of the complaint
 */
export function sendAhead(form, put) {
  putPoint = put ?? putPoint;
  const input = form.querySelector("#file");
  if (!(input instanceof HTMLInputElement)) {
    return;
  }
  byId("add-files").hidden = true;
  input.addEventListener("change", async () => {
    const chosen = Array.from(input.files ?? []);
    input.value = "";
    for (const [place, file] of chosen.entries()) {
      if (!(await send(form, file, place + 1, chosen.length))) {
        return;
      }
    }
    say(held.length > 0 ? "failed" : "");
  });
}

/**
 * Whether the next one may be tried.
 *
 * @param {HTMLFormElement} form
 * @param {File} file
 * @param {number} place
 * @param {number} all
 */
async function send(form, file, place, all) {
  if (byId("file-list").children.length >= MOST) {
    say("many");
    return false;
  }
  say("busy", place, all);
  await offerPlace(form, file);
  const content = await light(file);
  const body = new FormData();
  body.append("file", content, file.name);
  if (!navigator.onLine) {
    return await hold(file, content);
  }
  try {
    const answer = await fetch("/api/intake/v1/attachments", {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    const told = await answer.json();
    if (answer.ok) {
      show(file, told.kind, told.size, () => discard(told.ticket, file), told.ticket);
      save(form);
      return true;
    }
    byId("file-state").textContent = told.errors?.[0]?.message ?? told.detail;
  } catch {
    return await hold(file, content);
  }
  return false;
}

/**
 * @param {File} file
 * @param {Blob} content
 */
async function hold(file, content) {
  keepHere({ name: file.name, type: content.type, bytes: await bytesOf(content) }, file);
  return true;
}

/**
 * @param {import("./queue.js").Waiting} waiting
 * @param {File} [file]
 */
function keepHere(waiting, file) {
  const content = new Blob([waiting.bytes], { type: waiting.type });
  held.push(waiting);
  show(content, "", content.size, () => {
    held.splice(held.indexOf(waiting), 1);
    withdraw(file);
  });
}

/**
 * Shows files again that waited with a complaint.
 *
 * @param {import("./queue.js").Waiting[]} waiting those that were not taken in yet
 * @param {string[]} tickets of those that were
 */
export function bringBack(waiting, tickets) {
  tickets.forEach((ticket) => show(new Blob(), "", 0, () => discard(ticket), ticket));
  waiting.forEach((one) => keepHere(one));
}

/** They wait with the complaint now. */
export function letGo() {
  held.length = 0;
  byId("file-list").replaceChildren();
  say("");
  withdraw(located);
}

/**
 * Asks whether the complaint is about the place at which the photo was taken, which is lost when it is made small.
 *
 * @param {HTMLFormElement} form
 * @param {File} file
 */
async function offerPlace(form, file) {
  if (located || file.type !== "image/jpeg" || byId("lat", HTMLInputElement).value) {
    return;
  }
  try {
    const { BEGINNING, offer } = await import("./taken.js");
    const offered = await offer(form, await bytesOf(file.slice(0, BEGINNING)), putPoint);
    located = offered ? file : undefined;
  } catch {
    // It was an offer.
  }
}

/** @param {File} [file] that is sent no more */
function withdraw(file) {
  if (file === located) {
    located = undefined;
    byId("photo-place").hidden = true;
  }
}

/**
 * The service keeps the form with the new file, so that a reload shows both; when it cannot now, the form says it again.
 *
 * @param {HTMLFormElement} form
 */
function save(form) {
  const typed = new FormData(form);
  typed.append("tambah", "ya");
  fetch(form.action, { method: "POST", body: typed, redirect: "manual" }).catch(() => {});
}

/**
 * The picture with fewer pixels, or the file as it is when that is no lighter or cannot be done.
 *
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function light(file) {
  if (!file.type.startsWith("image/") || file.size <= LIGHT) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = h("canvas", {
      width: Math.round(picture.width * scale),
      height: Math.round(picture.height * scale),
    });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return lightest(file, canvas);
  } catch {
    return file;
  }
}

/**
 * @param {File} file
 * @param {HTMLCanvasElement} canvas
 */
async function lightest(file, canvas) {
  /** @type {Blob} */
  let best = file;
  for (const quality of QUALITIES) {
    /** @type {Blob | null} */
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    best = made && made.size < best.size ? made : best;
    if (best.size <= LIGHT) {
      break;
    }
  }
  return best;
}

/**
 * @param {Blob} content
 * @param {string} kind
 * @param {number} size
 * @param {() => void} removed
 * @param {string} [ticket]
 */
function show(content, kind, size, removed, ticket) {
  const list = byId("file-list");
  const number = String(list.children.length + 1);
  const words = byId("file-state").dataset;
  const said = (/** @type {string} */ name) => (words[name] ?? "").replace("$1", number);
  const item = h(
    "li",
    {},
    content.type.startsWith("image/") && h("img", { alt: said("photo"), src: URL.createObjectURL(content) }),
    h(
      "span",
      {},
      size ? `${said("one")}: ${kind ? `${kind}, ` : ""}${Math.max(1, Math.round(size / 1000))} kB` : said("one"),
    ),
    ticket && h("input", { type: "hidden", name: "ticket", value: ticket }),
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": said("removeOne"),
        onclick: () => {
          item.remove();
          removed();
          byId("file").focus();
        },
      },
      said("remove"),
    ),
  );
  list.append(item);
}

/**
 * @param {Blob} content
 * @returns {Promise<ArrayBuffer>}
 */
function bytesOf(content) {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(/** @type {ArrayBuffer} */ (reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(content);
  });
}

/**
 * What cannot be told now goes by itself after some days.
 *
 * @param {string} ticket
 * @param {File} [file]
 */
function discard(ticket, file) {
  withdraw(file);
  fetch("/api/intake/v1/attachments", { method: "DELETE", headers: { "Tanggap-Ticket": ticket } }).catch(() => {});
}

/**
 * @param {string} words
 * @param {(string | number)[]} values
 */
function say(words, ...values) {
  const state = byId("file-state");
  state.textContent = values.reduce(
    (/** @type {string} */ said, value, place) => said.replace(`$${place + 1}`, String(value)),
    state.dataset[words] ?? "",
  );
}
