/**
 * The workspace in the eyes of those who work at it. An agency gives a complaint to its division, the division answers,
 * two people write the same draft, a session ends in mid-typing, the answer goes out; a coordinator, a head and an
 * auditor see their pages and are kept out of others. Every page is looked at by axe, in light and dark, and kept as a
 * picture.
 *
 *   BROWSER=/usr/bin/chromium STAFF_PASSWORD=… node journey/workspace.mjs URL SCREENSHOTS
 */
import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [url, screenshots] = process.argv.slice(2);
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATIENCE = 60_000;
const ANSWER = "Lampu penyeberangan sudah diperbaiki petugas kami pagi ini. Terima kasih atas laporannya.";

await mkdir(screenshots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const wrong = [];
let pictures = 0;

/** What a browser says by itself about an answer that the journey asks for. */
const EXPECTED = /status of (400|401|403|404|409|503)|net::ERR_/;

async function visitor({ dark = false } = {}) {
  const context = await browser.newContext({ locale: "id-ID", viewport: { width: 1360, height: 900 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !EXPECTED.test(message.text()) && wrong.push(`${page.url()}: ${message.text()}`));
  return page;
}

/** Keeps a picture of the page and what axe finds in it. The policy forbids foreign scripts; the debugger may. */
async function inspect(page, name) {
  pictures += 1;
  await page.screenshot({ path: join(screenshots, `${String(pictures).padStart(2, "0")}-${name}.png`), fullPage: true });
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: AXE });
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  await debug.detach();
  violations.forEach(({ id, nodes }) => wrong.push(`${name}: axe ${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) {
    wrong.push(`${name}: ${wide} px wider than the window`);
  }
}

async function signIn(page, who, path = "/staff/") {
  await page.goto(url + path);
  await page.click("#login");
  await page.fill("#username", who);
  await page.fill("#password", process.env.STAFF_PASSWORD);
  await page.click("#kc-login");
  await page.locator("#person").waitFor();
}

async function holds(locator, expected) {
  try {
    await locator.filter({ hasText: expected }).first().waitFor();
  } catch {
    throw new Error(`${locator}: "${await locator.first().innerText()}" does not hold "${expected}"`);
  }
}

function is(actual, expected, what) {
  if (actual !== expected) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

/** A citizen's complaint that goes to one agency by itself. */
async function file(title) {
  const answer = await fetch(`${url}/api/intake/v1/complaints`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: JSON.stringify({
      government: "surakarta",
      channel: "WEB",
      category: "lalu-lintas",
      title,
      text: `${title}. Lampu penyeberangan di depan pasar mati sejak tiga hari lalu, anak sekolah sulit menyeberang.`,
      visibility: "PUBLIC",
      complainant: { name: "Wati Contoh", email: "wati@contoh.invalid" },
    }),
  });
  if (!answer.ok) {
    throw new Error(`The complaint is refused: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** Opens the case from the list; the list learns of it by itself. */
async function openCase(page, number) {
  await page.click("#view-baru");
  const link = page.getByRole("link", { name: number });
  await link.waitFor({ timeout: PATIENCE });
  await inspect(page, "queue");
  await link.click();
  await page.locator("#case-text").waitFor();
}

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
  await page.click("#case-sop > summary");
  await page.locator("#case-sop li").first().waitFor();
  await page.click("#case-open");
  await inspect(page, "reveal");
  await page.click("#original-open");
  await page.locator("#case-original").waitFor();
  await inspect(page, "case");
  await page.click("#answer-send");
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
    await inspect(page, `${who.split(".")[0]}-${path.split("/")[0] || "queue"}`);
  }
  for (const path of forbidden) {
    await page.goto(`${url}/staff/${path}`);
    await page.locator("#forbidden").waitFor();
    await inspect(page, `${who.split(".")[0]}-${path}-forbidden`);
  }
  await page.context().close();
}

try {
  const { number } = await file("Lampu penyeberangan mati");
  const admin = await visitor();
  await admin.goto(`${url}/staff/`);
  await admin.locator("#login").waitFor();
  await inspect(admin, "door");
  await signIn(admin, "admin.dishub.solo");
  await openCase(admin, number);
  const id = decodeURIComponent(new URL(admin.url()).pathname.split("/").at(-1));
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
    open: { tujuan: "#misrouting p, #misrouting table", ikhtisar: "#overview-today", rekap: "#recap-totals, #recap-empty", administrasi: "#sop table", "kasus/00000000-0000-7000-8000-000000000000": "#case-missing", "tidak-ada": "h1" },
    forbidden: [],
  });
  await pagesOf("admin.dpupr.kra", { dark: true, open: { "": "#queue", grup: "#waiting, #waiting-empty", administrasi: "#agencies li" }, forbidden: ["tujuan", "rekap", "jejak"] });
  await pagesOf("auditor.solo", { dark: true, open: { ikhtisar: "#overview-today", jejak: "#accesses" }, forbidden: ["tujuan"] });
  if (wrong.length > 0) {
    throw new Error(`The pages complain:\n${wrong.join("\n")}`);
  }
  console.log(JSON.stringify({ id, number, pictures }));
} finally {
  await browser.close();
}
