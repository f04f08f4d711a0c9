// An educator's home in a real browser: what stands between them and their next learner is said once, and without contradiction;
// and by keyboard alone, at each width, they go from it to a learner, to their hours and to what waits for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { widths } from "../help/browser.ts";
import { press } from "../help/keyboard.ts";
import { byHand } from "../help/matches.ts";
import { brought, inForce } from "../help/relationships.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const running = await inForce(world, "noah", "priya", "coaching");
const unsigned = await brought(world, "amara", "priya", "advising");

test("who is not certified for a lane reads what is missing, what to do and who helps, and is promised no proposal there", async () => {
  await byHand(
    world,
    (admin) =>
      admin`delete from trainings where educator_id = ${world.people.tomas!.personId} and module like 'Limits%'`,
  );
  const page = await site.windowOf("tomas");
  await page.goto("/");
  const notice = page.getByRole("note").filter({ hasText: "You are not certified as mentor yet" });
  await notice
    .getByText(/complete Limits of confidentiality; your program office says where, and records it\.$/)
    .waitFor();
  assert.equal(await page.getByText("Nobody is proposed for your 3 places before you are certified.").count(), 1);
  assert.equal(
    await page.getByText(/Your program office proposes learners/).count(),
    2,
    "the other two lanes are open",
  );
  assert.deepEqual(await faultsOf(page, "the home of an educator who is not certified"), []);
});

for (const width of widths)
  test(`by keyboard an educator opens what waits, a learner, and who sees it, and comes home, at ${width} px`, async () => {
    const page = await site.windowOf("priya", width);
    const home = page.getByRole("heading", { name: "My learners, by lane" });
    await page.goto("/");
    await press(page.getByRole("button", { name: /^Who can see you and Noah Example/ }));
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await press(page.locator(`main a[href="/agreements/${unsigned}"]`));
    await page.getByRole("button", { name: "Sign these ground rules" }).waitFor();
    if (width === 390) await press(page.getByRole("button", { name: "Menu" }));
    await press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Home", exact: true }));
    await home.waitFor();
    const lanes = page.getByRole("region", { name: "My learners, by lane" });
    await press(lanes.getByRole("link", { name: "Noah Example", exact: true }));
    await page.waitForURL(`**/agreements/${running}`);
    await page.goBack();
    await home.waitFor();
    assert.deepEqual(await faultsHere(page, "an educator's home"), []);
    await page.close();
  });

test("nothing broke on the way", () => assert.deepEqual(site.complaints, []));
