import { passes } from "../assets/http.js";

/** @import { Refusal } from "../assets/http.js" */

/**
 * Why something was not taken, and what helps.
 *
 * @param {Refusal} answer
 */
export function explanation(answer) {
  const [fault] = answer.errors;
  if (fault) {
    return fault.message;
  }
  const wait = answer.retryAfter > 0 ? `Coba lagi dalam ${answer.retryAfter} detik.` : "Coba lagi sebentar lagi.";
  return passes(answer)
    ? `${answer.title}. ${answer.detail} ${wait} Mengirim ulang tidak membuat kiriman ganda.`
    : answer.detail;
}

/**
 * The key makes all attempts to send it one.
 *
 * @param {string} name
 */
export function keptDraft(name) {
  /** @type {{ key?: string, text?: string }} */
  let kept = {};
  try {
    kept = JSON.parse(sessionStorage.getItem(name) ?? "{}") ?? {};
  } catch {
    // A browser that stores nothing still sends.
  }
  const key = kept.key ?? newKey();
  /** @param {() => void} change */
  const store = (change) => {
    try {
      change();
    } catch {
      // Nothing is stored.
    }
  };
  return {
    key,
    text: kept.text ?? "",
    /** @param {string} text */
    keep: (text) => store(() => sessionStorage.setItem(name, JSON.stringify({ key, text }))),
    forget: () => store(() => sessionStorage.removeItem(name)),
  };
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
