import { byId } from "../assets/dom.js";
import { startForm } from "./form.js";
import { prove, showPrinted, startProof } from "./proof.js";
import { showReceipt, startReceipt } from "./receipt.js";
import { startTracking, track } from "./tracking.js";

const views = {
  file: byId("view-file"),
  receipt: byId("view-receipt"),
  track: byId("view-track"),
  proof: byId("view-proof"),
};
/** @typedef {keyof typeof views} View */

/** @type {Record<View, string>} */
const titles = { file: "Sampaikan aduan", receipt: "Aduan diterima", track: "Lacak aduan", proof: "Periksa rekap" };

/**
 * @param {View} name
 * @param {{ focus?: boolean }} [options]
 */
function show(name, { focus = true } = {}) {
  for (const [key, view] of Object.entries(views)) {
    view.hidden = key !== name;
  }
  for (const key of ["file", "track", "proof"]) {
    if (key === name) {
      byId(`nav-${key}`).setAttribute("aria-current", "page");
    } else {
      byId(`nav-${key}`).removeAttribute("aria-current");
    }
  }
  document.title = `${titles[name]} – Tanggap`;
  if (focus) {
    views[name].querySelector("h1")?.focus();
    window.scrollTo({ top: 0, behavior: "instant" });
  }
}

/**
 * The fragment may name a complaint (#lacak/SKA-4F7K-92XM) or a printed recap (#bukti/…), never a secret.
 *
 * @param {{ focus?: boolean }} [options]
 */
function followFragment(options) {
  const [view, ...named] = fragment().split("/");
  if (view === "main") {
    return;
  }
  if (view === "lacak") {
    if (named[0]) {
      byId("track-number", HTMLInputElement).value = named[0];
    }
    show("track", options);
  } else if (view === "bukti") {
    showPrinted(named);
    show("proof", options);
  } else {
    show("file", options);
  }
}

/** As it was meant; an address that was cut short or mistyped names nothing. */
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

startForm((receipt) => {
  showReceipt(receipt);
  history.replaceState(null, "", "#diterima");
  show("receipt");
});
startReceipt({
  trackThis: ({ number, secret }) => {
    history.pushState(null, "", `#lacak/${number}`);
    show("track");
    track(number, secret);
  },
  another: () => {
    history.pushState(null, "", "#lapor");
    show("file");
  },
});
startTracking({
  proveThis: (number, secret) => {
    history.pushState(null, "", "#bukti");
    show("proof");
    prove(number, secret);
  },
});
startProof();
addEventListener("hashchange", () => followFragment());
addEventListener("popstate", () => followFragment());
followFragment({ focus: false });
