// What happens to stands when the rules change, and what keeps them from being rewritten.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import {
  day,
  id,
  pair,
  judges,
  tolerated,
  guides,
  voids,
  ruleChange,
  byHand,
  stand,
  stands,
  incidents,
  world,
} from "./help/wall-acts.ts";

const { schoolId, people, door } = world;

test("one person under two ids: their duties move by void and add, and meet the wall anew", async () => {
  const learner = await pair("twice", "kept");
  await world.addEducator("double");
  await guides("coaches", "twice", "kept", day(-30), null);
  const duty = await judges("ravi", learner, "double", day(10), day(20));
  await assert.rejects(
    byHand((admin) => admin`update duties set educator_id = ${id("kept")} where duty_id = ${duty}`),
    { constraint_name: "duty.append-only" },
  );
  await assert.rejects(
    byHand(
      (admin) =>
        admin`update stands set lo = least(${learner}::uuid, ${id("kept")}::uuid), hi = greatest(${learner}::uuid, ${id("kept")}::uuid) where duty_id = ${duty}`,
    ),
    { constraint_name: "stand.append-only" },
  );
  await voids(duty);
  await assert.rejects(judges("ravi", learner, "kept", day(10), day(20)), { rule: "wall.not-available" });
  await tolerated(learner, "kept", day(10), day(20));
  assert.deepEqual(
    (await incidents("twice")).map(({ duty: of }) => of),
    ["assesses"],
  );
});

test("a change of rules cuts what goes on without cooling off, lists what collides, and leaves the rest alone", async () => {
  await pair("ruled", "ruler");
  await pair("free", "freed");
  await guides("coaches", "ruled", "ruler", day(-30), null);
  await guides("coaches", "free", "freed", day(-30), null);
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'supervises', ${id("freed")}, ${id("free")}, daterange(${day(-90)}::date, ${day(-60)}::date), 'rotation')`),
  );
  const begins = day(40);
  const touched = await ruleChange(2, begins, "not (duty = 'coaches' and wall = 'observation')");
  assert.ok(touched >= 2);
  assert.deepEqual(
    (await stands("ruled", "ruler")).filter(({ wall }) => wall === "observation"),
    [stand("observation", "support", -30, 40)],
  );
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'supervises', ${id("ruler")}, ${id("ruled")}, daterange(${begins}::date, ${day(60)}::date), 'rotation')`),
  );

  // Tightened again from day 50: the supervision that was let in meanwhile now collides with the coaching.
  await ruleChange(
    3,
    day(50),
    "true",
    "insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days) values ('" +
      schoolId +
      "', 3, 'coaches', 'observation', 'support', 180)",
  );
  assert.deepEqual(
    (await incidents("ruled")).filter(({ closed }) => closed === null),
    [{ wall: "observation", kind: "relationship", duty: "coaches", from: day(50), to: day(60), closed: null }],
  );
  assert.deepEqual(
    (await stands("ruled", "ruler"))
      .filter(({ wall }) => wall === "observation")
      .map(({ side, from, to, ruleset }) => [side, from, to, ruleset]),
    [
      ["support", day(-30), day(40), 1],
      ["judge", day(40), day(60), 2],
      ["support", day(60), null, 3],
    ],
  );

  // A duty that ends before the newer rules begin takes its later stands along, and cools off from its own end.
  await byHand((admin) =>
    admin.begin(async (tx) => {
      await tx`select set_config('app.session', ${people.dana!.secret}, true)`;
      await tx`update duties set during = daterange(lower(during), ${day(10)}::date) where duty = 'coaches' and learner_id = ${id("free")}`;
    }),
  );
  assert.deepEqual(
    (await stands("free", "freed"))
      .filter(({ wall, side }) => wall === "observation" && side === "support")
      .map(({ from, to }) => [from, to]),
    [[day(-30), day(10)]],
  );
  await assert.rejects(judges("ravi", id("free"), "freed", day(100), day(110)), { rule: "wall.not-available" });
});

test("rules begin today or later, in order, by one director at a time; a duty that races is wholly before or after", async () => {
  await assert.rejects(ruleChange(4, day(-1), "true"), { rule: "ruleset.day" });
  await assert.rejects(ruleChange(4, day(45), "true"), { rule: "ruleset.day" });
  await assert.rejects(ruleChange(6, day(70), "true"), { rule: "ruleset.newest" });
  const both = await Promise.allSettled([ruleChange(4, day(70), "true"), ruleChange(4, day(71), "true")]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal(
    (both.find(({ status }) => status === "rejected") as PromiseRejectedResult).reason.rule,
    "ruleset.newest",
  );
  for (let round = 0; round < 6; round++) {
    const learner = await pair(`racing${round}`, `racer${round}`);
    const from = day(80 + round);
    await Promise.all([
      judges("ravi", learner, `racer${round}`, day(0), null),
      ruleChange(
        5 + round,
        from,
        `not (duty = 'assesses' and wall = 'assessment')`,
        `insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days) values ('${schoolId}', ${5 + round}, 'assesses', 'assessment', 'judge', ${round + 1})`,
      ),
    ]);
    const last = (await stands(`racing${round}`, `racer${round}`)).at(-1)!;
    assert.deepEqual([last.from, last.to, last.ruleset], [from, null, 5 + round]);
  }
});

test("a stand under a record cannot be voided, nor ended before it, not even from an older snapshot", async () => {
  const learner = await pair("graded", "grader");
  const duty = await judges("ravi", learner, "grader", day(-30), day(35));
  const record = (on: string) =>
    door.asSession(people.ravi!.secret, (tx) =>
      tx.run(sql`
    insert into assessments (school_id, learner_id, assessor_id, on_day, source, source_id, stand_id)
    values (${schoolId}, ${learner}, ${id("grader")}, ${on}, 'lms', ${crypto.randomUUID()}, app.judge_stand(${learner}, ${id("grader")}, ${on}::date))`),
    );
  await byHand((admin) =>
    admin.begin("isolation level repeatable read", async (tx) => {
      await tx`select 1 from duties limit 1`;
      await record(day(10));
      await assert.rejects(
        tx.savepoint(
          (inner) =>
            inner`update duties set during = daterange(lower(during), ${day(5)}::date) where duty_id = ${duty}`,
        ),
        { code: "40001" },
      );
    }),
  );
  await assert.rejects(
    byHand(
      (admin) => admin`update duties set during = daterange(lower(during), ${day(5)}::date) where duty_id = ${duty}`,
    ),
    { constraint_name: "stand.recorded" },
  );
  await assert.rejects(voids(duty), { rule: "assessment.judge" });
  await byHand(
    (admin) => admin`update duties set during = daterange(lower(during), ${day(11)}::date) where duty_id = ${duty}`,
  );
  await assert.rejects(record(day(11)), /null value|stand_id/);
});

test("no rule turns a guide into a judge, a judge into a guide, or opens a declared conflict", async () => {
  const turned = [
    ["mentors", "assessment", "judge"],
    ["mentors", "role", "coach"],
    ["coaches", "observation", "judge"],
    ["assesses", "assessment", "support"],
    ["supervises", "role", "advisor"],
    ["conflicts", "role", "advisor"],
  ];
  const next = await byHand(
    async (admin) =>
      1 + Number((await admin`select max(ruleset) as n from rulesets where school_id = ${schoolId}`)[0]!.n),
  );
  for (const [duty, wall, side] of turned)
    await assert.rejects(
      ruleChange(
        next,
        day(300),
        `not (duty = '${duty}' and wall = '${wall}')`,
        `insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days) values ('${schoolId}', ${next}, '${duty}', '${wall}', '${side}', 0)`,
      ),
      { rule: "rule.side" },
      `${duty} ${wall} ${side}`,
    );
});
