// The ways out of an incident in a real browser: from the desk to its row, and from the row to each of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { byHand, day } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const { schoolId, people } = world;

// Tomas mentors Amara, and by one rotation assesses and supervises her too: two incidents of one pair.
await byHand(world, async (admin) => {
  const pair = { educator: people.tomas!.personId, learner: people.amara!.personId };
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'mentors', ${pair.educator}, ${pair.learner}, daterange('2026-08-01', null), 'relationship')`;
  for (const duty of ["assesses", "supervises"])
    await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
      values (${schoolId}, ${duty}, ${pair.educator}, ${pair.learner}, daterange(${day(0)}::date, ${day(60)}::date), 'rotation', 'Surgery', true)`;
});

/** Which offices a row names for what its reader may not do. */
const forOthers = (row: Locator) =>
  row.getByRole("list", { name: "For other offices" }).getByRole("listitem").allTextContents();

test("a line of the desk leads to its ways out: handing the duty over, and whom to ask for an exception", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk?queue=wall");
  const ahead = page.getByRole("region", { name: "Conflicts the rosters show ahead" });
  await ahead.getByRole("link", { name: "Amara Example, Tomas Example" }).first().waitFor();
  assert.deepEqual(await faultsOf(page, "the desk with conflicts ahead"), []);
  await page
    .getByRole("row", { name: /supervises them/ })
    .getByRole("link", { name: /^Ways out/ })
    .click();
  const row = page.getByRole("row", { name: /supervisor/ }).and(page.locator("[aria-current]"));
  await row
    .getByText("Reassign the supervisor", { exact: false })
    .or(row.getByText("reassign the supervisor"))
    .waitFor();
  const letter = await row.getByRole("link", { name: /^Ask for an exception/ }).getAttribute("href");
  const { searchParams } = new URL(letter ?? "");
  assert.equal(searchParams.get("bcc"), "imani@wexcombe.example.edu");
  const incident = new URL(page.url()).searchParams.get("incident");
  assert.match(searchParams.get("body") ?? "", new RegExp(`/wall\\?incident=${incident}\r\n`));
  assert.equal(await row.getByRole("button", { name: /^Approve/ }).count(), 0);
  assert.deepEqual(await forOthers(row), ["A dean approves an exception."]);
  assert.deepEqual(await faultsOf(page, "the wall with ways out"), []);
  await row.getByRole("button", { name: /^Close as mistaken/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What comes of it").waitFor();
  assert.deepEqual(await dialog.getByLabel("What comes of it").locator("option").allTextContents(), [
    "Mistaken: the record was wrong",
  ]);
  await dialog.getByRole("button", { name: "Not now" }).click();
  await row.getByRole("link", { name: /^Hand the duty over/ }).click();
  const duties = page.getByRole("table", { name: "Duties of assessment and supervision" });
  await duties.getByRole("row", { name: /supervises/ }).waitFor();
  const { top } = await page.locator("#duties").evaluate((one) => {
    return (one as never as { getBoundingClientRect(): { top: number } }).getBoundingClientRect();
  });
  assert.ok(top < 900, "the duties are in sight");
});

test("the dean finds a pair once, with its walls, and gives a last day; the row then tells what stays open", async () => {
  const page = await site.windowOf("imani");
  await page.goto("/wall");
  await page.getByRole("button", { name: "Approve an exception", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For whom").waitFor();
  assert.deepEqual(await dialog.getByLabel("For whom").locator("option").allTextContents(), [
    "Amara Example, Tomas Example: assessment and observation walls",
  ]);
  assert.equal(await dialog.getByRole("checkbox").count(), 2);
  await dialog.getByRole("button", { name: "Not now" }).click();
  const row = page.getByRole("row", { name: /on the observation wall/ });
  assert.deepEqual(await forOthers(row), ["A coordinator or registrar hands the duty over."]);
  await row.getByRole("button", { name: /^Approve an exception/ }).click();
  await dialog.getByRole("checkbox", { name: /assessment wall/ }).uncheck();
  assert.equal(await dialog.getByLabel("For whom").count(), 0, "the pair is the row's");
  await dialog.getByLabel("Reason").fill("Nobody else is on call that month.");
  await dialog.getByRole("button", { name: "Approve it" }).click();
  await dialog.getByRole("alert").getByText("Last day: Choose the last day.").waitFor();
  await dialog.getByLabel("Last day").fill(day(19));
  assert.deepEqual(await faultsOf(page, "approving an exception"), []);
  await dialog.getByRole("button", { name: "Approve it" }).click();
  await dialog.waitFor({ state: "detached" });
  await row.getByText(/By exception, last day .*Still open: /).waitFor();
  const [exception] = await byHand(
    world,
    (admin) => admin`select until::text, wall from exceptions where school_id = ${schoolId}`,
  );
  assert.deepEqual({ ...exception }, { until: day(20), wall: "observation" }, "the last day is included");
  await row.getByRole("button", { name: /^Approve an exception/ }).click();
  assert.equal(await dialog.getByLabel("Last day").getAttribute("min"), day(20));
  await dialog.getByRole("button", { name: "Not now" }).click();
  const other = page.getByRole("row", { name: /on the assessment wall/ });
  await other.getByRole("button", { name: /^Close as mistaken/ }).click();
  await dialog.getByRole("button", { name: "Close it" }).click();
  await other.waitFor({ state: "detached" });
  await page.locator("main:focus").waitFor();
  assert.deepEqual(site.complaints, []);
});
