// The ways out of an incident: what each office is offered, that none of it is refused, and what an exception leaves open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { brought, sign } from "./help/relationships.ts";
import { byHand, day, guides, id, judges, pair, tolerated, today, world } from "./help/wall-acts.ts";

const { ask, people, schoolId, door } = world;

async function incidentOf(learner: string, who: string) {
  const { status, body } = await ask(who, "GET", "/wall/incidents?limit=200");
  assert.equal(status, 200, JSON.stringify(body));
  return body.items.find(({ learnerId }: { learnerId: string }) => learnerId === id(learner));
}

async function collidingPair(learner: string, educator: string, from: number, to: number): Promise<string> {
  const learnerId = await pair(learner, educator);
  await guides("coaches", learner, educator, day(-30), null);
  return tolerated(learnerId, educator, day(from), day(to));
}

const approve = (learner: string, educator: string, dutyId: string, until: string) =>
  ask("imani", "POST", "/wall/exceptions", {
    learnerId: id(learner),
    educatorId: id(educator),
    each: [{ wall: "assessment", dutyId }],
    because: "Nobody else on the island",
    until,
  });

test("each office is offered what it may do, and a coordinator whom to ask for the rest", async () => {
  await collidingPair("w1", "ways1", 10, 40);
  const offered = async (who: string) => {
    const { acts, approvers } = await incidentOf("w1", who);
    return { acts, approvers };
  };
  const approvers = ["imani@wexcombe.example.edu"];
  assert.deepEqual(await offered("marisol"), { acts: ["reassign", "ask for an exception", "close"], approvers });
  assert.deepEqual(await offered("dana"), { acts: ["ask for an exception", "close"], approvers });
  assert.deepEqual(await offered("imani"), { acts: ["except", "close"], approvers: [] });
  // Whoever leaves leaves the office, too, and is asked for nothing any more.
  const email = "former@wexcombe.example.edu";
  const { body: former } = await ask("ada", "POST", "/officers", {
    givenName: "F",
    familyName: "Ormer",
    email,
    office: "dean",
  });
  assert.deepEqual((await offered("marisol")).approvers, [email, ...approvers]);
  assert.equal((await ask("marisol", "PATCH", `/people/${former.personId}`, { leftOn: today })).status, 200);
  assert.deepEqual((await offered("marisol")).approvers, approvers);
});

test("nobody is swapped out of a course for one learner, so that its duty is not handed over from there", async () => {
  await pair("w2", "ways2", 2061);
  await guides("coaches", "w2", "ways2", day(-30), null);
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, class_year, during, source, tolerates)
    values (${schoolId}, 'assesses', ${id("ways2")}, 2061, daterange(${day(0)}::date, ${day(50)}::date), 'course', true)`),
  );
  assert.deepEqual((await incidentOf("w2", "marisol")).acts, ["ask for an exception", "close"]);
});

test("of an exception for a part, the incident tells its last day and what is open; a longer one covers the rest", async () => {
  const duty = await collidingPair("w3", "ways3", -10, 60);
  assert.deepEqual((await incidentOf("w3", "imani")).left, { from: today, to: day(60) });
  assert.equal((await approve("w3", "ways3", duty, day(20))).status, 200);
  const partly = await incidentOf("w3", "imani");
  assert.deepEqual(
    [partly.from, partly.to, partly.exceptedTo, partly.left, partly.acts],
    [day(-10), day(60), day(20), { from: day(20), to: day(60) }, ["except", "close"]],
  );
  for (const until of [day(15), day(20)]) {
    const { status, body } = await approve("w3", "ways3", duty, until);
    assert.deepEqual([status, body.rule], [422, "exception.until"]);
    assert.deepEqual(body.faults, [{ field: "until", because: `Choose ${day(20)} or a later day as its last day.` }]);
  }
  assert.equal((await approve("w3", "ways3", duty, day(21))).status, 200, "the last day is included");
  assert.deepEqual((await incidentOf("w3", "imani")).left, { from: day(21), to: day(60) });
  assert.equal((await approve("w3", "ways3", duty, day(60))).status, 200);
  assert.equal(await incidentOf("w3", "imani"), undefined);
});

test("an exception that would end before the two collide is refused with the day that it has to reach", async () => {
  const duty = await collidingPair("w4", "ways4", 30, 60);
  const { body } = await approve("w4", "ways4", duty, day(25));
  assert.deepEqual(body.faults, [{ field: "until", because: `Choose ${day(30)} or a later day as its last day.` }]);
});

test("no exception is offered for a declared conflict, which none sets aside", async () => {
  const learner = await pair("w5", "ways5");
  const duty = await tolerated(learner, "ways5", day(-5), day(50));
  assert.equal((await ask("w5", "POST", "/wall/conflicts", { personId: id("ways5") })).status, 200);
  const found = await incidentOf("w5", "imani");
  assert.deepEqual([found.collides, found.left, found.acts], [true, { from: today, to: day(50) }, ["close"]]);
  assert.deepEqual((await incidentOf("w5", "marisol")).acts, ["reassign", "close"]);
  assert.equal((await approve("w5", "ways5", duty, day(20))).body.rule, "exception.needless");
});

test("nor where the duty came after the conflict: the two read the same, and are answered the same", async () => {
  const learner = await pair("w9", "ways9");
  assert.equal((await ask("w9", "POST", "/wall/conflicts", { personId: id("ways9") })).status, 200);
  const duty = await tolerated(learner, "ways9", day(0), day(50));
  const found = await incidentOf("w9", "imani");
  assert.deepEqual([found.against, found.collides, found.acts], [null, true, ["close"]]);
  assert.deepEqual((await incidentOf("w9", "marisol")).acts, ["reassign", "close"]);
  assert.equal((await approve("w9", "ways9", duty, day(20))).body.rule, "exception.needless");
});

test("a conflict on top of a duty that offices see changes neither the ways out nor what an exception does", async () => {
  const seen = [];
  for (const [learner, educator] of [
    ["w10", "ways10"],
    ["w11", "ways11"],
  ] as const) {
    await collidingPair(learner, educator, 10, 40);
    const { dutyId } = await incidentOf(learner, "imani");
    if (learner === "w11")
      assert.equal((await ask("w11", "POST", "/wall/conflicts", { personId: id(educator) })).status, 200);
    const before = await offeredBy(learner, dutyId);
    const approved = await approve(learner, educator, dutyId, day(41));
    seen.push([before, approved.status, await offeredBy(learner, dutyId)]);
  }
  assert.deepEqual(seen[1], seen[0]);
});

test("an incident of two who wait is over with its duty, conflict or not", async () => {
  const seen = [];
  for (const declares of [false, true]) {
    const [learner, educator] = declares ? ["w13", "ways13"] : ["w12", "ways12"];
    const learnerId = await pair(learner, educator);
    const relationship = await brought(world, learner, educator);
    const duty = await judges("ravi", learnerId, educator, day(0), day(30));
    const relationIn = async (state: string) =>
      (await ask("imani", "GET", `/wall/incidents?limit=200&state=${state}`)).body.items.find(
        ({ relationshipId }: Record<string, string>) => relationshipId === relationship,
      );
    if (declares) assert.equal((await ask(learner, "POST", "/wall/conflicts", { personId: id(educator) })).status, 200);
    const { acts, left, collides, approvers } = await relationIn("open");
    assert.equal((await ask("marisol", "POST", `/wall/duties/${duty}/ending`, {})).status, 200);
    assert.equal(await relationIn("open"), undefined);
    const { outcome, by } = (await relationIn("closed")).closed;
    await sign(world, learner, relationship);
    seen.push([acts, left, collides, approvers, outcome, by]);
    assert.equal((await sign(world, educator, relationship)).status, declares ? 409 : 200);
  }
  assert.deepEqual(seen[1], seen[0]);
});

/** Of the incident of this duty: what each office is offered; nothing once it is closed. */
async function offeredBy(learner: string, duty: string) {
  const offices = ["marisol", "dana", "imani"];
  return Promise.all(
    offices.map(async (who) => {
      const { items } = (await ask(who, "GET", "/wall/incidents?limit=200")).body;
      const found = items.find((one: Record<string, string>) => one.learnerId === id(learner) && one.dutyId === duty);
      return found && [found.acts, found.left, found.exceptedTo, found.against, found.approvers];
    }),
  );
}

test("what is over or solved is not said to collide, and can be closed as that", async () => {
  await collidingPair("w6", "ways6", -20, 5);
  await byHand(
    (admin) => admin`update incidents set during = daterange(${day(-20)}, ${today}) where learner_id = ${id("w6")}`,
  );
  const over = await incidentOf("w6", "imani");
  assert.deepEqual([over.left, over.acts], [null, ["close"]]);
  const closed = await ask("imani", "POST", `/wall/incidents/${over.incidentId}/closure`, { outcome: "past" });
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
});

test("one request excepts a pair on several walls, or on none of them", async () => {
  const learner = await pair("w7", "ways7");
  await guides("mentors", "w7", "ways7", day(-30), null);
  const assessing = await tolerated(learner, "ways7", day(0), day(30));
  const supervising = crypto.randomUUID();
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty_id, duty, educator_id, learner_id, during, source, tolerates)
    values (${schoolId}, ${supervising}, 'supervises', ${id("ways7")}, ${learner}, daterange(${day(0)}::date, ${day(30)}::date), 'rotation', true)`),
  );
  const both = (second: string) =>
    ask("imani", "POST", "/wall/exceptions", {
      learnerId: learner,
      educatorId: id("ways7"),
      each: [
        { wall: "assessment", dutyId: assessing },
        { wall: "observation", dutyId: second },
      ],
      because: "Nobody else on the island",
      until: day(40),
    });
  assert.equal((await both(crypto.randomUUID())).status, 404);
  assert.deepEqual((await incidentOf("w7", "imani")).left, { from: today, to: day(30) }, "nothing was approved");
  const { body } = await both(supervising);
  assert.deepEqual(body.exceptions.map(({ wall }: { wall: string }) => wall).toSorted(), ["assessment", "observation"]);
  assert.equal(await incidentOf("w7", "imani"), undefined);
});

test("which days collide is told to the offices that read incidents, and to nobody else", async () => {
  await collidingPair("w8", "ways8", 0, 30);
  const { incidentId } = await incidentOf("w8", "marisol");
  const rowsFor = (who: string) =>
    door.asSession(people[who]!.secret, (tx) => tx.run(sql`select from app.collisions(${[incidentId]}::uuid[])`));
  for (const who of ["marisol", "dana", "imani", "ravi"]) assert.equal(await rowsFor(who), 1, who);
  for (const who of ["w8", "ways8", "amara", "ada"]) assert.equal(await rowsFor(who), 0, who);
});
