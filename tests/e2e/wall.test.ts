// The wall's page in a real browser: the incident that a line of the desk names, who stands where, and one's own duties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, day } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const { schoolId, people } = world;

// Two collisions, so that the address has to choose.
await byHand(world, async (admin) => {
  for (const [learner, educator] of [
    ["amara", "tomas"],
    ["noah", "priya"],
  ] as const) {
    const pair = { schoolId, educator: people[educator]!.personId, learner: people[learner]!.personId };
    await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
      values (${pair.schoolId}, 'coaches', ${pair.educator}, ${pair.learner}, daterange('2026-08-01', null), 'relationship')`;
    await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
      values (${pair.schoolId}, 'assesses', ${pair.educator}, ${pair.learner}, daterange(${day(0)}::date, ${day(30)}::date), 'rotation', 'Surgery', true)`;
  }
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people.fatima!.personId}, ${people.grace!.personId}, daterange(${day(0)}::date, ${day(30)}::date), 'rotation', 'Pediatrics')`;
});

test("a line of the desk leads to its own incident, which has the focus", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk?queue=wall");
  await page
    .getByRole("row", { name: /Noah/ })
    .getByRole("link", { name: /^Ways out/ })
    .click();
  await page.waitForURL("**/wall?incident=*");
  const row = page.getByRole("row", { name: /Noah/ }).and(page.locator("[aria-current]"));
  await row.waitFor();
  assert.equal(await page.locator("tr[aria-current]").count(), 1);
  assert.ok(
    await row.evaluate(
      (one) => one === (one as never as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
    ),
  );
  assert.deepEqual(await faultsOf(page, "the wall with an incident"), []);
});

test("an incident that is closed says so", async () => {
  const page = await site.windowOf("marisol");
  await page.goto(`/wall?incident=${crypto.randomUUID()}`);
  await page.getByText("The incident you came for is not open any more.").waitFor();
});

test("an office reads who stands where, of one person too", async () => {
  const page = await site.windowOf("imani");
  await page.goto("/wall");
  const table = page.getByRole("table", { name: "Who stands where" });
  await table.getByText("Coach side", { exact: false }).or(table.getByText("coach side")).first().waitFor();
  await page.getByLabel("Of one person").fill("Grace");
  await page.getByRole("button", { name: /^Grace Example/ }).click();
  await table.getByRole("link", { name: "Fatima Example" }).waitFor();
  await table.getByRole("link", { name: "Tomas Example" }).first().waitFor({ state: "detached" });
});

test("who assesses and guides nobody finds their own duty, without a name that is not theirs", async () => {
  const page = await site.windowOf("fatima");
  await page.goto("/wall");
  const duty = page.getByRole("table", { name: "Your duties" }).getByRole("row", { name: /Pediatrics/ });
  await duty.getByText("One learner").waitFor();
  assert.equal(await page.getByText("Grace").count(), 0);
  assert.deepEqual(site.complaints, []);
});

test("a duty ends only after a second press, and Not now leaves it", async () => {
  const page = await site.windowOf("ravi");
  await page.goto("/wall");
  const row = page.getByRole("table", { name: "Duties of assessment" }).getByRole("row", { name: /Fatima/ });
  const dialog = page.getByRole("dialog");
  const lasts = () =>
    byHand(
      world,
      (admin) =>
        admin`select from duties where educator_id = ${people.fatima!.personId} and upper(during) > ${day(1)} and voided_by is null`,
    );
  await row.getByRole("button", { name: /End it today/ }).click();
  await dialog.getByText("Pediatrics").waitFor();
  assert.deepEqual(await faultsOf(page, "ending a duty"), []);
  await dialog.getByRole("button", { name: "Not now" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.equal((await lasts()).length, 1);
  await row.getByRole("button", { name: /End it today/ }).click();
  await dialog.getByRole("button", { name: "End it today" }).click();
  await page.getByText("duty ends today").waitFor();
  assert.equal((await lasts()).length, 0);
  await page.close();
});
