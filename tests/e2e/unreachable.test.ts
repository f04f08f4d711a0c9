// A part of the app that does not arrive: said once, asked for a few times at most, and there again on the next try.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();

test("a screen that does not load says so, and does not ask again and again", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  await page.getByRole("heading", { level: 1, name: "Your desk" }).waitFor();
  let asked = 0;
  await page.route("**/assets/*.js", (route) => {
    asked += 1;
    return route.abort();
  });
  await page.getByRole("link", { name: "People" }).first().click();
  await page.getByText("It could not be loaded.").waitFor();
  await setTimeout(1500);
  assert.ok(asked > 0 && asked < 20, `asked ${asked} times`);
  assert.deepEqual(await faultsOf(page, "a screen that did not load"), []);
  await page.unroute("**/assets/*.js");
  await page.getByRole("button", { name: "Load the page again" }).click();
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
});

test("a link that lost a part of itself is called that, and offers no try that cannot help", async () => {
  const page = await site.strangersWindow();
  for (const [path, title] of [
    ["/welcome/lost", "Welcome"],
    ["/found/lost", "Found a school"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("alert").getByText("This address is not complete.").waitFor();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
  }
  assert.deepEqual(await faultsOf(page, "an incomplete link"), []);
});
