// Lines that somebody puts off: gone from their own page until the day, or until what they are about changes; nobody else notices.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { agreementOf, brought, changed, inForce, pairsIn } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people } = world;
const pair = pairsIn(world);

interface Page {
  here: string[];
  snoozed: string[];
}
const keysOf = (lines: { key: string }[]) => lines.map(({ key }) => key);

async function home(who: string, as = "learner"): Promise<Page> {
  const { actions, snoozed } = ok(await ask(who, "GET", `/home/${as}`));
  return { here: keysOf(actions), snoozed: keysOf(snoozed) };
}

async function desk(who: string): Promise<Page> {
  const { lines, snoozed } = ok(await ask(who, "GET", "/desk"));
  return { here: keysOf(lines), snoozed: keysOf(snoozed) };
}

const putOff = (who: string, lines: string[], until: string | null) => ask(who, "PUT", "/snoozes", { lines, until });

/** As if so many days had gone by since it was put off. */
async function laterBy(days: number): Promise<void> {
  await byHand(world, (admin) => admin`update snoozes set until = until - ${days}::int`);
}

test("a learner and an educator each put a line off for themselves, and it comes back on its day", async () => {
  const [learner, educator] = await pair();
  await brought(world, learner, educator);
  const [before, others] = [await home(learner), await home(educator, "educator")];
  const [line] = before.here.filter((key) => key.startsWith("sign "));
  assert.ok(line !== undefined && others.here.includes(line), "the two have a line of one relationship each");
  ok(await putOff(learner, [line], day(2)));
  const off = await home(learner);
  assert.deepEqual(
    off.here,
    before.here.filter((key) => key !== line),
  );
  assert.deepEqual(off.snoozed, [line]);
  assert.deepEqual(await home(educator, "educator"), others, "the other's page is as before");
  await laterBy(1);
  assert.deepEqual((await home(learner)).snoozed, [line], "not before its day");
  await laterBy(1);
  assert.deepEqual(await home(learner), before);

  ok(await putOff(educator, [line], day(7)));
  assert.deepEqual((await home(educator, "educator")).snoozed, [line]);
  assert.deepEqual(await home(learner), before);
});

test("a line that was put off comes back when what it is about changes", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  const [line] = (await home(learner)).here.filter((key) => key.startsWith("sign "));
  ok(await putOff(learner, [line!], day(30)));
  assert.ok(!(await home(learner)).here.some((key) => key.startsWith("sign ")));
  const clauses = changed(await agreementOf(world, educator, id), "notice", "Two days.");
  ok(await ask(educator, "POST", `/relationships/${id}/agreements`, { version: 1, clauses }));
  const back = await home(learner);
  assert.ok(
    back.here.some((key) => key.startsWith("sign ")),
    "another wording is another line",
  );
  assert.deepEqual(back.snoozed, []);
});

test("an office puts a line of its desk off: its counts follow, and no other office's do", async () => {
  const all = ["dana", "imani"];
  const before = await Promise.all(all.map(async (who) => JSON.stringify(ok(await ask(who, "GET", "/desk")))));
  const { lines, queues } = ok(await ask("marisol", "GET", "/desk"));
  const [line] = lines.filter(({ queue }: { queue: string }) => queue === "unsigned");
  assert.ok(line.key.startsWith("unsigned "));
  ok(await putOff("marisol", [line.key], null));
  const after = ok(await ask("marisol", "GET", "/desk"));
  const openIn = (reply: { queue: string; open: number }[]) => reply.find(({ queue }) => queue === "unsigned")!.open;
  assert.equal(openIn(after.queues), openIn(queues) - 1);
  assert.deepEqual(
    after.snoozed.map(({ key, until, who }: Record<string, unknown>) => [key, until, who]),
    [[line.key, null, line.who]],
  );
  for (const [nth, who] of all.entries())
    assert.equal(JSON.stringify(ok(await ask(who, "GET", "/desk"))), before[nth], `${who} sees what they saw`);

  await laterBy(100);
  assert.deepEqual((await desk("marisol")).snoozed, [line.key], "done for now has no day");
  ok(await ask("marisol", "POST", "/snoozes/return", { lines: [line.key] }));
  const back = await desk("marisol");
  assert.deepEqual([back.snoozed, back.here.includes(line.key)], [[], true]);
});

test("an incident is put off by one for themselves, and every other office still sees it", async () => {
  const [learner, educator] = await pair();
  await inForce(world, learner, educator);
  await world.door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
      values (${world.schoolId}, 'assesses', ${people[educator]!.personId}, ${people[learner]!.personId},
        daterange(${day(-1)}::date, ${day(60)}::date), 'rotation', 'Surgery', true)`),
  );
  const [line] = (await desk("marisol")).here.filter((key) => key.startsWith("wall "));
  assert.ok(line !== undefined);
  refused(await putOff("marisol", [line], null), 409, "snooze.done");
  ok(await putOff("marisol", [line], day(1)));
  assert.ok(!(await desk("marisol")).here.includes(line));
  for (const who of ["dana", "imani"]) assert.ok((await desk(who)).here.includes(line), who);
});

test("a line that an act settles is not put aside for good, and no line for long", async () => {
  const reply = refused(await putOff("amara", ["sign something"], null), 409, "snooze.done");
  assert.equal(reply.faults[0].field, "until");
  for (const until of [day(0), day(-1), day(91)])
    refused(await putOff("amara", ["see something"], until), 422, "snooze.day");
  ok(await putOff("amara", ["see something"], day(90)));
  ok(await putOff("amara", ["see something"], null));
});

test("the database keeps everybody to their own lines", async () => {
  ok(await putOff("amara", ["see something"], null));
  const mine = await world.door.asSession(people.tomas!.secret, (tx) =>
    tx.run(sql`update snoozes set until = null where person_id = ${people.amara!.personId}`),
  );
  assert.equal(mine, 0);
  const { items } = ok(await ask("dana", "GET", "/export/snoozes"));
  assert.deepEqual(items, []);
  assert.ok(ok(await ask("amara", "GET", "/export/snoozes")).items.length > 0);
});
