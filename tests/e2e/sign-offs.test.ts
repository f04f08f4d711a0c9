// The office signs one requirement off for those whom it sees, leaves one out, and reads who is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { itemIn, planFor, requirementsIn } from "../help/plans.ts";
import { ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const setId = await requirementsIn(world);

test("several at once, one left out, from the class view", async () => {
  const page = await site.windowOf("marisol");
  await page.goto(`/plans?setId=${setId}&key=filed`);
  await page.getByRole("button", { name: "Sign off for those shown" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign off for several" });
  await dialog.getByRole("button", { name: "Sign off for 3 learners" }).waitFor();
  assert.deepEqual(await faultsOf(page, "signing off for several"), []);
  await dialog.getByLabel("Grace Example").uncheck();
  await dialog.getByRole("button", { name: "Sign off for 2 learners" }).click();
  await page.getByText("Signed off for 2 learners.").waitFor();
  for (const [who, state] of [
    ["amara", "done"],
    ["noah", "done"],
    ["grace", "open"],
  ] as const)
    assert.equal(itemIn(ok(await planFor(world, "marisol", who)), "filed").state.state, state, who);
});

test("what learners sign themselves is refused for each by name, and nothing is offered to press", async () => {
  const page = await site.windowOf("marisol");
  await page.goto(`/plans?setId=${setId}&key=own`);
  await page.getByRole("button", { name: "Sign off for those shown" }).click();
  await page.getByText("They sign it off themselves.").first().waitFor();
  assert.equal(await page.getByRole("button", { name: /^Sign off for \d/ }).count(), 0);
});
