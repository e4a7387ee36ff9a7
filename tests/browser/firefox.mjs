// Prints pages to PDF in a Firefox, which it starts and ends itself.
//
// In (standard input): {"firefox": PATH, "folder": PATH, "seconds": N, "pages": [{"name", "address", "paper"?, "steps"?, "tells"?, "width"?}]}.
// Each page becomes NAME.pdf in the folder. `paper` is "a4" (unless told otherwise) or "letter": then also where a page
// asks for A4, as a printer does that has no other paper. A step is an expression; it is done when, in the page, it gives
// something that is true. `tells` is an expression too: what it gives is told instead of printed.
// `width` is that of the window, in pixels. A step `toets NAME` presses a key.
// Out (standard output): {"version": TEXT, "printed": {NAME: MILLISECONDS}, "told": {NAME: VALUE}}. Whatever fails, and all of it together
// taking more than that many seconds, is said on standard error and gives exit code 1.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";

const { firefox, folder, seconds, pages } = JSON.parse(await text(process.stdin));
let doing = "starting Firefox";
let browser;

const tooLate = setTimeout(() => {
  console.error(`More than ${seconds} seconds, while ${doing}.`);
  process.exit(1); // the library then ends Firefox and takes its profile away
}, seconds * 1000);

try {
  browser = await puppeteer.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: firefox, // its profile is a new folder for temporary files, which goes when it ends
    timeout: seconds * 1000,
  });
  const page = await browser.newPage();
  const printed = {};
  const told = {};
  for (const { name, address, paper = "a4", steps = [], tells = "", width = 0 } of pages) {
    const begun = performance.now();
    doing = `printing ${name} (${address})`;
    if (width) await page.setViewport({ width, height: 900 });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => true));
    for (const step of steps) {
      doing = `printing ${name} (${address}), at ${step.slice(0, 200)}`;
      if (step.startsWith("toets ")) await page.keyboard.press(step.slice("toets ".length));
      else await page.waitForFunction(step);
    }
    if (tells) {
      told[name] = await page.evaluate(tells);
      continue;
    }
    if (paper !== "a4") await page.addStyleTag({ content: `@media print { @page { size: ${paper} } }` });
    await writeFile(join(folder, `${name}.pdf`), await page.pdf({ format: paper, preferCSSPageSize: true, printBackground: true }));
    printed[name] = Math.round(performance.now() - begun);
  }
  console.log(JSON.stringify({ version: await browser.version(), printed, told }));
} catch (error) {
  console.error(`While ${doing}: ${error.stack}`);
  process.exitCode = 1;
} finally {
  doing = "ending Firefox";
  await browser?.close();
  clearTimeout(tooLate);
}
