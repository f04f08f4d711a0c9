// The wall through the whole server: what each may ask of it, what each may do, and how little a refusal tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { addDays } from "../src/core/shapes.ts";
import { sql } from "../src/db/sql.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people, schoolId, door } = world;
const today = (await ask("dana", "GET", "/me")).body.school.today as string;
const day = (days: number) => addDays(today, days);
const id = (who: string) => people[who]!.personId;

async function guides(duty: string, learner: string, educator: string, from: number, to: number | null): Promise<void> {
  const admin = postgres({ ...world.database.admin, max: 1 });
  await admin`insert into duties (school_id, duty, educator_id, learner_id, during, source) values
    (${schoolId}, ${duty}, ${id(educator)}, ${id(learner)}, daterange(${day(from)}::date, ${to === null ? null : day(to)}::date), 'relationship')`;
  await admin.end();
}

async function imports(learner: string, educator: string, from: number, to: number, about = "Surgery"): Promise<void> {
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
    values (${schoolId}, 'assesses', ${id(educator)}, ${id(learner)}, daterange(${day(from)}::date, ${day(to)}::date), 'rotation', ${about}, true)`),
  );
}

const judge = (who: string, learner: string, educator: string, from: number, to: number | null, more = {}) =>
  ask(who, "POST", "/wall/duties", {
    duty: "assesses",
    educatorId: id(educator),
    learnerId: id(learner),
    from: day(from),
    to: to === null ? null : day(to),
    ...more,
  });
const pairOf = (who: string, learner: string, educator: string, more = "") =>
  ask(who, "GET", `/wall/pairs?learnerId=${id(learner)}&educatorId=${id(educator)}${more}`);

await guides("coaches", "amara", "tomas", -30, null);
await guides("advises", "amara", "priya", -30, null);

test("may these two: offices read why, the two read their own, everyone else reads what a stranger's id reads", async () => {
  const { body } = await pairOf("marisol", "amara", "tomas");
  const closed = body.answers
    .filter(({ available }: never) => !available)
    .map(({ duty }: never) => duty)
    .sort();
  assert.deepEqual(closed, ["advises", "assesses", "counsels", "mentors", "supervises"]);
  const [reason] = body.answers.find(({ duty }: { duty: string }) => duty === "assesses").reasons;
  assert.deepEqual(
    [reason.wall, reason.side, reason.duty, reason.from, reason.to],
    ["assessment", "support", "coaches", day(-30), null],
  );
  assert.equal(
    reason.rule,
    "Who coaches stands on the support side of the assessment wall, and for 180 days after it ends.",
  );
  assert.equal((await pairOf("amara", "amara", "tomas")).status, 200);
  const stranger = await ask(
    "noah",
    "GET",
    `/wall/pairs?learnerId=${crypto.randomUUID()}&educatorId=${crypto.randomUUID()}`,
  );
  for (const who of ["noah", "priya", "ada", "ravi"])
    assert.deepEqual((await pairOf(who, "amara", "tomas")).body, stranger.body, who);
  assert.equal((await pairOf("marisol", "amara", "tomas", `&from=${day(9)}&to=${day(9)}`)).body.rule, "pair.days");
  const before = await pairOf("marisol", "amara", "tomas", `&from=${day(-300)}&to=${day(-290)}`);
  assert.ok(before.body.answers.filter(({ duty }: { duty: string }) => duty === "assesses")[0].available);
});

test("a duty added by hand is refused neutrally where it collides, and stands where it does not", async () => {
  const refused = await judge("ravi", "amara", "tomas", 10, 20);
  assert.deepEqual(
    [refused.status, refused.body.rule, refused.body.detail],
    [409, "wall.not-available", "These two are not available to each other."],
  );
  const taken = await judge("ravi", "amara", "priya", 10, 20, { about: "Pediatrics" });
  assert.deepEqual([taken.status, taken.body.source, taken.body.to], [200, "office", day(20)]);
  assert.deepEqual((await judge("ravi", "amara", "priya", 20, 20)).body.faults[0].field, "to");
  assert.deepEqual(
    (await judge("ravi", "amara", "priya", 1, 2, { classYear: 2028 })).body.faults[0].field,
    "classYear",
  );
  assert.deepEqual(
    (await judge("ravi", "amara", "priya", 1, 2, { educatorId: crypto.randomUUID() })).body.faults[0].field,
    "educatorId",
  );
  for (const who of ["dana", "imani", "amara", "tomas"])
    assert.equal((await judge(who, "amara", "priya", 1, 2)).status, 403);
});

test("a duty ends today or later; one ahead is taken back; another school's or an unseen one is not there", async () => {
  const { dutyId } = (await judge("marisol", "noah", "priya", -5, 50)).body;
  const end = (who: string, duty: string, body = {}) => ask(who, "POST", `/wall/duties/${duty}/ending`, body);
  assert.equal((await end("marisol", dutyId, { on: day(-1) })).body.rule, "duty.ending");
  assert.equal((await end("amara", dutyId)).status, 403);
  assert.equal((await end("marisol", crypto.randomUUID())).status, 404);
  assert.equal((await end("marisol", dutyId)).status, 200);
  assert.equal((await end("marisol", dutyId)).body.rule, "duty.ended");
  const ahead = (await judge("marisol", "noah", "priya", 5, 50)).body.dutyId;
  assert.equal((await end("ravi", ahead)).status, 200);
  assert.equal((await end("ravi", ahead)).status, 404);
  const stands = await ask("marisol", "GET", `/wall/stands?person=${id("noah")}`);
  assert.deepEqual(
    stands.body.items.map(({ from, to }: never) => [from, to]),
    [[day(-5), today]],
  );
});

test("conflicts ahead come soonest first with the way out, and close when the duty is reassigned", async () => {
  await imports("amara", "tomas", 41, 60, "Pediatrics block");
  await imports("amara", "tomas", 13, 25, "Surgery clerkship");
  await imports("amara", "tomas", 200, 220, "Late");
  const { body } = await ask("marisol", "GET", "/wall/incidents?state=ahead");
  assert.deepEqual(
    body.items.map(({ about, daysAhead, wayOut, against, program }: never) => [
      about,
      daysAhead,
      wayOut,
      against,
      program,
    ]),
    [
      ["Surgery clerkship", 13, "reassign the assessor", "coaches", "coaching"],
      ["Pediatrics block", 41, "reassign the assessor", "coaches", "coaching"],
    ],
  );
  const [first] = body.items;
  const close = (who: string, outcome: string) =>
    ask(who, "POST", `/wall/incidents/${first.incidentId}/closure`, { outcome });
  assert.equal((await close("marisol", "reassigned")).body.rule, "incident.open");
  assert.equal((await close("amara", "mistaken")).status, 403);
  await ask("marisol", "POST", `/wall/duties/${first.dutyId}/ending`, {});
  const closed = await ask("imani", "GET", "/wall/incidents?state=closed");
  assert.deepEqual(
    closed.body.items.map(({ about, closed: how }: never) => [
      about,
      (how as { outcome: string; by: string }).outcome,
      (how as { by: string }).by,
    ]),
    [["", "reassigned", "Marisol Example"]],
  );
  for (const who of ["amara", "tomas", "ada"]) assert.equal((await ask(who, "GET", "/wall/incidents")).status, 403);
});

test("an exception bears a name and a reason, ends within a year, and the learner reads it", async () => {
  const [, late] = (await ask("imani", "GET", "/wall/incidents")).body.items;
  const body = {
    learnerId: id("amara"),
    educatorId: id("tomas"),
    each: [{ wall: "assessment", dutyId: late.dutyId }],
    because: "Nobody else on the island may assess it",
    until: day(230),
  };
  assert.equal((await ask("marisol", "POST", "/wall/exceptions", body)).status, 403);
  assert.deepEqual(
    (await ask("imani", "POST", "/wall/exceptions", { ...body, because: "short" })).body.faults[0].field,
    "because",
  );
  for (const until of [today, day(400)])
    assert.deepEqual(
      (await ask("imani", "POST", "/wall/exceptions", { ...body, until })).body.faults[0].field,
      "until",
    );
  assert.equal(
    (await ask("imani", "POST", "/wall/exceptions", { ...body, educatorId: id("imani") })).body.rule,
    "exception.own",
  );
  assert.equal((await ask("imani", "POST", "/wall/exceptions", { ...body, educatorId: id("priya") })).status, 404);
  assert.equal(
    (await ask("imani", "POST", "/wall/exceptions", { ...body, each: [{ wall: "role", dutyId: late.dutyId }] })).body
      .rule,
    "exception.needless",
  );
  const approved = await ask("imani", "POST", "/wall/exceptions", body);
  const [exception] = approved.body.exceptions;
  assert.deepEqual([approved.status, exception.approvedBy, exception.until], [200, "Imani Example", day(230)]);
  const mine = await ask("amara", "GET", "/wall/mine");
  assert.deepEqual(
    mine.body.exceptions.map(({ because, approvedBy }: never) => [because, approvedBy]),
    [[body.because, "Imani Example"]],
  );
  assert.equal((await ask("noah", "GET", "/wall/mine")).body.exceptions.length, 0);
  assert.equal((await ask("marisol", "GET", "/wall/exceptions")).body.items.length, 1);
});

const checkOf = async (who: string, as: "Learner" | "Educator") => {
  const { checkedAt: _, ...check } = (await ask(who, "GET", "/wall/mine")).body[`as${as}`];
  const { checkedAt: __, ...home } = (await ask(who, "GET", `/home/${as.toLowerCase()}`)).body.wall;
  assert.deepEqual(home, check, "the home says what the check says");
  return check;
};

test("where you stand: what holds today, what collides ahead and what an exception lets stand, by day", async () => {
  const amara = await checkOf("amara", "Learner");
  assert.deepEqual([amara.holds, amara.guiding, amara.knownUntil], [true, 2, day(219)]);
  assert.deepEqual(amara.incidents, [{ wall: "assessment", from: day(41), to: day(60), incidents: 1 }]);
  assert.deepEqual(
    amara.exceptions.map(({ name, from, until, approvedBy }: never) => [name, from, until, approvedBy]),
    [["Tomas Example", day(200), day(220), "Imani Example"]],
    "an exception lets nothing stand before the duty's own days",
  );
  const tomas = await checkOf("tomas", "Educator");
  assert.deepEqual([tomas.holds, tomas.incidents, tomas.exceptions.length], [true, amara.incidents, 1]);

  await guides("mentors", "grace", "joan", -30, null);
  await imports("grace", "joan", -10, 10);
  const grace = await checkOf("grace", "Learner");
  assert.deepEqual([grace.holds, grace.incidents[0].from], [false, day(-10)]);
  assert.equal((await checkOf("joan", "Educator")).holds, false);
  assert.deepEqual((await checkOf("noah", "Learner")).incidents, [], "another's is not told");
  await door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into educators (school_id, educator_id) values (${schoolId}, ${id("grace")})`),
  );
  const { asEducator } = (await ask("grace", "GET", "/wall/mine")).body;
  assert.deepEqual(
    [asEducator.holds, asEducator.incidents],
    [true, []],
    "what is open about a learner is not theirs as an educator",
  );
  const { asLearner, stands } = (await ask("joan", "GET", "/wall/mine")).body;
  assert.equal(asLearner, null);
  assert.ok(stands.every(({ educatorId }: { educatorId: string }) => educatorId === id("joan")));
});

test("an exception for some of the days: until its end it is told, and from then on what collides", async () => {
  const open = (await ask("imani", "GET", "/wall/incidents")).body.items;
  const { dutyId } = open.find(({ learnerId }: { learnerId: string }) => learnerId === id("grace"));
  const each = [{ wall: "assessment", dutyId }];
  const body = { learnerId: id("grace"), educatorId: id("joan"), each, until: day(5) };
  const because = "Nobody else on the island may assess it";
  assert.equal((await ask("imani", "POST", "/wall/exceptions", { ...body, because })).status, 200);
  const { holds, incidents, exceptions, clean } = await checkOf("grace", "Learner");
  assert.deepEqual([holds, clean], [false, []]);
  assert.deepEqual(incidents, [{ wall: "assessment", from: day(5), to: day(10), incidents: 1 }]);
  assert.deepEqual([exceptions[0].from, exceptions[0].until], [today, day(5)]);
});

test("reading where somebody stands leaves one event with them, and pages go on where they ended", async () => {
  const count = () =>
    door.asSession(people.amara!.secret, (tx) =>
      tx.run(sql`select from events where verb = 'read' and about_id = ${id("amara")}`),
    );
  const before = await count();
  const first = await ask("marisol", "GET", `/wall/stands?person=${id("amara")}&limit=2`);
  assert.equal((await count()) - before, 1);
  assert.equal((await ask("marisol", "GET", `/wall/duties?learner=${id("amara")}`)).status, 200);
  assert.equal((await count()) - before, 2, "and so does reading the duties toward them");
  const second = await ask("marisol", "GET", `/wall/stands?person=${id("amara")}&limit=200&after=${first.body.next}`);
  const ids = [...first.body.items, ...second.body.items].map(({ standId }) => standId);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(second.body.next, null);
  assert.equal((await ask("marisol", "GET", "/wall/stands?after=nonsense")).body.rule, "page.cursor");
});

test("stands come the latest first, duties the soonest first, and those over are left out when asked", async () => {
  const stands = (await ask("marisol", "GET", "/wall/stands?limit=200")).body.items.map(({ from }: never) => from);
  assert.deepEqual(stands, stands.toSorted().toReversed());
  const all = (await ask("marisol", "GET", "/wall/duties?limit=200")).body.items;
  const since = (await ask("marisol", "GET", `/wall/duties?limit=200&since=${day(1)}`)).body.items;
  assert.deepEqual(
    since,
    all.filter(({ to }: { to: string | null }) => to === null || to > day(1)),
  );
  assert.ok(since.length < all.length, "one of them is over");
  const starts = all.map(({ from }: never) => from);
  assert.deepEqual(starts, starts.toSorted());
});
