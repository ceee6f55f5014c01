/** @import { Address, IntakeSchemas, Method, Sent, Told } from "#api" */

/**
 * @typedef {{ ok: false, status: number, title: string, detail: string, errors: { field: string, message: string }[],
 *   retryAfter: number }} Refusal
 */
/**
 * @template Data
 * @typedef {{ ok: true, status: number, data: Data } | Refusal} Answer
 */

/**
 * One call to a service, as the service publishes it. Never throws: the answer says ok, status, data, and when it failed
 * a title, a detail, the fields at fault and how many seconds to wait. Status 0 means that nothing was reached.
 *
 * @template {Address} A
 * @template {Method} [M="GET"]
 * @param {A} path
 * @param {{ method?: M, headers?: Record<string, string>, body?: Sent<A, M> }} [request]
 * @returns {Promise<Answer<Told<A, M>>>}
 */
export async function call(path, { method, headers, body } = {}) {
  const type = body === undefined ? undefined : { "Content-Type": "application/json" };
  /** @type {RequestInit} */
  const init = {
    method: method ?? "GET",
    headers: { Accept: "application/json", ...headers, ...type },
    cache: "no-store",
    body: body === undefined ? null : JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    return failure(0, navigator.onLine ? WORDS.unreachable : WORDS.offline);
  }
  try {
    return response.ok ? { ok: true, status: response.status, data: await response.json() } : await refusal(response);
  } catch {
    return failure(0, WORDS.unreachable);
  }
}

/** @param {Response} response */
async function refusal(response) {
  const type = response.headers.get("Content-Type") ?? "";
  /** @type {Partial<IntakeSchemas["Problem"]>} */
  const problem = type.includes("json") ? await response.json() : {};
  return {
    ...failure(response.status, wordsFor(response.status)),
    ...(problem.title && { title: problem.title }),
    ...(problem.detail && { detail: problem.detail }),
    errors: Array.isArray(problem.errors) ? problem.errors : [],
    retryAfter: Number.parseInt(response.headers.get("Retry-After") ?? "0", 10) || 0,
  };
}

/** @satisfies {Record<string, [title: string, detail: string]>} */
const WORDS = {
  offline: ["Anda sedang luring", "Perangkat ini tidak tersambung ke internet."],
  unreachable: ["Tidak tersambung", "Layanan tidak dapat dihubungi saat ini."],
  busy: ["Layanan sedang sibuk", "Terlalu banyak permintaan saat ini."],
  trouble: ["Layanan sedang terganggu", "Layanan belum dapat memproses permintaan ini."],
  refused: ["Permintaan tidak dapat diproses", "Periksa kembali isian Anda."],
};

/** @param {number} status */
function wordsFor(status) {
  return status === 429 ? WORDS.busy : status >= 500 ? WORDS.trouble : WORDS.refused;
}

/**
 * @param {number} status
 * @param {[title: string, detail: string]} words
 * @returns {Refusal}
 */
function failure(status, [title, detail]) {
  return { ok: false, status, title, detail, errors: [], retryAfter: 0 };
}
