import { forget, isKept, keep as keepHere, opened } from "./device.js";
import { byId } from "./dom.js";

// What was typed or chosen survives a reload in this tab until it is sent.
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-kept]"))) {
  keep(form, `tanggap.${form.dataset["kept"]}`);
}
/** @type {HTMLElement | null} */ (document.querySelector("[aria-invalid=true]"))?.focus();

const place = document.getElementById("own-kept");
if (place) {
  tellKept(place, place.dataset["number"] ?? "");
}

/**
 * The service knows the two, so that what was ticked while opening it can be done.
 *
 * @param {HTMLElement} own
 * @param {string} number
 */
function tellKept(own, number) {
  const secret = opened(number)?.secret;
  if (secret) {
    keepHere({ number, secret });
  }
  own.hidden = !isKept(number);
  byId("own-forget").addEventListener("click", () => {
    forget(number);
    own.hidden = true;
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function keep(form, name) {
  try {
    restore(form, JSON.parse(sessionStorage.getItem(name) ?? "{}"));
    form.addEventListener("input", () => {
      const typed = Array.from(new FormData(form)).filter(([field]) => field !== "token");
      sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(typed)));
    });
    form.addEventListener("submit", () => sessionStorage.removeItem(name));
  } catch {
    // A browser that stores nothing still sends.
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} kept
 */
function restore(form, kept) {
  for (const [name, value] of Object.entries(kept)) {
    const field = form.elements.namedItem(name);
    if (
      (field instanceof HTMLTextAreaElement || field instanceof RadioNodeList) &&
      field.value === "" &&
      value !== ""
    ) {
      field.value = value;
      form.closest("details")?.setAttribute("open", "");
    }
  }
}
