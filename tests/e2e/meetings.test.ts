// Meeting in the browser: hours, a time chosen by keyboard, the answer on the other's home, the minute after, the mirror of
// the educator, a group, and the calendar's address.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { backdate, recorded } from "../help/meetings.ts";
import { byHand, ok } from "../help/matches.ts";
import { inForce } from "../help/relationships.ts";
import { faultsOf, openSite } from "../help/site.ts";

const site = await openSite();
const { world } = site;
const pair = await inForce(world, "amara", "tomas");
await inForce(world, "noah", "tomas");
await recorded(world, "tomas", pair, { nextStep: "Film one presentation" });
const amara = await site.windowOf("amara");
const tomas = await site.windowOf("tomas");

const meetingsOf = async (who: string) => ok(await world.ask(who, "GET", `/relationships/${pair}/meetings`)).meetings;
const openPair = async (page: Page, name: string) => {
  await page.goto("/meetings");
  await page.getByRole("link", { name, exact: true }).click();
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

test("a learner reads the brief, chooses one of these times by keyboard, and puts lines on the agenda", async () => {
  await openPair(amara, "Tomas Example");
  await amara.getByText("Film one presentation").first().waitFor();
  const slots = amara.getByRole("radio", { name: /:00 (AM|PM)|:45 (AM|PM)|:30 (AM|PM)|:15 (AM|PM)/ });
  await slots.first().focus();
  await amara.keyboard.press("Space");
  await amara.keyboard.press("ArrowDown");
  assert.deepEqual(await faultsOf(amara, "choosing a time"), []);
  await amara.getByLabel("Video link, if you know it").fill("https://video.example.edu/1");
  await amara.getByRole("button", { name: "Propose this time" }).press("Enter");
  await amara.getByText("Waits for Tomas Example").waitFor();
  const [proposed] = await meetingsOf("amara");
  assert.deepEqual([proposed.state, proposed.timeZone], ["proposed", "America/New_York"]);
  await amara.getByRole("button", { name: "Feedback that I bring" }).click();
  await amara.getByText("What I was told, in its words").waitFor();
  await amara.getByLabel("One thing to talk about").fill("My next presentation");
  await amara.keyboard.press("Enter");
  await amara.getByRole("button", { name: "Take off: My next presentation" }).waitFor();
  assert.deepEqual(await faultsOf(amara, "a proposed meeting"), []);
});

test("the other finds it on their home, confirms it there, and both homes show it", async () => {
  await tomas.goto("/");
  await tomas.getByText("Waits for your answer").waitFor();
  await tomas.getByRole("button", { name: "Confirm the meeting with Amara Example" }).press("Enter");
  await tomas.getByText("Confirmed. Amara Example sees it.").waitFor();
  await tomas.getByText("Confirmed", { exact: true }).waitFor();
  assert.deepEqual(await faultsOf(tomas, "an educator's home with a meeting"), []);
  await amara.goto("/");
  await amara.getByText("Confirmed", { exact: true }).waitFor();
  assert.deepEqual(await faultsOf(amara, "a learner's home with a meeting"), []);
});

test("a minute after it is logged, and the educator marks for themselves what it turned into", async () => {
  const [{ meetingId }] = await meetingsOf("amara");
  await backdate(world, meetingId, 60);
  await tomas.goto("/");
  await tomas.getByText("Did it take place?").waitFor();
  await tomas.getByRole("link", { name: "Say how it was with Amara Example" }).click();
  await tomas.getByLabel("Next step, if there is one").fill("Ask for feedback on Tuesday");
  assert.ok(
    await tomas.getByRole("radio", { name: "Video" }).isChecked(),
    "as it was planned, until somebody says otherwise",
  );
  await tomas.getByRole("radio", { name: "Video" }).press("ArrowRight");
  assert.deepEqual(await faultsOf(tomas, "the log"), []);
  await tomas.getByRole("button", { name: "Save" }).press("Enter");
  await tomas.getByText("Saved. You both see it.").waitFor();
  assert.equal((await meetingsOf("amara"))[0].mode, "phone");
  await tomas
    .getByRole("button", { name: /^Change or mark/ })
    .first()
    .click();
  await tomas.getByRole("checkbox", { name: "Mentoring" }).check();
  assert.deepEqual(await faultsOf(tomas, "the mark"), []);
  await tomas.getByRole("button", { name: "Keep it" }).press("Enter");
  await tomas.getByText("Kept, for you alone.").waitFor();
  await tomas.goto("/meetings");
  await tomas.getByRole("heading", { name: "What your talks turn into" }).waitFor();
  await openPair(amara, "Tomas Example");
  await amara.getByText("Ask for feedback on Tuesday").first().waitFor();
  assert.equal(await amara.getByText("what did the talk turn into", { exact: false }).count(), 0);
  assert.deepEqual(await faultsOf(amara, "what was"), []);
});

test("an educator asks several learners at once, and moves it for all", async () => {
  await tomas.goto("/meetings");
  await tomas.getByRole("button", { name: "Group meeting" }).click();
  for (const name of ["Amara Example", "Noah Example"]) await tomas.getByRole("checkbox", { name }).check();
  await tomas
    .getByRole("dialog")
    .getByRole("radio", { name: /(AM|PM)$/ })
    .first()
    .check({ force: true });
  assert.deepEqual(await faultsOf(tomas, "a group"), []);
  await tomas.getByRole("button", { name: "Propose to 2 learners" }).press("Enter");
  await tomas.getByText("Proposed to 2 learners.").waitFor();
  await openPair(amara, "Tomas Example");
  await amara.getByText("with other learners", { exact: false }).waitFor();
  assert.equal(await amara.getByText("Noah").count(), 0);
  await amara.getByRole("button", { name: "Confirm" }).press("Enter");
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
    (admin) => admin`update relationships set started_on = started_on - 200 where relationship_id <> ${pair}`,
  );
  const marisol = await site.windowOf("marisol");
  await marisol.goto("/desk");
  await marisol.getByText("1 of 2 pairs have not met for too long.").waitFor();
  await marisol.getByText("Which pairs").click();
  await marisol.getByRole("rowheader", { name: "Noah Example", exact: true }).waitFor();
  assert.deepEqual(await faultsOf(marisol, "a desk with meetings"), []);
  assert.deepEqual(site.complaints, []);
});
