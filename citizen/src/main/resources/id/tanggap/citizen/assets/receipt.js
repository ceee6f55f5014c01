import { forget, isKept, keep } from "./device.js";
import { forgetReopened } from "./queue.js";

// What was typed is a complaint now, and so is what waited in vain and was sent from its form.
if (document.querySelector("article.receipt")) {
  forgetReopened().catch(() => {});
}
try {
  for (const name of Object.keys(localStorage).filter((key) => key.startsWith("tanggap.draft."))) {
    localStorage.removeItem(name);
  }
} catch {
  // Nothing was stored.
}

for (const receipt of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article.receipt"))) {
  const state = /** @type {HTMLElement} */ (receipt.querySelector(".copied"));
  const onPress = (/** @type {string} */ buttons, /** @type {(button: HTMLElement) => void} */ pressed) => {
    for (const button of receipt.querySelectorAll(buttons)) {
      reveal(button, pressed);
    }
  };
  onPress("button.copy", async ({ dataset }) => {
    try {
      await navigator.clipboard.writeText(dataset["copy"] ?? "");
      state.textContent = dataset["done"] ?? "";
    } catch {
      state.textContent = state.dataset["failed"] ?? "";
    }
  });
  onPress("button.print", () => printApart(receipt));
  onPress("button.picture", async () => (await import("./picture.js")).save(receipt));
  offerToKeep(/** @type {HTMLElement} */ (receipt.querySelector(".keeping")));
  if ("share" in navigator) {
    const sharing = /** @type {HTMLElement} */ (receipt.querySelector(".sharing"));
    sharing.hidden = false;
    onPress("button.share", ({ dataset }) => share(receipt, dataset));
  }
}

/**
 * Keeps number and secret on this device at a press, and takes them away at the next.
 *
 * @param {HTMLElement} place
 */
function offerToKeep(place) {
  const button = /** @type {HTMLElement} */ (place.querySelector("button"));
  const state = /** @type {HTMLElement} */ (place.querySelector("p"));
  const number = button.dataset["number"] ?? "";
  const show = () => {
    button.textContent = button.dataset[isKept(number) ? "forget" : "keep"] ?? "";
    state.textContent = state.dataset[isKept(number) ? "kept" : "before"] ?? "";
  };
  place.hidden = false;
  button.addEventListener("click", () => {
    const done = isKept(number) ? forget(number) : keep({ number, secret: button.dataset["secret"] ?? "" });
    show();
    if (!done) {
      state.textContent = state.dataset["failed"] ?? "";
    }
  });
  show();
}

/**
 * One of several, on its own sheet.
 *
 * @param {HTMLElement} receipt
 */
function printApart(receipt) {
  /** @param {boolean} apart */
  const mark = (apart) => {
    document.body.classList.toggle("apart", apart);
    receipt.classList.toggle("printed", apart);
  };
  mark(true);
  // Some browsers go on before the paper is there.
  addEventListener("afterprint", () => mark(false), { once: true });
  print();
}

/**
 * The secret goes along only when the citizen says so, each time anew.
 *
 * @param {HTMLElement} receipt
 * @param {DOMStringMap} words
 */
function share(receipt, words) {
  const withSecret = /** @type {HTMLInputElement} */ (receipt.querySelector(".with-secret"));
  const text = [words["words"], withSecret.checked && words["secret"], receipt.dataset["address"]];
  withSecret.checked = false;
  navigator.share({ text: text.filter(Boolean).join("\n") }).catch(() => {});
}

/**
 * @param {Element} element
 * @param {(button: HTMLElement) => void} pressed
 */
function reveal(element, pressed) {
  const button = /** @type {HTMLElement} */ (element);
  button.hidden = false;
  button.addEventListener("click", () => pressed(button));
}
