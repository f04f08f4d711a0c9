// What the tests of a match say often: make a run, read its pairs, wish, collide, answer.
import assert from "node:assert/strict";
import postgres from "postgres";
import { addDays } from "../../src/core/shapes.ts";
import { sql } from "../../src/db/sql.ts";
import { inventSchool } from "../../src/intake/invented.ts";
import { firstCharters } from "../../src/programs/first.ts";
import { problemTypes } from "../../src/http/problem-types.ts";
import { type Reply, today, type World } from "./world.ts";

export const day = (offset: number): string => addDays(today(), offset);
export const firstNamed = (list: { learner: string }[], name: string) =>
  list.find(({ learner }) => learner.toLowerCase().startsWith(name));
export const ok = ({ status, body }: Reply) => {
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
export const refused = ({ status, body }: Reply, code: number, rule: string) => {
  assert.deepEqual([status, body.rule], [code, rule], JSON.stringify(body));
  assert.ok(Object.hasOwn(problemTypes, rule), `${rule} has no page`);
  return body;
};
/** A registrar imports an invented school of 40 learners and 24 educators. */
export async function bringSchool(world: World): Promise<void> {
  const modules = [...new Set(Object.values(firstCharters).flatMap((charter) => charter.modules))];
  const files = Object.entries(inventSchool(7, { learners: 40, educators: 24 }, day(0), modules));
  const sent = files.map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
  ok(await world.ask("ravi", "POST", "/imports", { files: sent }));
}

export const run = async (world: World, program = "coaching", settings = {}, who = "marisol") =>
  ok(await world.ask(who, "POST", "/runs", { program, settings }));
export const detail = async (world: World, id: string) => ok(await world.ask("marisol", "GET", `/runs/${id}`));
export const proposalsFor = async (world: World, who: string) => ok(await world.ask(who, "GET", "/proposals")).items;

/** Who is to be proposed whom, by first name in lower case. */
export async function pairsOf(world: World, id: string): Promise<Record<string, string>> {
  const { proposals } = await detail(world, id);
  return Object.fromEntries(
    proposals.map(({ learner, educator }: Record<string, string>) => [
      learner!.split(" ")[0]!.toLowerCase(),
      educator!.split(" ")[0]!.toLowerCase(),
    ]),
  );
}

export async function byHand<T>({ database }: World, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres({ ...database.admin, max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

export async function assesses(
  world: World,
  learner: string,
  educator: string,
  from: string,
  to: string,
): Promise<void> {
  const { schoolId, people } = world;
  await world.door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people[educator]!.personId}, ${people[learner]!.personId}, daterange(${from}::date, ${to}::date), 'rotation', 'Surgery')`),
  );
}

export async function wishes(
  world: World,
  learner: string,
  educator: string,
  rank: number | null,
  program = "coaching",
): Promise<void> {
  const { schoolId, people } = world;
  await world.door.asSession(people[learner]!.secret, (tx) =>
    tx.run(sql`insert into preferences (school_id, learner_id, program, educator_id, rank)
    values (${schoolId}, ${people[learner]!.personId}, ${program}, ${people[educator]!.personId}, ${rank})`),
  );
}

export const answer = (world: World, who: string, runId: string, learner: string, body: unknown) =>
  world.ask(who, "POST", `/proposals/${runId}/${world.people[learner]!.personId}/answer`, body);
