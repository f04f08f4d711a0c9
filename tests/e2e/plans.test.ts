// Plans in the browser: by keyboard alone and at each width a requirement with a deadline becomes a learner's, who is led by it,
// the advisor signs it off and the office sees it; the office changes dates with a look before, takes them back, and takes a file in.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { press, takeFrom, write } from "../help/keyboard.ts";
import { day, ok } from "../help/matches.ts";
import { requirementsIn } from "../help/plans.ts";
import { inForce } from "../help/relationships.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const setId = await requirementsIn(world);
for (const learner of ["amara", "noah"]) await inForce(world, learner, "priya", "advising");
await inForce(world, "amara", "tomas", "coaching");
const amara = await site.windowOf("amara");
const marisol = await site.windowOf("marisol");

const item = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const inGroup = (page: Page, group: string, title: string) =>
  page.getByRole("region", { name: group, exact: true }).getByRole("heading", { name: title });

for (const [learner, name, width] of [
  ["amara", "Amara Example", 1280],
  ["noah", "Noah Example", 390],
] as const) {
  test(`a learner goes from their home to what is late, due soon and waiting, at ${width} px`, async () => {
    const page = await site.windowOf(learner, width);
    await page.goto("/");
    await page.getByRole("heading", { name: "Your plan" }).waitFor();
    await page.getByText("Late:", { exact: false }).waitFor();
    assert.deepEqual(await faultsHere(page, "the learner's home"), []);
    await press(page.getByRole("link", { name: "Open your plan" }));
    for (const [group, title] of [
      ["Late", "To do own"],
      ["Due soon", "To do signed"],
      ["Next", "To do letter"],
      ["Waiting for something else", "To do filed"],
    ])
      await inGroup(page, group!, title!).waitFor();
    await item(page, "To do filed").getByText("First: To do own").waitFor();
    assert.deepEqual(await faultsHere(page, "the plan"), []);
    await page.close();
  });

  test(`the learner says what is done: what waited comes next, and the focus goes with it, at ${width} px`, async () => {
    const page = await site.windowOf(learner, width);
    await page.goto("/plan");
    await press(page.getByRole("button", { name: /^Done.*To do own$/ }));
    await inGroup(page, "Done", "To do own").and(page.locator(":focus")).waitFor();
    await inGroup(page, "Next", "To do filed").waitFor();
    await takeFrom(page.getByRole("button", { name: "More for To do letter" }), "Asked for");
    const form = page.getByRole("dialog");
    await write(form.getByLabel("From whom"), "Dr. Lindqvist");
    assert.deepEqual(await faultsHere(page, "who writes a letter"), []);
    await press(form.getByRole("button", { name: "Asked for" }));
    await item(page, "To do letter").getByText("Asked for, from Dr. Lindqvist", { exact: false }).waitFor();
    await page.close();
  });

  test(`the advisor finds them at a glance, signs off, and writes a note that the learner reads, at ${width} px`, async () => {
    const page = await site.windowOf("priya", width);
    await page.goto("/");
    await press(page.getByRole("link", { name: "Open the plans" }));
    await page.getByRole("heading", { name: "Plans of my learners", level: 1 }).waitFor();
    assert.deepEqual(await faultsHere(page, "the advisor's glance"), []);
    await press(page.getByRole("link", { name, exact: true }));
    await press(page.getByRole("button", { name: /^Done.*To do signed$/ }));
    await inGroup(page, "Done", "To do signed").waitFor();
    await write(page.getByLabel(`A note about the plan of ${name}`), "Ask before the break.");
    await page.getByText("Only you").first().waitFor();
    assert.deepEqual(await faultsHere(page, "a learner's plan for the advisor"), []);
    const notes = `/people/${world.people[learner]!.personId}/plan/notes`;
    assert.deepEqual(ok(await world.ask(learner, "GET", notes)).items, []);
    await press(page.getByRole("button", { name: "Save the note" }));
    await page.getByText("Ask before the break.").waitFor();
    await page.close();
    const plan = await site.windowOf(learner, width);
    await plan.goto("/plan");
    await plan.getByText("Ask before the break.").waitFor();
    await item(plan, "To do signed").getByText("Priya Example", { exact: false }).waitFor();
    await plan.close();
  });

  test(`the office sees the class, and opens the plan of one, at ${width} px`, async () => {
    const page = await site.windowOf("marisol", width);
    await page.goto("/plans");
    await page.getByRole("link", { name, exact: true }).waitFor();
    assert.deepEqual(await faultsHere(page, "the office's plans"), []);
    await press(page.getByRole("link", { name, exact: true }));
    await page.getByRole("heading", { name: `Plan of ${name}` }).waitFor();
    await inGroup(page, "Done", "To do signed").waitFor();
    assert.deepEqual(await faultsHere(page, "a learner's plan for the office"), []);
    await page.close();
  });
}

test("the calendar shows the month as a table, and as a list on a phone", async () => {
  await amara.goto(`/plan?view=calendar&month=${day(10).slice(0, 7)}`);
  await amara.getByRole("table").first().getByRole("columnheader", { name: "Sun" }).waitFor();
  await amara.getByRole("cell").filter({ hasText: "Applications open" }).first().waitFor();
  assert.deepEqual(await faultsOf(amara, "the calendar"), []);
  await amara.setViewportSize({ width: 390, height: 900 });
  assert.equal(await amara.getByRole("columnheader", { name: "Sun" }).count(), 0);
  await amara.getByRole("listitem").filter({ hasText: "Applications open" }).first().waitFor();
  await amara.setViewportSize({ width: 1280, height: 900 });
  await press(amara.getByRole("button", { name: "Month before" }));
  await amara.waitForURL((url) => url.searchParams.get("month") !== day(10).slice(0, 7));
});

test("a coach sees the plan once the learner shows it", async () => {
  await amara.goto("/plan");
  await press(amara.getByRole("button", { name: /Show it.*Tomas Example/ }));
  await amara.getByText("Sees your plan", { exact: true }).waitFor();
  const tomas = await site.windowOf("tomas");
  await tomas.goto(`/plans/${world.people.amara!.personId}`);
  await tomas.getByRole("heading", { name: "Plan of Amara Example" }).waitFor();
  assert.equal(await tomas.getByRole("button", { name: /^(Done|Under way|More for)/ }).count(), 0);
  assert.equal(await tomas.getByText("Ask before the break.").count(), 0);
  await press(amara.getByRole("button", { name: /Take back.*Tomas Example/ }));
  await amara.getByText("Does not see your plan", { exact: true }).waitFor();
  await tomas.reload();
  await tomas.getByText("This is not yours to open, or it is not there.").waitFor();
});

test("the office moves dates together: the draft, what it does, saved, and taken back", async () => {
  await marisol.goto(`/requirements/${setId}`);
  await marisol.getByRole("checkbox", { name: "Select To do filed" }).check();
  await marisol.getByRole("button", { name: "Move dates" }).click();
  const form = marisol.getByRole("dialog");
  await form.getByLabel("Days later").fill("-50");
  assert.deepEqual(await faultsOf(marisol, "moving dates"), []);
  await form.getByRole("button", { name: "Change the draft" }).click();
  await form.waitFor({ state: "detached" });
  await marisol.getByLabel("What changes").fill("Sooner");
  await marisol.getByRole("button", { name: "See what it does" }).click();
  await marisol.getByText("For 3 learners a date moves. For 3 something is late at once.").waitFor();
  assert.deepEqual(await faultsOf(marisol, "what a change does"), []);
  await marisol.getByRole("button", { name: "Save the change" }).click();
  await marisol.getByText("Saved as version 2. Plans show it now.").waitFor();
  await marisol.getByRole("button", { name: "Take back", exact: true }).click();
  await marisol.getByText("Taken back, as the next version.").waitFor();
  await marisol.getByRole("rowheader", { name: "Version 3" }).waitFor();
});

test("a circle is refused where it is made, and a file comes in row by row", async () => {
  await marisol.goto(`/requirements/${setId}`);
  await marisol.getByRole("button", { name: /Change.*To do own/ }).click();
  const form = marisol.getByRole("dialog");
  await form.getByRole("checkbox", { name: "To do filed" }).check();
  await form.getByRole("button", { name: "Change the draft" }).click();
  await form.getByText("wait for each other in a circle", { exact: false }).first().waitFor();
  assert.deepEqual(await faultsOf(marisol, "changing a requirement"), []);
  await marisol.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  const text = `title,dueOn,kind\nBackground check,${day(30)},document\nBroken,soon,document\n`;
  const file = { name: "more.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await marisol.locator("input[type=file]").setInputFiles(file);
  await marisol.getByText("more.csv: 2 rows. 1 new, 0 changed, 0 as they are, 1 refused.").waitFor();
  await marisol.getByText("Line 3, dueOn:", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "a file of requirements"), []);
  await marisol.getByRole("button", { name: "Take 1 row" }).click();
  await marisol.getByRole("rowheader", { name: "Background check" }).waitFor();
});

test("the office adds a date of a class, and begins the next class from it", async () => {
  await marisol.goto("/requirements");
  await marisol.getByRole("button", { name: "Add a date" }).click();
  const form = marisol.getByRole("dialog");
  await form.getByLabel("What", { exact: true }).fill("Match day");
  await form.getByRole("button", { name: "See what it does" }).click();
  await form.getByText("Choose a day.").first().waitFor();
  await form.getByLabel("Day", { exact: true }).fill(day(100));
  await form.getByLabel("Where the day is from").fill("The match's own calendar");
  await form.getByRole("button", { name: "See what it does" }).click();
  await form.getByText("No learner's date moves.").waitFor();
  assert.deepEqual(await faultsOf(marisol, "a date of a class"), []);
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await marisol.getByRole("rowheader", { name: "Match day" }).waitFor();
  await marisol.getByRole("button", { name: "Begin the next class" }).click();
  await marisol.getByRole("dialog").getByRole("button", { name: "Copy the dates" }).click();
  await marisol.getByText("The class of 2029 has 2 dates.", { exact: false }).waitFor();
  await form.waitFor({ state: "detached" });
  await marisol.getByRole("button", { name: "From a file" }).click();
  const text = `class,what,day\n2028,Ranking ends,${day(80)}\n2028,No day,soon\n`;
  const file = { name: "dates.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await marisol.locator("input[type=file]").setInputFiles(file);
  await form.getByText("dates.csv: 2 rows. 1 new, 0 changed, 0 as they are, 1 refused.").waitFor();
  await form.getByText("Line 3, on:", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "a file of dates"), []);
  await form.getByRole("button", { name: "Take 1 row" }).click();
  await form.waitFor({ state: "detached" });
  await marisol.getByLabel("Class", { exact: true }).selectOption("2028");
  await marisol.getByRole("rowheader", { name: "Ranking ends" }).waitFor();
  const saving = marisol.waitForEvent("download");
  await marisol.getByRole("button", { name: "Save as CSV" }).click();
  assert.equal((await saving).suggestedFilename(), "dates-of-classes.csv");
  assert.deepEqual(await faultsOf(marisol, "requirements and dates"), []);
  assert.deepEqual(site.complaints, []);
});
