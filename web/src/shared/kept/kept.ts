import { person } from "../auth/person";

/**
 * What this browser stores for us. No other place may touch its storage (eslint.config.js), so that nothing lies there
 * without saying whose it is.
 *
 * What somebody types stays until it is sent, under the id of the officer: it is shown to nobody else, and is there when
 * they come back.
 */
const KEPT = "tanggap.draft.";
/** Keys of earlier versions that do not say whose it is, or that it is nobody's. */
const UNBOUND = /^tanggap\.(typed\.|note\.|counter$|draft\.\.)/;

/** What names a citizen is kept in the tab: it goes with it, or when somebody else signs in there. */
export type Place = "browser" | "tab";

const storeOf = (place: Place): Storage => (place === "tab" ? sessionStorage : localStorage);
const own = () => `${KEPT}${person().id}.`;

export const kept = (about: string, place: Place = "browser"): string | undefined =>
  read(storeOf(place), own() + about);

/** Kept until it is kept as undefined. */
export const keep = (about: string, text: string | undefined, place: Place = "browser"): void =>
  write(storeOf(place), own() + about, text);

/** What nobody can be given back, since it does not say whose it is. */
export function eraseUnbound(): void {
  erase("browser", (key) => UNBOUND.test(key));
  erase("tab", (key) => UNBOUND.test(key));
}

/** What the officer before left in this tab. */
export function eraseOthers(): void {
  erase("tab", (key) => key.startsWith(KEPT) && !key.startsWith(own()));
}

/** A choice of the browser, whoever sits at it. */
export type Choice = "theme" | "language" | "signed-in";

export const chosen = (what: Choice): string | undefined => read(localStorage, `tanggap.${what}`);
export const choose = (what: Choice, value: string | undefined): void => write(localStorage, `tanggap.${what}`, value);

const read = (store: Storage, key: string): string | undefined => store.getItem(key) ?? undefined;

function write(store: Storage, key: string, value: string | undefined): void {
  if (value === undefined) {
    store.removeItem(key);
  } else {
    store.setItem(key, value);
  }
}

function erase(place: Place, what: (key: string) => boolean): void {
  const store = storeOf(place);
  Object.keys(store)
    .filter(what)
    .forEach((key) => store.removeItem(key));
}
