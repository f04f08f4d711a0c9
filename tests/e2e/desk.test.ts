// The coordinator's desk in a real browser: matching again for several lines, seen before and told after.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;

test("matching again for several lines makes one draft a program, each counting those before it", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: "Match again for them" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("A new run").first().waitFor();
  assert.equal(await dialog.getByRole("listitem").count(), 3);
  assert.deepEqual(await faultsOf(page, "matching again, before"), []);
  await dialog.getByRole("button", { name: "Make 3 runs" }).click();
  await dialog.getByRole("button", { name: "Back to the desk" }).waitFor();
  const { items } = ok(await world.ask("marisol", "GET", "/runs"));
  assert.deepEqual(
    (items as { settings: { counting: string[] } }[]).map(({ settings }) => settings.counting.length),
    [2, 1, 0],
  );
  assert.equal(await dialog.getByRole("link", { name: "Open the draft" }).count(), 3);
  assert.deepEqual(await faultsOf(page, "matching again, after"), []);
  await dialog.getByRole("link", { name: "Open the draft" }).first().click();
  await page.waitForURL("**/matching/*");
  assert.deepEqual(site.complaints, []);
});

test("who may not match is offered no match", async () => {
  const page = await site.windowOf("imani");
  await page.goto("/desk");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: "Save as CSV" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Match again for them" }).count(), 0);
});
