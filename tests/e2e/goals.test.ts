// Goals in the browser, by keyboard alone: at each width a learner writes a goal and is led by hints, adds a step, rates and
// checks in, and the coach asks; the learner keeps a version of the learning plan and shows it outward, to somebody who is not
// signed in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, reach, write } from "../help/keyboard.ts";
import { inForce } from "../help/relationships.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
await inForce(world, "amara", "tomas", "coaching");

for (const width of [1280, 390]) {
  const goal = `Present a new patient in three minutes on rounds at ${width}`;

  test(`a learner writes a goal with hints that stop nothing, steps, rates and checks in, at ${width} px`, async () => {
    const page = await site.windowOf("amara", width);
    await page.goto("/goals");
    await press(page.getByRole("button", { name: "Write a goal" }));
    await write(page.getByLabel("What do you want to reach?"), goal);
    await page.getByText("Add a first step, small enough for the next two weeks.").waitFor();
    assert.deepEqual(await faultsHere(page, "writing a goal"), []);
    await press(page.getByRole("button", { name: "Save the goal" }));
    await press(page.getByRole("link", { name: goal }));
    await page.getByRole("heading", { name: goal, level: 1 }).waitFor();
    await write(page.getByLabel("Next step"), "Record myself once");
    await press(page.getByRole("button", { name: "Add the step" }));
    await page.getByLabel("Record myself once").waitFor();
    await reach(page.getByLabel("How close are you?"));
    await page.keyboard.press("End");
    await press(page.getByRole("button", { name: "Keep the rating" }));
    await page.getByText("10 of 10", { exact: false }).first().waitFor();
    await write(page.getByLabel("How does it go?"), "I was faster today.");
    await press(page.getByRole("button", { name: "Save the check-in" }));
    await page.getByRole("listitem").filter({ hasText: "I was faster today." }).waitFor();
    assert.deepEqual(await faultsHere(page, "a goal"), []);
    await press(page.getByRole("link", { name: "All your goals" }));
    await page.getByRole("link", { name: goal }).waitFor();
    assert.deepEqual(await faultsHere(page, "the goals"), []);
    await page.close();
  });

  test(`the coach finds the goal on their home and asks; there is nothing to rate, at ${width} px`, async () => {
    const page = await site.windowOf("tomas", width);
    await page.goto("/");
    await press(
      page.getByRole("region", { name: "Goals of my learners" }).getByRole("link", { name: "Amara Example" }),
    );
    await press(page.getByRole("link", { name: goal }));
    await write(page.getByLabel("Your question"), "What helped?");
    await press(page.getByRole("button", { name: "Ask" }));
    await page.getByRole("listitem").filter({ hasText: "What helped?" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Keep the rating" }).count(), 0);
    assert.deepEqual(await faultsHere(page, "a goal, for the coach"), []);
    await page.close();
  });
}

test("a version of the learning plan is kept, compared and shown outward by keyboard; taken back it shows nothing", async () => {
  const amara = await site.windowOf("amara", 390);
  await amara.goto("/goals");
  await press(amara.getByRole("link", { name: "Learning plan", exact: true }));
  await press(amara.getByRole("button", { name: "Write your learning plan" }));
  await amara.getByLabel("Title").waitFor();
  await press(amara.getByRole("button", { name: "Save this version" }));
  await amara.getByRole("button", { name: "Write the next version" }).waitFor();
  await press(amara.getByRole("button", { name: "Write the next version" }));
  await amara.getByLabel("Title").waitFor();
  await write(amara.getByLabel("What I want to learn"), "To speak briefly");
  await press(amara.getByRole("button", { name: "Save this version" }));
  await amara.getByRole("link", { name: "Save version 2 as PDF" }).waitFor();
  await reach(amara.getByLabel("Compare with"));
  await amara.keyboard.press("ArrowDown");
  await amara.getByRole("heading", { name: "From version 1 to version 2" }).waitFor();
  await amara.getByText("Now: To speak briefly").waitFor();
  await write(amara.getByLabel("For whom? A note for yourself"), "A program");
  await press(amara.getByRole("button", { name: "Make a link" }));
  const link = await amara.getByLabel("The link").inputValue();
  assert.deepEqual(await faultsOf(amara, "the learning plan"), []);
  const stranger = await site.strangersWindow();
  await stranger.goto(link);
  await stranger.getByRole("heading", { name: "My learning plan", level: 1 }).waitFor();
  await stranger.getByText("Learning plan of Amara Example, version 2", { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(stranger, "a shared learning plan"), []);
  const saved = stranger.waitForEvent("download");
  await press(stranger.getByRole("button", { name: "Save as PDF" }));
  assert.equal((await saved).suggestedFilename(), "Learning plan, version 2.pdf");
  await press(amara.getByRole("button", { name: /^Take it back.*A program$/ }));
  await amara.getByText("taken back", { exact: false }).waitFor();
  await stranger.reload();
  await stranger.getByRole("heading", { name: "This link shows nothing any more" }).waitFor();
  assert.deepEqual(
    site.complaints.filter((one) => !one.includes("404")),
    [],
  );
});
