/**
 * The recap of last month on a tablet: the officer compiles it, the head finds it, the analyst evaluates it, the head returns it, the officer
 * compiles it anew, the analyst evaluates again, the head has no remark and disposes, the archivist archives. The month may
 * be empty: its recap is compiled, evaluated and kept all the same.
 */
import { as, fitsAPhone, holds, inspect, is, PATIENCE, travel } from "./browser.mjs";

const now = new Date(Date.now() + 7 * 3_600_000);
const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
const page = `/staff/rekap/${month}`;
const LANDSCAPE = { touch: true, screen: { width: 1024, height: 768 } };
const PORTRAIT = { touch: true, screen: { width: 820, height: 1180 } };

/** Whether the head's form stands before the figures, in the document and for the eyes. */
const FORM_FIRST = () => {
  const [form, figures] = ["#decision", "#recap-figures"].map((id) => document.querySelector(id));
  const follows = form.compareDocumentPosition(figures) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows > 0 && form.getBoundingClientRect().bottom <= figures.getBoundingClientRect().top;
};

const state = (page, words) => page.locator("#recap-state").filter({ hasText: words }).waitFor({ timeout: PATIENCE });

async function evaluate(page, text) {
  await state(page, "Menunggu evaluasi");
  await page.fill("#evaluation-text", text);
  await page.reload();
  await page.locator("#evaluation-text").waitFor();
  is(await page.inputValue("#evaluation-text"), text, "what was typed before the reload");
  await page.click("#evaluation-send");
  await holds(page.locator("#recap-deeds"), "Evaluasi ditulis");
}

await travel(async () => {
  await as("petugas.solo", page, async (page) => {
    await state(page, /Menunggu (disusun|evaluasi)/);
    // A platform that is younger than the month owes no recap of it; it may be compiled all the same.
    if (await page.locator("#recap-state").filter({ hasText: "Menunggu disusun" }).count()) {
      await inspect(page, "due");
      await page.click("#recap-compile");
    }
    await state(page, "Menunggu evaluasi");
  });

  await as("kepala.solo", "/staff/rekap", async (page) => {
    const row = page.locator(`#month-${month}`);
    await row.filter({ hasText: "Menunggu evaluasi" }).waitFor({ timeout: PATIENCE }).catch(() => page.reload());
    await inspect(page, "months");
    await fitsAPhone(page, "the months");
    await row.getByRole("link").first().click();
    await state(page, "Menunggu evaluasi");
    await holds(page.locator("#recap-next"), "Analis kebijakan");
    await inspect(page, "recap");
    await fitsAPhone(page, "the recap");
    await page.click("#recap-records");
    await page.locator("#records, #records-empty").waitFor();
    await inspect(page, "record-book");
    await fitsAPhone(page, "the record book");
    await page.click("#records-recap");
    await page.click("#recap-as-document");
    for (const kind of ["pdf", "xlsx", "docx"]) {
      await page.locator(`#document-${kind}-make`).press("Enter");
      await page.locator(`#document-${kind}[data-state=READY]`).waitFor({ timeout: PATIENCE });
      is(await page.evaluate(() => document.activeElement?.id), `document-${kind}-save`, "where the keyboard goes on");
      const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      is(file.suggestedFilename().endsWith(`surakarta-${month}-v1.${kind}`), true, `that ${file.suggestedFilename()} names the recap`);
    }
    await inspect(page, "document");
    await fitsAPhone(page, "the document");
  }, LANDSCAPE);

  await as("analis.solo", page, async (page) => {
    await evaluate(page, "Tenggat jawaban satu instansi perlu diperiksa.");
    await inspect(page, "evaluated-by-analyst");
  });

  await as("kepala.solo", page, async (page) => {
    await holds(page.locator("#recap-next"), "Kepala");
    is(await page.evaluate(FORM_FIRST), true, "that the form stands before the figures");
    await holds(page.locator("#decision-none"), "Setujui, lanjut ke disposisi");
    await inspect(page, "head-reads");
    await page.click("#decision-again");
    await page.fill("#decision-text", "Tambahkan keterangan atas aduan yang terlambat, lalu susun ulang.");
    await holds(page.locator("#decision-send"), "Kembalikan untuk disusun ulang");
    await inspect(page, "head-decides");
    await page.click("#decision-send");
    await state(page, "Menunggu disusun");
    await holds(page.locator("#recap-remarks"), "Tambahkan keterangan");
  }, PORTRAIT);

  await as("petugas.solo", page, async (page) => {
    await page.click("#recap-compile");
    await state(page, "Menunggu evaluasi");
    await holds(page.locator("#recap-version"), "Versi 2");
    await inspect(page, "compiled-anew");
  });

  await as("analis.solo", page, (page) => evaluate(page, "Keterangan sudah ditambahkan."));

  await as("kepala.solo", page, async (page) => {
    await page.click("#decision-none");
    await state(page, "Menunggu disposisi");
    await page.fill("#disposition-text", "Instansi yang terlambat agar memperbaiki pembagian tugasnya.");
    await inspect(page, "disposition");
    await page.click("#disposition-send");
    await state(page, "Menunggu diarsipkan");
  }, { ...PORTRAIT, dark: true });

  return as("arsip.solo", page, async (page) => {
    await page.click("#archive-ask");
    await holds(page.locator("#archive-dialog"), "tidak ada lagi yang berubah");
    await inspect(page, "archive-asked");
    await page.click("#archive-confirm");
    await state(page, "Diarsipkan");
    const seal = await page.innerText("#recap-seal");
    await inspect(page, "archived");
    await page.click("#recap-months");
    await page.click("#months-archive");
    await holds(page.locator("#archive"), seal);
    await inspect(page, "archive");
    await page.fill("#months-words", "pembagian TUGAS");
    await page.press("#months-words", "Enter");
    await page.waitForURL(/cari=/);
    await holds(page.locator("#archive"), seal);
    await page.fill("#months-words", "tidak pernah ditulis");
    await page.press("#months-words", "Enter");
    await page.locator("#months-empty").waitFor();
    return { seal };
  });
});
