/** Builds an element: h("p", {class: "hint"}, "text", child). Text is only ever set as text. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Puts a message where assistive technology reads it out. */
export function showNotice(place, kind, title, text, ...extra) {
  place.className = `notice ${kind}`;
  place.replaceChildren(h("h2", {}, title), text ? h("p", {}, text) : "", ...extra);
  place.hidden = false;
}

export function hideNotice(place) {
  place.hidden = true;
  place.replaceChildren();
}

/** Marks a button as working without taking the focus away from it. */
export function setBusy(button, busy) {
  button.setAttribute("aria-disabled", String(busy));
}

export const isBusy = (button) => button.getAttribute("aria-disabled") === "true";
