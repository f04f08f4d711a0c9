// Relationships that end by neither of the two: for an open incident, by an office; and because somebody leaves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { brought, inForce, pairsIn, standsOf } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const pair = pairsIn(world);
const ask: World["ask"] = (...asked) => world.ask(...asked);

test("an office ends a relationship while an open incident names it, and never another", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator);
  const incidentOf = async () => {
    const { items } = ok(await ask("marisol", "GET", "/wall/incidents?state=open&limit=200"));
    return items.find((item: { learnerId: string }) => item.learnerId === world.people[learner]!.personId);
  };
  const endFor = (who: string, incidentId: string) => ask(who, "POST", `/wall/incidents/${incidentId}/ending`, {});
  assert.equal(await incidentOf(), undefined);
  await world.door.asSession(world.people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, about, source, tolerates)
      values (${world.schoolId}, 'assesses', ${world.people[educator]!.personId}, ${world.people[learner]!.personId},
        daterange(${day(200)}::date, ${day(230)}::date), 'Late clerkship', 'rotation', true)`),
  );
  const { incidentId, program } = await incidentOf();
  assert.equal(program, "coaching");
  for (const who of [learner, educator, "imani", "ravi", "ada"])
    refused(await endFor(who, incidentId), 403, "office.may");
  refused(await endFor("marisol", crypto.randomUUID()), 404, "incident.absent");
  const before = ok(await ask(learner, "GET", `/relationships/${id}`));
  assert.equal(before.state, "in force");
  ok(await endFor("marisol", incidentId));
  for (const who of [learner, educator, "marisol"]) {
    const told = ok(await ask(who, "GET", `/relationships/${id}`));
    assert.equal(told.state, "ended", who);
    assert.doesNotMatch(JSON.stringify(told), /clerkship|assess/i, who);
  }
  // The duty begins after the cooling-off: nothing collides any more, and the incident has closed by itself.
  assert.equal(await incidentOf(), undefined);
  refused(await endFor("marisol", incidentId), 404, "incident.absent");
  const [reasons] = await byHand(
    world,
    (admin) => admin`select count(*)::int as n from endings where relationship_id = ${id}`,
  );
  assert.equal(reasons!.n, 0);
  const [events] = await byHand(
    world,
    (admin) =>
      admin`select count(*)::int as n from events where subject = 'relationship' and subject_id = ${id} and actor_id = ${world.people.marisol!.personId} and verb = 'change'`,
  );
  assert.equal(events!.n, 1);
});

test("who leaves, leaves their relationships too, and nobody else's", async () => {
  const [learner, educator] = await pair();
  const [other] = await pair();
  const theirs = await inForce(world, learner, educator);
  const awaiting = await brought(world, other, educator);
  const [, elsewhere] = await pair();
  const stays = await inForce(world, other, elsewhere, "mentoring");
  ok(await ask("marisol", "PATCH", `/people/${world.people[educator]!.personId}`, { leftOn: day(-1) }));
  const stateOf = async (who: string, id: string) => ok(await ask(who, "GET", `/relationships/${id}`)).state;
  assert.equal(await stateOf(learner, theirs), "ended");
  assert.equal(await stateOf(other, awaiting), "ended");
  assert.equal(await stateOf(other, stays), "in force");
  assert.deepEqual(
    (await standsOf(world, theirs)).map(({ to }) => to),
    [day(1), day(1), day(1)],
  );
  // Somebody noted by mistake comes back; what has ended stays ended.
  ok(await ask("marisol", "PATCH", `/people/${world.people[educator]!.personId}`, { leftOn: null }));
  assert.equal(await stateOf(learner, theirs), "ended");
});
