/**
 * The officer who receives. A citizen stands at the counter: the complaint is written down by keyboard, its receipt can be
 * followed at once and the agency has it. What is no complaint is taken out before any agency has it, and the citizen
 * reads why.
 */
import {
  PATIENCE,
  as,
  file,
  fitsAPhone,
  holds,
  inspect,
  is,
  openCase,
  signIn,
  travel,
  url,
  visitor,
} from "./browser.mjs";

const TEXT = "Lampu lalu lintas di perempatan pasar padam sejak kemarin sore.";

async function writesDown(page) {
  await page.waitForURL(/catat/);
  await page.locator("#counter-text:focus").waitFor();
  await page.keyboard.type(TEXT);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Lampu lalu lintas padam");
  await page.fill("#counter-phone", "bukan nomor");
  await page.selectOption("#counter-category", "lalu-lintas");
  await page.reload();
  is(
    await page.inputValue("#counter-text"),
    TEXT,
    "what was typed before the reload",
  );
  await page.focus("#counter-text");
  await page.keyboard.press("Control+Enter");
  await holds(page.locator("#counter-phone-fault"), "nomor telepon");
  is(
    await page.evaluate(() => document.activeElement?.id),
    "counter-phone",
    "the field at fault",
  );
  await inspect(page, "counter-fault");
  await page.fill("#counter-phone", "0812 3456 7890");
  await page.keyboard.press("Control+Enter");
  await page.locator("#receipt").waitFor();
  await inspect(page, "receipt");
  const receipt = {
    number: await page.innerText("#receipt-number"),
    secret: await page.innerText("#receipt-secret"),
  };
  is(
    await page.evaluate(() => document.activeElement?.id),
    "counter-print",
    "what is at hand after lodging",
  );
  await page.click("#counter-next");
  await page.locator("#counter").waitFor();
  is(await page.inputValue("#counter-text"), "", "the next form");
  await inspect(page, "counter");
  await fitsAPhone(page, "counter");
  return receipt;
}

async function screensOut(page, id) {
  await page.click("#nav-incoming");
  const card = page.locator(`li[data-id="${id}"]`);
  await card.waitFor({ timeout: PATIENCE });
  await inspect(page, "incoming");
  await card.locator("button.screen-out").click();
  await page.selectOption("#screening-reason", "NO_COMPLAINT");
  await inspect(page, "screening");
  await page.click("#screening-send");
  await card.waitFor({ state: "detached" });
}

async function reads({ number, secret }, status) {
  const page = await visitor();
  await page.goto(`${url}/lacak/`);
  await page.fill("#track-number", number);
  await page.fill("#track-secret", secret);
  await page.click("#track-send");
  await holds(page.locator("#result-status"), status);
  await inspect(page, `citizen-${status.split(" ")[0].toLowerCase()}`);
  await page.context().close();
}

await travel(async () => {
  const nothing = await file("Halo", {
    category: undefined,
    text: "Halo selamat pagi semuanya, apa kabar.",
  });
  const officer = await visitor();
  await signIn(officer, "petugas.solo");
  const receipt = await writesDown(officer);
  await as("admin.dishub.solo", "/staff/", async (page) => {
    await openCase(page, receipt.number);
    await holds(page.locator("aside"), "Loket");
  });
  await screensOut(officer, nothing.id);
  await reads(nothing, "Tidak dapat ditindaklanjuti");
  await officer.context().close();
  return { number: receipt.number };
});
