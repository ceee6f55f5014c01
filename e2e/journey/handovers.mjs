/**
 * What changes hands. A complaint that went to the wrong agency comes back to the coordinator and goes on; an answer to a
 * complaint about an officer is sent back and approved by somebody else; Karanganyar's group is offered a complaint, an
 * agency takes it and hands it on.
 */
import { PATIENCE, as, file, fitsAPhone, holds, inspect, is, openCase, travel } from "./browser.mjs";

const TABLET = { touch: true, screen: { width: 820, height: 1180 } };

/** What nobody should type, and somebody does: of no use to a rule, and of no form that a row expects. */
const HOSTILE = [
  ["\u202B\u0627\u0644\u0634\u0627\u0631\u0639\u202C\u200B", "\u202BUsul untuk kotaku\u202C, dari kanan ke kiri."],
  ["Us\u200Bul\u200B\u200B", "Us\u200Bul untuk\u200B kotaku"],
  ["Usul panjang", "Usul untuk kotaku. ".repeat(264).slice(0, 5_000)],
  ["P".repeat(120), `Usul${"panjangsekali".repeat(80)}`],
];

/** Nothing is chosen before somebody chooses; what was sent too soon is taken back, and leaves when the page is left. */
async function dispatches(page, { id, number }) {
  const row = page.locator(`#waiting > li[data-id="${id}"]`);
  await row.waitFor({ timeout: PATIENCE });
  await holds(row, "Dikembalikan Dinas Perhubungan");
  await holds(row, "Situs web");
  await page.locator("#undecided-count").waitFor();
  const box = row.getByRole("combobox");
  is(await box.inputValue(), "", "what is chosen before anybody looks");
  is(await row.locator("button.decide").isDisabled(), true, "that nothing can be sent to nobody");
  await inspect(page, "undecided");
  await fitsAPhone(page, "the undecided");

  await box.fill("pekerjaan umum");
  await holds(page.getByRole("option", { selected: true }), "DPUPR");
  await inspect(page, "agency-box");
  await box.press("Escape");
  is(await box.inputValue(), "", "what a closed list leaves");
  await box.fill("dpupr");
  await box.press("Enter");
  await box.press("Enter");
  await row.waitFor({ state: "detached" });
  await holds(page.locator("#leaving"), number);
  await inspect(page, "take-back");
  await page.locator("#leaving .take-back").click();
  await row.waitFor();
  await row.focus();
  await page.keyboard.press("Enter");
  await row.waitFor({ state: "detached" });
  await page.reload();
  await page.locator("#misrouting p, #misrouting table").waitFor();
  await row.waitFor({ state: "detached" });
}

async function isSentOn() {
  const { id, number } = await file("Trotoar rusak di dekat halte");
  for (const [title, text] of HOSTILE) {
    await file(title, { text, category: undefined });
  }
  await as("admin.dishub.solo", "/staff/", async (page) => {
    await openCase(page, number);
    await page.click("#return");
    await page.selectOption("#return-reason", "NOT_OUR_DUTY");
    await inspect(page, "return");
    await page.click("#order-send");
    await holds(page.locator("#staff-notice"), `${number} dikembalikan`);
  });
  await as("koordinator.solo", "/staff/tujuan", (page) => dispatches(page, { id, number }), TABLET);
  await as("admin.dpupr.solo", "/staff/", async (page) => {
    await openCase(page, number);
    await holds(page.locator("#case-timeline"), "Dinas Perhubungan");
    await inspect(page, "sent-on");
  });
}

/** The answer to an oversight complaint needs the eyes of somebody else. */
async function isApproved() {
  const { id, number } = await file("Pungutan liar saat uji kendaraan", { type: "OVERSIGHT", visibility: "SECRET", category: undefined });
  await as("admin.inspektorat.solo", "/staff/", async (page) => {
    await openCase(page, number, "#case-sealed");
    await page.click("#accept");
    await page.fill("#answer-text", "Terlapor sudah kami periksa.");
    await holds(page.locator("#draft-state"), "Draf tersimpan");
    await page.click("#approval-request");
    await holds(page.locator("#approval-state"), "Menunggu persetujuan");
  });
  await as("kepala.solo", `/staff/kasus/${id}`, async (page) => {
    await page.locator("#approve").waitFor();
    await inspect(page, "approval-requested");
    await page.click("#send-back");
    await page.fill("#send-back-remark", "Sebutkan juga sanksinya.");
    await inspect(page, "send-back");
    await page.click("#send-back-send");
    await holds(page.locator("#approval-state"), "Sebutkan juga sanksinya.");
  });
  await as("admin.inspektorat.solo", `/staff/kasus/${id}`, async (page) => {
    await holds(page.locator("#approval-state"), "Sebutkan juga sanksinya.");
    await page.fill("#answer-text", "Terlapor sudah kami periksa dan kami beri sanksi.");
    await holds(page.locator("#draft-state"), "Draf tersimpan");
    await page.click("#approval-request");
    await holds(page.locator("#approval-state"), "Menunggu persetujuan");
  });
  await as("kepala.solo", `/staff/kasus/${id}`, async (page) => {
    await page.click("#approve");
    await holds(page.locator("#approval-state"), "Disetujui");
    await inspect(page, "approved");
  });
  await as("admin.inspektorat.solo", `/staff/kasus/${id}`, async (page) => {
    await page.click("#answer-send");
    await page.click("#leaving .send-now");
    await holds(page.locator("#case-status"), "Dijawab");
    await inspect(page, "approved-and-sent");
  });
}

async function isClaimed() {
  const { id, number } = await file("Jalan desa berlubang", { government: "karanganyar", category: undefined });
  await as("admin.dpupr.kra", "/staff/grup", async (page) => {
    const card = page.locator(`li[data-id="${id}"]`);
    await card.waitFor({ timeout: PATIENCE });
    await inspect(page, "group");
    await card.locator("button.claim").click();
    await card.waitFor({ state: "detached" });
    const claimed = page.locator("#claimed li").filter({ hasText: number });
    await claimed.waitFor({ timeout: PATIENCE });
    await inspect(page, "claimed");
    await claimed.locator("a.hand-over").click();
    await page.selectOption("#return-target", "disdukcapil");
    await inspect(page, "hand-over");
    await page.click("#order-send");
    await holds(page.locator("#staff-notice"), `${number} dikembalikan`);
  });
}

await travel(async () => {
  await isSentOn();
  await isApproved();
  await isClaimed();
});
