// An educator's home in a real browser: what stands between them and their next learner is said once, and without contradiction.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;

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
  assert.deepEqual(site.complaints, []);
});
