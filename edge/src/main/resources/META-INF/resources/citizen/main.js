import { byId } from "/assets/dom.js";
import { startForm } from "./form.js";
import { showReceipt, startReceipt } from "./receipt.js";
import { startTracking, track } from "./tracking.js";

const views = { file: byId("view-file"), receipt: byId("view-receipt"), track: byId("view-track") };
const titles = { file: "Sampaikan aduan", receipt: "Aduan diterima", track: "Lacak aduan" };

function show(name, { focus = true } = {}) {
  for (const [key, view] of Object.entries(views)) {
    view.hidden = key !== name;
  }
  for (const key of ["file", "track"]) {
    if (key === name) {
      byId(`nav-${key}`).setAttribute("aria-current", "page");
    } else {
      byId(`nav-${key}`).removeAttribute("aria-current");
    }
  }
  document.title = `${titles[name]} – Tanggap`;
  if (focus) {
    views[name].querySelector("h1").focus();
    window.scrollTo({ top: 0, behavior: "instant" });
  }
}

/** The fragment may name a complaint (#lacak/SKA-4F7K-92XM), never its secret. */
function followFragment(options) {
  const [view, number] = decodeURIComponent(location.hash.slice(1)).split("/");
  if (view === "main") {
    return;
  }
  if (view === "lacak") {
    if (number) {
      byId("track-number").value = number;
    }
    show("track", options);
  } else {
    show("file", options);
  }
}

startForm((receipt) => {
  showReceipt(receipt);
  history.replaceState(null, "", "#bukti");
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
startTracking();
addEventListener("hashchange", () => followFragment());
addEventListener("popstate", () => followFragment());
followFragment({ focus: false });
