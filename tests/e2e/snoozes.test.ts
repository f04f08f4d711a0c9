// By keyboard alone and at each width: a line is put off from its own menu, stands in the fold, and comes back from there; and
// a coordinator goes from a line of the desk to what it asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { widths } from "../help/browser.ts";
import { press, takeFrom, writeDay } from "../help/keyboard.ts";
import { day } from "../help/matches.ts";
import { brought } from "../help/relationships.ts";
import { faultsHere, openSite } from "../help/site.ts";

const site = await openSite();
await brought(site.world, "amara", "tomas", "coaching");

for (const width of widths) {
  test(`a learner puts a signature off for a week, and brings it back, at ${width} px`, async () => {
    const page = await site.windowOf("amara", width);
    await page.goto("/");
    const menu = page.getByRole("button", { name: /^Snooze: Read and sign/ });
    await press(menu);
    assert.equal(await page.getByRole("menuitem", { name: "Done for now" }).count(), 0, "an act settles it");
    await press(page.getByRole("menuitem", { name: "Snooze for a week" }), "ArrowDown");
    const fold = page.locator("summary", { hasText: "Snoozed (1)" });
    await fold.waitFor();
    assert.equal(await menu.count(), 0);
    // The work goes on at the line that follows.
    await page.locator('[aria-label^="Snooze: "]:focus').waitFor();
    await press(fold);
    assert.deepEqual(await faultsHere(page, "a home with a line that is put off"), []);
    await press(page.getByRole("button", { name: /^Bring back/ }));
    await menu.waitFor();
    assert.equal(await fold.count(), 0);
    await page.close();
  });

  test(`a coordinator chooses a day, finishes what only others can act on, and opens a line, at ${width} px`, async () => {
    const page = await site.windowOf("marisol", width);
    await page.goto("/desk");
    const line = page.getByRole("row", { name: /Waits for both/ });
    const menu = line.getByRole("button", { name: /^Snooze: / });
    await takeFrom(menu, "Snooze until a day");
    await press(page.getByRole("button", { name: "Snooze", exact: true }));
    await page.getByText("Choose a day.").first().waitFor();
    assert.deepEqual(await faultsHere(page, "snoozing until a day"), []);
    await writeDay(page.getByLabel("Day", { exact: true }), day(3));
    await page.keyboard.press("Enter");
    const fold = page.locator("summary", { hasText: "Snoozed (1)" });
    await press(fold);
    await press(page.getByRole("button", { name: /^Bring back/ }));
    await takeFrom(menu, "Done for now");
    await press(fold);
    await page.getByText("Back when something about it changes").waitFor();
    assert.deepEqual(await faultsHere(page, "a desk with a line that is put off"), []);
    await press(page.getByRole("button", { name: /^Bring back/ }));
    await press(line.getByRole("link", { name: /^See.*Amara Example$/ }));
    await page.waitForURL("**/agreements?relationship=*");
    await page.getByRole("main").getByText("Amara Example").first().waitFor();
    assert.deepEqual(await faultsHere(page, "what a line of the desk opens"), []);
    await page.close();
  });
}

test("nothing broke on the way", () => assert.deepEqual(site.complaints, []));
