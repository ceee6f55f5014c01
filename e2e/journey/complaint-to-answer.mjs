/**
 * One complaint in the eyes of those who meet it: a citizen files it and gets a receipt, the agency takes it from its
 * queue and answers, the citizen reads the answer and objects to it. Meanwhile a coordinator stops the system from
 * dispatching by itself, and lets it again.
 *
 *   BROWSER=/usr/bin/chromium STAFF_PASSWORD=… node journey/complaint-to-answer.mjs URL STAFF COORDINATOR EMAIL SCREENSHOTS
 *
 * Prints what is needed to look for the complaint elsewhere, as JSON in the last line.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [url, staff, coordinator, email, screenshots] = process.argv.slice(2);
const LONGEST_WAY_TO_THE_QUEUE = 60_000;
const TEXT = "Lampu penyeberangan di depan pasar mati sejak tiga hari lalu, anak sekolah sulit menyeberang pada pagi hari.";
const ANSWER = "Lampu penyeberangan sudah diperbaiki petugas kami pagi ini. Terima kasih atas laporannya.";
const OBJECTION = "Lampunya menyala, tetapi tombol penyeberangannya masih rusak.";

await mkdir(screenshots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.BROWSER,
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
const complaints = [];
let pictures = 0;

async function visitor() {
  const context = await browser.newContext({ locale: "id-ID", viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
  return page;
}

async function picture(page, name) {
  pictures += 1;
  await page.screenshot({ path: join(screenshots, `${String(pictures).padStart(2, "0")}-${name}.png`), fullPage: true });
}

async function holds(locator, expected) {
  try {
    await locator.filter({ hasText: expected }).waitFor();
  } catch {
    throw new Error(`${locator}: "${await locator.innerText()}" does not hold "${expected}"`);
  }
}

async function file(page) {
  await page.goto(url);
  await page.locator("#government option[value=surakarta]").waitFor({ state: "attached" });
  await page.selectOption("#government", "surakarta");
  await page.selectOption("#category", "lalu-lintas");
  await page.fill("#title", "Lampu penyeberangan mati");
  await page.fill("#text", TEXT);
  await page.fill("#place", "Jalan Kolonel Sutarto, Jebres");
  await page.fill("#name", "Wati Contoh");
  await page.fill("#email", email);
  await picture(page, "form");
  await page.click("#send");
  await page.locator("#view-receipt").waitFor();
  await picture(page, "receipt");
  return { number: await page.innerText("#receipt-number"), secret: await page.innerText("#receipt-secret") };
}

async function track(page, { number, secret }) {
  await page.goto(`${url}/#lacak`);
  await page.fill("#track-number", number.toLowerCase());
  await page.fill("#track-secret", secret);
  await page.click("#track-send");
  await holds(page.locator("#result-title"), number);
}

async function signIn(page, who) {
  await page.goto(`${url}/staff/`);
  await page.click("#login");
  await page.fill("#username", who);
  await page.fill("#password", process.env.STAFF_PASSWORD);
  await picture(page, "sign-in");
  await page.click("#kc-login");
  await page.locator("#person").waitFor();
}

/** The queue shows what was there when it was opened; the complaint may still be on its way. */
async function openCase(page, number) {
  const link = page.getByRole("link", { name: number });
  const last = Date.now() + LONGEST_WAY_TO_THE_QUEUE;
  for (;;) {
    await page.locator("#queue").waitFor();
    // The list is on its way when the page is there; the bones of it are no list.
    await page.locator("#queue li, #queue-empty").first().waitFor();
    if (await link.count()) {
      break;
    }
    if (Date.now() > last) {
      await picture(page, "queue-without-it");
      throw new Error(`${number} does not reach the queue of ${staff}`);
    }
    await page.reload();
  }
  await picture(page, "queue");
  await link.click();
  await holds(page.locator("#case-text"), TEXT);
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1));
}

async function work(page) {
  await picture(page, "case");
  await page.click("#accept");
  await page.locator("#answer-text").waitFor();
  await page.fill("#answer-text", ANSWER);
  await picture(page, "accepted");
  await page.click("#answer-send");
  await holds(page.locator("#case-answer"), ANSWER);
  await picture(page, "answered");
}

async function stopAndGoOn(page) {
  await page.click("#nav-destinations");
  await page.click("#automatic-dispatch summary");
  await holds(page.locator("#automatic-dispatch"), "Penyaluran otomatis menyala");
  await page.click("#automatic-dispatch-switch");
  await holds(page.locator("#automatic-dispatch"), "Dimatikan koordinator");
  await picture(page, "automatic-dispatch-off");
  await page.click("#automatic-dispatch-switch");
  await holds(page.locator("#automatic-dispatch"), "Penyaluran otomatis menyala");
}

async function readAnswer(page, receipt) {
  const answer = page.locator("#result-answer");
  const last = Date.now() + LONGEST_WAY_TO_THE_QUEUE;
  do {
    await track(page, receipt);
  } while (!(await answer.count()) && Date.now() < last);
  await picture(page, "tracked-answer");
  await holds(answer, ANSWER);
}

/** What was typed survives a reload; the secret does not and is asked for again. */
async function object(page, receipt) {
  await page.click("#objection summary");
  await page.fill("#objection-text", OBJECTION);
  await page.reload();
  await track(page, receipt);
  const kept = await page.inputValue("#objection-text");
  if (kept !== OBJECTION) {
    throw new Error(`After a reload the objection reads "${kept}"`);
  }
  await picture(page, "objection");
  await page.click("#objection-send");
  await holds(page.locator("#result-status"), "Keberatan ditangani");
  await holds(page.locator("#result-timeline"), OBJECTION);
  await picture(page, "objected");
}

try {
  const citizen = await visitor();
  const receipt = await file(citizen);
  await citizen.click("#receipt-track");
  await holds(citizen.locator("#result-title"), receipt.number);
  await picture(citizen, "tracked");
  const officer = await visitor();
  await signIn(officer, staff);
  const id = await openCase(officer, receipt.number);
  await work(officer);
  await readAnswer(citizen, receipt);
  await object(citizen, receipt);
  const decider = await visitor();
  await signIn(decider, coordinator);
  await stopAndGoOn(decider);
  if (complaints.length > 0) {
    throw new Error(`The pages complain:\n${complaints.join("\n")}`);
  }
  console.log(JSON.stringify({ id, number: receipt.number, answer: ANSWER }));
} finally {
  await browser.close();
}
