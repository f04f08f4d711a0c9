// What tests of relationships say often: bring one in, read its rules, sign, and change the days by hand.
import assert from "node:assert/strict";
import { sql } from "../../src/db/sql.ts";
import { byHand, ok } from "./matches.ts";
import type { Reply, World } from "./world.ts";

/** A relationship by import, as the registrar's: it waits for both signatures. */
export async function brought(world: World, learner: string, educator: string, program = "coaching"): Promise<string> {
  const { schoolId, people } = world;
  const relationshipId = crypto.randomUUID();
  await world.door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into relationships (school_id, relationship_id, program, learner_id, educator_id, since)
      values (${schoolId}, ${relationshipId}, ${program}, ${people[learner]!.personId}, ${people[educator]!.personId}, '2025-08-01')`),
  );
  return relationshipId;
}

export const agreementOf = async (world: World, who: string, id: string) =>
  ok(await world.ask(who, "GET", `/relationships/${id}/agreement`));

/** Reads the newest wording and signs it. */
export async function sign(world: World, who: string, id: string): Promise<Reply> {
  const { agreementId } = await agreementOf(world, who, id);
  return world.ask(who, "POST", `/agreements/${agreementId}/signature`, { readLimits: true });
}

/** In force: brought in, and signed by both. */
export async function inForce(world: World, learner: string, educator: string, program = "coaching"): Promise<string> {
  const id = await brought(world, learner, educator, program);
  ok(await sign(world, learner, id));
  const { relationship } = ok(await sign(world, educator, id));
  assert.equal(relationship.state, "in force");
  return id;
}

export const end = (world: World, who: string, id: string, reason?: string) =>
  world.ask(who, "POST", `/relationships/${id}/ending`, reason === undefined ? {} : { reason });

export const standsOf = (world: World, id: string) =>
  byHand(
    world,
    (admin) => admin<{ wall: string; side: string; from: string; to: string | null; until: string | null }[]>`
      select s.wall, s.side, lower(s.during)::text as "from", upper(s.during)::text as "to", upper(s.blocked)::text as until
      from stands s join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
      where d.relationship_id = ${id} and s.voided_by is null order by 1`,
  );

/** A learner and an educator who are new, so that no test stands in another's way. */
export function pairsIn(world: World): () => Promise<[learner: string, educator: string]> {
  let turn = 0;
  return async () => {
    turn += 1;
    const names: [string, string] = [`learner${turn}`, `educator${turn}`];
    await world.addLearner(names[0]);
    await world.addEducator(names[1]);
    return names;
  };
}

/** The clauses of a wording with one text changed. */
export const changed = (agreement: { lines: { key: string; text: string }[] }, key: string, text: string) =>
  agreement.lines.map((line) => ({ key: line.key, text: line.key === key ? text : line.text }));
