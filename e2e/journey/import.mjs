/**
 * The past of another system: the analyst sends an export and reads what the check found, takes it over, finds it in the
 * recap and the record book of its month, sends it again and finds nothing new; a picture is refused. Of a sheet whose heading
 * nobody knows the analyst says the meaning once, with the keyboard alone, and what its unknown agency means; the next one
 * is read at once.
 */
import { as, fitsAPhone, holds, inspect, is, PATIENCE, travel } from "./browser.mjs";

const COLUMNS = ["Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor", "Klasifikasi Laporan", "Kategori", "Judul Laporan", "Isi Laporan Awal", "Tipe Laporan", "Sumber Laporan", "Instansi Terdisposisi", "Status Laporan"];
const batch = Date.now().toString(36);
const row = (no, change = {}) => ({ "Tracking ID": `${batch}-${no}`, "Tanggal Laporan Masuk": "5 Mar 2019", "Waktu Laporan Masuk": "09:10", "Nama Pelapor": "Nama Uji", "Klasifikasi Laporan": "Aspirasi", Kategori: "Penerangan jalan", "Judul Laporan": `Lampu mati ${batch}`, "Isi Laporan Awal": "Lampu, katanya \"mati\",\nsudah dua malam.", "Sumber Laporan": "Android", "Instansi Terdisposisi": "Dinas Perhubungan", "Status Laporan": "Ditutup oleh Sistem", ...change });
const csv = (rows) => [COLUMNS, ...rows.map((one) => COLUMNS.map((column) => one[column] ?? ""))].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
const rows = [row(1), row(2, { "Tipe Laporan": "Rahasia" }), row(3, { "Tanggal Laporan Masuk": "entah" }), row(4, { "Instansi Terdisposisi": "Dinas Entah" })];
const sheet = (no) => ({ name: `keluhan ${no}.csv`, mimeType: "text/csv", buffer: Buffer.from(["LAPORAN KELUHAN WARGA 2019", `No;Tgl Masuk;Keluhan ${batch};OPD Tujuan`, `1;5 Maret 2019 pukul 10.00;Lampu mati ${batch} ${no}, gelap;Dinas Lampu ${batch}`, "2;2019/03/06;;Dinas Perhubungan", "Jumlah;2;;"].join("\r\n")) });
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

    await send(page, sheet(1));
    await page.locator("#columns-table").waitFor({ timeout: PATIENCE });
    is(await page.locator("#columns-row").inputValue(), "1", "the row that is taken for the heading");
    await inspect(page, "unknown-columns");
    await fitsAPhone(page, "unknown columns");
    await page.selectOption("[data-place='1']", "");
    await page.click("#columns-keep");
    await holds(page.getByRole("alert"), "Pilih kolom yang memuat tanggal aduan");
    await inspect(page, "columns-missing");
    await page.locator("[data-place='1']").focus();
    await page.keyboard.type("Tanggal aduan");
    await page.locator("input[name=unmarked][value=PUBLIC]").focus();
    await page.keyboard.press("Space");
    await page.locator("#columns-keep").focus();
    await page.keyboard.press("Enter");
    await page.locator("#import-state[data-state=CHECKED]").waitFor({ timeout: PATIENCE });
    await holds(page.locator("#finding-kinds"), `Dinas Lampu ${batch}`);
    await holds(page.locator("#import-counts"), "Baris yang dibaca");
    await inspect(page, "unknown-agency");
    await fitsAPhone(page, "an unknown agency");
    await page.selectOption(`[data-label='Dinas Lampu ${batch}']`, "dishub");
    await page.click("#labels-keep");
    await holds(page.locator("#finding-kinds"), "sesuai padanan yang disimpan");
    await inspect(page, "known-agency");

    await page.goto(new URL("/staff/impor", page.url()).href);
    await send(page, sheet(2));
    await page.locator("#import-state[data-state=CHECKED]").waitFor({ timeout: PATIENCE });
    is(await page.locator("#import-counts").getAttribute("data-take"), "1", "what is read at once");
    await holds(page.locator("#finding-kinds"), "sesuai padanan yang disimpan");
  });
  await as("petugas.solo", "/staff/impor", async (page) => {
    await holds(page.locator("#main"), "Tidak berwenang");
  });
  return { batch };
});
