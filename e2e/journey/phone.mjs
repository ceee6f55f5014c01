/**
 * The desk on a telephone. Six complaints are seen at once, whatever they hold, and one that cannot be drawn is told among
 * the others; an answer is taken back by its button, and goes with the page when somebody closes it.
 */
import { file, fits, holds, inspect, is, openCase, signIn, travel, url, visitor } from "./browser.mjs";

const SCREEN = { width: 360, height: 780 };
const AT_ONCE = 6;
const HOSTILE = [
  "\u200b".repeat(12),
  "\u3164\uffa0\u115f",
  "\u202eterbalik\u202c lalu tidak",
  "مصباح الشارع لا يعمل منذ ثلاثة أيام",
  "💡👩‍👩‍👧‍👦".repeat(30),
  "Z\u0300\u0301\u0302\u0303\u0304".repeat(30),
  `https://contoh.invalid/${"a".repeat(130)}`,
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "{{number}} $t(Batal)",
  "Lampu mati. ".repeat(13),
];
const STATUS = ["DISPATCHED", "IN_PROGRESS", "DISPOSED", "NEEDS_INFO", "ANSWERED", "OBJECTED"];
const CLOCK = ["PROMISE", "enter-answer", "DIVISION", undefined, "FOLLOW_UP", "objection-answer"];
const DUE = ["2027-12-07T02:00:00Z", "+294277-01-10T00:00:00Z", "+010000-01-01T00:00:00Z", undefined, "infinity"];

const invented = (text, n) => ({
  id: `01990000-0000-7000-8000-${String(n).padStart(12, "0")}`,
  number: `SKA-X1V5-3A${String(n).padStart(2, "0")}`,
  status: STATUS[n % STATUS.length],
  ...(n % 3 === 0 ? {} : { title: text }),
  summary: text,
  channel: "WEB",
  type: "ORDINARY",
  visibility: "PUBLIC",
  agency: "dishub",
  agencyName: "Dinas Perhubungan",
  assigneeName: text.slice(0, 40),
  receivedAt: "2026-11-25T02:00:00Z",
  dispatchedAt: "2026-11-25T02:00:00Z",
  nextDueAt: DUE[n % DUE.length],
  nextClock: CLOCK[n % CLOCK.length],
  overdue: false,
  approvalRequested: false,
  version: 1,
});

async function showsWhateverTheyHold(page) {
  const rows = HOSTILE.map(invented);
  const items = [...rows.slice(0, 7), { ...rows[0], id: "lost", number: "SKA-LOST-0001", title: {} }, null, ...rows.slice(7)];
  await page.route("**/api/response/v1/cases?*", (route) => route.fulfill({ json: { items } }));
  await page.goto(`${url}/staff/?tampilan=semua`);
  await page.locator("#queue li").first().waitFor();
  await inspect(page, "phone-queue");
  const seen = await page.evaluate(() => {
    const list = document.querySelector("#queue").parentElement.getBoundingClientRect();
    const end = Math.min(innerHeight, list.bottom);
    return [...document.querySelectorAll("#queue > li")].filter((row) => row.getBoundingClientRect().bottom <= end).length;
  });
  if (seen < AT_ONCE) {
    throw new Error(`${seen} complaints are seen at once instead of ${AT_ONCE}`);
  }
  await page.getByText("SKA-LOST-0001").scrollIntoViewIfNeeded();
  is(await page.locator("#queue .lost").count(), 2, "rows that cannot be drawn");
  for (const screen of [{ width: 820, height: 1180 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(screen);
    await fits(page, `hostile words on ${screen.width} pixels`);
  }
  await page.setViewportSize(SCREEN);
  await page.unrouteAll({ behavior: "ignoreErrors" });
}

/** A page whose code does not come leaves the menu, and comes when it is asked for again. */
async function keepsItsMenu(page) {
  await page.route("**/assets/Overview*", (route) => route.abort());
  await page.click("#nav-overview");
  await page.locator("#page-wrecked").waitFor();
  await inspect(page, "phone-wrecked");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.click("#retry");
  await page.locator("#overview-today").waitFor();
  await page.click("#nav-queue");
}

async function isTakenBackAndGoesWithThePage(page) {
  const { number } = await file("Lampu zebra cross padam");
  await page.goto(`${url}/staff/`);
  await openCase(page, number);
  await page.click("#accept");
  await page.fill("#answer-text", "Lampunya kami ganti siang ini.");
  await page.click("#answer-send");
  await page.locator("#leaving .take-back").waitFor();
  await inspect(page, "phone-leaving");
  is(await page.evaluate(() => document.activeElement?.className), "main take-back", "the focus while an answer can be taken back");
  await page.keyboard.press("Enter");
  await page.locator("#leaving li").waitFor({ state: "detached" });
  await holds(page.locator("#case-status"), "Sedang ditangani");
  await page.click("#answer-send");
  await page.locator("#leaving .take-back").waitFor();
  await page.reload();
  await holds(page.locator("#case-status"), "Dijawab");
  await holds(page.locator("#staff-notice"), `Jawaban ${number} sudah terkirim`);
  is(await page.locator("#case-timeline li[data-what=PUBLISH]").count(), 1, "answers in the history");
}

await travel(async () => {
  const page = await visitor({ screen: SCREEN, touch: true });
  await signIn(page, "admin.dishub.solo");
  await showsWhateverTheyHold(page);
  await keepsItsMenu(page);
  await isTakenBackAndGoesWithThePage(page);
});
