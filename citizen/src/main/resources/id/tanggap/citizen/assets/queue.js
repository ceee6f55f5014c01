import { h } from "./dom.js";

/**
 * Complaints that were written without a connection wait in this device until there is one, each under a key of its own, so
 * that it arrives once however often it is sent. Receipts of what was sent stay until the citizen says that they are kept.
 *
 * @typedef {{ path: string, token: string }} Draft what the service keeps of the same form, to be cleared once it is sent
 * @typedef {{ name: string, type: string, bytes: ArrayBuffer }} Waiting
 * @typedef {{ name: string, why: string }} Left a file that the service does not take
 * @typedef {{ key: string, body: Record<string, unknown>, files: Waiting[], tickets: string[],
 *   draft?: Draft, receipt?: { number: string, secret: string }, fault?: string, left?: Left[] }} Entry
 */

const STORE = "complaints";
/** The key of the one that goes back into its form, while the tab is open. */
const REOPENED = "tanggap.reopened";
const panel = document.getElementById("queue");
/** @type {Promise<void>} */
let sending = Promise.resolve();
/** A line may be dead while the browser thinks that there is one. */
const PAUSE = 30_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let again;

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open("tanggap", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return done(request);
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template Result
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} work
 */
async function stored(mode, work) {
  const database = await open();
  try {
    return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @returns {Promise<Entry[]>} */
const all = () => stored("readonly", (store) => store.getAll());
/** @param {Entry} entry */
const keep = (entry) => stored("readwrite", (store) => store.put(entry));
/** @param {Entry} entry */
const forget = (entry) => stored("readwrite", (store) => store.delete(entry.key));

/**
 * @param {Record<string, unknown>} body as the service takes it
 * @param {Waiting[]} files
 * @param {string[]} [tickets] of files that went ahead
 * @param {Draft} [draft]
 */
export async function wait(body, files, tickets = [], draft) {
  const attachments = tickets.length > 0 ? { attachments: tickets } : {};
  await keep({ key: newKey(), body: { ...body, ...attachments }, files, tickets: [], ...(draft && { draft }) });
  await show();
  await sendAll();
}

/** One after the other; where the browser can say so, in one tab at a time. */
export function sendAll() {
  sending = sending
    .then(async () => {
      if (navigator.onLine) {
        await (navigator.locks?.request("tanggap-queue", sendEach) ?? sendEach());
      }
    })
    .then(show, () => {});
  return sending;
}

async function sendEach() {
  for (const entry of await all()) {
    if (!entry.receipt && !entry.fault && !(await send(entry))) {
      break;
    }
  }
}

/**
 * Whether the next one may be tried.
 *
 * @param {Entry} entry
 */
async function send(entry) {
  try {
    while (entry.tickets.length < entry.files.length) {
      const ticket = await upload(entry, entry.files[entry.tickets.length]);
      if (ticket === undefined) {
        return false;
      }
      entry.tickets.push(ticket);
      if (await isThere(entry)) {
        await keep(entry);
      }
    }
    return !(await isThere(entry)) || (await settle(entry, await post(entry)));
  } catch {
    return false;
  }
}

/** Whoever takes it out while it is being sent, takes it out. @param {Entry} entry */
const isThere = async ({ key }) => (await all()).some((one) => one.key === key);

/**
 * The ticket, empty for a file that is not taken; undefined when it may be tried again later.
 *
 * @param {Entry} entry
 * @param {Waiting | undefined} file
 */
async function upload(entry, file) {
  const body = new FormData();
  body.append("file", new Blob(file ? [file.bytes] : [], { type: file?.type ?? "" }), file?.name);
  const answer = await fetch("/api/intake/v1/attachments", { method: "POST", body });
  if (answer.ok) {
    return /** @type {string} */ ((await answer.json()).ticket);
  }
  // A full disk takes complaints all the same.
  if (passes(answer) && answer.status !== 507) {
    return undefined;
  }
  entry.left = [...(entry.left ?? []), { name: file?.name ?? "", why: reason(answer, await answer.json()) }];
  return "";
}

/**
 * @param {Response} answer
 * @param {{ errors?: { message: string }[], detail?: string }} told
 */
const reason = ({ status }, { errors, detail }) => errors?.[0]?.message ?? detail ?? String(status);

/** @param {Entry} entry */
function post({ key, body, tickets }) {
  const ahead = /** @type {string[]} */ (body["attachments"] ?? []);
  const attachments = [...ahead, ...tickets.filter((ticket) => ticket !== "")];
  return fetch("/api/intake/v1/complaints", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(attachments.length > 0 ? { ...body, attachments } : body),
  });
}

/**
 * @param {Entry} entry
 * @param {Response} answer
 */
async function settle(entry, answer) {
  if (passes(answer)) {
    return false;
  }
  const told = await answer.json();
  if (answer.ok) {
    // What is in the vault now need not lie here.
    await keep({
      key: entry.key,
      body: {},
      files: [],
      tickets: [],
      receipt: { number: told.number, secret: told.secret },
      ...(entry.left && { left: entry.left }),
    });
    clear(entry.draft);
  } else {
    await keep({ ...entry, fault: reason(answer, told) });
  }
  return true;
}

/** @param {Draft | undefined} draft */
function clear(draft) {
  if (draft) {
    fetch(draft.path, { method: "POST", body: new URLSearchParams({ token: draft.token }), redirect: "manual" }).catch(
      () => {},
    );
  }
}

/** Not every page is in a context in which the browser makes ids. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether the same may succeed later.
 *
 * @param {Response} answer
 */
const passes = ({ status }) => status === 408 || status === 429 || status >= 500;

async function show() {
  if (!panel) {
    return;
  }
  const entries = await all();
  panel.replaceChildren(...entries.map(line));
  panel.hidden = entries.length === 0;
  if (entries.some(({ receipt, fault }) => !receipt && !fault)) {
    clearTimeout(again);
    again = setTimeout(sendAll, PAUSE);
  }
}

/**
 * Its words go back into its form, where they can be mended; it stays here until they are sent from there.
 *
 * @param {Entry} entry
 */
function reopening({ key, body }) {
  const href = `/lapor/${body["government"]}/`;
  return h(
    "a",
    { class: "button", href, onclick: () => sessionStorage.setItem(REOPENED, key) },
    panel?.dataset["reopen"] ?? "",
  );
}

/**
 * The complaint that goes back into the form of this government, if one does.
 *
 * @param {string | undefined} government
 */
export async function reopened(government) {
  const key = sessionStorage.getItem(REOPENED);
  const entry = key ? (await all()).find((one) => one.key === key) : undefined;
  return entry?.body["government"] === government ? entry : undefined;
}

/** Once it is sent anew. */
export async function forgetReopened() {
  const key = sessionStorage.getItem(REOPENED);
  if (key) {
    sessionStorage.removeItem(REOPENED);
    await stored("readwrite", (store) => store.delete(key));
  }
}

/** @param {Entry} entry */
function line(entry) {
  const words = panel?.dataset ?? {};
  const text = entry.body["visibility"] === "SECRET" ? "" : String(entry.body["text"] ?? "");
  const ending = h(
    "button",
    { type: "button", class: "quiet", onclick: () => forget(entry).then(show) },
    (entry.receipt ? words["kept"] : words["discard"]) ?? "",
  );
  const left = (entry.left ?? []).map(({ name, why }) =>
    h(
      "p",
      {},
      (words["left"] ?? "").replace("$1", () => name).replace("$2", () => why),
    ),
  );
  if (entry.receipt) {
    const { number, secret } = entry.receipt;
    return h(
      "div",
      { class: "notice good" },
      h("h2", {}, words["sent"] ?? ""),
      h("p", {}, `${words["number"]}: `, h("b", {}, number), h("br"), `${words["secret"]}: `, h("b", {}, secret)),
      left,
      h("div", { class: "actions" }, ending),
    );
  }
  return h(
    "div",
    { class: `notice ${entry.fault ? "bad" : ""}` },
    h("h2", {}, (entry.fault ? words["refused"] : words["waiting"]) ?? ""),
    h("p", {}, entry.fault ?? words["later"] ?? ""),
    left,
    text && h("blockquote", { class: "prose" }, text),
    h("div", { class: "actions" }, entry.fault && reopening(entry), ending),
  );
}

/** Pages open without a connection too, where the browser can do that. */
async function helpOffline() {
  const address = "/sw.js";
  // The browser asks for a promise that no foreign script is meant.
  /** @type {{ createPolicy: (name: string, rules: object) => { createScriptURL: (text: string) => unknown } } | undefined} */
  const types = Reflect.get(globalThis, "trustedTypes");
  const policy = types?.createPolicy("tanggap-offline", { createScriptURL: () => address });
  await navigator.serviceWorker?.register(
    /** @type {string} */ (/** @type {unknown} */ (policy?.createScriptURL("") ?? address)),
  );
}

if (globalThis.indexedDB) {
  addEventListener("online", sendAll);
  show().then(sendAll, () => {});
  helpOffline().catch(() => {});
}
