/**
 * Everything that a file offers beside the answer itself: evidence, templates, a question to the citizen, the words of a
 * secret complaint for the division that was asked, a promise that is kept, and the same deed for several at once; a list
 * of twenty thousand keeps few rows.
 */
import { as, file, holds, inspect, is, openCase, signIn, travel, url, visitor } from "./browser.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
const MOST_ROWS = 50;
const LONG_LIST = 20_000;
const PAGE = 100;
const PRESSES = 9;

/** An unknown placeholder is told by its name; what was typed stays. */
async function writesATemplate(page) {
  await page.goto(`${url}/staff/administrasi`);
  await page.click("#template-new");
  await page.fill("#template-name", "Lampu diperbaiki");
  await page.fill("#template-text", "Aduan {nomer} sudah ditangani {instansi}.");
  await page.click("#template-save");
  await holds(page.locator("dialog .failure, dialog [role=alert]"), "{nomer}");
  await inspect(page, "template-refused");
  is(await page.inputValue("#template-text"), "Aduan {nomer} sudah ditangani {instansi}.", "the text of the refused template");
  await page.fill("#template-text", "Aduan {nomor} sudah ditangani {instansi}.");
  await page.click("#template-save");
  await holds(page.locator("#templates"), "Lampu diperbaiki");
}

async function showsEvidence(page) {
  await page.setInputFiles("#evidence-file", { name: "bukan gambar.png", mimeType: "image/png", buffer: Buffer.from("bukan gambar") });
  await holds(page.locator("section[aria-labelledby=evidence-heading]"), "JPEG");
  await page.setInputFiles("#evidence-file", { name: "lampu.png", mimeType: "image/png", buffer: PNG });
  await holds(page.locator("section[aria-labelledby=evidence-heading]"), "lampu.png");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "lampu.png", exact: true }).click();
  is((await download).suggestedFilename(), "lampu.png", "the name of the file");
  await inspect(page, "evidence");
}

/** The citizen is asked and answers; the clock stands still meanwhile. */
async function asksTheCitizen(page, { number, secret }) {
  await page.click("#ask");
  await page.fill("#ask-text", "Di sisi jalan yang mana lampu itu?");
  await inspect(page, "ask");
  await page.click("#order-send");
  await page.click("#leaving .send-now");
  await holds(page.locator("#case-status"), "Menunggu warga");
  const citizen = await visitor();
  await citizen.goto(`${url}/lacak/`);
  await citizen.fill("#track-number", number);
  await citizen.fill("#track-secret", secret);
  await citizen.click("#track-send");
  await citizen.locator("#reply-text").waitFor();
  await citizen.fill("#reply-text", "Di sisi utara, dekat halte.");
  await citizen.click("#reply-send");
  await citizen.context().close();
  await holds(page.locator("#case-timeline"), "Di sisi utara, dekat halte.");
}

async function keepsItsPromise(page) {
  await page.selectOption("#template", { label: "Lampu diperbaiki" });
  await page.waitForFunction(() => document.querySelector("#answer-text").value.includes("Dinas Perhubungan"));
  await page.click("#answer-form details > summary");
  await page.fill("#follow-up", "Mengganti tiangnya");
  await page.fill("#follow-up-by", new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await holds(page.locator("#draft-state"), "Draf tersimpan");
  await page.click("#answer-send");
  await page.click("#leaving .send-now");
  await holds(page.locator("#case-status"), "Dijawab");
  await page.click("#resolve");
  await inspect(page, "resolve");
  await page.click("#order-send");
  await holds(page.locator("#case-status"), "Tuntas");
  await inspect(page, "resolved");
}

/** The division that was asked may open the words of a secret complaint; its colleagues do not even find the case. */
async function opensASecret() {
  const { id, number } = await file("Petugas parkir meminta uang lebih", { visibility: "SECRET" });
  await as("admin.dishub.solo", "/staff/", async (page) => {
    await openCase(page, number, "#case-sealed");
    await holds(page.locator("#case-sealed"), "Warga meminta namanya disembunyikan");
    is(await page.locator("#identity-open").count(), 0, "buttons that open a hidden identity");
    await page.click("#dispose");
    await page.selectOption("#dispose-division", "lalu-lintas");
    await page.fill("#dispose-instruction", "Periksa di tempat.");
    await page.click("#order-send");
    await holds(page.locator("#case-status"), "Di bidang");
  });
  await as("lalin.dishub.solo", `/staff/kasus/${id}`, async (page) => {
    await page.click("#case-open");
    await page.fill("#original-purpose", "memeriksa di tempat");
    await page.click("#original-open");
    await holds(page.locator("#case-text"), "Petugas parkir meminta uang lebih");
    await inspect(page, "secret-opened");
  });
}

/** Two are taken at once, the taking is undone; one that cannot be accepted again is told with its reason. */
async function worksOnSeveral(page) {
  const numbers = [(await file("Rambu miring")).number, (await file("Marka pudar")).number];
  await page.goto(`${url}/staff/?tampilan=baru`);
  for (const number of numbers) {
    await page.getByRole("checkbox", { name: number }).check({ timeout: 60_000 });
  }
  await page.click("#bulk-ASSIGN_TO_ME");
  await holds(page.locator("#bulk-dialog"), "2 dari 2");
  await page.click("#bulk-do");
  const row = page.locator("#queue li").filter({ hasText: numbers[0] });
  await holds(row, "Admin DISHUB");
  await page.locator("#staff-notice button", { hasText: "Batalkan" }).click();
  await row.filter({ hasNotText: "Admin DISHUB" }).waitFor();
  await page.goto(`${url}/staff/?tampilan=semua`);
  const colleague = await visitor();
  await signIn(colleague, "wakil.dishub.solo", "/staff/?tampilan=semua");
  for (const number of numbers) {
    await page.getByRole("checkbox", { name: number }).check();
  }
  await colleague.getByRole("checkbox", { name: numbers[0] }).check();
  await colleague.click("#bulk-ACCEPT");
  await holds(colleague.locator("#bulk-dialog"), "1 dari 1");
  await page.click("#bulk-ACCEPT");
  await holds(page.locator("#bulk-dialog"), "2 dari 2");
  await colleague.click("#bulk-do");
  await holds(colleague.locator("#staff-notice"), "1 aduan");
  await colleague.context().close();
  await page.click("#bulk-do");
  await holds(page.locator("#bulk-dialog"), "1 berhasil, 1 tidak");
  await inspect(page, "bulk-partly");
  await page.keyboard.press("Escape");
}

/**
 * However long the list, few rows stand in the document, and a key leads from its end back to the row that is worked on
 * within a tenth of a second: most presses do, one of them may meet a machine that is busy.
 */
async function scrollsThrough(page) {
  await page.route("**/api/response/v1/cases?*", (route) => {
    const after = Number(new URL(route.request().url()).searchParams.get("after") ?? 0);
    const items = Array.from({ length: PAGE }, (_, i) => invented(after + i));
    route.fulfill({ json: { items, ...(after + PAGE < LONG_LIST ? { next: String(after + PAGE) } : {}) } });
  });
  await page.goto(`${url}/staff/?tampilan=semua&urut=OLDEST`);
  await page.locator("#queue li").first().waitFor();
  const { most, end } = await page.evaluate(async (wanted) => {
    const box = document.querySelector("#queue").parentElement;
    let most = 0;
    for (;;) {
      box.scrollTop = box.scrollHeight;
      await new Promise((painted) => requestAnimationFrame(painted));
      most = Math.max(most, document.querySelectorAll("#queue li").length);
      const last = [...document.querySelectorAll("#queue li")].at(-1);
      if (last?.getAttribute("aria-posinset") === String(wanted)) {
        return { most, end: last.innerText };
      }
    }
  }, LONG_LIST);
  if (most > MOST_ROWS || !end.includes(invented(LONG_LIST - 1).number)) {
    throw new Error(`${most} rows in the document, the last one is ${end}`);
  }
  const presses = await page.evaluate(async (times) => {
    const box = document.querySelector("#queue").parentElement;
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const taken = [];
    while (taken.length < times) {
      box.scrollTop = box.scrollHeight;
      await painted();
      const pressed = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      await painted();
      taken.push(performance.now() - pressed);
    }
    return taken.sort((one, other) => one - other);
  }, PRESSES);
  return { mostRows: most, keyToPaintMillis: Math.round(presses[(PRESSES - 1) / 2]) };
}

function invented(n) {
  return { id: `01990000-0000-7000-8000-${String(n).padStart(12, "0")}`, number: `SKA-${String(n).padStart(8, "0")}`, status: "DISPATCHED", title: `Judul ${n}`, summary: `Isi ${n}`, channel: "WEB", type: "ORDINARY", visibility: "PUBLIC", agency: "dishub", agencyName: "Dinas Perhubungan", receivedAt: "2026-01-05T02:00:00Z", dispatchedAt: "2026-01-05T02:00:00Z", nextDueAt: "2026-01-07T02:00:00Z", overdue: true, approvalRequested: false, version: 1 };
}

await travel(async () => {
  const receipt = await file("Lampu lalu lintas padam");
  const page = await visitor();
  await signIn(page, "admin.dishub.solo");
  await writesATemplate(page);
  await page.goto(`${url}/staff/`);
  await openCase(page, receipt.number);
  await page.click("#accept");
  await holds(page.locator("#case-status"), "Sedang ditangani");
  await showsEvidence(page);
  await asksTheCitizen(page, receipt);
  await keepsItsPromise(page);
  await opensASecret();
  await worksOnSeveral(page);
  return scrollsThrough(page);
});
