// Meeting in the browser: hours; then by keyboard alone and at each width a mentor's meeting, from a time that the learner
// chooses over the answer on the other's home to the minute after and the mirror of the educator; a group; the calendar's address.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { pick, press, tick, write } from "../help/keyboard.ts";
import { backdate, recorded } from "../help/meetings.ts";
import { byHand, ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { faultsHere, faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const pair = await inForce(world, "amara", "tomas", "mentoring");
const narrowPair = await inForce(world, "grace", "tomas", "mentoring");
const silentPair = await inForce(world, "noah", "priya");
await inForce(world, "grace", "priya");
for (const id of [pair, narrowPair]) await recorded(world, "tomas", id, { nextStep: "Film one presentation" });
const amara = await site.windowOf("amara");
const tomas = await site.windowOf("tomas");

const meetingsIn = async (id: string) => ok(await world.ask("tomas", "GET", `/relationships/${id}/meetings`)).meetings;
const openPair = async (page: Page, name: string) => {
  await page.goto("/meetings");
  await press(page.getByRole("link", { name, exact: true }));
  await page.getByRole("heading", { name: `Meetings with ${name}` }).waitFor();
};

test("an educator gives hours in a zone, and days away", async () => {
  await tomas.goto("/meetings");
  await tomas.getByRole("link", { name: "Your hours" }).click();
  await tomas.getByLabel("Time zone", { exact: true }).selectOption("America/New_York");
  await tomas.getByRole("button", { name: "Begin with weekday afternoons" }).click();
  await tomas.getByRole("button", { name: "Add hours on Saturday" }).click();
  await tomas.getByLabel("Saturday, to").fill("08:00");
  await tomas.getByRole("button", { name: "Add days" }).click();
  assert.deepEqual(await faultsOf(tomas, "hours"), []);
  await tomas.getByRole("button", { name: "Save your hours" }).press("Enter");
  await tomas.getByText("Week: Saturday: 09:00 to 08:00 ends before it begins.").waitFor();
  await tomas.getByLabel("Saturday, to").fill("00:00");
  await tomas.getByRole("button", { name: "Save your hours" }).press("Enter");
  await tomas.getByText("Saved. Your learners see these times.").waitFor();
  const { availability } = ok(await world.ask("tomas", "GET", "/me/availability"));
  assert.deepEqual(
    [availability.hours.length, availability.hours.at(-1)],
    [6, { weekday: 6, from: "09:00", to: "24:00" }],
  );
  assert.equal(availability.exceptions.length, 1);
});

for (const { learner, id, width } of [
  { learner: "amara", id: pair, width: 1280 },
  { learner: "grace", id: narrowPair, width: 390 },
]) {
  const name = `${learner[0]!.toUpperCase()}${learner.slice(1)} Example`;

  test(`a learner reads the brief, chooses one of these times, and puts a line on the agenda, at ${width} px`, async () => {
    const page = await site.windowOf(learner, width);
    await openPair(page, "Tomas Example");
    await page.getByText("Film one presentation").first().waitFor();
    const slots = page.getByRole("radio", { name: /:00 (AM|PM)|:45 (AM|PM)|:30 (AM|PM)|:15 (AM|PM)/ });
    await pick(slots.nth(1));
    assert.deepEqual(await faultsHere(page, "choosing a time"), []);
    await write(page.getByLabel("Video link, if you know it"), "https://video.example.edu/1");
    await press(page.getByRole("button", { name: "Propose this time" }));
    await page.getByText("Waits for Tomas Example").waitFor();
    const [proposed] = await meetingsIn(id);
    assert.deepEqual([proposed.state, proposed.timeZone], ["proposed", "America/New_York"]);
    await press(page.getByRole("button", { name: "An open talk" }));
    await page.getByText("What is on my mind").waitFor();
    await write(page.getByLabel("One thing to talk about"), "My next presentation");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take off: My next presentation" }).waitFor();
    assert.deepEqual(await faultsHere(page, "a proposed meeting"), []);
    await page.close();
  });

  test(`the mentor finds it on their home, confirms it there, and both homes show it, at ${width} px`, async () => {
    const page = await site.windowOf("tomas", width);
    await page.goto("/");
    await page.getByText("Waits for your answer").waitFor();
    await press(page.getByRole("button", { name: `Confirm the meeting with ${name}` }));
    await page.getByText(`Confirmed. ${name} sees it.`).waitFor();
    await page.getByText("Confirmed", { exact: true }).waitFor();
    assert.deepEqual(await faultsHere(page, "an educator's home with a meeting"), []);
    await page.close();
    const home = await site.windowOf(learner, width);
    await home.goto("/");
    await home.getByText("Confirmed", { exact: true }).waitFor();
    assert.deepEqual(await faultsHere(home, "a learner's home with a meeting"), []);
    await home.close();
  });

  test(`a minute after it is logged, and the mentor marks for themselves what it turned into, at ${width} px`, async () => {
    const [{ meetingId }] = await meetingsIn(id);
    await backdate(world, meetingId, 60);
    const page = await site.windowOf("tomas", width);
    await page.goto("/");
    await page.getByText("Did it take place?").waitFor();
    await press(page.getByRole("link", { name: `Say how it was with ${name}` }));
    const ways = page.getByRole("group", { name: "How you met" });
    await ways.waitFor();
    assert.ok(await ways.getByLabel("Video").isChecked(), "as it was planned, until somebody says otherwise");
    await pick(ways.getByLabel("Phone"));
    await write(page.getByLabel("Next step, if there is one"), "Ask for feedback on Tuesday");
    assert.deepEqual(await faultsHere(page, "the log"), []);
    await press(page.getByRole("button", { name: "Save" }));
    await page.getByText("Saved. You both see it.").waitFor();
    assert.equal((await meetingsIn(id))[0].mode, "phone");
    await press(page.getByRole("button", { name: /^Change or mark/ }));
    await tick(page.getByRole("checkbox", { name: "Mentoring" }));
    assert.deepEqual(await faultsHere(page, "the mark"), []);
    await press(page.getByRole("button", { name: "Keep it" }));
    await page.getByText("Kept, for you alone.").waitFor();
    await page.close();
  });

  test(`the learner reads the next step and nothing of the mark, at ${width} px`, async () => {
    const page = await site.windowOf(learner, width);
    await openPair(page, "Tomas Example");
    await page.getByText("Ask for feedback on Tuesday").first().waitFor();
    await page.getByRole("cell", { name: "By phone" }).first().waitFor();
    assert.equal(await page.getByText("what did the talk turn into", { exact: false }).count(), 0);
    assert.deepEqual(await faultsHere(page, "what was"), []);
    await page.close();
  });
}

test("an educator sees for themselves what their talks turn into", async () => {
  await tomas.goto("/meetings");
  await tomas.getByRole("heading", { name: "What your talks turn into" }).waitFor();
});

test("an educator asks several learners at once, and moves it for all", async () => {
  await tomas.goto("/meetings");
  await press(tomas.getByRole("button", { name: "Group meeting" }));
  const dialog = tomas.getByRole("dialog");
  for (const name of ["Amara Example", "Grace Example"]) await tick(dialog.getByRole("checkbox", { name }));
  await pick(dialog.getByRole("radio", { name: /(AM|PM)$/ }).first());
  assert.deepEqual(await faultsOf(tomas, "a group"), []);
  await press(dialog.getByRole("button", { name: "Propose to 2 learners" }));
  await tomas.getByText("Proposed to 2 learners.").waitFor();
  await openPair(amara, "Tomas Example");
  await amara.getByText("with other learners", { exact: false }).waitFor();
  assert.equal(await amara.getByText("Grace").count(), 0);
  await press(amara.getByRole("button", { name: "Confirm" }));
  await amara.getByText("Confirmed", { exact: true }).waitFor();
});

test("a calendar has an address that is shown once, is made anew, and is turned off", async () => {
  await amara.goto("/meetings");
  await amara.getByRole("button", { name: "Make an address" }).press("Enter");
  const field = amara.getByLabel("Address of your calendar");
  const read = async () => {
    const first = await field.inputValue();
    return { first, reply: await amara.request.get(first) };
  };
  const { first, reply } = await read();
  assert.equal(reply.headers()["content-type"], "text/calendar; charset=utf-8");
  assert.match(await reply.text(), /SUMMARY:Meeting\r\n/);
  assert.deepEqual(await faultsOf(amara, "the address of a calendar"), []);
  await amara.getByRole("button", { name: "Make a new address" }).press("Enter");
  while ((await field.inputValue()) === first) await amara.waitForTimeout(50);
  assert.equal((await amara.request.get(first)).status(), 404);
  assert.equal((await read()).reply.status(), 200);
  await amara.getByRole("button", { name: "Turn it off" }).press("Enter");
  await amara.getByRole("button", { name: "Make an address" }).waitFor();
});

test("a coordinator reads in how many pairs nobody has met for too long", async () => {
  await byHand(
    world,
    (admin) => admin`update relationships set started_on = started_on - 400 where relationship_id = ${silentPair}`,
  );
  const marisol = await site.windowOf("marisol");
  await marisol.goto("/desk");
  await marisol.getByText("1 of 2 pairs have not met for too long.").waitFor();
  await marisol.getByText("Which pairs").click();
  await marisol.getByRole("rowheader", { name: "Noah Example", exact: true }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "a desk with meetings"), []);
  assert.deepEqual(site.complaints, []);
});
