/**
 * Nobody in the group took a complaint in time: the system sent it to the agency that it proposed, which reads that in the
 * case. The complaint's number comes after the pictures.
 */
import { as, holds, inspect, more, openCase, travel } from "./browser.mjs";

await travel(() =>
  as("admin.dpupr.kra", "/staff/", async (page) => {
    const [number] = more;
    await openCase(page, number);
    await holds(page.locator("#case-timeline"), "Grup tidak menjawab sampai waktunya");
    await inspect(page, "group-silence");
  }));
