import { forget, forgetAll, kept, opened, opens } from "./device.js";
import { byId, h } from "./dom.js";

const form = byId("track-form", HTMLFormElement);
const number = byId("track-number", HTMLInputElement);
const secret = byId("track-secret", HTMLInputElement);
const keeping = byId("track-keep", HTMLInputElement);
const device = byId("device");
const list = byId("device-list");
const words = device.dataset;

byId("track-keeping").hidden = false;
form.addEventListener("submit", () => {
  if (keeping.checked) {
    opens(number.value, secret.value);
  }
});
byId("device-clear").addEventListener("click", () => {
  forgetAll();
  show();
  number.focus();
});

// One that was typed may be a slip; one that was kept as it was given is not known any more.
const before = opened(number.value);
if (before && !before.secret && document.getElementById("track-notice")) {
  forget(before.number);
  byId("device-state").textContent = (words["unknown"] ?? "").replace("$1", before.number);
}
show();

function show() {
  const pairs = kept();
  device.hidden = pairs.length === 0 && byId("device-state").textContent === "";
  byId("device-clear").hidden = pairs.length === 0;
  list.replaceChildren(...pairs.map(line));
}

/** @param {import("./device.js").Pair} pair */
function line(pair) {
  return h(
    "li",
    {},
    h(
      "form",
      { method: "post", action: "/lacak/", class: "actions", onsubmit: () => opens(pair.number) },
      h("b", {}, pair.number),
      h("input", { type: "hidden", name: "number", value: pair.number }),
      h("input", { type: "hidden", name: "secret", value: pair.secret }),
      h("button", { "aria-label": `${words["open"]} ${pair.number}` }, words["open"]),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          "aria-label": `${words["remove"]} ${pair.number}`,
          onclick: () => {
            forget(pair.number);
            show();
            number.focus();
          },
        },
        words["remove"],
      ),
    ),
  );
}
