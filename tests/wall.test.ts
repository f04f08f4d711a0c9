// The wall holds whoever writes: through the door, by hand as a superuser, and in a race.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { z } from "zod";
import { Refusal } from "../src/core/refusal.ts";
import { sql } from "../src/db/sql.ts";
import { openWorld, type World } from "./help/world.ts";

const world = await openWorld();
const { schoolId, people, door } = world;
const Stand = z.object({ wall: z.string(), side: z.string() });

function assesses(learner: string, educator: string, from: string, to: string | null) {
  return sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people[educator]!.personId}, ${people[learner]!.personId}, daterange(${from}::date, ${to}::date), 'rotation', 'Surgery')`;
}

/** What the last signature does, without the agreement: straight into the table, as nobody but a superuser could. */
async function guides(
  world: World,
  duty: string,
  learner: string,
  educator: string,
  from: string,
  to: string | null,
): Promise<string> {
  return byHand(world, async (admin) => {
    const [row] = await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
      values (${schoolId}, ${duty}, ${people[educator]!.personId}, ${people[learner]!.personId}, daterange(${from}::date, ${to}::date), 'relationship') returning duty_id`;
    return row!.duty_id as string;
  });
}

async function byHand<T>({ database }: World, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres({ ...database.admin, max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

test("a coach cannot come to assess, and the refusal says neither wall nor side", async () => {
  await guides(world, "coaches", "amara", "tomas", "2026-08-01", null);
  await assert.rejects(
    door.asSession(people.ravi!.secret, (tx) => tx.run(assesses("amara", "tomas", "2027-01-01", "2027-02-01"))),
    (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.kind, "conflict");
      assert.equal(error.rule, "wall.not-available");
      assert.doesNotMatch(error.because, /coach|assess|judge|wall/i);
      return true;
    },
  );
});

test("one person, one lane: the coach cannot become the mentor while coaching, and may the day after", async () => {
  await guides(world, "coaches", "noah", "priya", "2026-08-01", "2026-12-01");
  await assert.rejects(guides(world, "mentors", "noah", "priya", "2026-11-30", null), { code: "23P01" });
  await guides(world, "mentors", "noah", "priya", "2026-12-01", null);
});

test("who guided cools off for 180 days before judging, to the day", async () => {
  await guides(world, "coaches", "grace", "joan", "2026-01-01", "2026-07-01");
  await assert.rejects(guides(world, "assesses", "grace", "joan", "2026-12-27", "2027-01-10"), { code: "23P01" });
  await guides(world, "assesses", "grace", "joan", "2026-12-28", "2027-01-10");
});

test("who judged may guide from the day the duty ends", async () => {
  await guides(world, "assesses", "grace", "fatima", "2026-08-01", "2026-09-01");
  await assert.rejects(guides(world, "coaches", "grace", "fatima", "2026-08-31", null), { code: "23P01" });
  await guides(world, "coaches", "grace", "fatima", "2026-09-01", null);
});

test("a declared conflict closes every wall, excludes itself never, and is seen by who declared it alone", async () => {
  const declare = sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, made_by)
    values (${schoolId}, 'conflicts', ${people.joan!.personId}, ${people.amara!.personId}, daterange('2026-09-01', null), 'declared', ${people.amara!.personId})`;
  await door.asSession(people.amara!.secret, (tx) => tx.run(declare));
  await door.asSession(people.amara!.secret, (tx) => tx.run(declare));
  for (const duty of ["advises", "coaches", "mentors", "assesses", "supervises", "counsels"])
    await assert.rejects(guides(world, duty, "amara", "joan", "2026-10-01", null), { code: "23P01" });
  const seen = async (who: string) =>
    door.asSession(people[who]!.secret, (tx) =>
      tx.rows(
        Stand,
        sql`
    select wall, side from stands where ${people.amara!.personId} in (lo, hi) and ${people.joan!.personId} in (lo, hi)`,
      ),
    );
  assert.deepEqual(await seen("marisol"), []);
  assert.deepEqual(await seen("joan"), []);
});

test("history is append-only even by hand: no delete, no move, no ending in the past, no truncate", async () => {
  await byHand(world, async (admin) => {
    for (const statement of [
      "delete from stands",
      "update stands set side = 'judge'",
      "update stands set cooling_days = 0 where cooling_days > 0",
      "truncate stands cascade",
      "update stands set during = daterange(lower(during), lower(during) + 1) where lower(during) < '2026-08-02' and upper(during) is null",
      "delete from duties",
    ])
      await assert.rejects(
        admin.unsafe(statement),
        (error: postgres.PostgresError) => /append-only/.test(error.constraint_name ?? ""),
        statement,
      );
  });
});

test("an assessment hangs on a judge's stand: my mentor graded me cannot be stored, nor can its stand be voided", async () => {
  await byHand(world, async (admin) => {
    const record = (stand: string, learner: string, assessor: string, day: string) => admin`
      insert into assessments (school_id, learner_id, assessor_id, on_day, source, source_id, stand_id)
      values (${schoolId}, ${people[learner]!.personId}, ${people[assessor]!.personId}, ${day}, 'lms', ${crypto.randomUUID()}, ${stand})`;
    const standOf = async (learner: string, educator: string, side: string) =>
      (
        await admin`select stand_id from stands
      where ${people[learner]!.personId} in (lo, hi) and ${people[educator]!.personId} in (lo, hi) and side = ${side} and wall = 'assessment'`
      )[0]!.stand_id as string;
    await assert.rejects(record(await standOf("amara", "tomas", "support"), "amara", "tomas", "2026-09-01"), {
      code: "23503",
    });
    const judge = await standOf("grace", "fatima", "judge");
    await assert.rejects(record(judge, "amara", "fatima", "2026-08-15"), { code: "23503" });
    await assert.rejects(record(judge, "grace", "fatima", "2026-10-15"), { constraint_name: "assessment.day" });
    await record(judge, "grace", "fatima", "2026-08-15");
    const [act] =
      await admin`insert into voids (school_id, act, because, voided_by) values (${schoolId}, 'correction', 'test', ${people.marisol!.personId}) returning void_id`;
    await assert.rejects(admin`update stands set voided_by = ${act!.void_id} where stand_id = ${judge}`, {
      constraint_name: "assessment.judge",
    });
  });
});

test("an ambient judge stands toward everyone in scope, and toward whoever joins later", async () => {
  const educator = await world.addEducator("viktor");
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, class_year, during, source, about)
    values (${schoolId}, 'assesses', ${educator.personId}, 2031, daterange('2026-08-01', '2027-07-01'), 'course', 'Surgery course')`),
  );
  const late = await world.addLearner("late", 2031);
  await assert.rejects(guides(world, "mentors", "late", "viktor", "2026-11-01", null), { code: "23P01" });
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`update learners set class_year = 2032 where learner_id = ${late.personId}`),
  );
  const ends = await door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      z.object({ ended: z.boolean() }),
      sql`
    select upper(during) <= app.today(school_id) + 1 as ended from stands where ${late.personId} in (lo, hi)`,
    ),
  );
  assert.deepEqual(ends, [{ ended: true }]);
});

test("an imported duty that collides becomes an incident, and nothing else is lost", async () => {
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
    values (${schoolId}, 'assesses', ${people.tomas!.personId}, ${people.amara!.personId}, daterange('2027-01-01', '2027-02-01'), 'rotation', 'Surgery', true)`),
  );
  const found = await door.asSession(people.marisol!.secret, (tx) =>
    tx.rows(
      z.object({ wall: z.string(), kind: z.string() }),
      sql`
    select wall, kind from incidents where learner_id = ${people.amara!.personId}`,
    ),
  );
  assert.deepEqual(found, [{ wall: "assessment", kind: "duty" }]);
});

test("racing writers: of a guide and a judge who come at once, exactly one stands", async () => {
  let breaches = 0;
  for (let round = 0; round < 10; round++) {
    const learner = await world.addLearner(`race${round}`, 2035);
    await world.addEducator(`racer${round}`);
    const results = await Promise.allSettled([
      guides(world, "coaches", `race${round}`, `racer${round}`, "2026-08-01", null),
      door.asSession(people.ravi!.secret, (tx) =>
        tx.run(assesses(`race${round}`, `racer${round}`, "2026-08-01", null)),
      ),
    ]);
    const stood = results.filter(({ status }) => status === "fulfilled").length;
    if (stood !== 1) breaches++;
    assert.ok(learner.personId);
  }
  assert.equal(breaches, 0);
});
