// The export: every kind of record that the specification names, page by page, also while rows come in between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exported, tableOf } from "../src/desk/exported.ts";
import { byHand, ok } from "./help/matches.ts";
import { inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";
import { readSpecification, states } from "./proof/specification.ts";

const world = await openWorld();

/**
 * Read by somebody and not exported: traces of signing in, a table that is the same in every school, and what is in files:
 * their names, types and sizes are in the export, their bytes are saved one by one at their own address.
 */
const apart = ["goal_files", "sessions", "idempotency_keys", "office_capabilities"];

test("every record that somebody reads is exported", () => {
  const { reading } = readSpecification();
  const askers = [
    "learner",
    "educator",
    "judge",
    "coordinator",
    "director",
    "dean",
    "registrar",
    "reviewer",
    "administrator",
  ] as const;
  const read = reading.filter((line) => askers.some((asker) => states.some((state) => line.may(asker, state))));
  const tables = new Set(read.map(({ table }) => table).filter((table) => !apart.includes(table)));
  assert.deepEqual([...tables].toSorted(), exported.map(tableOf).toSorted());
});

test("who comes in between two pages puts nobody on both or on none", async () => {
  const before: { personId: string }[] = ok(await world.ask("marisol", "GET", "/export/people?limit=5000")).items;
  const seen: string[] = [];
  let after = "";
  for (let turn = 0; ; turn++) {
    const page = ok(await world.ask("marisol", "GET", `/export/people?limit=2${after}`));
    seen.push(...page.items.map(({ personId }: { personId: string }) => personId));
    if (page.next === null) break;
    after = `&after=${encodeURIComponent(page.next)}`;
    if (turn < 5) await world.addLearner(`newcomer${turn}`);
  }
  assert.equal(new Set(seen).size, seen.length, "nobody twice");
  assert.deepEqual(
    before.filter(({ personId }) => !seen.includes(personId)),
    [],
  );
});

test("whoever is in an office's export is told once, and a learner's export tells nobody", async () => {
  const readings = async (who: string): Promise<{ subject: string; reader: { personId: string } }[]> =>
    ok(await world.ask(who, "GET", "/me/readings")).items;
  await inForce(world, "amara", "joan");
  const before = await readings("joan");
  for (const record of ["educators", "relationships", "stands"])
    ok(await world.ask("amara", "GET", `/export/${record}`));
  ok(await world.ask("amara", "GET", `/relationships?person=${world.people.joan!.personId}`));
  assert.deepEqual(await readings("joan"), before, "a learner's look");

  const danas = async () =>
    (await readings("amara")).filter(({ reader }) => reader.personId === world.people.dana!.personId);
  ok(await world.ask("dana", "GET", "/export/offices"));
  assert.deepEqual(await danas(), [], "what everybody may know is nobody's record");
  for (const record of ["people", "learners", "standings"]) ok(await world.ask("dana", "GET", `/export/${record}`));
  assert.deepEqual(
    (await danas()).map(({ subject }) => subject),
    ["export"],
    "one line, however many kinds of records",
  );
  ok(await world.ask("joan", "GET", "/export/relationships"));
  ok(await world.ask("marisol", "GET", `/relationships?person=${world.people.amara!.personId}`));
  const [second, first] = await readings("amara");
  assert.deepEqual([first?.subject, second?.subject], ["export", "relationship"]);
  assert.equal(first?.reader.personId, world.people.joan!.personId);
});

test("an educator's export of people tells their learners, and a resident who teaches leaves a line like any educator", async () => {
  const by = async (who: string, reader: string): Promise<string[]> =>
    ok(await world.ask(who, "GET", "/me/readings"))
      .items.filter((one: { reader: { personId: string } }) => one.reader.personId === world.people[reader]!.personId)
      .map(({ subject }: { subject: string }) => subject);
  await inForce(world, "noah", "priya");
  ok(await world.ask("priya", "GET", "/export/people"));
  assert.ok((await by("noah", "priya")).includes("export"));
  assert.deepEqual(await by("joan", "priya"), [], "the directory of educators is open");
  // Priya becomes a resident who teaches.
  await byHand(
    world,
    (admin) => admin`insert into learners (school_id, learner_id, class_year) values
      (${world.schoolId}, ${world.people.priya!.personId}, 2027)`,
  );
  ok(await world.ask("priya", "GET", `/people/${world.people.noah!.personId}`));
  assert.ok((await by("noah", "priya")).includes("person"));
  for (const who of ["tomas", "amara"]) ok(await world.ask(who, "GET", "/export/people"));
  assert.deepEqual(
    [await by("priya", "tomas"), await by("priya", "amara")],
    [[], []],
    "for standing in the directory nobody is told",
  );
});
