/**
 * Complaints whose number and secret the citizen keeps on this device, in this browser: put here at a press and by nothing
 * else, and read by no page but those of the citizen.
 *
 * @typedef {{ number: string, secret: string }} Pair
 */

const NAME = "tanggap.own";
/** What is being opened, from one page to the next of this tab. */
const OPENED = "tanggap.opened";

/** @returns {Pair[]} the newest first; none where the browser stores nothing */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "[]");
  } catch {
    return [];
  }
}

/** However it is written. @param {string} number */
const bare = (number) => number.toUpperCase().replace(/[\s.-]/g, "");
/** @param {string} number */
export const isKept = (number) => kept().some((pair) => bare(pair.number) === bare(number));

/**
 * Whether it is kept now.
 *
 * @param {Pair} pair
 */
export const keep = ({ number, secret }) => write([{ number, secret }, ...without(number)]);
/** @param {string} number */
export const forget = (number) => write(without(number));
export const forgetAll = () => write([]);
/** @param {string} number */
const without = (number) => kept().filter((pair) => bare(pair.number) !== bare(number));

/** @param {Pair[]} pairs */
function write(pairs) {
  try {
    if (pairs.length > 0) {
      localStorage.setItem(NAME, JSON.stringify(pairs));
    } else {
      localStorage.removeItem(NAME);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} number
 * @param {string} [secret] to be kept once the service knows the two
 */
export function opens(number, secret) {
  try {
    sessionStorage.setItem(OPENED, JSON.stringify({ number, secret }));
  } catch {
    // It opens all the same.
  }
}

/**
 * What was opened on the page before, told once; null when it was nothing, or another one.
 *
 * @param {string} number
 * @returns {{ number: string, secret?: string } | null}
 */
export function opened(number) {
  try {
    const before = JSON.parse(sessionStorage.getItem(OPENED) ?? "null");
    sessionStorage.removeItem(OPENED);
    return before && bare(before.number) === bare(number) ? before : null;
  } catch {
    return null;
  }
}
