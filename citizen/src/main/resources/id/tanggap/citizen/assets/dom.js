/**
 * @typedef {Node | string | false | null | undefined} Child
 * @typedef {string | number | boolean | null | undefined | ((event: Event) => void)} Attribute
 */

/**
 * Builds an element: h("p", {class: "hint"}, "text", child). Text is only ever set as text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} attributes
 * @param {(Child | Child[])[]} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice("on".length), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * What page and script agree on: that the element is there, and of this kind.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof (kind ?? HTMLElement))) {
    throw new Error(`No ${kind?.name ?? "element"} #${id} on this page`);
  }
  return /** @type {Kind} */ (element);
}

/**
 * Puts a message where assistive technology reads it out.
 *
 * @param {HTMLElement} place
 * @param {"" | "good" | "bad"} kind
 * @param {string} title
 * @param {string | null} text
 * @param {Node[]} extra
 */
export function showNotice(place, kind, title, text, ...extra) {
  place.className = `notice ${kind}`;
  place.replaceChildren(h("h2", {}, title), text ? h("p", {}, text) : "", ...extra);
  place.hidden = false;
}

/** @param {HTMLElement} place */
export function hideNotice(place) {
  place.hidden = true;
  place.replaceChildren();
}

/**
 * Marks a button as working without taking the focus away from it.
 *
 * @param {HTMLButtonElement} button
 * @param {boolean} busy
 */
export function setBusy(button, busy) {
  button.setAttribute("aria-disabled", String(busy));
}

/** @param {HTMLButtonElement} button */
export const isBusy = (button) => button.getAttribute("aria-disabled") === "true";
