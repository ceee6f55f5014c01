import { byId, h } from "./dom.js";
import { positionIn } from "./exif.js";
import { suggestions } from "./suggest.js";

/** In bytes: a camera writes it at the beginning. */
export const BEGINNING = 1 << 18;

/**
 * Asks whether the complaint is about the place at which a photo was taken; nothing is offered that lies outside.
 *
 * @param {HTMLFormElement} form
 * @param {ArrayBuffer} beginning of the file
 * @param {(latitude: number, longitude: number) => void} put takes it
 * @returns {Promise<boolean>} whether the photo says where
 */
export async function offer(form, beginning, put) {
  const position = positionIn(beginning);
  if (!position) {
    return false;
  }
  const answer = navigator.onLine ? await suggestions(form, position) : undefined;
  const { district, outside } = answer?.ok ? answer.data : { district: undefined, outside: false };
  const place = byId("photo-place");
  const words = place.dataset;
  place.hidden = false;
  place.textContent = outside
    ? (words["out"] ?? "")
    : `${words["here"]}${district ? ` (${district.name})` : ""} ${words["ask"]} `;
  if (!outside) {
    place.append(button(place, () => put(position.lat, position.lon)));
  }
  return true;
}

/**
 * @param {HTMLElement} place
 * @param {() => void} take
 */
function button(place, take) {
  const words = place.dataset;
  const onclick = () => {
    take();
    place.textContent = words["set"] ?? "";
    byId("file").focus();
  };
  return h("button", { type: "button", class: "quiet", "aria-label": words["takeOne"], onclick }, words["take"] ?? "");
}
