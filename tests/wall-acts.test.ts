// What happens to stands when duties end, learners move and exceptions are made: by the database itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import {
  today,
  day,
  id,
  pair,
  judges,
  tolerated,
  guides,
  voids,
  move,
  byHand,
  stand,
  stands,
  incidents,
  world,
} from "./help/wall-acts.ts";

const { schoolId, people, door } = world;

test("ending a duty ends its stands today; ending one that has not begun is a named void", async () => {
  const learner = await pair("e1", "end1");
  const begun = await judges("ravi", learner, "end1", day(-20), day(20));
  const ahead = await judges("ravi", learner, "end1", day(30), day(60));
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`update duties set during = daterange(lower(during), ${today}::date) where duty_id = ${begun}`),
  );
  assert.deepEqual(await stands("e1", "end1"), [
    stand("assessment", "judge", -20, 0),
    stand("assessment", "judge", 30, 60),
  ]);
  await voids(ahead);
  assert.deepEqual(await stands("e1", "end1"), [stand("assessment", "judge", -20, 0)]);
});

test("a duty is never lengthened nor ended in the past, and its days are never empty", async () => {
  const learner = await pair("e2", "end2");
  const duty = await judges("ravi", learner, "end2", day(-20), day(20));
  const changing = (from: string, to: string) =>
    byHand((admin) => admin`update duties set during = daterange(${from}::date, ${to}::date) where duty_id = ${duty}`);
  await assert.rejects(changing(day(-20), day(30)), { constraint_name: "duty.append-only" });
  await assert.rejects(changing(day(-10), day(20)), { constraint_name: "duty.append-only" });
  await assert.rejects(changing(day(-20), day(-5)), { constraint_name: "stand.append-only" });
  await assert.rejects(changing(day(-20), day(-20)), { constraint_name: "duty.append-only" });
  await assert.rejects(judges("ravi", learner, "end2", day(5), day(5)), { rule: "duty.days" });
  const empty = byHand(
    (admin) => admin`insert into stands (school_id, lo, hi, wall, side, during, cooling_days, duty_id, duty, ruleset)
    select school_id, lo, hi, wall, side, 'empty', 0, duty_id, duty, ruleset from stands where duty_id = ${duty}`,
  );
  await assert.rejects(empty, { constraint_name: "stand.days" });
});

test("a change of class leaves the old judges today and meets the new ones from today; going back leaves no gap and no double", async () => {
  const educator = await world.addEducator("classy");
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, class_year, during, source) values
    (${schoolId}, 'assesses', ${educator.personId}, 2041, daterange(${day(-50)}::date, ${day(50)}::date), 'course'),
    (${schoolId}, 'assesses', ${educator.personId}, 2042, daterange(${day(-40)}::date, ${day(40)}::date), 'course'),
    (${schoolId}, 'assesses', ${educator.personId}, 2041, daterange(${day(60)}::date, ${day(90)}::date), 'course')`),
  );
  await world.addLearner("mover", 2041);
  assert.deepEqual(await stands("mover", "classy"), [
    stand("assessment", "judge", -50, 50),
    stand("assessment", "judge", 60, 90),
  ]);
  await move("mover", 2042);
  assert.deepEqual(await stands("mover", "classy"), [
    stand("assessment", "judge", -50, 0),
    stand("assessment", "judge", 0, 40),
  ]);
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`update learners set campus = 'East' where learner_id = ${id("mover")}`),
  );
  assert.equal((await stands("mover", "classy")).length, 2);
  await move("mover", 2041);
  assert.deepEqual(await stands("mover", "classy"), [
    stand("assessment", "judge", -50, 0),
    stand("assessment", "judge", 0, 1),
    stand("assessment", "judge", 0, 50),
    stand("assessment", "judge", 60, 90),
  ]);
});

test("a learner who moves into the class of their own coach is never refused: the days that collide become one incident", async () => {
  await pair("joiner", "director1", 2050);
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, class_year, during, source)
    values (${schoolId}, 'assesses', ${id("director1")}, 2051, daterange(${day(-10)}::date, ${day(100)}::date), 'course')`),
  );
  await guides("coaches", "joiner", "director1", day(-5), null);
  await move("joiner", 2051);
  assert.deepEqual(await incidents("joiner"), [
    { wall: "assessment", kind: "duty", duty: "assesses", from: today, to: day(100), closed: null },
  ]);
  await move("joiner", 2050);
  await move("joiner", 2051);
  assert.equal((await incidents("joiner")).length, 1);
});

test("a duty that gives way stands on its free days, cooling included, and on the rest once they are free", async () => {
  const learner = await pair("part", "partly");
  const coaching = await guides("coaches", "part", "partly", day(10), day(20));
  await tolerated(learner, "partly", day(0), day(300));
  assert.deepEqual(
    (await stands("part", "partly")).filter(({ side }) => side === "judge"),
    [stand("assessment", "judge", 0, 10), stand("assessment", "judge", 200, 300)],
  );
  assert.deepEqual(await incidents("part"), [
    { wall: "assessment", kind: "duty", duty: "assesses", from: day(10), to: day(200), closed: null },
  ]);
  await byHand(async (admin) => {
    const [act] =
      await admin`insert into voids (school_id, act, because, voided_by) values (${schoolId}, 'correction', 'test', ${id("marisol")}) returning void_id`;
    await admin.begin(async (tx) => {
      await tx`select set_config('app.session', ${people.marisol!.secret}, true)`;
      await tx`update duties set voided_by = ${act!.void_id} where duty_id = ${coaching}`;
    });
  });
  assert.deepEqual(
    (await stands("part", "partly")).map(({ from, to }) => [from, to]),
    [
      [day(0), day(10)],
      [day(10), day(200)],
      [day(200), day(300)],
    ],
  );
  assert.deepEqual(
    (await incidents("part")).map(({ closed }) => closed),
    ["ended"],
  );
});

test("an incident ahead is closed by itself when its duty is reassigned, and never as solved while the two collide", async () => {
  const learner = await pair("ahead", "assessor");
  await guides("coaches", "ahead", "assessor", day(-30), null);
  const duty = await tolerated(learner, "assessor", day(30), day(60));
  const close = (outcome: string) =>
    door.asSession(people.marisol!.secret, (tx) =>
      tx.run(sql`
    insert into incident_closures (school_id, incident_id, outcome, closed_by)
    select school_id, incident_id, ${outcome}, ${id("marisol")} from incidents where learner_id = ${learner}`),
    );
  for (const [outcome, rule] of [
    ["reassigned", "incident.open"],
    ["ended", "incident.open"],
    ["past", "incident.ahead"],
    ["excepted", "incident.unexcepted"],
  ])
    await assert.rejects(close(outcome!), { rule });
  await voids(duty);
  assert.deepEqual(
    (await incidents("ahead")).map(({ closed }) => closed),
    ["reassigned"],
  );
});

test("a declared conflict is never refused, tells nobody, and closes as soon as the other duty ends", async () => {
  const learner = await pair("patient", "physician");
  const duty = await judges("ravi", learner, "physician", day(-10), day(90));
  await door.asSession(people.patient!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, tolerates, made_by)
    values (${schoolId}, 'conflicts', ${id("physician")}, ${learner}, daterange(${today}::date, null), 'declared', true, ${learner})`),
  );
  assert.deepEqual(await incidents("patient"), [
    { wall: "assessment", kind: "duty", duty: "assesses", from: today, to: day(90), closed: null },
  ]);
  await assert.rejects(judges("ravi", learner, "physician", day(100), day(120)), { rule: "wall.not-available" });
  await door.asSession(people.marisol!.secret, (tx) =>
    tx.run(sql`update duties set during = daterange(lower(during), ${today}::date) where duty_id = ${duty}`),
  );
  assert.deepEqual(
    (await incidents("patient")).map(({ closed }) => closed),
    ["reassigned"],
  );
  await assert.rejects(judges("ravi", learner, "physician", day(1), day(20)), { rule: "wall.not-available" });
});

test("an exception stands from today until its end, apart from the wall, and is never for oneself or needless", async () => {
  const learner = await pair("excepted", "onlyone");
  await guides("coaches", "excepted", "onlyone", day(-30), null);
  const duty = await tolerated(learner, "onlyone", day(-10), day(60));
  const except = (until: string, changes: { from?: string; by?: string; educator?: string } = {}) =>
    door.asSession(people[changes.by ?? "imani"]!.secret, (tx) =>
      tx.run(sql`
    insert into exceptions (school_id, learner_id, educator_id, wall, duty_id, because, from_day, until, approved_by)
    values (${schoolId}, ${learner}, ${id(changes.educator ?? "onlyone")}, 'assessment', ${duty}, 'No one else on the island', ${changes.from ?? today}::date, ${until}::date, ${id(changes.by ?? "imani")})`),
    );
  await assert.rejects(except(day(400)), { rule: "exception.until" });
  await assert.rejects(except(today), { rule: "exception.until" });
  await assert.rejects(except(day(20), { from: day(-5) }), { rule: "exception.day" });
  await assert.rejects(except(day(20), { by: "marisol" }), { rule: "door.absent" });
  await assert.rejects(except(day(20), { educator: "imani" }), { rule: "door.absent" });
  await assert.rejects(except(day(20), { educator: "joan" }), { rule: "exception.duty" });
  await except(day(20));
  assert.deepEqual(
    (await stands("excepted", "onlyone")).filter(({ side }) => side === "judge"),
    [{ ...stand("assessment", "judge", 0, 20), excepted: true }],
  );
  assert.deepEqual(
    (await incidents("excepted")).map(({ closed }) => closed),
    [null],
  );
  await assert.rejects(except(day(15)), { rule: "exception.needless" });
  await except(day(70));
  assert.deepEqual(
    (await stands("excepted", "onlyone")).filter(({ side }) => side === "judge").map(({ from, to }) => [from, to]),
    [
      [today, day(20)],
      [day(20), day(60)],
    ],
  );
  assert.deepEqual(
    (await incidents("excepted")).map(({ closed }) => closed),
    ["excepted"],
  );
});
