// Plans in the browser: a requirement with a deadline becomes a learner's, who is led by it; the advisor signs it off by
// keyboard alone; the office changes dates with a look before, takes them back, and takes a file in.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { day, ok } from "../help/matches.ts";
import { requirementsIn } from "../help/plans.ts";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const setId = await requirementsIn(world);
await inForce(world, "amara", "priya", "advising");
await inForce(world, "amara", "tomas", "coaching");
const amara = await site.windowOf("amara");
const priya = await site.windowOf("priya");
const marisol = await site.windowOf("marisol");

const item = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Tab by tab, as somebody without a mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(
      `document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""`,
    );
    if (words === name) return;
  }
  assert.fail(`"${name}" is not reached by Tab`);
}

test("a learner sees on their home and in their plan what is late, due soon and waiting", async () => {
  await amara.goto("/");
  await amara.getByRole("heading", { name: "Your plan" }).waitFor();
  await amara.getByText("Late:", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(amara, "the learner's home"), []);
  await amara.getByRole("link", { name: "Open your plan" }).click();
  for (const [group, title] of [
    ["Late", "To do own"],
    ["Due soon", "To do signed"],
    ["Next", "To do letter"],
    ["Waiting for something else", "To do filed"],
  ])
    await amara.getByRole("region", { name: group!, exact: true }).getByRole("heading", { name: title! }).waitFor();
  await item(amara, "To do filed").getByText("First: To do own").waitFor();
  assert.deepEqual(await faultsOf(amara, "the plan"), []);
});

test("by keyboard alone the learner says that it is done: what waited comes next, and the focus goes with it", async () => {
  await amara.goto("/plan");
  await item(amara, "To do own").waitFor();
  await tabTo(amara, "Done: To do own");
  await amara.keyboard.press("Enter");
  await amara.getByRole("region", { name: "Done", exact: true }).getByRole("heading", { name: "To do own" }).waitFor();
  await amara.waitForFunction(`document.activeElement?.textContent === "To do own"`);
  await amara
    .getByRole("region", { name: "Next", exact: true })
    .getByRole("heading", { name: "To do filed" })
    .waitFor();
});

test("a letter is asked for from somebody", async () => {
  await item(amara, "To do letter").getByRole("button", { name: "More for To do letter" }).click();
  await amara.getByRole("menuitem", { name: "Asked for" }).click();
  const form = amara.getByRole("dialog");
  await form.getByLabel("From whom").fill("Dr. Lindqvist");
  assert.deepEqual(await faultsOf(amara, "who writes a letter"), []);
  await form.getByRole("button", { name: "Asked for" }).click();
  await item(amara, "To do letter").getByText("Asked for, from Dr. Lindqvist", { exact: false }).waitFor();
});

test("the calendar shows the month as a table, and as a list on a phone", async () => {
  await amara.goto(`/plan?view=calendar&month=${day(10).slice(0, 7)}`);
  await amara.getByRole("table").first().getByRole("columnheader", { name: "Sun" }).waitFor();
  await amara.getByRole("cell").filter({ hasText: "Applications open" }).first().waitFor();
  assert.deepEqual(await faultsOf(amara, "the calendar"), []);
  await amara.setViewportSize({ width: 390, height: 900 });
  assert.equal(await amara.getByRole("columnheader", { name: "Sun" }).count(), 0);
  await amara.getByRole("listitem").filter({ hasText: "Applications open" }).first().waitFor();
  await amara.setViewportSize({ width: 1280, height: 900 });
  await amara.getByRole("button", { name: "Month before" }).focus();
  await amara.keyboard.press("Enter");
  await amara.waitForURL((url) => url.searchParams.get("month") !== day(10).slice(0, 7));
});

test("the advisor finds them at a glance, signs off by keyboard alone, and writes a note that the learner reads", async () => {
  await priya.goto("/");
  await priya.getByRole("link", { name: "Open the plans" }).click();
  await priya.getByRole("heading", { name: "Plans of my learners", level: 1 }).waitFor();
  assert.deepEqual(await faultsOf(priya, "the advisor's glance"), []);
  await tabTo(priya, "Amara Example");
  await priya.keyboard.press("Enter");
  await item(priya, "To do signed").waitFor();
  await tabTo(priya, "Done: To do signed");
  await priya.keyboard.press("Enter");
  await priya
    .getByRole("region", { name: "Done", exact: true })
    .getByRole("heading", { name: "To do signed" })
    .waitFor();
  await priya.getByLabel("A note about the plan of Amara Example").fill("Ask before the break.");
  await priya.getByText("Only you").first().waitFor();
  assert.deepEqual(await faultsOf(priya, "a learner's plan for the advisor"), []);
  assert.deepEqual(ok(await world.ask("amara", "GET", `/people/${world.people.amara!.personId}/plan/notes`)).items, []);
  await priya.getByRole("button", { name: "Save the note" }).click();
  await priya.getByText("Ask before the break.").waitFor();
  await amara.goto("/plan");
  await amara.getByText("Ask before the break.").waitFor();
  await item(amara, "To do signed").getByText("Priya Example", { exact: false }).waitFor();
});

test("a coach sees the plan once the learner shows it", async () => {
  await amara.getByRole("button", { name: /Show it.*Tomas Example/ }).click();
  await amara.getByText("Sees your plan", { exact: true }).waitFor();
  const tomas = await site.windowOf("tomas");
  await tomas.goto(`/plans/${world.people.amara!.personId}`);
  await tomas.getByRole("heading", { name: "Plan of Amara Example" }).waitFor();
  assert.equal(await tomas.getByRole("button", { name: /^(Done|Under way|More for)/ }).count(), 0);
  assert.equal(await tomas.getByText("Ask before the break.").count(), 0);
  await amara.getByRole("button", { name: /Take back.*Tomas Example/ }).click();
  await amara.getByText("Does not see your plan", { exact: true }).waitFor();
  await tomas.reload();
  await tomas.getByText("This is not yours to open, or it is not there.").waitFor();
});

test("the office moves dates together: the draft, what it does, saved, and taken back", async () => {
  await marisol.goto("/plans");
  await marisol.getByRole("link", { name: "Noah Example" }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "the office's plans"), []);
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
