// Takes the README's picture of a learner's home: `node scripts/picture.ts <link>`, with a learner's link of a running demo.
import { openBrowser } from "../tests/help/browser.ts";

const [link] = process.argv.slice(2);
if (link === undefined) throw new Error("Give a learner's link, as `npm run demo` prints it.");

const browser = await openBrowser();
const page = await browser.newPage({
  viewport: { width: 1180, height: 880 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
await page.goto(link, { waitUntil: "networkidle" });
await page.getByRole("heading", { name: "What to do next" }).waitFor();
// What the demo's learner has asked for is taken back, so that their three people and the wall have room.
const sent = page.getByRole("button", { name: /^Take it back/ });
for (let left = await sent.count(); left > 0; left -= 1) {
  await sent.first().click();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: "Take it back" })
    .click();
  await sent.nth(left - 1).waitFor({ state: "detached" });
}
await page.reload({ waitUntil: "networkidle" });
await page.screenshot({ path: "docs/learner-home.png" });
await browser.close();
