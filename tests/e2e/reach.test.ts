// What axe does not see, on the pages that people open every day: a window as narrow as a zoomed one, text set wider
// (WCAG 1.4.12), things to press of at least 24 px (2.5.8), and that what is chosen shows in forced colors.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { overflowOf } from "../help/browser.ts";
import { brought, inForce } from "../help/relationships.ts";
import { openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const relationshipId = await inForce(world, "amara", "tomas");
await brought(world, "noah", "tomas", "mentoring");

const visits: Record<string, string[]> = {
  marisol: ["/desk", "/people", `/people/${world.people.amara!.personId}`, "/relationships", "/wall", "/training"],
  amara: ["/", "/charters/coaching", "/who-sees-what?of=office%20dean", `/agreements/${relationshipId}`, "/account"],
  tomas: ["/", "/wall"],
  ada: ["/access"],
};

/** Links and controls smaller than 24 px, but for links inside a sentence. */
const tooSmall = `[...document.querySelectorAll("a, button, input, select, textarea, summary")].flatMap((one) => {
  const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
  const isHidden = one.getBoundingClientRect().width === 0 || one.closest(".vh") !== null;
  const words = one.textContent.trim();
  const isInSentence = one.tagName === "A" && getComputedStyle(one).display === "inline"
    && one.parentElement.textContent.trim().length > words.length + 3;
  return isHidden || isInSentence || (width >= 23.9 && height >= 23.9) ? [] : [words + " " + width + " x " + height];
})`;

const wideText = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

for (const [who, paths] of Object.entries(visits))
  test(`${who} reaches everything in a narrow window, and with text set wide`, async () => {
    const page = await site.windowOf(who);
    for (const path of paths) {
      await page.goto(path);
      await loaded(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await page.evaluate(tooSmall), [], `${path} at ${width}`);
        assert.equal(await overflowOf(page), 0, `${path} at ${width} is no wider than the window`);
      }
      await page.evaluate(
        `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(wideText)}); document.adoptedStyleSheets = [sheet]; }`,
      );
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(await overflowOf(page), 0, `${path} at ${width} with text set wide`);
      }
    }
    await page.close();
  });

const outlineOf = (one: unknown): string =>
  (globalThis as unknown as { getComputedStyle(of: unknown): { outlineStyle: string } }).getComputedStyle(one)
    .outlineStyle;

test("in forced colors, where one is shows by a line", async () => {
  const page = await site.windowOf("marisol");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/desk");
  await loaded(page);
  for (const here of await page.locator(".queues [aria-current], .nav [aria-current]").all())
    assert.equal(await here.evaluate(outlineOf), "solid");
  await page.close();
});

async function loaded(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  const waits = page.getByText("Loading", { exact: true });
  while ((await waits.count()) > 0) await waits.first().waitFor({ state: "detached" });
}
