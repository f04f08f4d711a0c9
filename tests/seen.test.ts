// Who sees what: the mirror shows exactly what the other sees, and tells the asker nothing they may not know.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { people, door, schoolId, ask } = world;

interface Seen {
  record: string;
  sees: boolean | null;
  values: string[];
}

async function seenBy(query: string): Promise<Map<string, Seen>> {
  const { status, body } = await ask("amara", "GET", `/seen?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return new Map((body.records as Seen[]).map((record) => [record.record, record]));
}

test("an educator without a relationship sees nothing of a learner", async () => {
  const seen = await seenBy(`personId=${people.tomas!.personId}`);
  assert.deepEqual(
    [...seen.values()].filter(({ sees }) => sees !== false),
    [],
  );
});

test("once a judge's duty is recorded, that judge sees the duty and the stand, and nothing else", async () => {
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people.fatima!.personId}, ${people.amara!.personId}, daterange('2026-08-01', '2027-01-01'), 'rotation', 'Surgery')`),
  );
  const seen = await seenBy(`personId=${people.fatima!.personId}`);
  assert.deepEqual(
    [...seen.values()].filter(({ sees }) => sees).map(({ record }) => record),
    ["duty", "stand"],
  );
});

test("the coordinator sees the roster and the profile, the administrator only the name", async () => {
  const office = async (name: string) =>
    [...(await seenBy(`office=${name}`)).values()].filter(({ sees }) => sees).map(({ record }) => record);
  assert.deepEqual(await office("coordinator"), ["person", "learner", "standing", "profile", "duty", "stand"]);
  assert.deepEqual(await office("administrator"), ["person"]);
});

test("of the office's working papers it says who may read them, not whether there are any", async () => {
  assert.equal((await seenBy("office=coordinator")).get("incident")?.sees, null);
  assert.equal((await seenBy("office=registrar")).get("incident")?.sees, false);
});

test("another learner sees nothing, and is not named", async () => {
  const { body } = await ask("amara", "GET", "/seen?anotherLearner=true");
  assert.equal(body.who, "Another learner");
  assert.deepEqual(
    (body.records as Seen[]).filter(({ sees }) => sees),
    [],
  );
});

test("a learner cannot pick a learner, a stranger, or nobody", async () => {
  for (const query of [`personId=${people.noah!.personId}`, `personId=${crypto.randomUUID()}`, ""]) {
    const { status, body } = await ask("amara", "GET", `/seen?${query}`);
    assert.equal(status, 422, query);
    assert.equal(body.rule, "seen.who");
  }
});

test("looking leaves nothing behind in the other's account", async () => {
  await seenBy(`personId=${people.tomas!.personId}`);
  const { rows } = await door
    .asSession(people.tomas!.secret, (tx) =>
      tx.rows({ parse: (row: unknown) => row } as never, sql`select * from sessions`),
    )
    .then((list) => ({ rows: list as unknown[] }));
  assert.equal(rows.length, 1);
});
