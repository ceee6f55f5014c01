/** @import { ReportingSchemas } from "#api" */

/**
 * Computes anew, in this browser, whether a complaint stands in a recap unchanged: docs/proof.md says what is computed.
 * Gives null where the browser has no SHA-256 (pages without TLS), else { chain, path, root } with the root as hex.
 *
 * @param {ReportingSchemas["CaseProof"]} proof
 */
export async function verify(proof) {
  if (!globalThis.crypto?.subtle) {
    return null;
  }
  /** @type {{ events: string, month: string } & Record<string, unknown>} */
  const entry = JSON.parse(proof.entry);
  let hash = await leaf(proof.entry);
  let fits = proof.index >= 0 && proof.index < proof.size;
  let node = proof.index;
  let last = proof.size - 1;
  for (const sibling of proof.path.map(bytes)) {
    fits &&= last > 0;
    if (node % 2 === 1 || node === last) {
      hash = await sha256([1], sibling, hash);
      // A last node without a sibling stands for its parents too.
      while (node % 2 === 0 && node > 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256([1], hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const root = hex(hash);
  return {
    chain:
      (await caseDigest(proof.topics)) === entry.events && (await holdPayloads(proof.topics)) && says(entry, proof),
    path: fits && last === 0 && root === proof.root,
    root,
  };
}

/**
 * Whether the entry says of its place what the file says of it; earlier recaps told less.
 *
 * @param {Record<string, unknown>} entry
 * @param {ReportingSchemas["CaseProof"]} proof
 */
function says(entry, { government, month, version, index, size }) {
  return (
    entry["month"] === month &&
    Object.entries({ government, version, no: index, of: size - 1 }).every(
      ([field, value]) => entry[field] === undefined || entry[field] === value,
    )
  );
}

/** What was erased has its digest alone. @param {ReportingSchemas["Topic"][]} topics */
async function holdPayloads(topics) {
  for (const { payload, payloadDigest } of topics.flatMap(({ events }) => events)) {
    if (typeof payload === "string" && hex(await sha256(utf8(payload))) !== payloadDigest) {
      return false;
    }
  }
  return true;
}

/** @param {ReportingSchemas["Topic"][]} topics */
async function caseDigest(topics) {
  const parts = [];
  for (const { topic, events } of topics) {
    let head = new Uint8Array(32);
    for (const { id, type, time, payloadDigest } of events) {
      head = await sha256(head, utf8(`${id}\n${type}\n${time}\n`), bytes(payloadDigest));
    }
    parts.push(utf8(topic), [0], head);
  }
  return hex(await sha256(...parts));
}

/** @param {string} text */
const leaf = (text) => sha256([0], utf8(text));
/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);
/** @param {Uint8Array} digest */
const hex = (digest) => Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
/** @param {string} text */
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** @param {ArrayLike<number>[]} parts */
async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}
