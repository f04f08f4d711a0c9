// Pairs of a roster that a wall closes: they wait like any other, and each way out of their incident leads somewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession } from "../src/people/steward-store.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { brought, end, sign, standsOf } from "./help/relationships.ts";
import { openWorld, today, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);

let turn = 0;

/** A mentor whom a rotation makes the learner's assessor until `to`, as a registrar's files say it; and who they are. */
async function collidingPair(to: string): Promise<{ learner: string; educator: string; id: string }> {
  turn += 1;
  const [s, f] = [`S${turn}`, `F${turn}`];
  const files = Object.entries({
    "learners.csv": `student_id,first_name,last_name,email,class_year,phase,campus,status\n${s},Lea,Rner${turn},${s}@s.example.edu,2028,clerkship,Main,active`,
    "educators.csv": `faculty_id,first_name,last_name,email,department,mentor_capacity,fte_percent\n${f},Edu,Cator${turn},${f}@f.example.edu,Surgery,3,10`,
    "rotations.csv": `student_id,clerkship,site,start,end,supervisor_id,assessor_id\n${s},Surgery,Main,${day(-10)},${to},,${f}`,
    "relationships.csv": `student_id,faculty_id,program,since\n${s},${f},mentoring,2025-09-01`,
  }).map(([name, text]) => ({ name, base64: Buffer.from(text).toString("base64") }));
  const { added, refused: rows } = ok(await ask("ravi", "POST", "/imports", { files }));
  assert.deepEqual([added.relationships, rows], [1, []]);
  const people = await byHand(
    world,
    (admin) => admin<{ personId: string; familyName: string }[]>`
      select person_id as "personId", family_name as "familyName" from people where family_name in (${`Rner${turn}`}, ${`Cator${turn}`})`,
  );
  for (const { personId, familyName } of people) {
    const key = { schoolId: world.schoolId, personId };
    world.people[familyName] = { ...key, secret: await world.door.asSteward((tx) => openSession(tx, key, "test")) };
  }
  const learner = `Rner${turn}`;
  const [relationship] = ok(await ask(learner, "GET", "/relationships")).items;
  return { learner, educator: `Cator${turn}`, id: relationship.relationshipId };
}

async function incidentOf(id: string, state = "open") {
  const { items } = ok(await ask("marisol", "GET", `/wall/incidents?state=${state}&limit=200`));
  return items.find((one: { relationshipId: string | null }) => one.relationshipId === id);
}

/** Where the desk puts the learner's mentoring. */
async function queuesOf(learner: string): Promise<string[]> {
  const { lines } = ok(await ask("marisol", "GET", "/desk"));
  return lines
    .filter(({ personId, program }: Record<string, string>) => {
      return personId === world.people[learner]!.personId && program === "mentoring";
    })
    .map(({ queue }: { queue: string }) => queue);
}

function approve(incident: Record<string, unknown>, until: string, who = "imani") {
  const { learnerId, educatorId, wall, relationshipId } = incident;
  const because = "They have known each other for years.";
  return ask(who, "POST", "/wall/exceptions", {
    learnerId,
    educatorId,
    each: [{ wall, relationshipId }],
    because,
    until,
  });
}

test("it waits for signatures, cannot begin, and stands among the incidents with its way out", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  assert.equal(ok(await ask(learner, "GET", `/relationships/${id}`)).state, "awaiting");
  const { wayOut, program, dutyId, against, acts } = await incidentOf(id);
  assert.deepEqual(acts, ["reassign", "ask for an exception", "end", "close"]);
  assert.deepEqual([wayOut, program, dutyId, against], ["reassign the assessor", "mentoring", null, "assesses"]);
  ok(await sign(world, learner, id));
  const { body } = await sign(world, educator, id);
  assert.deepEqual([body.rule, body.detail], ["wall.not-available", "These two are not available to each other."]);
  assert.deepEqual(await queuesOf(learner), ["wall"], "not among those who only have to sign, nor without anybody");
});

test("with the other duty reassigned they sign; as solved it is not closed before", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  const { incidentId } = await incidentOf(id);
  const closed = await ask("marisol", "POST", `/wall/incidents/${incidentId}/closure`, { outcome: "reassigned" });
  refused(closed, 409, "incident.open");
  const { items } = ok(await ask("ravi", "GET", `/wall/duties?learner=${world.people[learner]!.personId}`));
  ok(await ask("ravi", "POST", `/wall/duties/${items[0].dutyId}/ending`, {}));
  assert.equal(await incidentOf(id), undefined);
  ok(await sign(world, learner, id));
  assert.equal(ok(await sign(world, educator, id)).relationship.state, "in force");
});

test("an exception for an advisor who also counsels says so", async () => {
  const { learner, educator } = await collidingPair(day(40));
  const [learnerId, educatorId] = [world.people[learner]!.personId, world.people[educator]!.personId];
  const [relationship] = await byHand(
    world,
    (admin) => admin<{ id: string }[]>`
      insert into relationships (school_id, program, counsels, learner_id, educator_id, since)
      values (${world.schoolId}, 'advising', true, ${learnerId}, ${educatorId}, ${day(-10)}) returning relationship_id as id`,
  );
  const pair = { learnerId, educatorId, wall: "assessment", relationshipId: relationship!.id };
  assert.equal(ok(await approve(pair, day(20))).exceptions[0].duty, "counsels");
});

test("an exception lets it begin with the last signature, and tells the days that it does not cover", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  const incident = await incidentOf(id);
  refused(await approve(incident, day(20), "marisol"), 403, "office.may");
  refused(await approve({ ...incident, relationshipId: crypto.randomUUID() }, day(20)), 404, "exception.absent");
  refused(await approve({ ...incident, relationshipId: undefined }, day(20)), 422, "request.shape");
  refused(await approve({ ...incident, wall: "observation" }, day(20)), 409, "exception.needless");
  const [exception] = ok(await approve(incident, day(20))).exceptions;
  assert.equal(exception.duty, "mentors");
  assert.equal(await incidentOf(id), undefined, "nobody has to see to it while the exception lasts");
  const { exceptions } = ok(await ask(learner, "GET", "/wall/mine"));
  assert.deepEqual(
    exceptions.map(({ because }: { because: string }) => because),
    ["They have known each other for years."],
  );
  ok(await sign(world, learner, id));
  assert.equal((await standsOf(world, id)).length, 0, "an exception alone puts nobody anywhere");
  assert.equal(ok(await sign(world, educator, id)).relationship.state, "in force");
  assert.equal((await incidentOf(id, "closed")).closed.outcome, "excepted");
  const onAssessment = (await standsOf(world, id)).filter(({ wall }) => wall === "assessment");
  assert.deepEqual(
    onAssessment.map(({ from, to }) => [from, to]).toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    [
      [day(0), day(20)],
      [day(41), null],
    ],
    "excepted until its end, and again once the rotation is over",
  );
  const { items } = ok(await ask("marisol", "GET", "/wall/incidents?state=open&limit=200"));
  const left = items.find(({ learnerId }: { learnerId: string }) => learnerId === incident.learnerId);
  assert.deepEqual([left.from, left.to, left.duty], [day(20), day(41), "mentors"]);
  assert.deepEqual(
    [left.exceptedTo, left.left, left.acts],
    [day(20), { from: day(20), to: day(41) }, ["reassign", "ask for an exception", "end", "close"]],
    "and says until when it is excepted",
  );
});

test("an exception that ends before both have signed leaves the incident open again, and the office can end it", async () => {
  const { learner, id } = await collidingPair(day(40));
  const { incidentId, ...incident } = await incidentOf(id);
  ok(await approve(incident, day(20)));
  assert.deepEqual(await queuesOf(learner), ["unsigned"]);
  // As if it had been approved three weeks ago.
  await byHand(
    world,
    (admin) => admin`update exceptions set from_day = from_day - 21, until = until - 21 where relationship_id = ${id}`,
  );
  assert.equal((await incidentOf(id)).incidentId, incidentId);
  assert.deepEqual(await queuesOf(learner), ["wall"]);
  ok(await ask("marisol", "POST", `/wall/incidents/${incidentId}/ending`, {}));
  assert.equal(ok(await ask(learner, "GET", `/relationships/${id}`)).state, "ended");
});

test("once the other duty is over, they only have to sign, and the incident is past", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  await byHand(world, async (admin) => {
    await admin`update incidents set during = daterange(lower(during) - 50, upper(during) - 50) where relationship_id = ${id}`;
    await admin`update duties set during = daterange(lower(during), ${today()}::date) where duty_id = ${await dutyOf(learner)}`;
  });
  assert.deepEqual(await queuesOf(learner), ["unsigned"]);
  ok(await sign(world, learner, id));
  assert.equal(ok(await sign(world, educator, id)).relationship.state, "in force");
  assert.equal(await incidentOf(id), undefined);
});

test("an exception sets no declared conflict aside, and does not tell that there is one", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  const incident = await incidentOf(id);
  ok(await ask(learner, "POST", "/wall/conflicts", { personId: world.people[educator]!.personId }));
  refused(await approve({ ...incident, wall: "observation" }, day(20)), 409, "exception.needless");
  ok(await approve(incident, day(20)));
  ok(await sign(world, learner, id));
  refused(await sign(world, educator, id), 409, "wall.not-available");
});

test("an exception on one wall opens no other", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  ok(await approve(await incidentOf(id), day(60)));
  const [l, e] = [world.people[learner]!.personId, world.people[educator]!.personId];
  const supervises = { duty: "supervises", learnerId: l, educatorId: e, from: day(5), to: day(9) };
  ok(await ask("ravi", "POST", "/wall/duties", supervises));
  ok(await sign(world, learner, id));
  refused(await sign(world, educator, id), 409, "wall.not-available");
});

test("an office ends it, or one of the two does: either way the incident is over, and only the office is named", async () => {
  const byOffice = await collidingPair(day(40));
  const { incidentId } = await incidentOf(byOffice.id);
  ok(await ask("marisol", "POST", `/wall/incidents/${incidentId}/ending`, {}));
  assert.equal(ok(await ask(byOffice.learner, "GET", `/relationships/${byOffice.id}`)).state, "ended");
  const { closed } = await incidentOf(byOffice.id, "closed");
  assert.equal(closed.outcome, "ended");
  assert.match(closed.by, /Marisol/);
  const own = await collidingPair(day(40));
  ok(await end(world, own.learner, own.id));
  assert.equal(await incidentOf(own.id), undefined);
  assert.equal((await incidentOf(own.id, "closed")).closed.by, null);
});

test("a duty that comes while they wait wins, is told to the office, and is over with the last of such duties", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  const [l, e] = [world.people[learner]!.personId, world.people[educator]!.personId];
  const { items } = ok(await ask("ravi", "GET", `/wall/duties?learner=${l}`));
  const endDuty = (dutyId: string) => ask("ravi", "POST", `/wall/duties/${dutyId}/ending`, {});
  ok(await endDuty(items[0].dutyId));
  assert.equal(await incidentOf(id), undefined);
  const judging = (duty: string) =>
    ask("ravi", "POST", "/wall/duties", { duty, learnerId: l, educatorId: e, from: day(0), to: day(9) });
  const first = ok(await judging("assesses"));
  const second = ok(await judging("assesses"));
  const { wall, against, from, to } = await incidentOf(id);
  assert.deepEqual([wall, against, from, to], ["assessment", "assesses", day(0), day(9)]);
  ok(await endDuty(first.dutyId));
  assert.notEqual(await incidentOf(id), undefined, "the second still keeps them apart");
  ok(await endDuty(second.dutyId));
  assert.equal(await incidentOf(id), undefined);
});

test("a relationship that comes after the duty, from wherever, leaves the incident as well", async () => {
  await world.addLearner("late");
  await world.addEducator("judge");
  const [learnerId, educatorId] = [world.people.late!.personId, world.people.judge!.personId];
  ok(await ask("ravi", "POST", "/wall/duties", { duty: "assesses", learnerId, educatorId, from: day(0), to: day(9) }));
  const id = await brought(world, "late", "judge");
  const { wall, against, wayOut } = await incidentOf(id);
  assert.deepEqual([wall, against, wayOut], ["assessment", "assesses", "reassign the assessor"]);
});

test("a declared conflict while they wait is told to no office", async () => {
  const { learner, educator, id } = await collidingPair(day(1));
  ok(await ask("ravi", "POST", `/wall/duties/${await dutyOf(learner)}/ending`, {}));
  ok(await ask(learner, "POST", "/wall/conflicts", { personId: world.people[educator]!.personId }));
  assert.equal(await incidentOf(id), undefined);
});

test("a change of rules lists who waits for signatures and could not begin under it", async () => {
  const { learner, educator, id } = await collidingPair(day(40));
  ok(await end(world, learner, id));
  const advising = await brought(world, learner, educator, "advising");
  const { rules, newest } = ok(await ask("dana", "GET", "/charters")).find(
    ({ program }: { program: string }) => program === "advising",
  );
  const change = {
    version: newest.version,
    inForceFrom: day(3),
    body: newest.body,
    rules: [...rules, { duty: "advises", wall: "assessment", side: "support", coolingDays: 180 }],
  };
  const { conflicts } = ok(await ask("dana", "POST", "/charters/advising/preview", change));
  assert.deepEqual(
    conflicts.map(({ learnerId, duty, against, from, to }: Record<string, string>) => [
      learnerId,
      duty,
      against,
      from,
      to,
    ]),
    [[world.people[learner]!.personId, "advises", "assesses", day(3), day(41)]],
  );
  assert.equal(await incidentOf(advising), undefined, "a preview keeps nothing");
  const because = "Advisors do not judge either";
  ok(await ask("dana", "POST", "/charters/advising", { ...change, because, takeConflicts: true }));
  assert.equal((await incidentOf(advising)).wayOut, "reassign the assessor");
});

async function dutyOf(learner: string): Promise<string> {
  const { items } = ok(await ask("ravi", "GET", `/wall/duties?learner=${world.people[learner]!.personId}`));
  return items[0].dutyId;
}

test("before anything is taken, who sees the wall reads both duties and from when; a registrar only that the two are not available", async () => {
  const { learner, educator } = await collidingPair(day(40));
  const s = `S${turn}`;
  const text = `student_id,clerkship,site,start,end,supervisor_id,assessor_id\n${s},Clinic,Main,${day(50)},${day(60)},,F${turn}`;
  await byHand(
    world,
    (admin) => admin`insert into duties (school_id, duty, educator_id, learner_id, during, source) values
      (${world.schoolId}, 'coaches', ${world.people[educator]!.personId}, ${world.people[learner]!.personId}, daterange(${day(45)}::date, null), 'relationship')`,
  );
  const files = [{ name: "rotations.csv", base64: Buffer.from(text).toString("base64") }];
  const told = async (who: string) =>
    ok(await ask(who, "POST", "/imports/preview", { files })).collisions.map(
      ({ wall, duty, against, about, from }: Record<string, unknown>) => [wall, duty, against, about, from],
    );
  assert.deepEqual(await told("marisol"), [["assessment", "assesses", "coaches", "Clinic, Main", day(50)]]);
  assert.deepEqual(await told("ravi"), [["assessment", "assesses", null, "Clinic, Main", day(50)]]);
});
