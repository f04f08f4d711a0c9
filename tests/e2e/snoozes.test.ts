// A line is put off from its own menu with the keyboard, stands in the fold, and comes back from there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brought } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
await brought(site.world, "amara", "tomas", "coaching");

test("a learner puts a signature off for a week, and brings it back", async () => {
  const page = await site.windowOf("amara");
  await page.goto("/");
  const menu = page.getByRole("button", { name: /^Snooze: Read and sign/ });
  await menu.press("Enter");
  assert.equal(await page.getByRole("menuitem", { name: "Done for now" }).count(), 0, "an act settles it");
  await page.getByRole("menuitem", { name: "Snooze for a week" }).press("Enter");
  const fold = page.locator("summary", { hasText: "Snoozed (1)" });
  await fold.waitFor();
  assert.equal(await menu.count(), 0);
  // The work goes on at the line that follows.
  const next = 'document.activeElement.getAttribute("aria-label")?.startsWith("Snooze: ")';
  await page.waitForFunction(next);
  await fold.press("Enter");
  assert.deepEqual(await faultsOf(page, "a home with a line that is put off"), []);
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await menu.waitFor();
  assert.equal(await fold.count(), 0);
});

test("a coordinator chooses a day, is told of one that cannot be, and finishes what only others can act on", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  const menu = page.getByRole("row", { name: /Waits for both/ }).getByRole("button", { name: /^Snooze: / });
  await menu.click();
  await page.getByRole("menuitem", { name: "Snooze until a day" }).click();
  await page.getByRole("button", { name: "Snooze", exact: true }).click();
  await page.getByText("Choose a day.").first().waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await menu.click();
  await page.getByRole("menuitem", { name: "Done for now" }).click();
  await page.locator("summary", { hasText: "Snoozed (1)" }).click();
  await page.getByText("Back when something about it changes").waitFor();
  assert.deepEqual(await faultsOf(page, "a desk with a line that is put off"), []);
});
