// The two homes over the whole server: what each shows, and that nobody reads another's through them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../src/db/sql.ts";
import { answer, assesses, day, detail, ok, refused, run } from "./help/matches.ts";
import { agreementOf, brought, changed, end, inForce, pairsIn, sign } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const pair = pairsIn(world);
const home = async (who: string, as = "learner") => ok(await world.ask(who, "GET", `/home/${as}`));
const laneOf = (reply: { lanes: { program: string }[] }, program: string) =>
  // oxlint-disable-next-line no-explicit-any
  reply.lanes.find((lane) => lane.program === program) as any;
const kinds = (reply: { actions: { kind: string; program: string }[] }) =>
  reply.actions.map(({ kind, program }) => `${kind} ${program}`);

test("a learner with nobody yet sees three lanes in order, and nothing that waits", async () => {
  await world.addLearner("lone");
  const reply = await home("lone");
  assert.deepEqual(
    reply.lanes.map(({ program, relationship, proposal }: Record<string, unknown>) => [
      program,
      relationship,
      proposal,
    ]),
    [
      ["advising", null, null],
      ["coaching", null, null],
      ["mentoring", null, null],
    ],
  );
  assert.deepEqual(reply.actions, []);
  assert.deepEqual([reply.classYear, reply.standings[0].phase], [2028, "clerkship"]);
  assert.deepEqual([reply.wall.holds, reply.wall.allowed, reply.wall.incidents], [true, [], []]);
});

test("a proposal waits with its day, then for the other, then becomes ground rules to sign", async () => {
  const [learner] = await pair();
  const made = await run(world, "coaching");
  const proposed = (await detail(world, made.runId)).proposals.find(
    (one: { learnerId: string }) => one.learnerId === world.people[learner]!.personId,
  );
  const who = Object.entries(world.people).find(([, { personId }]) => personId === proposed.educatorId)![0];
  assert.deepEqual(kinds(await home(learner)), [], "before a director approves nobody is told");
  ok(await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(9) }));
  const told = await home(learner);
  assert.equal(laneOf(told, "coaching").proposal.answerBy, day(9));
  assert.deepEqual(kinds(told), ["answer coaching", "acknowledge coaching"]);
  const asked = await home(who, "educator");
  assert.ok(
    laneOf(asked, "coaching").proposals.some(
      (one: { personId: string }) => one.personId === world.people[learner]!.personId,
    ),
  );
  ok(await answer(world, learner, made.runId, learner, { answer: "accept" }));
  assert.equal(laneOf(await home(learner), "coaching").proposal.answered, true);
  assert.ok(!kinds(await home(learner)).includes("answer coaching"));
  ok(await answer(world, who, made.runId, learner, { answer: "accept" }));
  const agreed = await home(learner);
  assert.equal(laneOf(agreed, "coaching").relationship.state, "awaiting");
  assert.deepEqual(kinds(agreed), ["sign coaching", "acknowledge coaching", "see who reads coaching"]);
});

test("signing, pausing and a new wording change what waits on both sides", async () => {
  const [learner, educator] = await pair();
  const id = await brought(world, learner, educator);
  assert.ok(kinds(await home(educator, "educator")).includes("sign coaching"));
  ok(await sign(world, learner, id));
  assert.ok(!kinds(await home(learner)).includes("sign coaching"));
  ok(await sign(world, educator, id));
  const running = laneOf(await home(learner), "coaching");
  assert.deepEqual([running.relationship.state, running.about], ["in force", "Pediatrics, Main"]);
  const agreement = await agreementOf(world, learner, id);
  const clauses = changed(agreement, "notice", "Two days.");
  ok(await world.ask(learner, "POST", `/relationships/${id}/agreements`, { version: 1, clauses }));
  assert.ok(kinds(await home(educator, "educator")).includes("sign coaching"));
  ok(await world.ask(learner, "POST", `/relationships/${id}/pauses`, { until: day(30) }));
  assert.equal(laneOf(await home(educator, "educator"), "coaching").learners[0].relationship.state, "paused");
});

test("the end reads the same on both homes, and names nobody", async () => {
  const [learner, educator] = await pair();
  const id = await inForce(world, learner, educator, "mentoring");
  ok(await end(world, educator, id, "not working"));
  const lane = laneOf(await home(learner), "mentoring");
  assert.deepEqual([lane.relationship, lane.ended.state], [null, "ended"]);
  assert.doesNotMatch(JSON.stringify(lane), /not working|endedBy/);
  assert.equal(laneOf(await home(educator, "educator"), "mentoring").learners.length, 0);
});

test("an advisor who assesses is told as allowed; a coach who would is an incident or an exception, told honestly", async () => {
  const [learner, educator] = await pair();
  await inForce(world, learner, educator, "advising");
  await assesses(world, learner, educator, day(-1), day(60));
  const allowed = (await home(learner)).wall;
  assert.equal(allowed.holds, true);
  assert.deepEqual(
    allowed.allowed.map(({ duty, name }: Record<string, string>) => [duty, name]),
    [["advises", "Educator4 Example"]],
  );
  const both = await home(educator, "educator");
  assert.deepEqual(
    both.duties.map(({ duty, about, learners }: Record<string, unknown>) => [duty, about, learners]),
    [["assesses", "Surgery", 1]],
  );
  assert.equal(both.wall.allowed.length, 1);

  const [coached, coach] = await pair();
  await inForce(world, coached, coach);
  await world.door.asSession(world.people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
      values (${world.schoolId}, 'assesses', ${world.people[coach]!.personId}, ${world.people[coached]!.personId},
        daterange(${day(-1)}::date, ${day(60)}::date), 'rotation', 'Surgery', true)`),
  );
  const { wall } = await home(coached);
  assert.deepEqual(
    [wall.holds, wall.incidents],
    [false, [{ wall: "assessment", from: day(0), to: day(60), incidents: 1 }]],
  );
  assert.equal((await home(coach, "educator")).wall.holds, false);
  assert.equal((await home("noah")).wall.holds, true, "another learner's incident is not told here");
});

test("an educator sees places, hours given against asked for, and what certification lacks", async () => {
  const [learner, educator] = await pair();
  await inForce(world, learner, educator);
  const reply = await home(educator, "educator");
  const lane = laneOf(reply, "coaching");
  assert.deepEqual([lane.used, lane.places, lane.certification.certified], [1, 3, true]);
  assert.deepEqual(lane.learners[0].facts, {
    learnerId: world.people[learner]!.personId,
    classYear: 2028,
    campus: "Main",
    phase: "clerkship",
    status: "active",
  });
  assert.deepEqual([reply.effort.allocatedHours, reply.effort.demandedHours], [416, lane.hoursPerLearnerYear]);
  await world.addEducator("spare", { coaching: 1 });
  const spare = await home("spare", "educator");
  assert.equal(spare.lanes[0].program, "coaching", "lanes that one holds come first");
});

test("a home is one's own: learners have no educator's home, offices and administrators have neither", async () => {
  for (const who of ["ada", "marisol", "dana", "ravi"]) {
    refused(await world.ask(who, "GET", "/home/learner"), 404, "home.learner");
    refused(await world.ask(who, "GET", "/home/educator"), 404, "home.educator");
  }
  refused(await world.ask("amara", "GET", "/home/educator"), 404, "home.educator");
  refused(await world.ask("tomas", "GET", "/home/learner"), 404, "home.learner");
  refused(await world.ask(null, "GET", "/home/learner"), 401, "session.none");
});

test("what is another's stays out: names, phases, ground rules and proposals", async () => {
  const [learner, educator] = await pair();
  const [other] = await pair();
  await inForce(world, learner, educator);
  await assesses(world, learner, "fatima", day(-1), day(60));
  const mine = world.people[learner]!.personId;
  for (const [who, as] of [
    [other, "learner"],
    ["fatima", "educator"],
  ] as const)
    assert.doesNotMatch(JSON.stringify(await home(who, as)), new RegExp(mine));
  const { duties } = await home("fatima", "educator");
  assert.deepEqual(
    duties.map(({ learners }: { learners: number }) => learners),
    [1],
    "who assesses sees how many, named nowhere here",
  );
});
