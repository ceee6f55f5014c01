/**
 * A day at the desks. An agency gives a complaint to its division, the division answers, two people write the same draft,
 * a session ends in mid-typing, the answer goes out; a coordinator, a head and an auditor see their pages and are kept out
 * of others. Every page is looked at by axe, in light and dark, and kept as a picture.
 */
import { PATIENCE, file, fitsAPhone, holds, idOf, inspect, is, openCase, signIn, travel, url, visitor } from "./browser.mjs";

const ANSWER = "Lampu penyeberangan sudah diperbaiki petugas kami pagi ini. Terima kasih atas laporannya.";

async function byKeyboard(page) {
  await page.keyboard.press("?");
  await page.locator("#keys").waitFor();
  await inspect(page, "keys");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.locator("#queue li[data-at=true]").waitFor();
  await page.keyboard.press("x");
  await page.locator("#bulk").waitFor();
  await page.click("#bulk-ASSIGN_TO_ME");
  await holds(page.locator("#bulk-dialog"), "Uji coba");
  await inspect(page, "bulk");
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await page.locator("#queue-count").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.waitForURL(/ikhtisar/);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.locator("#view-baru").waitFor();
  await page.keyboard.press("/");
  is(await page.evaluate(() => document.activeElement?.id), "search", "the focus after /");
}

async function disposeAndAnswer(admin, division, id) {
  await admin.click("#accept");
  await holds(admin.locator("#case-status"), "Sedang ditangani");
  await admin.click("#dispose");
  await admin.selectOption("#dispose-division", "lalu-lintas");
  await admin.fill("#dispose-instruction", "Perbaiki lampu ini, laporkan hasilnya.");
  await inspect(admin, "dispose");
  await admin.click("#order-send");
  await holds(admin.locator("#case-status"), "Di bidang");
  await signIn(division, "lalin.dishub.solo", `/staff/kasus/${id}`);
  await division.click("#division-answer");
  await division.fill("#division-text", "Sudah diperbaiki pagi ini.");
  await division.click("#order-send");
  await holds(division.locator("#case-status"), "Sedang ditangani");
  await inspect(division, "division-answered");
  await holds(admin.locator("#dispositions"), "Sudah diperbaiki pagi ini.");
}

/** The second to save sees who was first, and what. */
async function twoEditors(first, second) {
  await first.fill("#answer-text", "Versi pertama dari admin.");
  await holds(first.locator("#draft-state"), "Draf tersimpan");
  await second.reload();
  await second.locator("#answer-text").waitFor();
  await holds(second.locator("#case-people"), "juga membuka aduan ini");
  await second.route("**/draft", (route) => route.abort());
  await second.fill("#answer-text", "Versi kedua dari bidang.");
  await holds(second.locator("#draft-state"), "peramban ini");
  await first.fill("#answer-text", "Versi pertama, diperpanjang oleh admin.");
  await holds(first.locator("#draft-state"), "Draf tersimpan");
  await second.unroute("**/draft");
  await second.locator("#draft-conflict").waitFor();
  await holds(second.locator("#draft-conflict"), "Versi pertama, diperpanjang oleh admin.");
  await holds(second.locator("#draft-conflict"), "Versi kedua dari bidang.");
  await inspect(second, "two-editors");
  await second.click("#take-theirs");
  is(await second.inputValue("#answer-text"), "Versi pertama, diperpanjang oleh admin.", "the draft that was taken");
}

/** Keycloak ends the session while somebody types; nothing typed is lost. */
async function sessionEnds(page) {
  await page.context().clearCookies();
  await page.route("**/auth/realms/tanggap/protocol/openid-connect/token", (route) => route.fulfill({ status: 400, contentType: "application/json", body: '{"error":"invalid_grant"}' }));
  await page.route("**/api/**", (route) => route.fulfill({ status: 401, contentType: "application/problem+json", body: "{}" }));
  await page.fill("#answer-text", ANSWER);
  await page.locator("#session-expired").waitFor();
  await inspect(page, "session-expired");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.click("#login-again");
  await page.fill("#username", "admin.dishub.solo");
  await page.fill("#password", process.env.STAFF_PASSWORD);
  await page.click("#kc-login");
  await page.locator("#answer-text").waitFor();
  is(await page.inputValue("#answer-text"), ANSWER, "what was typed before the session ended");
  await holds(page.locator("#draft-state"), "Draf tersimpan");
}

async function connectionIsLost(page) {
  await page.route("**/api/**", (route) => route.abort());
  await page.fill("#note-text", "Catatan saat terputus");
  await page.click("#note-send");
  await page.locator("#connection-lost").waitFor();
  await inspect(page, "connection-lost");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.locator("#connection-lost").waitFor({ state: "detached" });
  is(await page.inputValue("#note-text"), "Catatan saat terputus", "the note after the connection came back");
  await page.click("#note-send");
  await holds(page.locator("#case-timeline"), "Catatan saat terputus");
}

async function readAndPublish(page) {
  await page.click("#case-clocks > summary");
  await page.locator("#case-clocks b").first().waitFor();
  for (const counted of await page.locator("#case-clocks details > summary").all()) {
    await counted.click();
  }
  await page.click("#case-sop > summary");
  await page.locator("#case-sop li").first().waitFor();
  await page.click("#case-open");
  await inspect(page, "reveal");
  await page.click("#original-open");
  await page.locator("#case-original").waitFor();
  await page.click("#identity-open");
  await page.click("#original-open");
  await holds(page.locator("#case-identity"), "Wati Contoh");
  await inspect(page, "case");
  await page.click("#answer-send");
  await page.click("#leaving .send-now");
  await holds(page.locator("#case-answer"), ANSWER);
  await inspect(page, "answered");
}

async function pagesOf(who, { dark, open, forbidden }) {
  const page = await visitor({ dark });
  await signIn(page, who);
  await page.locator("#queue").waitFor();
  for (const [path, ready] of Object.entries(open)) {
    await page.goto(`${url}/staff/${path}`);
    await page.locator(ready).first().waitFor();
    const name = `${who.split(".")[0]}-${path.replaceAll(/\/[0-9a-f-]{36}|\W+/g, "-") || "queue"}`;
    await inspect(page, name);
    await fitsAPhone(page, name);
  }
  for (const path of forbidden) {
    await page.goto(`${url}/staff/${path}`);
    await page.locator("#forbidden").waitFor();
    await inspect(page, `${who.split(".")[0]}-${path}-forbidden`);
  }
  await page.context().close();
}

/** Who runs the installation has one page, and is led there. */
async function rebuilds() {
  const page = await visitor();
  await signIn(page, "operator");
  await page.click("#rebuild-start");
  await inspect(page, "rebuild-asks");
  await page.click("#rebuild-confirm");
  await page.locator("#rebuild-state[data-state=DONE]").waitFor({ timeout: PATIENCE });
  await inspect(page, "rebuilt");
  await page.context().close();
}

await travel(async () => {
  const { number } = await file("Lampu penyeberangan mati", { location: { regionCode: "33.72.05.1011", lat: -7.5556, lon: 110.8065 } });
  const admin = await visitor();
  await admin.goto(`${url}/staff/`);
  await admin.locator("#login").waitFor();
  await inspect(admin, "door");
  await signIn(admin, "admin.dishub.solo");
  await openCase(admin, number);
  const id = idOf(admin);
  await holds(admin.locator("#case-region"), "Kelurahan Manahan, Kecamatan Banjarsari");
  await holds(admin.locator("#case-whereabouts"), "Titiknya berada di Kecamatan Banjarsari.");
  await admin.locator("#case-pin").waitFor();
  await inspect(admin, "case-new");
  await admin.goBack();
  await admin.locator("#queue li").first().waitFor();
  await byKeyboard(admin);
  await admin.goto(`${url}/staff/kasus/${id}`);
  await admin.locator("#case-text").waitFor();
  const division = await visitor({ dark: true });
  await disposeAndAnswer(admin, division, id);
  await twoEditors(admin, division);
  await division.context().close();
  await sessionEnds(admin);
  await connectionIsLost(admin);
  await readAndPublish(admin);
  await admin.click("#account");
  await admin.selectOption("#language", "en");
  await holds(admin.locator("#nav-queue"), "Queue");
  await inspect(admin, "english");
  await admin.click("#logout");
  await admin.locator("#login").waitFor();

  await pagesOf("koordinator.solo", {
    dark: false,
    open: { tujuan: "#misrouting p, #misrouting table", ikhtisar: "#overview-today", rekap: "#months", administrasi: "#sop table", "administrasi/kalender?tahun=2027": "#calendar-open", "administrasi/kalender": "#calendar td", "kasus/00000000-0000-7000-8000-000000000000": "#case-missing", "tidak-ada": "#page-missing" },
    forbidden: [],
  });
  await pagesOf("admin.dpupr.kra", { dark: true, open: { "": "#queue", grup: "#waiting, #waiting-empty", administrasi: "#agencies li" }, forbidden: ["tujuan", "rekap", "jejak"] });
  await pagesOf("auditor.solo", { dark: true, open: { "": "#queue", ikhtisar: "#overview-today", rekap: "#months", administrasi: "#sop table", jejak: "#accesses" }, forbidden: ["tujuan", "catat", "impor"] });
  await rebuilds();
  return { id, number };
});
