import { byId, h, hideNotice, isBusy, setBusy, showNotice } from "./dom.js";
import { call } from "./http.js";
import { moment, monthName } from "./words.js";
import { verify } from "./verify.js";
/** @import { Child } from "./dom.js" */
/** @import { ReportingSchemas } from "#api" */

const notice = byId("proof-notice");
const result = byId("proof-result");
const send = byId("proof-send", HTMLButtonElement);

/**
 * What the page says, in its language.
 *
 * @param {string} words
 * @param {unknown[]} values for $1, $2 and so on
 */
const say = (words, ...values) =>
  values.reduce(
    (/** @type {string} */ said, value, place) => said.replaceAll(`$${place + 1}`, String(value)),
    result.dataset[words] ?? "",
  );
/**
 * @param {"" | "bad"} kind
 * @param {string} words whose explanation has the same name
 * @param {unknown[]} values
 */
const tell = (kind, words, ...values) => showNotice(notice, kind, say(words), say(`${words}Why`, ...values));

byId("proof-form").addEventListener("submit", (event) => {
  event.preventDefault();
  prove(byId("proof-number", HTMLInputElement).value, byId("proof-secret", HTMLInputElement).value);
});

/**
 * @param {string} typedNumber
 * @param {string} typedSecret
 */
async function prove(typedNumber, typedSecret) {
  if (isBusy(send)) {
    return;
  }
  const number = typedNumber.trim().toUpperCase();
  const secret = typedSecret.trim().toUpperCase();
  const printed = byId("proof-root", HTMLInputElement).value.replace(/\s/g, "").toLowerCase();
  byId("proof-number", HTMLInputElement).value = number;
  byId("proof-secret", HTMLInputElement).value = secret;
  hideNotice(notice);
  result.hidden = true;
  if (!number || !secret) {
    tell("bad", "missing");
    byId(number ? "proof-secret" : "proof-number").focus();
    return;
  }
  if (printed && !/^[0-9a-f]{64}$/.test(printed)) {
    tell("bad", "short");
    byId("proof-root").focus();
    return;
  }
  setBusy(send, true);
  const answer = await call(`/api/reporting/v1/proofs/${encodeURIComponent(number)}`, {
    headers: { "Tanggap-Secret": secret },
  });
  if (answer.ok) {
    await show(answer.data, printed);
  } else if (answer.status === 404 || answer.status === 400) {
    tell("bad", "unknown");
    byId("proof-number").focus();
  } else {
    tell("", answer.status === 0 ? "unreachable" : answer.status === 429 ? "busy" : "trouble");
  }
  setBusy(send, false);
}

/**
 * @param {ReportingSchemas["Answer"]} answer
 * @param {string} printed the root on paper, if any
 */
async function show({ number, government, month, version, archived, proof }, printed) {
  const name = monthName(month);
  if (!proof) {
    tell("", version ? "late" : "soon", name, number);
    return;
  }
  const checked = await verify(proof);
  /** @type {{ no: number, number: string, receivedAt: string, answeredAt?: string }} */
  const entry = JSON.parse(proof.entry);
  const asked =
    entry.number === number && proof.government === government && proof.month === month && proof.version === version;
  const faults = checked
    ? [
        !asked && say("foreign"),
        !checked.chain && say("chain"),
        !checked.path && say("path"),
        printed && printed !== checked.root && say("root"),
      ].filter(Boolean)
    : [];
  const intact = faults.length === 0;
  result.replaceChildren(
    h("h2", { id: "proof-title" }, say(intact ? "intact" : "differs")),
    h(
      "p",
      { id: "proof-says" },
      intact ? say(archived ? "archived" : "stands", number, entry.no, name, version) : faults.join(" "),
    ),
    h(
      "p",
      { class: "hint" },
      checked ? say("computed") : say("cannot"),
      checked && !printed && intact ? ` ${say("compare")}` : "",
    ),
    h(
      "dl",
      { class: "facts" },
      fact(say("received"), moment(entry.receivedAt)),
      entry.answeredAt && fact(say("answered"), moment(entry.answeredAt)),
      fact(say("events"), String(proof.topics.reduce((sum, { events }) => sum + events.length, 0))),
      fact(say("isRoot"), h("code", { id: "proof-root-shown" }, proof.root.replace(/.{8}(?=.)/g, "$& "))),
    ),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { type: "button", class: "quiet", id: "proof-save", onclick: () => save(number, month, proof) },
        say("save"),
      ),
    ),
  );
  result.hidden = false;
  result.focus();
}

/**
 * @param {string} number
 * @param {string} month
 * @param {ReportingSchemas["CaseProof"]} proof
 */
function save(number, month, proof) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(proof, null, 2)], { type: "application/json" }));
  h("a", { href: address, download: `bukti-${number}-${month}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {string} term
 * @param {Child} value
 */
const fact = (term, value) => h("div", {}, h("dt", {}, term), h("dd", {}, value));
