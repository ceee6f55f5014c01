import { h } from "./dom.js";

/**
 * Complaints that were written without a connection wait in this device until there is one, each under a key of its own, so
 * that it arrives once however often it is sent. Receipts of what was sent stay until the citizen says that they are kept.
 *
 * @typedef {{ name: string, type: string, bytes: ArrayBuffer }} Waiting
 * @typedef {{ key: string, body: Record<string, unknown>, files: Waiting[], tickets: string[],
 *   receipt?: { number: string, secret: string }, fault?: string }} Entry
 */

const STORE = "complaints";
const panel = document.getElementById("queue");
/** @type {Promise<void>} */
let sending = Promise.resolve();

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
 */
export async function wait(body, files) {
  await keep({ key: crypto.randomUUID(), body, files, tickets: [] });
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
      const ticket = await upload(entry.files[entry.tickets.length]);
      if (ticket === undefined) {
        return false;
      }
      entry.tickets.push(ticket);
      await keep(entry);
    }
    return await settle(entry, await post(entry));
  } catch {
    return false;
  }
}

/**
 * The ticket, empty for a file that is not taken; undefined when it may be tried again later.
 *
 * @param {Waiting | undefined} file
 */
async function upload(file) {
  const body = new FormData();
  body.append("file", new Blob(file ? [file.bytes] : [], { type: file?.type ?? "" }), file?.name);
  const answer = await fetch("/api/intake/v1/attachments", { method: "POST", body });
  return answer.ok ? /** @type {string} */ ((await answer.json()).ticket) : passes(answer) ? undefined : "";
}

/** @param {Entry} entry */
function post({ key, body, tickets }) {
  const attachments = tickets.filter((ticket) => ticket !== "");
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
    await keep({ ...entry, body: {}, files: [], receipt: { number: told.number, secret: told.secret } });
  } else {
    await keep({ ...entry, fault: told.errors?.[0]?.message ?? told.detail ?? String(answer.status) });
  }
  return true;
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
}

/** @param {Entry} entry */
function line(entry) {
  const words = panel?.dataset ?? {};
  const text = String(entry.body["text"] ?? "");
  const ending = h(
    "button",
    { type: "button", class: "quiet", onclick: () => forget(entry).then(show) },
    (entry.receipt ? words["kept"] : words["discard"]) ?? "",
  );
  if (entry.receipt) {
    const { number, secret } = entry.receipt;
    return h(
      "div",
      { class: "notice good" },
      h("h2", {}, words["sent"] ?? ""),
      h("p", {}, `${words["number"]}: `, h("b", {}, number), h("br"), `${words["secret"]}: `, h("b", {}, secret)),
      h("div", { class: "actions" }, ending),
    );
  }
  return h(
    "div",
    { class: `notice ${entry.fault ? "bad" : ""}` },
    h("h2", {}, (entry.fault ? words["refused"] : words["waiting"]) ?? ""),
    h("p", {}, entry.fault ?? words["later"] ?? ""),
    h("blockquote", { class: "prose" }, text),
    h("div", { class: "actions" }, ending),
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
