// What a learner has to do, in their own calendar: which days, in which words, and in nobody else's.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { listening } from "./help/listening.ts";
import { byHand, day, ok } from "./help/matches.ts";
import { requirement, requirementsIn, say } from "./help/plans.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld("due");
const origin = await listening(world);
const set = await requirementsIn(world);
const pathOf = async (who: string): Promise<string> => ok(await world.ask(who, "POST", "/me/calendar")).path;
const textAt = async (path: string) => (await fetch(origin + path)).text();
/** Summary, first day, the day after the last, and the id, as another library reads them. */
const daysIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((event) => {
    const value = (name: string) => event.getFirstPropertyValue(name)!.toString();
    assert.equal(event.getFirstProperty("dtstart")!.type, "date");
    return { summary: value("summary"), from: value("dtstart"), until: value("dtend"), uid: value("uid") };
  });
const saidIn = (text: string) => daysIn(text).map(({ summary, from, until }) => [summary, from, until]);
const amara = await pathOf("amara");
const all = [
  ["Due: To do own", day(-3), day(-2)],
  ["Due: To do signed", day(5), day(6)],
  ["Due: To do filed", day(40), day(41)],
];
/** The charter of advising from now on. */
const classIs = (confidentiality: string, version: number) =>
  byHand(
    world,
    (admin) => admin`insert into charters (school_id, program, version, in_force_from, body, ruleset, because, made_by)
      select school_id, program, ${version}, current_date - 2, body || jsonb_build_object('confidentiality', ${confidentiality}::text), ruleset, 'Try', made_by
      from charters where school_id = ${world.schoolId} and program = 'advising' and version = 1`,
  );

test("it holds the days of what the learner's own class is asked for, and nothing else of it", async () => {
  const text = await textAt(amara);
  assert.deepEqual(saidIn(text), all);
  assert.doesNotMatch(text, /amara|marisol|2028|letter|elsewhere|opens|ATTENDEE|ORGANIZER|DESCRIPTION|VTIMEZONE/i);
});

test("nobody's calendar but the learner's own holds them, not of who advises them either", async () => {
  await inForce(world, "amara", "tomas", "advising");
  for (const who of ["tomas", "joan", "marisol"]) {
    const path = await pathOf(who);
    const before = await textAt(path);
    assert.deepEqual(saidIn(before), []);
    ok(await say(world, "amara", "amara", "own", "in progress"));
    assert.equal(await textAt(path), before);
    ok(await say(world, "amara", "amara", "own", "open"));
  }
});

test("how far it is changes no byte until it is done, and one learner's done is in no other's calendar", async () => {
  const [noah, before] = [await pathOf("noah"), await textAt(amara)];
  const others = await textAt(noah);
  ok(await say(world, "amara", "amara", "letter", "in progress", { fromWhom: "Dr. Nobody" }));
  ok(await say(world, "amara", "amara", "own", "in progress"));
  assert.equal(await textAt(amara), before);
  ok(await say(world, "amara", "amara", "own", "done"));
  assert.deepEqual(saidIn(await textAt(amara)), all.slice(1));
  ok(await say(world, "marisol", "amara", "filed", "waived"));
  assert.deepEqual(saidIn(await textAt(amara)), all.slice(1, 2));
  assert.equal(await textAt(noah), others);
  ok(await say(world, "amara", "amara", "own", "open"));
  assert.deepEqual(saidIn(await textAt(amara)), all.slice(0, 2));
});

test("a date that moves keeps its id, and one without a day leaves it", async () => {
  const opens = { classYear: 2028, event: "opens", title: "Applications open", beginsPhase: false, source: "" };
  const before = daysIn(await textAt(amara));
  ok(await world.ask("marisol", "POST", "/timelines", { days: [{ ...opens, on: day(20), version: 1 }] }));
  const moved = daysIn(await textAt(amara));
  assert.deepEqual(moved[1], { ...before[1]!, from: day(15), until: day(16) });
  ok(await world.ask("marisol", "POST", "/timelines", { days: [{ ...opens, on: null, version: 2 }] }));
  assert.deepEqual(saidIn(await textAt(amara)), all.slice(0, 1));
  const items = [requirement("own", { title: "Another title", due: { on: day(-91) } })];
  ok(
    await world.ask("marisol", "POST", `/requirements/${set}`, {
      version: 1,
      name: "Advising",
      items,
      because: "Less",
    }),
  );
  assert.deepEqual(daysIn(await textAt(amara)), [
    { ...before[0]!, summary: "Due: Another title", from: day(-91), until: day(-90) },
  ]);
});

test("where plans are confidential it says Due and the day: two worlds that differ in titles give the same bytes", async () => {
  const items = [requirement("own", { title: "Meet the board", due: { on: day(9) } })];
  ok(
    await world.ask("marisol", "POST", `/requirements/${set}`, { version: 2, name: "Advising", items, because: "One" }),
  );
  await classIs("the two", 2);
  const text = await textAt(amara);
  assert.deepEqual(saidIn(text), [["Due", day(9), day(10)]]);
  await byHand(world, (admin) => admin`update requirements set title = 'Something else' where set_id = ${set}`);
  assert.equal(await textAt(amara), text);
  await classIs("education record", 3);
  assert.deepEqual(saidIn(await textAt(amara)), [["Due: Something else", day(9), day(10)]]);
});

test("what the two signed for stays, where the charter of today says more", async () => {
  await classIs("sealed", 4);
  const pair = await inForce(world, "noah", "priya", "advising");
  await classIs("education record", 5);
  const noah = await pathOf("noah");
  assert.deepEqual(saidIn(await textAt(noah)), [["Due", day(9), day(10)]]);
  ok(await end(world, "noah", pair));
  assert.deepEqual(saidIn(await textAt(noah)), [["Due: Something else", day(9), day(10)]]);
});
