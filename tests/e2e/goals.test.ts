// Goals in the browser, by keyboard alone: a learner writes a goal and is led by hints, adds a step, rates and checks in; the
// coach asks; the learner keeps a version of the learning plan and shows it outward, to somebody who is not signed in.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await inForce(world, "amara", "tomas", "coaching");
const amara = await site.windowOf("amara");
const tomas = await site.windowOf("tomas");

/** Tab by tab, as somebody without a mouse; by the control's name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(
      `(({ activeElement: at }) => at?.getAttribute("aria-label") ?? (at?.labels?.[0] ?? at)?.textContent ?? "")(document)`,
    );
    if (words === name) return;
  }
  assert.fail(`"${name}" is not reached by Tab`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

async function type(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(words);
}

const words = "Present a new patient in three minutes on rounds";

for (const width of [1280, 390])
  test(`by keyboard alone a learner writes a goal with hints that stop nothing, at ${width} px`, async () => {
    const goal = `${words} at ${width}`;
    await amara.setViewportSize({ width, height: 900 });
    await amara.goto("/goals");
    await amara.getByRole("button", { name: "Write a goal" }).waitFor();
    await press(amara, "Write a goal");
    await type(amara, "What do you want to reach?", goal);
    await amara.getByText("Add a first step, small enough for the next two weeks.").waitFor();
    if (width === 1280) assert.deepEqual(await faultsOf(amara, "writing a goal"), []);
    await amara.setViewportSize({ width, height: 900 });
    await press(amara, "Save the goal");
    await amara.getByRole("link", { name: goal }).waitFor();
    await press(amara, goal);
    await amara.getByRole("heading", { name: goal, level: 1 }).waitFor();
    await type(amara, "Next step", "Record myself once");
    await press(amara, "Add the step");
    await amara.getByLabel("Record myself once").waitFor();
    await tabTo(amara, "How close are you?");
    await amara.keyboard.press("End");
    await press(amara, "Keep the rating");
    await amara.getByText("10 of 10", { exact: false }).first().waitFor();
    await type(amara, "How does it go?", "I was faster today.");
    await press(amara, "Save the check-in");
    await amara.getByRole("listitem").filter({ hasText: "I was faster today." }).waitFor();
  });

test("the goal and the lists are clean in both themes and at both widths", async () => {
  await amara.getByRole("button", { name: "Keep the rating" }).waitFor();
  assert.deepEqual(await faultsOf(amara, "a goal"), []);
  await amara.goto("/goals");
  await amara.getByRole("link", { name: `${words} at 390` }).waitFor();
  assert.deepEqual(await faultsOf(amara, "the goals"), []);
});

test("the coach finds the goal on their home and asks by keyboard; there is nothing to rate", async () => {
  await tomas.goto("/");
  await tomas.getByRole("heading", { name: "Goals of my learners" }).waitFor();
  await tomas
    .getByRole("region", { name: "Goals of my learners" })
    .getByRole("link", { name: "Amara Example" })
    .focus();
  await tomas.keyboard.press("Enter");
  await tomas.getByRole("link", { name: `${words} at 390` }).focus();
  await tomas.keyboard.press("Enter");
  await type(tomas, "Your question", "What helped?");
  await press(tomas, "Ask");
  await tomas.getByRole("listitem").filter({ hasText: "What helped?" }).waitFor();
  assert.equal(await tomas.getByRole("button", { name: "Keep the rating" }).count(), 0);
  assert.deepEqual(await faultsOf(tomas, "a goal, for the coach"), []);
});

test("a version of the learning plan is kept, compared and shown outward by keyboard; taken back it shows nothing", async () => {
  await amara.setViewportSize({ width: 390, height: 900 });
  await amara.goto("/goals");
  await press(amara, "Learning plan");
  await press(amara, "Write your learning plan");
  await amara.getByLabel("Title").waitFor();
  await press(amara, "Save this version");
  await amara.getByRole("button", { name: "Write the next version" }).waitFor();
  await press(amara, "Write the next version");
  await amara.getByLabel("Title").waitFor();
  await type(amara, "What I want to learn", "To speak briefly");
  await press(amara, "Save this version");
  await amara.getByRole("link", { name: "Save version 2 as PDF" }).waitFor();
  await tabTo(amara, "Compare with");
  await amara.keyboard.press("ArrowDown");
  await amara.getByRole("heading", { name: "From version 1 to version 2" }).waitFor();
  await amara.getByText("Now: To speak briefly").waitFor();
  await type(amara, "For whom? A note for yourself", "A program");
  await press(amara, "Make a link");
  const link = await amara.getByLabel("The link").inputValue();
  assert.deepEqual(await faultsOf(amara, "the learning plan"), []);
  const stranger = await site.strangersWindow();
  await stranger.goto(link);
  await stranger.getByRole("heading", { name: "My learning plan", level: 1 }).waitFor();
  await stranger.getByText("Learning plan of Amara Example, version 2", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(stranger, "a shared learning plan"), []);
  const saved = stranger.waitForEvent("download");
  await stranger.getByRole("button", { name: "Save as PDF" }).focus();
  await stranger.keyboard.press("Enter");
  assert.equal((await saved).suggestedFilename(), "Learning plan, version 2.pdf");
  await press(amara, "Take it back: A program");
  await amara.getByText("taken back", { exact: false }).waitFor();
  await stranger.reload();
  await stranger.getByRole("heading", { name: "This link shows nothing any more" }).waitFor();
  assert.deepEqual(
    site.complaints.filter((one) => !one.includes("404")),
    [],
  );
});
