/**
 * One complaint in the eyes of those who meet it: a citizen files it and gets a receipt, the agency takes it from its
 * queue and answers, the citizen reads the answer and objects to it. Meanwhile a coordinator stops the system from
 * dispatching by itself, and lets it again. The citizen's mail address comes after the pictures.
 */
import { PATIENCE, holds, idOf, inspect, is, more, openCase, signIn, travel, url, visitor } from "./browser.mjs";

const [email] = more;
const TEXT = "Lampu penyeberangan di depan pasar mati sejak tiga hari lalu, anak sekolah sulit menyeberang pada pagi hari.";
const ANSWER = "Lampu penyeberangan sudah diperbaiki petugas kami pagi ini. Terima kasih atas laporannya.";
const OBJECTION = "Lampunya menyala, tetapi tombol penyeberangannya masih rusak.";

async function file(page) {
  await page.goto(url);
  await inspect(page, "home");
  await page.click("#to-surakarta");
  await page.fill("#text", TEXT);
  await page.fill("#place", "Jalan Kolonel Sutarto, Jebres");
  await page.click("#complaint-form summary");
  await page.selectOption("#category", "lalu-lintas");
  await page.fill("#title", "Lampu penyeberangan mati");
  await page.fill("#name", "Wati Contoh");
  await page.fill("#email", email);
  await inspect(page, "form");
  await page.click("#check");
  await holds(page.locator("#check-text"), TEXT);
  await inspect(page, "check");
  await page.click("#send");
  await page.locator("#receipt-number").waitFor();
  await inspect(page, "receipt");
  return { number: await page.innerText("#receipt-number"), secret: await page.innerText("#receipt-secret") };
}

async function track(page, { number, secret }) {
  await page.goto(`${url}/lacak/`);
  await page.fill("#track-number", number.toLowerCase());
  await page.fill("#track-secret", secret);
  await page.click("#track-send");
  await holds(page.locator("#result-title"), number);
}

async function work(page) {
  await inspect(page, "case");
  await page.click("#accept");
  await page.locator("#answer-text").waitFor();
  await page.fill("#answer-text", ANSWER);
  await inspect(page, "accepted");
  await page.click("#answer-send");
  await page.click("#leaving .send-now");
  await holds(page.locator("#case-answer"), ANSWER);
  await inspect(page, "answered");
}

async function stopAndGoOn(page) {
  await page.click("#nav-destinations");
  await page.click("#automatic-dispatch summary");
  await holds(page.locator("#automatic-dispatch"), "Penyaluran otomatis menyala");
  await page.click("#automatic-dispatch-switch");
  await holds(page.locator("#automatic-dispatch"), "Dimatikan koordinator");
  await inspect(page, "automatic-dispatch-off");
  await page.click("#automatic-dispatch-switch");
  await holds(page.locator("#automatic-dispatch"), "Penyaluran otomatis menyala");
}

async function readAnswer(page, receipt) {
  const answer = page.locator("#result-answer");
  const last = Date.now() + PATIENCE;
  do {
    await track(page, receipt);
  } while (!(await answer.count()) && Date.now() < last);
  await inspect(page, "tracked-answer");
  await holds(answer, ANSWER);
}

/** Every element is asked; what was chosen survives a reload. */
async function survey(page, receipt) {
  await page.click("#survey summary");
  await page.check("#survey-time-4");
  await page.click("#survey-send");
  await holds(page.locator("#survey-requirements"), "Pilih salah satu");
  await page.check("#survey-conduct-4");
  await track(page, receipt);
  is(await page.isChecked("#survey-conduct-4"), true, "the score after a reload");
  for (const element of ["requirements", "procedure", "time", "cost", "result", "competence", "conduct", "complaintHandling", "facilities"]) {
    await page.check(`#survey-${element}-3`);
  }
  await page.fill("#survey-comment", "Wati Contoh senang, petugasnya ramah.");
  await inspect(page, "survey");
  await page.click("#survey-send");
  await holds(page.locator("#result-timeline"), "Anda mengisi survei kepuasan.");
  await holds(page.locator("#result-timeline"), "[NAMA] senang");
  is(await page.locator("#survey").count(), 0, "surveys still asked for");
}

/** The month runs, so there is no recap yet; the page says when there will be one. */
async function proveInRecap(page, receipt) {
  await page.click("#result-proof");
  await page.fill("#proof-secret", receipt.secret);
  await page.click("#proof-send");
  await holds(page.locator("#proof-notice"), "Rekap belum disusun");
  await inspect(page, "proof");
}

/** What was typed is there again when the complaint is opened anew in this tab. */
async function object(page, receipt) {
  await page.click("#objection summary");
  await page.fill("#objection-text", OBJECTION);
  await track(page, receipt);
  is(await page.inputValue("#objection-text"), OBJECTION, "the objection after a reload");
  await inspect(page, "objection");
  await page.click("#objection-send");
  await holds(page.locator("#result-status"), "Keberatan ditangani");
  await holds(page.locator("#result-timeline"), OBJECTION);
  await inspect(page, "objected");
}

await travel(async () => {
  const citizen = await visitor();
  const receipt = await file(citizen);
  await citizen.click("#receipt-track");
  await holds(citizen.locator("#result-title"), receipt.number);
  await inspect(citizen, "tracked");
  const officer = await visitor();
  await signIn(officer, "admin.dishub.solo");
  await openCase(officer, receipt.number);
  await holds(officer.locator("#case-text"), TEXT);
  await work(officer);
  await readAnswer(citizen, receipt);
  await survey(citizen, receipt);
  await object(citizen, receipt);
  await proveInRecap(citizen, receipt);
  const decider = await visitor();
  await signIn(decider, "koordinator.solo");
  await stopAndGoOn(decider);
  return { id: idOf(officer), number: receipt.number, answer: ANSWER };
});
