import { byId } from "./dom.js";

const PATIENCE = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 };

/**
 * The device says where it is when it is asked to, and only then.
 *
 * @param {() => void} changed
 */
export function locate(changed) {
  if (!navigator.geolocation) {
    return;
  }
  const lat = byId("lat", HTMLInputElement);
  const lon = byId("lon", HTMLInputElement);
  const state = byId("locate-state");
  const remove = byId("unlocate");
  /** @param {string} words @param {string} [value] */
  const say = (words, value = "") => {
    state.textContent = (state.dataset[words] ?? "").replace("$1", value);
  };
  /** @param {string} latitude @param {string} longitude */
  const set = (latitude, longitude) => {
    lat.value = latitude;
    lon.value = longitude;
    remove.hidden = latitude === "";
    changed();
  };
  byId("locating").hidden = false;
  byId("locate").hidden = false;
  if (lat.value !== "") {
    remove.hidden = false;
    say("set");
  }
  byId("locate").addEventListener("click", () => {
    say("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set(coords.latitude.toFixed(6), coords.longitude.toFixed(6));
        say("found", String(Math.round(coords.accuracy)));
      },
      (failure) => say(failure.code === failure.PERMISSION_DENIED ? "denied" : "failed"),
      PATIENCE,
    );
  });
  remove.addEventListener("click", (event) => {
    event.preventDefault();
    set("", "");
    state.textContent = "";
  });
}
