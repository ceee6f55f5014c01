/**
 * A citizen with a small telephone. Without scripts a complaint goes from the first page to its receipt, nothing of it is
 * lost by Reload or Back at any step, and it is followed and withdrawn; by keyboard alone it goes as well; and on a slow
 * line the first visit is light and soon there.
 */
import { fits, holds, inspect, is, picture, travel, url, visitor } from "./browser.mjs";

const SMALL = { width: 360, height: 740 };
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
const TEXT = "Lampu jalan di depan pasar padam sejak tiga malam, gelap dan rawan kecelakaan.";
/** 400 kbit/s with 400 ms of delay. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

async function withoutScripts() {
  const page = await visitor({ screen: SMALL, scripts: false });
  await page.goto(url);
  await picture(page, "plain-home");
  await page.click("#to-surakarta");
  await page.fill("#text", "pendek");
  await page.click("#check");
  await holds(page.locator("#text-error"), "Tulis 10 sampai 5.000 karakter.");
  await picture(page, "plain-faults");
  await page.fill("#text", TEXT);
  await page.selectOption("#region", { label: "Kecamatan Jebres" });
  await page.click("#check");
  await holds(page.locator("#check-text"), TEXT);
  await picture(page, "plain-check");
  await page.reload();
  await holds(page.locator("#check-text"), TEXT);
  await page.click("#change");
  is(await page.inputValue("#text"), TEXT, "the text on the form again");
  await page.goBack();
  await holds(page.locator("#check-text"), TEXT);
  await page.click("#send");
  await picture(page, "plain-receipt");
  const number = await page.innerText("#receipt-number");
  const secret = await page.innerText("#receipt-secret");
  await page.reload();
  is(await page.innerText("#receipt-number"), number, "the number after a reload");
  await page.goBack();
  await page.goto(`${url}/tanda-terima/`);
  is(await page.innerText("#receipt-secret"), secret, "the secret after Back");
  await page.click("#receipt-track");
  await holds(page.locator("#result-title"), number);
  await holds(page.locator("#own-words"), TEXT);
  await picture(page, "plain-own");
  await page.reload();
  await page.click("#withdrawal-open");
  await page.click("#withdrawal-send");
  await holds(page.locator("#news"), "Aduan Anda dicabut");
  await picture(page, "plain-withdrawn");
  await page.goto(`${url}/tanda-terima/`);
  await page.click("#receipt-kept");
  is(await page.locator("#receipt-number").count(), 0, "receipts that were kept");
  await page.goto(`${url}/lacak/?nomor=${number}`);
  await page.fill("#track-secret", "0000-0000");
  await page.click("#track-send");
  await holds(page.locator("#track-notice"), "tidak cocok");
  await picture(page, "plain-no-match");
  for (const language of ["en", "jv"]) {
    await page.goto(`${url}/lapor/surakarta/`);
    await page.click(`.languages [value=${language}]`);
    await picture(page, `plain-${language}`);
  }
  await page.context().close();
}

/** Presses Tab until the wanted element has the focus. */
async function reach(page, wanted) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(wanted).evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`${wanted} is not reached by keyboard`);
}

async function byKeyboard() {
  const page = await visitor({ screen: SMALL });
  await page.goto(url);
  await reach(page, "#to-karanganyar");
  await inspect(page, "home");
  await page.keyboard.press("Enter");
  await page.locator("#text").waitFor();
  await inspect(page, "form");
  await reach(page, "#text");
  await page.keyboard.type("Jalan berlubang di depan balai desa, sudah dua kali orang jatuh.");
  await reach(page, "#check");
  await page.keyboard.press("Enter");
  await page.locator("#send").waitFor();
  await inspect(page, "check");
  await reach(page, "#send");
  await page.keyboard.press("Enter");
  await page.locator("#receipt-number").waitFor();
  await inspect(page, "receipt");
  await page.click("#receipt-track");
  await inspect(page, "own");
  for (const [name, path] of Object.entries({ proof: "/bukti/", track: "/lacak/", lost: "/lapor/atlantis/" })) {
    await page.goto(url + path);
    await inspect(page, name);
  }
  await page.context().close();
}

/** The map is opened, and a pin put and taken, by keys alone; the page asks about the district then. */
async function onTheMap() {
  const page = await visitor({ screen: SMALL });
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto(`${url}/lapor/surakarta/`);
  await page.fill("#text", TEXT);
  is(loaded.some((address) => address.includes("leaflet")), false, "whether the map is loaded before it is opened");
  await reach(page, "#open-map");
  await page.keyboard.press("Enter");
  await page.locator("#map .district").first().waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await holds(page.locator("#map-state"), "Kecamatan Banjarsari");
  await inspect(page, "map");
  await page.keyboard.press("Enter");
  await holds(page.locator("#locate-state"), "Titik lokasi terpasang.");
  await holds(page.locator("#region-suggestions"), "Kecamatan Banjarsari");
  await page.click("#region-suggestions button");
  await page.click("#check");
  await holds(page.locator("dl"), "Banjarsari (dengan titik lokasi)");
  await page.context().close();
}

/** A first visit of each page a citizen may begin with: bytes on the wire, and when the page can be read and used. */
async function onASlowLine() {
  const found = {};
  for (const [name, path] of Object.entries({ home: "/", form: "/lapor/surakarta/", track: "/lacak/" })) {
    const page = await visitor({ screen: SMALL });
    const debug = await page.context().newCDPSession(page);
    let bytes = 0;
    debug.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await debug.send("Network.enable");
    await debug.send("Network.emulateNetworkConditions", SLOW);
    await page.goto(url + path, { waitUntil: "load" });
    const millis = await page.evaluate(
      () =>
        new Promise((painted) =>
          new PerformanceObserver((paints) => {
            const [first] = paints.getEntriesByName("first-contentful-paint");
            first && painted(first.startTime);
          }).observe({ type: "paint", buffered: true }),
        ),
    );
    found[name] = { bytes, millis: Math.round(millis) };
    await page.context().close();
  }
  return found;
}

async function typedAndLeft() {
  const page = await visitor({ screen: SMALL });
  await page.goto(`${url}/lapor/surakarta/`);
  await page.fill("#text", TEXT);
  await page.goto("about:blank");
  await page.goto(`${url}/lapor/surakarta/`);
  is(await page.inputValue("#text"), TEXT, "what was typed before the tab was left");
  await fits(page, "the form on a small telephone");
  await page.context().close();
}

/** In airplane mode the form opens, the complaint waits, and arrives once when there is a signal. */
async function withoutConnection() {
  const page = await visitor({ screen: SMALL });
  await page.goto(`${url}/lapor/surakarta/`);
  await page.evaluate(async () => {
    while (!(await caches.match("/lapor/surakarta/luring"))) {
      await new Promise((painted) => requestAnimationFrame(painted));
    }
  });
  await page.context().setOffline(true);
  await page.goto(`${url}/lapor/surakarta/`);
  await holds(page.locator("#offline"), "Tidak ada sambungan");
  await page.fill("#text", `${TEXT} Ditulis tanpa sinyal.`);
  await page.setInputFiles("#file", { name: "lampu.png", mimeType: "image/png", buffer: PNG });
  await holds(page.locator("#file-list"), "Berkas 1");
  await page.click("#check");
  await holds(page.locator("#queue"), "Menunggu sinyal");
  await inspect(page, "waiting");
  await page.reload();
  await holds(page.locator("#queue"), "Menunggu sinyal");
  let sent = 0;
  page.on("request", (request) => (sent += Number(request.method() === "POST" && request.url().endsWith("/api/intake/v1/complaints"))));
  await page.context().setOffline(false);
  await holds(page.locator("#queue"), "Aduan Anda diterima");
  await inspect(page, "arrived");
  await page.reload();
  await holds(page.locator("#queue"), "Aduan Anda diterima");
  is(sent, 1, "times that it was sent");
  const number = await page.locator("#queue b").first().innerText();
  const secret = await page.locator("#queue b").last().innerText();
  await page.click("#queue button");
  await page.goto(`${url}/lacak/?nomor=${number}`);
  await page.fill("#track-secret", secret);
  await page.click("#track-send");
  await holds(page.locator("#own-words"), "Ditulis tanpa sinyal.");
  is(await page.locator("#result-timeline img").count(), 1, "photos of the complaint that waited");
  await page.context().close();
}

await travel(async () => {
  await withoutScripts();
  await byKeyboard();
  await typedAndLeft();
  await onTheMap();
  await withoutConnection();
  return { visits: await onASlowLine() };
});
