// What happens to stands when duties end, learners move, rules change and exceptions are made: by the database itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { z } from "zod";
import { addDays } from "../src/core/shapes.ts";
import { sql } from "../src/db/sql.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { schoolId, people, door } = world;
const today = (await world.ask("marisol", "GET", "/me")).body.school.today as string;
const day = (days: number) => addDays(today, days);
const id = (who: string) => people[who]!.personId;

const Stand = z.object({
  wall: z.string(),
  side: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  ruleset: z.number(),
  excepted: z.boolean(),
});
const Incident = z.object({
  wall: z.string(),
  kind: z.string(),
  duty: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  closed: z.string().nullable(),
});

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

async function pair(learner: string, educator: string, classYear = 2040): Promise<string> {
  await world.addEducator(educator);
  return (await world.addLearner(learner, classYear)).personId;
}

const DutyKey = z.object({ dutyId: z.string() });

async function judges(
  who: string,
  learner: string,
  educator: string,
  from: string,
  to: string | null,
  tolerates = false,
): Promise<string> {
  const dutyId = crypto.randomUUID();
  await door.asSession(people[who]!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty_id, duty, educator_id, learner_id, during, source, tolerates)
    values (${schoolId}, ${dutyId}, 'assesses', ${id(educator)}, ${learner}, daterange(${from}::date, ${to}::date), 'rotation', ${tolerates})`),
  );
  return DutyKey.parse({ dutyId }).dutyId;
}

function tolerated(learner: string, educator: string, from: string, to: string | null): Promise<string> {
  return judges("ravi", learner, educator, from, to, true);
}

async function guides(
  duty: string,
  learner: string,
  educator: string,
  from: string,
  to: string | null,
): Promise<string> {
  return byHand(async (admin) => {
    const [row] = await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
      values (${schoolId}, ${duty}, ${id(educator)}, ${id(learner)}, daterange(${from}::date, ${to}::date), 'relationship') returning duty_id`;
    return row!.duty_id as string;
  });
}

/** Voids a duty as an office, by a named act; what hangs on it refuses. */
function voids(duty: string): Promise<void> {
  const voidId = crypto.randomUUID();
  return door.asSession(people.marisol!.secret, async (tx) => {
    await tx.run(
      sql`insert into voids (school_id, void_id, act, because, voided_by) values (${schoolId}, ${voidId}, 'correction', 'test', ${id("marisol")})`,
    );
    await tx.run(sql`select app.void_duties(${[duty]}::uuid[], ${voidId})`);
  });
}

function move(learner: string, classYear: number): Promise<number> {
  return door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`update learners set class_year = ${classYear} where learner_id = ${id(learner)}`),
  );
}

/** A next ruleset with the rules of the one before that fulfil `keep`, and others besides. */
async function ruleChange(ruleset: number, from: string, keep: string, others = "select 1"): Promise<number> {
  return door.asSession(people.dana!.secret, async (tx) => {
    await tx.run(
      sql`insert into rulesets (school_id, ruleset, from_day, because, made_by) values (${schoolId}, ${ruleset}, ${from}::date, 'test', ${id("dana")})`,
    );
    const text = (strings: string) => ({ ...sql``, strings: [strings], values: [] });
    await tx.run(
      text(`insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days)
      select school_id, ${ruleset}, duty, wall, side, cooling_days from duty_rules where ruleset = ${ruleset - 1} and ${keep}`),
    );
    await tx.run(text(others));
    return (await tx.one(z.object({ touched: z.number() }), sql`select app.rederive(${schoolId}) as touched`)).touched;
  });
}

async function byHand<T>(work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres({ ...world.database.admin, max: 1, onnotice: () => undefined });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function stand(wall: string, side: string, from: number, to: number): z.infer<typeof Stand> {
  return { wall, side, from: day(from), to: day(to), ruleset: 1, excepted: false };
}

function stands(learner: string, educator: string): Promise<z.infer<typeof Stand>[]> {
  return door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      Stand,
      sql`
    select wall, side, lower(during) as from, upper(during) as to, ruleset, exception_id is not null as excepted from stands
    where ${id(learner)} in (lo, hi) and ${id(educator)} in (lo, hi) order by lower(during), upper(during)`,
    ),
  );
}

function incidents(learner: string): Promise<z.infer<typeof Incident>[]> {
  return door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      Incident,
      sql`
    select wall, kind, duty, lower(during) as from, upper(during) as to, outcome as closed from incidents left join incident_closures using (school_id, incident_id)
    where learner_id = ${id(learner)} order by found_at`,
    ),
  );
}
