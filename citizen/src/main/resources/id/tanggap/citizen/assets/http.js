/** @import { Address, Method, Sent, Told } from "#api" */

/**
 * @template Data
 * @typedef {{ ok: true, status: number, data: Data } | { ok: false, status: number }} Answer
 */

/**
 * One call to a service, as the service publishes it. Never throws, and leaves the words for a failure to the page. Status 0
 * means that nothing was reached.
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
  try {
    const response = await fetch(path, init);
    const { status } = response;
    return response.ok ? { ok: true, status, data: await response.json() } : { ok: false, status };
  } catch {
    return { ok: false, status: 0 };
  }
}
