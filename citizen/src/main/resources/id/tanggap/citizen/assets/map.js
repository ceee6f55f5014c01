import { byId, h } from "./dom.js";
import { suggestions } from "./suggest.js";
/** @import * as L from "leaflet" */

/** Foreign, and looked at by no tool. @type {string} */
const LIBRARY = "./leaflet.js";
/** In pixels, at a press of an arrow. */
const STEP = 16;
/** Nearer than this there is no outline to be seen any more. */
const NEAREST_OF_OUTLINES = 15;
const NEAREST_OF_TILES = 19;
/** How near a pin is looked at that stands already. */
const NEAR = 15;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

/** @type {Promise<PinMap> | undefined} */
let opened;

/**
 * Lets the citizen put a pin on the map.
 *
 * @param {HTMLFormElement} form
 * @returns {Promise<L.LatLng | undefined>} nowhere when the map is closed without taking the point
 */
export async function pick(form) {
  opened ??= load(form);
  try {
    return (await opened).pick();
  } catch (failure) {
    opened = undefined;
    throw failure;
  }
}

/** @param {HTMLFormElement} form */
async function load(form) {
  const [outlines, leaflet] = await Promise.all([regions(form), library(), dress("leaflet.css"), dress("map.css")]);
  return new PinMap(form, leaflet, outlines);
}

/** @param {HTMLFormElement} form */
async function regions(form) {
  const answer = await fetch(`/api/intake/v1/governments/${form.dataset["government"]}/regions`, { method: "GET" });
  if (!answer.ok) {
    throw new Error(`The outlines are not there: ${answer.status}`);
  }
  return answer.json();
}

/** @returns {Promise<typeof L>} */
async function library() {
  mayTestTheBrowser();
  await import(/* @vite-ignore */ LIBRARY);
  return Reflect.get(globalThis, "L");
}

/** The library writes one empty picture as HTML to see what the browser can do; it may write nothing else so. */
function mayTestTheBrowser() {
  /** @type {{ defaultPolicy: unknown, createPolicy: (name: string, rules: object) => void } | undefined} */
  const types = Reflect.get(globalThis, "trustedTypes");
  if (types && !types.defaultPolicy) {
    types.createPolicy("default", { createHTML: (/** @type {string} */ text) => (text === "<svg/>" ? text : null) });
  }
}

/** @param {string} sheet a neighbour of this file */
function dress(sheet) {
  const href = new URL(`./${sheet}`, import.meta.url).href;
  return new Promise((loaded, failed) => {
    document.head.append(h("link", { rel: "stylesheet", href, onload: loaded, onerror: failed }));
  });
}

class PinMap {
  #dialog = byId("map-dialog", HTMLDialogElement);
  #form;
  #map;
  #pin;
  #outlines;
  #asked = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {typeof L} leaflet
   * @param {Parameters<typeof L.geoJSON>[0]} outlines
   */
  constructor(form, leaflet, outlines) {
    const tiles = this.#dialog.dataset["tiles"];
    this.#form = form;
    this.#map = leaflet.map("map", {
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      zoomSnap: 0.5,
      maxZoom: tiles ? NEAREST_OF_TILES : NEAREST_OF_OUTLINES,
    });
    if (tiles) {
      leaflet.tileLayer(tiles, { maxZoom: NEAREST_OF_TILES }).addTo(this.#map);
    }
    const icon = leaflet.divIcon({ className: "pin", html: h("span"), iconSize: [44, 44], iconAnchor: [22, 44] });
    this.#pin = leaflet.marker([0, 0], { icon, draggable: true, keyboard: false, autoPan: true });
    this.#outlines = drawn(leaflet, outlines).addTo(this.#map);
    this.#listen();
  }

  #listen() {
    this.#map.on("zoomend", () => this.#thin());
    this.#map.on("click", ({ latlng }) => this.#put(latlng));
    this.#pin.on("dragend", () => this.#put(this.#pin.getLatLng()));
    byId("map").addEventListener("keydown", (event) => this.#press(event));
    byId("take-point").addEventListener("click", () => this.#take());
    byId("close-map").addEventListener("click", () => this.#dialog.close());
    byId("zoom-in").addEventListener("click", () => this.#map.zoomIn());
    byId("zoom-out").addEventListener("click", () => this.#map.zoomOut());
  }

  /** @returns {Promise<L.LatLng | undefined>} */
  pick() {
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
    this.#map.invalidateSize();
    this.#begin();
    this.#thin();
    byId("map").focus();
    return new Promise((done) => {
      this.#dialog.addEventListener("close", () => done(this.#dialog.returnValue ? this.#pin.getLatLng() : undefined), {
        once: true,
      });
    });
  }

  /** Where the form says, or with all in sight and no pin yet. */
  #begin() {
    const [lat, lng] = ["lat", "lon"].map((id) => byId(id, HTMLInputElement).value);
    if (lat && lng) {
      this.#map.setView([Number(lat), Number(lng)], NEAR);
      this.#put(this.#map.getCenter());
    } else {
      this.#map.fitBounds(this.#outlines.getBounds());
      this.#pin.remove();
      this.#say("");
      byId("take-point", HTMLButtonElement).disabled = true;
    }
  }

  /** A name is there once its district is as large as it. */
  #thin() {
    this.#outlines.eachLayer((layer) => {
      const bounds = /** @type {L.Polygon} */ (layer).getBounds();
      const name = layer.getTooltip()?.getElement();
      const size = this.#map.project(bounds.getNorthEast()).subtract(this.#map.project(bounds.getSouthWest()));
      name?.classList.toggle("crowded", size.x < name.offsetWidth || -size.y < 2 * name.offsetHeight);
    });
  }

  /** @param {L.LatLng} point */
  #put(point) {
    this.#pin.setLatLng(point).addTo(this.#map);
    this.#map.panInside(point, { padding: [2 * STEP, 3 * STEP] });
    byId("take-point", HTMLButtonElement).disabled = false;
    void this.#tell(point);
  }

  /**
   * In which district it lies, when the service can be asked.
   *
   * @param {L.LatLng} point
   */
  async #tell(point) {
    const turn = ++this.#asked;
    this.#say("set");
    const answer = await suggestions(this.#form, { lat: point.lat, lon: point.lng });
    if (turn === this.#asked && answer.ok) {
      const { district, outside } = answer.data;
      this.#say(outside ? "out" : district ? "in" : "set", district?.name);
    }
  }

  /** @param {string} words @param {string} [value] */
  #say(words, value = "") {
    byId("map-state").textContent = (this.#dialog.dataset[words] ?? "").replace("$1", value);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const step = ARROWS[event.key];
    if (step) {
      this.#move(step);
    } else if (event.key === "Enter") {
      this.#take();
    } else if (event.key === "+" || event.key === "-") {
      this.#map.setZoom(this.#map.getZoom() + (event.key === "+" ? 1 : -1));
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The first press puts it into the middle. @param {[number, number]} step */
  #move(step) {
    const map = this.#map;
    this.#put(
      map.hasLayer(this.#pin)
        ? map.containerPointToLatLng(map.latLngToContainerPoint(this.#pin.getLatLng()).add(step))
        : map.getCenter(),
    );
  }

  #take() {
    if (this.#map.hasLayer(this.#pin)) {
      this.#dialog.close("taken");
    }
  }
}

/**
 * @param {typeof L} leaflet
 * @param {Parameters<typeof L.geoJSON>[0]} outlines
 */
function drawn(leaflet, outlines) {
  return leaflet.geoJSON(outlines, {
    interactive: false,
    style: { className: "district" },
    onEachFeature: ({ properties }, layer) =>
      layer.bindTooltip(h("span", {}, properties.name), { permanent: true, direction: "center", className: "name" }),
  });
}
