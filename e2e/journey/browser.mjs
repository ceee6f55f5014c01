/**
 * What the journeys share: visitors in a real Chromium, pages that are looked at by axe and kept as pictures, and the way
 * through the front door. Whatever a page complains of fails the journey at its end.
 *
 *   BROWSER=/usr/bin/chromium STAFF_PASSWORD=… node journey/NAME.mjs URL SCREENSHOTS
 */
import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const [url, screenshots, ...more] = process.argv.slice(2);
export const PATIENCE = 60_000;
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

await mkdir(screenshots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const wrong = [];
let pictures = 0;

/** What a browser says by itself about an answer that the journey asks for. */
const EXPECTED = /status of (400|401|403|404|409|422|503)|net::ERR_/;

export async function visitor({ dark = false, screen = { width: 1360, height: 900 }, touch = false, scripts = true } = {}) {
  const context = await browser.newContext({ locale: "id-ID", viewport: screen, hasTouch: touch, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce", javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !EXPECTED.test(message.text()) && wrong.push(`${page.url()}: ${message.text()}`));
  return page;
}

/** Keeps a picture of the page and what axe finds in it once all is loaded. The policy forbids foreign scripts; the debugger may. */
export async function inspect(page, name) {
  await page.locator(".bone").first().waitFor({ state: "detached" });
  await picture(page, name);
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: AXE });
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  await debug.detach();
  violations.forEach(({ id, nodes }) => wrong.push(`${name}: axe ${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`));
  const codes = (await page.locator("body").innerText()).match(/\b[A-Z]{3,}_[A-Z_]+\b/g);
  if (codes) {
    wrong.push(`${name}: says ${[...new Set(codes)].join(", ")} instead of words`);
  }
}

/** Keeps a picture alone: in a page without scripts axe does not come to an end. */
export async function picture(page, name) {
  pictures += 1;
  await page.screenshot({ path: join(screenshots, `${String(pictures).padStart(2, "0")}-${name}.png`), fullPage: true });
  await fits(page, name);
}

/** A telephone in the field shows the same page, and nothing of it beside the screen. */
export async function fitsAPhone(page, name) {
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page, `${name} on a phone`);
  await page.setViewportSize(desk);
}

export async function fits(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) {
    wrong.push(`${name}: ${wide} px wider than the window`);
  }
}

let doorsSeen = 0;

/** Keycloak's page wears our look, light and dark; more than two of it show nothing new. */
async function looksAtTheDoor(page) {
  if (doorsSeen < 2) {
    doorsSeen += 1;
    await inspect(page, "sign-in");
    await fitsAPhone(page, "the sign-in");
  }
}

export async function signIn(page, who, path = "/staff/") {
  await page.goto(url + path);
  await page.click("#login");
  await page.locator("#username").waitFor();
  await looksAtTheDoor(page);
  await page.fill("#username", who);
  await page.fill("#password", process.env.STAFF_PASSWORD);
  await page.click("#kc-login");
  await page.locator("#person").waitFor();
}

export async function holds(locator, expected) {
  try {
    await locator.filter({ hasText: expected }).first().waitFor();
  } catch {
    throw new Error(`${locator}: "${await locator.first().innerText()}" does not hold "${expected}"`);
  }
}

export function is(actual, expected, what) {
  if (actual !== expected) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

/** A citizen's complaint that goes to one agency by itself, unless more is said. */
export async function file(title, more = {}) {
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
      ...more,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The complaint is refused: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** Opens the case from the list; the list learns of it by itself. */
export async function openCase(page, number, ready = "#case-text") {
  await page.click("#view-baru");
  const link = page.getByRole("link", { name: number });
  await link.waitFor({ timeout: PATIENCE });
  await inspect(page, "queue");
  await link.click();
  await page.locator(ready).waitFor();
}

/** The id of the case whose page is open. */
export function idOf(page) {
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1));
}

/** A page of its own for one person, for as long as the work takes. */
export async function as(who, path, work, how = {}) {
  const page = await visitor(how);
  await signIn(page, who, path);
  const result = await work(page);
  await page.context().close();
  return result;
}

/** Goes the way, prints what it found as JSON in the last line, and closes the browser whatever happens. */
export async function travel(journey) {
  try {
    const found = await journey();
    if (wrong.length > 0) {
      throw new Error(`The pages complain:\n${wrong.join("\n")}`);
    }
    console.log(JSON.stringify({ ...found, pictures }));
  } finally {
    await browser.close();
  }
}
