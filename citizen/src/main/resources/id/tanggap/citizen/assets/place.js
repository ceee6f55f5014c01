import { byId } from "./dom.js";

const PATIENCE = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 };

/**
 * Sets the point of the complaint: where the device says that it is, or where a pin was put on the map. Each is asked for by
 * a button and by nothing else.
 *
 * @param {HTMLFormElement} form
 * @returns {(latitude: number, longitude: number) => void} for whoever knows another point, once it is taken
 */
export function locate(form) {
  const lat = byId("lat", HTMLInputElement);
  const lon = byId("lon", HTMLInputElement);
  const remove = byId("unlocate");
  /** @param {number} [latitude] @param {number} [longitude] */
  const set = (latitude, longitude) => {
    lat.value = latitude?.toFixed(6) ?? "";
    lon.value = longitude?.toFixed(6) ?? "";
    remove.hidden = latitude === undefined;
    lat.dispatchEvent(new Event("input", { bubbles: true }));
  };
  if (lat.value !== "") {
    remove.hidden = false;
    say("set");
  }
  remove.addEventListener("click", (event) => {
    event.preventDefault();
    set();
    byId("locate-state").textContent = "";
  });
  offerDevice(set);
  offerMap(form, set);
  return (latitude, longitude) => {
    set(latitude, longitude);
    say("set");
  };
}

/** @param {string} words @param {string} [value] */
function say(words, value = "") {
  const state = byId("locate-state");
  state.textContent = (state.dataset[words] ?? "").replace("$1", value);
}

/** @param {(latitude: number, longitude: number) => void} set */
function offerDevice(set) {
  if (!navigator.geolocation) {
    return;
  }
  offer("locate", () => {
    say("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set(coords.latitude, coords.longitude);
        say("found", String(Math.round(coords.accuracy)));
      },
      (failure) => say(failure.code === failure.PERMISSION_DENIED ? "denied" : "failed"),
      PATIENCE,
    );
  });
}

/**
 * Nothing of the map is loaded before it is opened.
 *
 * @param {HTMLFormElement} form
 * @param {(latitude: number, longitude: number) => void} set
 */
function offerMap(form, set) {
  offer("open-map", async () => {
    try {
      const { pick } = await import("./map.js");
      const point = await pick(form);
      if (point) {
        set(point.lat, point.lng);
        say("set");
      }
    } catch {
      say("mapless");
    }
  });
}

/**
 * @param {string} id of a button that works by a script alone
 * @param {() => void} act
 */
function offer(id, act) {
  const button = document.getElementById(id);
  if (button) {
    byId("locating").hidden = false;
    button.hidden = false;
    button.addEventListener("click", act);
  }
}
