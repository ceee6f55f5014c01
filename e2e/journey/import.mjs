/**
 * The past of another system: the analyst sends an export and reads what the check found, takes it over, finds it in the
 * recap and the record book of its month, sends it again and finds nothing new; a picture is refused.
 */
import { as, fitsAPhone, holds, inspect, is, PATIENCE, travel } from "./browser.mjs";

const COLUMNS = ["Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor", "Klasifikasi Laporan", "Kategori", "Judul Laporan", "Isi Laporan Awal", "Tipe Laporan", "Sumber Laporan", "Instansi Terdisposisi", "Status Laporan"];
const batch = Date.now().toString(36);
const row = (no, change = {}) => ({ "Tracking ID": `${batch}-${no}`, "Tanggal Laporan Masuk": "5 Mar 2019", "Waktu Laporan Masuk": "09:10", "Nama Pelapor": "Nama Uji", "Klasifikasi Laporan": "Aspirasi", Kategori: "Penerangan jalan", "Judul Laporan": `Lampu mati ${batch}`, "Isi Laporan Awal": "Lampu, katanya \"mati\",\nsudah dua malam.", "Sumber Laporan": "Android", "Instansi Terdisposisi": "Dinas Perhubungan", "Status Laporan": "Ditutup oleh Sistem", ...change });
const csv = (rows) => [COLUMNS, ...rows.map((one) => COLUMNS.map((column) => one[column] ?? ""))].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
const rows = [row(1), row(2, { "Tipe Laporan": "Rahasia" }), row(3, { "Tanggal Laporan Masuk": "entah" }), row(4, { "Instansi Terdisposisi": "Dinas Entah" })];
const file = { name: "ekspor maret 2019.csv", mimeType: "text/csv", buffer: Buffer.from(csv(rows)) };

async function send(page, chosen) {
  await page.setInputFiles("#import-file", chosen);
  await page.click("#import-send");
}

await travel(async () => {
  await as("analis.solo", "/staff/impor", async (page) => {
    await page.locator("#imports, #imports-empty").waitFor({ timeout: PATIENCE });
    await inspect(page, "imports");
    await fitsAPhone(page, "the imports");
    await send(page, { name: "foto.csv", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
    await holds(page.getByRole("alert"), "CSV");
    await send(page, file);
    await page.locator("#import-state[data-state=CHECKED]").waitFor({ timeout: PATIENCE });
    is(await page.locator("#import-counts").getAttribute("data-take"), "3", "what would be taken over");
    await holds(page.locator("#findings"), "Bukan tanggal");
    await holds(page.locator("#finding-kinds"), "nama asalnya");
    await inspect(page, "checked");
    await fitsAPhone(page, "a checked file");
    await page.click("#import-run");
    await page.locator("#import-state[data-state=DONE]").waitFor({ timeout: PATIENCE });
    await inspect(page, "done");

    await page.goto(new URL("/staff/rekap/2019-03/aduan", page.url()).href);
    await page.locator("#records").filter({ hasText: batch }).waitFor({ timeout: PATIENCE });
    is(await page.getByText("Nama Uji").count(), 0, "names in the record book");
    await inspect(page, "record-book");
    await page.click("#records-recap");
    await page.locator("#recap-figures").waitFor({ timeout: PATIENCE });
    await inspect(page, "recap-of-the-past");

    await page.goto(new URL("/staff/impor", page.url()).href);
    await send(page, file);
    await page.locator("#import-state[data-state=CHECKED]").waitFor({ timeout: PATIENCE });
    is(await page.locator("#import-counts").getAttribute("data-take"), "0", "what is new the second time");
    is(await page.locator("#import-run").isDisabled(), true, "nothing to import");
    await page.click("#import-drop");
    await page.locator("#imports").waitFor({ timeout: PATIENCE });
    await inspect(page, "sent-so-far");
  });
  await as("petugas.solo", "/staff/impor", async (page) => {
    await holds(page.locator("#main"), "Tidak berwenang");
  });
  return { batch };
});
