// @ts-nocheck The types of workers and of pages exclude each other.
// Keeps what a form needs to be opened without a connection: the files of the pages, and each form as it is when it is empty.
const KEPT = "tanggap";
const FORM = /^\/lapor\/([a-z-]+)\/$/;
const FILES = /\/assets\/[0-9a-f]{16}\/[\w.-]+/g;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  // What is sent is sent again by the browser itself, as it was: nothing here may stand in for its answer.
  if (origin !== location.origin || request.method !== "GET" || (request.mode === "navigate" && !isKept(pathname))) {
    return;
  }
  if (pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === "navigate") {
    event.respondWith(page(event, pathname));
  }
});

const isKept = (pathname) => pathname === "/" || FORM.test(pathname);
const emptyOf = (pathname) => (pathname === "/" ? "/" : `/lapor/${FORM.exec(pathname)[1]}/luring`);

/** The page that is open already was loaded before there was anybody to keep it. */
async function begin() {
  await self.clients.claim();
  const pages = (await self.clients.matchAll({ type: "window" })).map(({ url }) => new URL(url).pathname);
  await Promise.all(pages.filter(isKept).map((path) => keep(path)));
}

async function page(event, pathname) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok) {
      event.waitUntil(keep(pathname, await answer.clone().text()));
    }
    return answer;
  } catch (failure) {
    const kept = await caches.match(emptyOf(pathname));
    if (kept) {
      return kept;
    }
    throw failure;
  }
}

/** Nothing that was typed; asked for anew when the files have other addresses now. */
async function keep(pathname, shown = "") {
  const cache = await caches.open(KEPT);
  const empty = emptyOf(pathname);
  const before = await cache.match(empty);
  const [first] = shown.match(FILES) ?? [];
  if (before && first && (await before.clone().text()).includes(first)) {
    return;
  }
  const answer = await fetch(empty);
  if (answer.ok) {
    const needed = new Set((await answer.clone().text()).match(FILES));
    const files = await Promise.all([...needed].map(async (file) => [file, await fetch(file)]));
    // An edge of another version gives its own content for now, and says so.
    if (files.every(([, { ok, headers }]) => ok && headers.get("Cache-Control")?.includes("immutable"))) {
      await Promise.all(files.map(([file, content]) => cache.put(file, content)));
      await cache.put(empty, answer);
      await forgetOthers(cache, [...needed][0]?.split("/")[2]);
    }
  }
}

async function forgetOthers(cache, version) {
  for (const { url } of await cache.keys()) {
    if (url.includes("/assets/") && !url.includes(version)) {
      await cache.delete(url);
    }
  }
}
