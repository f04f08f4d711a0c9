// The way out of an incident that an office has itself: ending the relationship that collides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { inForce, pairsIn } from "./help/relationships.ts";
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
