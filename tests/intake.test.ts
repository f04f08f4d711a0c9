// Sound rows into the database: taken once, changed when they changed, collisions told, and all of it undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { sql } from "../src/db/sql.ts";
import { beginImport, endImport, writeRows } from "../src/intake/apply-store.ts";
import type { SoundEducator, SoundLearner, SoundRows } from "../src/intake/sound.ts";
import { newcomer } from "../src/intake/sound-people.ts";
import { knownIds } from "../src/intake/store.ts";
import type { Writer } from "../src/intake/write-store.ts";
import { findMe } from "../src/people/store.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { people, door, schoolId } = world;
const Count = z.object({ count: z.number() });

const educator = (n: number): SoundEducator => ({
  sourceId: `F${n}`,
  person: newcomer(`F${n}`),
  alsoIds: [],
  givenName: `Edu${n}`,
  familyName: "Cator",
  email: `f${n}@faculty.example.edu`,
  department: "Surgery",
  campus: "Main",
  skills: ["research"],
  languages: ["English"],
  places: { advising: 5, coaching: 2, mentoring: 2 },
  effortPercent: 10,
  pausedUntil: null,
  lines: [{ file: "educators.csv", line: n + 1 }],
});

const learner = (n: number): SoundLearner => ({
  sourceId: `S${n}`,
  person: newcomer(`S${n}`),
  alsoIds: [],
  givenName: `Lea${n}`,
  familyName: "Rner",
  email: `s${n}@students.example.edu`,
  classYear: 2029,
  phase: "clerkship",
  campus: "Main",
  status: "active",
  interests: ["Surgery"],
  needs: ["research"],
  languages: ["English"],
  lines: [{ file: "learners.csv", line: n + 1 }],
});

const rotation = {
  learnerId: "S1",
  classYear: null,
  about: "Surgery, Main",
  from: "2026-08-03",
  to: "2099-01-01",
  lines: [{ file: "rotations.csv", line: 2 }],
};
const course = {
  learnerId: null,
  classYear: 2029,
  about: "Surgery course",
  from: "2026-08-01",
  to: "2099-07-01",
  lines: [{ file: "courses.csv", line: 2 }],
};

/** F2 directs the course of S2's class, so F2 cannot be S2's mentor. */
function rows(): SoundRows {
  return {
    educators: [1, 2, 3].map(educator),
    learners: [1, 2].map(learner),
    duties: [
      { duty: "assesses", educatorId: "F1", source: "rotation", ...rotation },
      { duty: "assesses", educatorId: "F2", source: "course", ...course },
    ],
    trainings: [
      {
        educatorId: "F1",
        module: "Three roles, three lanes",
        completedOn: "2026-02-13",
        lines: [{ file: "training.csv", line: 2 }],
      },
    ],
    preferences: [
      {
        learnerId: "S1",
        program: "coaching",
        educatorId: "F3",
        rank: 1,
        lines: [{ file: "preferences.csv", line: 2 }],
      },
      {
        learnerId: "S2",
        program: "mentoring",
        educatorId: "F3",
        rank: null,
        lines: [{ file: "preferences.csv", line: 3 }],
      },
    ],
    relationships: [
      {
        learnerId: "S1",
        educatorId: "F3",
        program: "coaching",
        since: "2025-09-01",
        lines: [{ file: "relationships.csv", line: 2 }],
      },
      {
        learnerId: "S2",
        educatorId: "F2",
        program: "mentoring",
        since: "2025-09-01",
        lines: [{ file: "relationships.csv", line: 3 }],
      },
    ],
  };
}

function take(given: SoundRows): Promise<Writer> {
  return door.asSession(people.ravi!.secret, async (tx) => {
    const me = (await findMe(tx))!;
    const { people: known } = await knownIds(tx, me);
    const writer = await beginImport(tx, me, ["learners.csv"], known);
    const here = <T extends { sourceId: string; person: string }>(list: T[]) =>
      list.map((one) => ({ ...one, person: known.get(one.sourceId) ?? newcomer(one.sourceId) }));
    const rows = { ...given, learners: here(given.learners), educators: here(given.educators) };
    await writeRows(writer, rows, async () => undefined);
    await endImport(writer);
    return writer;
  });
}

async function countOf(query: ReturnType<typeof sql>): Promise<number> {
  return (await door.asSession(people.marisol!.secret, (tx) => tx.one(Count, query))).count;
}

const relationships = () =>
  countOf(sql`select count(*)::int as count from relationships where school_id = ${schoolId}`);
const incidents = () =>
  countOf(sql`select count(*)::int as count from incidents where school_id = ${schoolId} and kind = 'relationship'`);
const folk = () =>
  countOf(
    sql`select count(*)::int as count from people where school_id = ${schoolId} and family_name in ('Cator', 'Rner')`,
  );
let importId = "";

test("an import takes every sound row, and a pair that a wall closes leaves an incident", async () => {
  const applied = await take(rows());
  importId = applied.importId;
  const counts = { people: 5, learners: 2, educators: 3, duties: 2, trainings: 1, preferences: 2, relationships: 2 };
  assert.partialDeepStrictEqual(applied.added, counts);
  assert.equal(await incidents(), 1);
  assert.equal(await relationships(), 2);
  assert.deepEqual(linesOf(applied), {
    educators: [2, 3, 4],
    learners: [2, 3],
    rotations: [2],
    courses: [2],
    training: [2],
    preferences: [2, 3],
    relationships: [2, 3],
  });
});

/** By file, the lines whose things came to be or changed. */
function linesOf({ touched }: Writer): Record<string, number[]> {
  const names = ["educators", "learners", "rotations", "courses", "training", "preferences", "relationships"];
  const listed = names.map((name) => [name, [...touched.linesIn(`${name}.csv`)].toSorted((a, b) => a - b)] as const);
  return Object.fromEntries(listed.filter(([, lines]) => lines.length > 0));
}

test("the same import again changes nothing", async () => {
  const applied = await take(rows());
  const { added, changed } = applied;
  assert.deepEqual(linesOf(applied), {});
  assert.deepEqual(
    [...Object.values(added), ...Object.values(changed)].filter((count) => count > 0),
    [],
  );
});

test("an import leaves one event a table, whatever the number of rows", async () => {
  const Event = z.object({ subject: z.string(), rows: z.number() });
  const events = await door.asSession(people.ravi!.secret, (tx) =>
    tx.rows(
      Event,
      sql`
    select subject, rows from events where actor_id = ${people.ravi!.personId} and verb = 'import' and rows > 0 order by subject`,
    ),
  );
  assert.equal(events.find(({ subject }) => subject === "person")?.rows, 5);
});

test("what changed in the files changes here, and nothing else", async () => {
  const given = rows();
  given.learners[0]!.campus = "Harbor";
  given.learners[1]!.status = "leave";
  given.educators[0]!.places = { advising: 5, coaching: 3, mentoring: 2 };
  given.preferences[0]!.rank = 2;
  const applied = await take(given);
  const { importId: second, added, changed } = applied;
  assert.deepEqual(linesOf(applied), { educators: [2], learners: [2, 3], preferences: [2] });
  const seen = [...Object.entries(added), ...Object.entries(changed)].filter(([, count]) => count > 0);
  assert.deepEqual(
    seen.toSorted((a, b) => a[0].localeCompare(b[0])),
    [
      ["capacities", 1],
      ["learners", 1],
      ["preferences", 1],
      ["standings", 1],
    ],
  );
  await undo(second);
  const back = await door.asSession(people.ravi!.secret, (tx) =>
    tx.one(
      z.object({ campus: z.string() }),
      sql`
    select l.campus from learners l join source_ids s on (s.school_id, s.person_id) = (l.school_id, l.learner_id) where s.source_id = 'S1'`,
    ),
  );
  assert.equal(back.campus, "Main");
});

async function undo(id: string): Promise<number> {
  const Void = z.object({ voidId: z.string() });
  return door.asSession(people.ravi!.secret, async (tx) => {
    const { voidId } = await tx.one(
      Void,
      sql`insert into voids (school_id, act, because, voided_by)
      values (${schoolId}, 'import undo', 'A test', ${people.ravi!.personId}) returning void_id`,
    );
    return (await tx.one(Count, sql`select app.undo_import(${id}, ${voidId}) as count`)).count;
  });
}

test("the whole import is undone, once, and can be taken again afterwards", async () => {
  assert.equal(await folk(), 5);
  await undo(importId);
  assert.equal(await folk(), 0);
  assert.equal(await incidents(), 0);
  assert.equal(await relationships(), 0);
  await assert.rejects(undo(importId), { rule: "import.undone" });
  const { added } = await take(rows());
  assert.equal(added.people, 5);
});

const nothing = { educators: [], learners: [], duties: [], trainings: [], preferences: [], relationships: [] };

/** What the list says before anyone tries. */
async function offered(id: string): Promise<boolean[]> {
  const { items } = (await world.ask("ravi", "GET", "/imports")).body;
  const { canUndo, inUse } = items.find(({ importId: one }: { importId: string }) => one === id);
  return [canUndo, inUse];
}

test("an import that others have built on stays, and no undo of it is offered", async () => {
  const given = rows();
  given.educators[0] = { ...given.educators[0]!, sourceId: "F9", email: "f9@faculty.example.edu" };
  const { importId: third } = await take({ ...nothing, educators: given.educators });
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`
    insert into duties (school_id, duty, educator_id, learner_id, during, source)
    select ${schoolId}, 'assesses', person_id, ${people.amara!.personId}, daterange('2027-01-01', '2027-02-01'), 'rotation' from source_ids where source_id = 'F9'`),
  );
  await assert.rejects(undo(third), { rule: "import.in-use" });
  assert.deepEqual(await offered(third), [false, true]);
});

test("an assessment that hangs on an imported duty keeps the import", async () => {
  const duties = [
    { duty: "assesses" as const, educatorId: "F1", source: "rotation" as const, ...rotation, learnerId: "S2" },
  ];
  const { importId: fourth } = await take({ ...nothing, duties });
  assert.deepEqual(await offered(fourth), [true, false]);
  const Pair = z.object({ learnerId: z.string(), assessorId: z.string() });
  const pair = await door.asSession(people.ravi!.secret, (tx) =>
    tx.one(Pair, sql`select learner_id, educator_id as assessor_id from duties where import_id = ${fourth}`),
  );
  const assessments = [{ ...pair, on: "2026-08-04", sourceId: "clinic-1" }];
  assert.equal((await world.ask("ravi", "POST", "/assessments", { assessments })).status, 200);
  assert.deepEqual(await offered(fourth), [false, true]);
  await assert.rejects(undo(fourth), { rule: "import.in-use" });
});

test("nobody but the roster's offices imports or undoes", async () => {
  for (const who of ["amara", "tomas", "ada", "dana"])
    await assert.rejects(
      door.asSession(people[who]!.secret, async (tx) => beginImport(tx, (await findMe(tx))!, [], new Map())),
      { kind: "absent" },
      who,
    );
});
