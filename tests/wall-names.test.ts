// Who stands where by name: every stand once, however the pages fall.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people, schoolId } = world;
const id = (who: string) => people[who]!.personId;

const admin = postgres({ ...world.database.admin, max: 1 });
for (const [duty, learner, educator] of [
  ["coaches", "noah", "tomas"],
  ["advises", "amara", "tomas"],
  ["mentors", "amara", "priya"],
  // A learner who also guides stands by the name of the other one.
  ["advises", "fatima", "amara"],
] as const)
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source) values
    (${schoolId}, ${duty}, ${id(educator)}, ${id(learner)}, daterange(current_date - 30, null), 'relationship')`;
await admin.end();

test("stands by name: each once over all pages, by the learner's family name, under the same filters", async () => {
  const pages: Record<string, string>[][] = [];
  for (let after = ""; pages.length < 100;) {
    const { body } = await ask("marisol", "GET", `/wall/stands?order=name&limit=3${after}`);
    pages.push(body.items);
    if (body.next === null) break;
    after = `&after=${body.next}`;
  }
  const found = pages.flat();
  const all = (await ask("marisol", "GET", "/wall/stands?limit=200")).body.items as Record<string, string>[];
  const idOf = ({ standId }: Record<string, string>): string => standId!;
  assert.ok(pages.length > 2, "more than two pages");
  assert.deepEqual(found.map(idOf).toSorted(), all.map(idOf).toSorted());
  const people = (await ask("marisol", "GET", "/people?limit=200")).body.items as Record<string, string>[];
  const inOrder = people.map(({ personId }) => personId);
  const places = found.map(({ learnerId }) => inOrder.indexOf(learnerId!));
  assert.ok(!places.includes(-1));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  const judges = await ask("marisol", "GET", "/wall/stands?order=name&side=judge&limit=200");
  const judging = all.filter(({ side }) => side === "judge");
  assert.deepEqual((judges.body.items as Record<string, string>[]).map(idOf).toSorted(), judging.map(idOf).toSorted());
  const foreign = await ask("marisol", "GET", "/wall/stands?limit=3");
  const mixed = await ask("marisol", "GET", `/wall/stands?order=name&after=${foreign.body.next}`);
  assert.equal(mixed.body.rule, "page.cursor");
});
