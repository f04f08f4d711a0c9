// The desk of a school with more matters than a screen shows: all of them are counted, reached and written to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, day, ok, run } from "../help/matches.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const newcomers = Array.from({ length: 45 }, (_, at) => `newcomer-number-${at + 1}-of-this-year`);
for (const name of newcomers) await world.addLearner(name, 2030);
const everybody = newcomers.length + 3;

test("a queue shown in part says how many more there are, and shows them all when asked", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  const lines = page.getByRole("checkbox", { name: /^Select / });
  const all = 3 * everybody;
  await page.getByText(`${all} open, 0 due within two weeks.`).waitFor();
  assert.equal(await lines.count(), 1 + 4);
  await page.getByRole("button", { name: `Show 100 of ${all - 4} more` }).click();
  await page.getByRole("button", { name: `Show ${all - 104} more` }).click();
  await page.getByRole("button", { name: /^Show \d+/ }).waitFor({ state: "detached" });
  assert.equal(await lines.count(), 1 + all);
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByText(`${all} selected`).waitFor();
  await page.getByLabel("Find a person").fill("number-45-");
  await page.getByText(`3 of ${all} fit.`).waitFor();
  assert.equal(await lines.count(), 1 + 3);
  assert.deepEqual(await faultsOf(page, "the desk of a large school"), []);
});

test("a queue that is folded stays so on this device, and opens for whoever goes to it", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  const lines = page.getByRole("checkbox", { name: /^Select / });
  const fold = page.getByRole("button", { name: /^Unmatched/ });
  await fold.waitFor();
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
  await fold.press("Enter");
  await page.reload();
  await fold.waitFor();
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  assert.equal(await lines.count(), 1, "no line of a folded queue is shown, and none is chosen with all");
  assert.ok(!(await lines.isChecked()));
  assert.equal(await page.getByRole("button", { name: /^Show/ }).count(), 0);
  await page.setViewportSize({ width: 390, height: 900 });
  await page
    .getByRole("navigation", { name: "Queues" })
    .getByRole("link", { name: /Unmatched/ })
    .click();
  await lines.nth(4).waitFor();
  assert.ok(Number(await page.evaluate("scrollY")) > 200, "the queue is in sight");
});

test("close rows are chosen with the keyboard, kept on this device, and break no page", async () => {
  const page = await site.windowOf("marisol");
  await page.goto("/desk");
  const first = page.getByRole("row", { name: /^Select / }).nth(1);
  const height = async () => (await first.boundingBox())?.height ?? 0;
  await first.waitFor();
  const wide = await height();
  await page.getByRole("radio", { name: "Comfortable" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.getByRole("radio", { name: "Compact" }).isChecked());
  assert.ok((await height()) < wide, "rows are lower");
  await page.reload();
  await first.waitFor();
  assert.ok((await height()) < wide, "rows are still lower");
  assert.deepEqual(await faultsOf(page, "the desk with close rows"), []);
});

test("more people than a letter holds are written to in several, and nobody is left out", async () => {
  const learners = newcomers.map((name) => world.people[name]!.personId);
  await byHand(
    world,
    (admin) =>
      admin`insert into relationships (school_id, program, learner_id, educator_id, since)
        select ${world.schoolId}, 'coaching', learner, ${world.people.tomas!.personId}, ${day(0)} from unnest(${learners}::uuid[]) learner`,
  );
  const page = await site.windowOf("marisol");
  await page.goto("/desk?queue=unsigned");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: `Write to ${newcomers.length + 1} people` }).click();
  const dialog = page.getByRole("dialog", { name: `Write to ${newcomers.length + 1} people` });
  const letters = dialog.getByRole("link", { name: /^Write to \d+ to \d+/ });
  await letters.first().waitFor();
  const written: string[] = [];
  for (const letter of await letters.all()) {
    const { searchParams } = new URL((await letter.getAttribute("href")) ?? "");
    written.push(...(searchParams.get("bcc") ?? "").split(","));
  }
  assert.deepEqual([written.length, new Set(written).size], [newcomers.length + 1, newcomers.length + 1]);
  assert.ok((await letters.count()) > 1);
  assert.deepEqual(await faultsOf(page, "writing to many"), []);
});

test("the addresses of a run's many are read when somebody writes to them, and all of them are there", async () => {
  await byHand(world, (admin) => admin`update capacities set places = 20 where program = 'mentoring'`);
  const { runId } = await run(world, "mentoring");
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(14) }));
  const expected = ok(await world.ask("marisol", "GET", `/desk/awaited?runs=${runId}`)).addresses as string[];
  assert.ok(expected.length > 12, "more than a line names");
  for (const width of [1280, 390]) {
    const page = await site.windowOf("marisol", width);
    await page.goto("/desk?queue=proposals");
    await page.getByText(`Not yet: ${expected.length} people.`).waitFor();
    await page.getByRole("button", { name: /^Write.*those who have to act/ }).click();
    const dialog = page.getByRole("dialog", { name: "Write to those who have to act" });
    const letters = dialog.getByRole("link", { name: /^Write to \d+/ });
    await letters.first().waitFor();
    const written: string[] = [];
    for (const letter of await letters.all()) {
      const { searchParams } = new URL((await letter.getAttribute("href")) ?? "");
      written.push(...(searchParams.get("bcc") ?? "").split(","));
    }
    assert.deepEqual(written.toSorted(), expected.toSorted());
    assert.deepEqual(await faultsOf(page, `writing to a run's many at ${width}`), []);
    await page.close();
  }
  assert.deepEqual(site.complaints, []);
});
