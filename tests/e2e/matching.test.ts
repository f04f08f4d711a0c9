// The match desk's start and its tabs, in a real browser: long work is stopped, nothing is made of nobody, and a tab
// leads to the run of the same round.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import postgres from "postgres";
import { day, ok } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const admin = postgres({ ...world.database.admin, max: 1 });
after(() => admin.end());
const runsMade = async () => ok(await world.ask("marisol", "GET", "/runs")).items as { runId: string; name: string }[];

test("matching the three says how far it is, and stopped it leaves no draft", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/matching");
  const main = page.getByRole("button", { name: "Match the three together" });
  await main.waitFor();
  assert.deepEqual(await faultsOf(page, "the start of matching"), []);
  // Nobody else can write a run meanwhile, so that the work waits at the first one.
  await admin.begin(async (tx) => {
    await tx`lock table runs in share mode`;
    await main.press("Enter");
    await page.getByRole("progressbar", { name: "Matching the three together" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Coaching only" }).isDisabled(), true);
    await page.getByRole("button", { name: "Stop" }).press("Enter");
    await page.getByText("Stopped. If the drafts were made by then, they stand below.").waitFor();
    await main.and(page.locator(":focus")).waitFor();
  });
  await page.close();
  assert.deepEqual(await runsMade(), []);
  assert.deepEqual(site.complaints, []);
});

test("tabs lead to the runs of the same round, or say that they lead to another", async () => {
  const made = await site.windowOf("marisol");
  await made.goto("/matching");
  await made.getByRole("button", { name: "Match the three together" }).press("Enter");
  await made.waitForURL(/\/matching\/[0-9a-f-]{36}$/);
  const [coaching] = ok(await world.ask("marisol", "GET", "/runs?program=coaching")).items;
  const later = ok(await world.ask("marisol", "POST", "/runs", { program: "mentoring", name: "On its own" }));
  const page = await site.windowOf("marisol");
  await page.goto(`/matching/${coaching.runId}`);
  const tabs = page.getByRole("navigation", { name: "Matching runs by program" });
  await tabs.getByText("Mentoring match, run 1, draft, 3 of 3").click();
  await page.getByRole("heading", { level: 1, name: "Mentoring match, run 1" }).waitFor();
  assert.deepEqual(await faultsOf(page, "the tabs of a round"), []);
  await page.goto(`/matching/${later.runId}`);
  await tabs.getByText("Another round: Coaching match, run 1, draft, 3 of 3").waitFor();
  await Promise.all([made.close(), page.close()]);
  assert.deepEqual(site.complaints, []);
});

test("where nobody waits nothing is made, and the page says so", async () => {
  const runs = await runsMade();
  for (const { runId } of runs.filter(({ name }) => name !== "On its own"))
    ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
  const page = await site.windowOf("marisol");
  await page.goto("/matching");
  await page.getByRole("button", { name: "Match the three together" }).press("Enter");
  await page.getByText("Nobody waits for a match:", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(page, "nobody to match"), []);
  assert.equal((await runsMade()).length, runs.length);
  assert.deepEqual(site.complaints, []);
  await page.close();
});
