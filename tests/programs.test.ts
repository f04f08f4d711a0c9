// Charters: read by all, changed by a director who first sees what it brings, acknowledged by both sides; and certification.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { addDays } from "../src/core/shapes.ts";
import { sql } from "../src/db/sql.ts";
import { dutiesOf, programs } from "../src/programs/program.ts";
import { byHand } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people, schoolId, door } = world;
const today = (await ask("dana", "GET", "/me")).body.school.today as string;
const day = (days: number) => addDays(today, days);

async function charter(program: string) {
  // oxlint-disable-next-line no-explicit-any
  return (await ask("amara", "GET", "/charters")).body.find((one: any) => one.program === program);
}

async function coaches(learner: string, educator: string): Promise<void> {
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'coaches', ${people[educator]!.personId}, ${people[learner]!.personId}, daterange(${day(-60)}::date, null), 'relationship')`;
  await admin.end();
}

test("everyone reads the three charters; counts of readers are for the programs' offices", async () => {
  const { status, body } = await ask("noah", "GET", "/charters");
  assert.equal(status, 200);
  assert.deepEqual(
    body.map(({ program, acknowledged, readers }: never) => [program, acknowledged, readers]),
    [
      ["advising", false, null],
      ["coaching", false, null],
      ["mentoring", false, null],
    ],
  );
  assert.equal((await ask(null, "GET", "/charters")).status, 401);
});

test("a preview tells the diff and keeps nothing; only who edits charters gets one", async () => {
  const { inForce, rules } = await charter("coaching");
  const proposal = {
    version: 1,
    inForceFrom: day(10),
    body: { ...inForce.body, cadenceDays: 60, topicsOut: ["Grades"] },
    rules,
  };
  const { status, body } = await ask("dana", "POST", "/charters/coaching/preview", proposal);
  assert.equal(status, 200);
  assert.deepEqual(
    body.changes.map(({ field, before, after }: never) => [field, before, after]),
    [
      ["topicsOut", "Requirements and paperwork\nGrades and promotion\nHealth and wellbeing care", "Grades"],
      ["cadenceDays", "90 days", "60 days"],
    ],
  );
  assert.deepEqual([body.conflicts, body.places.items], [[], []]);
  assert.equal((await ask("dana", "GET", "/charters/coaching/versions")).body.length, 1);
  for (const who of ["marisol", "imani", "amara", "tomas"])
    assert.equal((await ask(who, "POST", "/charters/coaching/preview", proposal)).status, 403);
});

test("a version is refused when it is stale, in the past, the same, or breaks an axiom; each names its way out", async () => {
  const { inForce, rules } = await charter("mentoring");
  const save = (changes: object) =>
    ask("dana", "POST", "/charters/mentoring", {
      version: 1,
      inForceFrom: day(1),
      body: { ...inForce.body, termMonths: 18 },
      because: "A shorter term",
      ...changes,
    });
  assert.equal((await save({ version: 2 })).body.rule, "charter.version");
  assert.deepEqual((await save({ inForceFrom: day(-1) })).body.faults[0].field, "inForceFrom");
  assert.equal((await save({ body: inForce.body })).body.rule, "charter.same");
  assert.equal((await save({ because: "" })).body.faults[0].field, "because");
  const without = (wall: string) => rules.filter((rule: { wall: string }) => rule.wall !== wall);
  for (const wall of ["role", "assessment", "observation"])
    assert.equal((await save({ rules: without(wall) })).body.rule, "charter.rules", wall);
  assert.equal((await save({ rules: [...rules, rules[0]] })).body.rule, "charter.rules");
  assert.equal(
    (await save({ rules: rules.map((rule: object) => ({ ...rule, side: "judge" })) })).body.rule,
    "charter.rules",
  );
  assert.equal(
    (await save({ rules: [...rules, { duty: "coaches", wall: "role", side: "coach", coolingDays: 0 }] })).body.rule,
    "charter.rules",
  );
  const { clauses, modules } = inForce.body;
  const faultsOf = async (body: object) => (await save({ body: { ...inForce.body, ...body } })).body.faults;
  for (const fixed of ["no-judging", "limits", "ending"]) {
    const [fault] = await faultsOf({ clauses: clauses.filter(({ key }: { key: string }) => key !== fixed) });
    assert.match(`${fault.field} ${fault.because}`, /^body.clauses Put this line back/, fixed);
  }
  assert.equal((await faultsOf({ clauses: [...clauses, clauses[0]] }))[0].field, "body.clauses");
  assert.equal((await faultsOf({ modules: [...modules, modules[0]] }))[0].field, "body.modules");
  assert.match((await faultsOf({ hoursPerLearnerYear: 3.335 }))[0].because, /two decimals/);
  assert.equal((await ask("dana", "GET", "/charters/mentoring/versions")).body.length, 1);
});

test("a change of rules lists the pairs it sets against the wall, is refused until they are taken, and is in force from its day", async () => {
  const { inForce, rules } = await charter("coaching");
  const open = {
    version: 1,
    inForceFrom: today,
    body: { ...inForce.body, cadenceDays: 80 },
    rules: rules.filter((rule: { wall: string }) => rule.wall !== "observation"),
    because: "Formative watching is allowed",
  };
  await coaches("amara", "tomas");
  await closedIncident("noah", "joan");
  assert.equal((await ask("dana", "POST", "/charters/coaching", open)).status, 200);
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'supervises', ${people.tomas!.personId}, ${people.amara!.personId}, daterange(${day(20)}::date, ${day(40)}::date), 'rotation')`),
  );

  const closed = {
    version: 2,
    inForceFrom: day(5),
    body: { ...inForce.body, cadenceDays: 70 },
    rules,
    because: "Watching is closed again",
  };
  const preview = await ask("dana", "POST", "/charters/coaching/preview", closed);
  assert.deepEqual(
    preview.body.conflicts.map(({ learner, educator, wall, duty, against, from, to }: never) => [
      learner,
      educator,
      wall,
      duty,
      against,
      from,
      to,
    ]),
    [["Amara Example", "Tomas Example", "observation", "coaches", "supervises", day(5), day(40)]],
    "and not the pair whose incident was closed before",
  );
  const refused = await ask("dana", "POST", "/charters/coaching", closed);
  assert.deepEqual([refused.status, refused.body.rule], [409, "charter.conflicts"]);
  assert.equal((await charter("coaching")).newest.version, 2);
  const saved = await ask("dana", "POST", "/charters/coaching", { ...closed, takeConflicts: true });
  assert.deepEqual([saved.status, saved.body.version, saved.body.ruleset], [200, 3, 3]);
  const now = await charter("coaching");
  assert.deepEqual([now.inForce.version, now.newest.version], [2, 3]);
  assert.equal(
    (
      await ask("dana", "POST", "/charters/mentoring", {
        version: 1,
        inForceFrom: day(6),
        body: { ...(await charter("mentoring")).inForce.body, termMonths: 18 },
        because: "No rule changes",
      })
    ).body.ruleset,
    3,
  );
});

test("of two directors who save at once, one is told to reload", async () => {
  const { newest } = await charter("advising");
  const save = (cadenceDays: number) =>
    ask("dana", "POST", "/charters/advising", {
      version: newest.version,
      inForceFrom: today,
      body: { ...newest.body, cadenceDays },
      because: "At once",
    });
  const both = await Promise.all([save(100), save(101)]);
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]));
  assert.equal(both.find(({ status }) => status === 409)?.body.rule, "charter.version");
});

test("both sides acknowledge the version in force, once, and the office sees how many", async () => {
  const version = (await charter("coaching")).inForce.version;
  const acknowledge = (who: string, which: number) =>
    ask(who, "POST", "/charters/coaching/acknowledgement", { version: which });
  assert.equal((await acknowledge("amara", 1)).body.rule, "charter.acknowledged");
  for (const who of ["amara", "amara", "tomas"]) assert.equal((await acknowledge(who, version)).status, 200);
  assert.deepEqual((await ask("amara", "GET", "/charters")).body[1].acknowledged, true);
  assert.deepEqual((await ask("marisol", "GET", "/charters")).body[1].readers, { learners: 1, educators: 1 });
});

test("certification follows from the charter in force; a validity shows its places lost before saving", async () => {
  const page = await ask("marisol", "GET", "/certifications?program=mentoring&limit=3");
  assert.equal(page.body.items.length, 3);
  assert.equal(page.body.items[0].certification.certified, true);
  assert.deepEqual(page.body.items[0].effort.allocatedHours, 416);
  const rest = await ask("marisol", "GET", `/certifications?program=mentoring&limit=3&after=${page.body.next}`);
  assert.deepEqual([rest.body.items.length, rest.body.next], [1, null]);
  assert.deepEqual((await ask("marisol", "GET", "/certifications?program=mentoring&lacking=true")).body.items, []);
  const { newest } = await charter("mentoring");
  const body = { ...newest.body, validityMonths: 6 };
  const { body: preview } = await ask("dana", "POST", "/charters/mentoring/preview", {
    version: newest.version,
    inForceFrom: day(30),
    body,
  });
  assert.deepEqual(
    preview.places.items.map(({ kind, places, educators }: never) => [kind, places, educators]),
    newest.body.modules.map(() => ["validity", 12, 4]),
  );
  assert.deepEqual(preview.places.after, { places: 0, educators: 0 });
});

test("an educator reads their own certification, an office any and leaves an event, and nobody else anybody's", async () => {
  const path = `/people/${people.tomas!.personId}/certification`;
  assert.equal((await ask("tomas", "GET", path)).body.programs.length, 3);
  assert.equal((await ask("marisol", "GET", path)).body.completions.length > 5, true);
  const events = await door.asSession(people.tomas!.secret, (tx) =>
    tx.run(sql`select from events where verb = 'read' and about_id = ${people.tomas!.personId}`),
  );
  assert.equal(events, 1);
  const none = await ask("amara", "GET", `/people/${crypto.randomUUID()}/certification`);
  for (const who of ["amara", "priya", "ada"])
    assert.deepEqual([(await ask(who, "GET", path)).status, (await ask(who, "GET", path)).body], [404, none.body]);
  assert.equal((await ask("amara", "GET", "/certifications?program=coaching")).status, 403);
});

/** An assessment that no duty permitted, noted and closed. */
async function closedIncident(learner: string, assessor: string): Promise<void> {
  const [learnerId, assessorId] = [people[learner]!.personId, people[assessor]!.personId];
  const assessments = [{ learnerId, assessorId, on: day(-3), source: "osler", sourceId: "closed" }];
  assert.equal((await ask("ravi", "POST", "/assessments", { assessments })).body.noted, 1);
  const { items } = (await ask("marisol", "GET", "/wall/incidents?state=open")).body;
  const { incidentId } = items.find((one: { learnerId: string }) => one.learnerId === learnerId);
  const closed = await ask("marisol", "POST", `/wall/incidents/${incidentId}/closure`, { outcome: "past" });
  assert.equal(closed.status, 200);
}

test("what a charter has rules for is what its relationships begin, whether they counsel or not", async () => {
  for (const program of programs) {
    const begun = await byHand(
      world,
      (admin) => admin`select app.duty_of(${program}, counsels) as duty from (values (false), (true)) v (counsels)`,
    );
    assert.deepEqual([...new Set(begun.map(({ duty }) => duty))], dutiesOf[program]);
  }
});
