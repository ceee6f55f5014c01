/**
 * One call to a service. Never throws: the answer says ok, status, data, and when it failed a title, a detail, the
 * fields at fault and how many seconds to wait. Status 0 means that nothing was reached.
 */
export async function call(path, { method = "GET", headers = {}, body } = {}) {
  const init = { method, headers: { Accept: "application/json", ...headers }, cache: "no-store" };
  if (body !== undefined) {
    init.headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    return failure(0, navigator.onLine ? WORDS.unreachable : WORDS.offline);
  }
  try {
    if (response.ok) {
      return { ok: true, status: response.status, data: await response.json() };
    }
    const type = response.headers.get("Content-Type") ?? "";
    const problem = type.includes("json") ? await response.json() : {};
    return {
      ...failure(response.status, wordsFor(response.status)),
      ...(problem.title && { title: problem.title }),
      ...(problem.detail && { detail: problem.detail }),
      errors: Array.isArray(problem.errors) ? problem.errors : [],
      retryAfter: Number.parseInt(response.headers.get("Retry-After") ?? "0", 10) || 0,
    };
  } catch {
    return failure(0, WORDS.unreachable);
  }
}

/** Whether the same call may succeed later without any change. */
export const passes = (answer) => answer.status === 0 || answer.status === 429 || answer.status >= 500;

const WORDS = {
  offline: ["Anda sedang luring", "Perangkat ini tidak tersambung ke internet."],
  unreachable: ["Tidak tersambung", "Layanan tidak dapat dihubungi saat ini."],
  busy: ["Layanan sedang sibuk", "Terlalu banyak permintaan saat ini."],
  trouble: ["Layanan sedang terganggu", "Layanan belum dapat memproses permintaan ini."],
  refused: ["Permintaan tidak dapat diproses", "Periksa kembali isian Anda."],
};

function wordsFor(status) {
  return status === 429 ? WORDS.busy : status >= 500 ? WORDS.trouble : WORDS.refused;
}

function failure(status, [title, detail]) {
  return { ok: false, status, title, detail, errors: [], retryAfter: 0 };
}
