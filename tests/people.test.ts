// The directory over the whole server: who finds whom, adding and correcting, and what an educator keeps themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { inForce } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const namesFor = async (who: string, query = "") =>
  ok(await ask(who, "GET", `/people?limit=200${query}`))
    .items.map(({ givenName }: { givenName: string }) => givenName.toLowerCase())
    .toSorted();
const everyone = Object.keys(world.people).toSorted();
const educators = ["fatima", "joan", "priya", "tomas"];

test("offices that need names see all; a learner sees the educators and themselves, and other learners see nothing of them", async () => {
  for (const who of ["marisol", "dana", "imani", "ravi", "ada"]) assert.deepEqual(await namesFor(who), everyone, who);
  assert.deepEqual(await namesFor("amara"), ["amara", ...educators]);
  assert.deepEqual(await namesFor("tomas"), educators);
  const nobody = refused(await ask("noah", "GET", `/people/${crypto.randomUUID()}`), 404, "person.absent");
  assert.deepEqual(refused(await ask("noah", "GET", `/people/${idOf("amara")}`), 404, "person.absent"), nobody);
  assert.equal((await ask(null, "GET", "/people")).status, 401);
});

test("whoever shares a program finds the other, and the read is noted", async () => {
  await inForce(world, "grace", "joan");
  assert.ok((await namesFor("joan")).includes("grace"));
  const { learner, sourceIds } = ok(await ask("joan", "GET", `/people/${idOf("grace")}`));
  assert.equal(learner.classYear, 2029);
  assert.equal(sourceIds, null);
  ok(await ask("grace", "GET", `/people/${idOf("joan")}`));
  ok(await ask("grace", "GET", `/people/${idOf("grace")}`));
  const reads = await byHand(
    world,
    (admin) => admin`select actor_id, about_id from events where verb = 'read' and subject = 'person'`,
  );
  assert.deepEqual([...reads], [{ actor_id: idOf("joan"), about_id: idOf("grace") }]);
});

test("everybody reads who opened their own record, and nobody who opened another's", async () => {
  const joan = { personId: idOf("joan"), name: "Joan Example", offices: [] };
  const marisol = { personId: idOf("marisol"), name: null, offices: ["coordinator"] };
  for (let time = 0; time < 2; time++) ok(await ask("marisol", "GET", `/people/${idOf("grace")}`));
  const first = ok(await ask("grace", "GET", "/me/readings?limit=2"));
  const rest = ok(await ask("grace", "GET", `/me/readings?limit=2&after=${encodeURIComponent(first.next)}`));
  const lines = [...first.items, ...rest.items].filter(({ subject }) => subject === "person");
  assert.deepEqual(
    lines.map(({ reader }) => reader),
    [marisol, marisol, joan],
  );
  for (const who of ["joan", "marisol", "noah", "ada"])
    assert.deepEqual(ok(await ask(who, "GET", "/me/readings")).items, [], who);
});

test("two about whom an office asks the wall both read it; that one of the two asked, nobody reads", async () => {
  const path = `/wall/pairs?learnerId=${idOf("grace")}&educatorId=${idOf("joan")}`;
  const stands = async (who: string) =>
    ok(await ask(who, "GET", "/me/readings")).items.filter(({ subject }: { subject: string }) => subject === "stands");
  for (const who of ["grace", "joan"]) ok(await ask(who, "GET", path));
  for (const who of ["grace", "joan"]) assert.deepEqual(await stands(who), []);
  ok(await ask("marisol", "GET", path));
  for (const who of ["grace", "joan"])
    assert.deepEqual(
      (await stands(who)).map(({ reader }: { reader: { offices: string[] } }) => reader.offices),
      [["coordinator"]],
    );
});

test("what cannot be searched for is refused at its field, and nothing breaks", async () => {
  const foreign = encodeURIComponent(btoa(JSON.stringify(["a", "b", "c"])));
  refused(await ask("marisol", "GET", `/people?after=${foreign}`), 422, "page.cursor");
  for (const [query, field] of [
    ["named=%00", "named"],
    ["classYear=99999999999", "classYear"],
    ["status=away", "status"],
  ])
    assert.deepEqual(
      refused(await ask("marisol", "GET", `/people?${query}`), 422, "request.shape").faults.map(
        (fault: { field: string }) => fault.field,
      ),
      [field],
    );
});

test("a name is found by its parts and when it is spelt almost right; filters narrow", async () => {
  await world.addLearner("bartholomew", 2030);
  assert.deepEqual(await namesFor("marisol", "&named=barth"), ["bartholomew"]);
  assert.deepEqual(await namesFor("marisol", "&named=bartolomew"), ["bartholomew"]);
  assert.deepEqual(await namesFor("marisol", "&named=exam%20barth"), ["bartholomew"]);
  assert.deepEqual(await namesFor("marisol", "&named=%25"), []);
  assert.deepEqual(await namesFor("amara", "&named=barth"), []);
  assert.deepEqual(await namesFor("marisol", "&as=learner&classYear=2030"), ["bartholomew"]);
  assert.deepEqual(await namesFor("marisol", "&as=educator"), educators);
  assert.deepEqual(await namesFor("marisol", "&status=leave"), []);
});

test("a program narrows the list to its pairs, as far as the asker sees them", async () => {
  await inForce(world, "amara", "fatima", "mentoring");
  assert.deepEqual(await namesFor("marisol", "&program=mentoring"), ["amara", "fatima"]);
  assert.deepEqual(await namesFor("fatima", "&program=mentoring"), ["amara", "fatima"]);
  for (const who of ["priya", "noah", "ada"]) assert.deepEqual(await namesFor(who, "&program=mentoring"), [], who);
  assert.deepEqual(await namesFor("marisol", "&program=tutoring"), []);
});

test("pages follow each other without a gap, a repetition or a total", async () => {
  const seen: string[] = [];
  for (let after = ""; ;) {
    const { items, next, ...rest } = ok(await ask("marisol", "GET", `/people?limit=4${after}`));
    assert.deepEqual(rest, {});
    seen.push(...items.map(({ personId }: { personId: string }) => personId));
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  assert.deepEqual(
    seen.toSorted(),
    Object.values(world.people)
      .map(({ personId }) => personId)
      .toSorted(),
  );
});

test("paid time and places are the educator's and the planning offices'", async () => {
  const path = `/people/${idOf("tomas")}`;
  for (const who of ["amara", "priya", "ada"]) {
    const { educator } = ok(await ask(who, "GET", path));
    assert.deepEqual([educator.terms, educator.places], [null, null], who);
  }
  for (const who of ["tomas", "marisol", "dana"])
    assert.equal(ok(await ask(who, "GET", path)).educator.terms.effortPercent, 20, who);
});

const newcomer = { givenName: "Ines", familyName: "Okafor", email: "ines@wexcombe.example.edu" };

test("the offices that keep the roster add people; nobody else does, and bad fields are named", async () => {
  const learner = { classYear: 2029, campus: "Main", phase: "clerkship", status: "active" };
  for (const who of ["amara", "tomas", "dana", "imani", "ada", "rosa"])
    refused(await ask(who, "POST", "/people", { ...newcomer, learner }), 403, "office.may");
  const problem = refused(
    await ask("marisol", "POST", "/people", { ...newcomer, email: "ines", learner: { ...learner, status: "away" } }),
    422,
    "request.shape",
  );
  assert.deepEqual(
    problem.faults.map(({ field }: { field: string }) => field),
    ["email", "learner.status"],
  );
  const added = ok(await ask("marisol", "POST", "/people", { ...newcomer, learner }));
  assert.deepEqual(added.learner.standings, [
    { from: added.learner.standings[0].from, phase: "clerkship", status: "active" },
  ]);
  refused(await ask("marisol", "POST", "/people", { ...newcomer, learner }), 409, "person.email");
  const changed = ok(await ask("ravi", "PATCH", `/people/${added.personId}`, { givenName: "Inês" }));
  assert.deepEqual([changed.givenName, changed.familyName], ["Inês", "Okafor"]);
});

test("a standing begins and the one before stays; a leave shows in the list", async () => {
  const path = `/people/${idOf("noah")}/standings`;
  refused(await ask("noah", "POST", path, { from: day(0), phase: "clerkship", status: "leave" }), 403, "office.may");
  refused(
    await ask("marisol", "POST", path, { from: "2001-01-01", phase: "clerkship", status: "leave" }),
    422,
    "standing.from",
  );
  const { learner } = ok(await ask("marisol", "POST", path, { from: day(-1), phase: "clerkship", status: "leave" }));
  assert.equal(learner.standings.length, 2);
  ok(await ask("marisol", "POST", path, { from: day(0), phase: "clerkship", status: "leave" }));
  assert.deepEqual(await namesFor("marisol", "&status=leave"), ["noah"]);
  refused(
    await ask("marisol", "POST", `/people/${idOf("tomas")}/standings`, { from: day(0), phase: "x", status: "leave" }),
    404,
    "learner.absent",
  );
});

test("an educator keeps their own places, skills and pause, and not their paid time", async () => {
  const path = `/people/${idOf("priya")}`;
  const { educator } = ok(await ask("priya", "PUT", `${path}/places`, { places: { coaching: 2 } }));
  assert.deepEqual(educator.places, { advising: 10, coaching: 2, mentoring: 3 });
  refused(await ask("priya", "PUT", `${path}/places`, { places: { tutoring: 2 } }), 409, "capacity.program");
  refused(await ask("priya", "PUT", `${path}/places`, { places: { coaching: 2.5 } }), 422, "request.shape");
  refused(await ask("tomas", "PUT", `${path}/places`, { places: { coaching: 3 } }), 403, "educator.own");
  refused(await ask("amara", "PUT", `${path}/terms`, { pausedUntil: day(9) }), 403, "educator.own");
  refused(await ask("priya", "PUT", `${path}/terms`, { pausedUntil: day(0) }), 422, "educator.pause");
  assert.equal(
    ok(await ask("priya", "PUT", `${path}/terms`, { pausedUntil: day(30) })).educator.terms.pausedUntil,
    day(30),
  );
  refused(
    await ask("priya", "PUT", `${path}/terms`, { pausedUntil: null, effortPercent: 90 }),
    409,
    "educator.effort-office",
  );
  const kept = ok(await ask("marisol", "PUT", `${path}/terms`, { pausedUntil: null, effortPercent: 15 })).educator
    .terms;
  assert.deepEqual(kept, { effortPercent: 15, pausedUntil: null });
  const fields = { department: "Surgery", campus: "North", skills: ["suturing"], languages: ["English"] };
  assert.equal(ok(await ask("priya", "PUT", `${path}/educator`, fields)).educator.department, "Surgery");
});

test("who has left stays on record and is signed out everywhere", async () => {
  const ahead = refused(
    await ask("marisol", "PATCH", `/people/${idOf("fatima")}`, { leftOn: day(2) }),
    422,
    "person.left",
  );
  assert.equal(ahead.faults[0].field, "leftOn");
  refused(await ask("fatima", "PATCH", `/people/${idOf("noah")}`, { leftOn: day(-1) }), 403, "office.may");
  ok(await ask("fatima", "GET", "/me"));
  const left = ok(await ask("marisol", "PATCH", `/people/${idOf("fatima")}`, { leftOn: day(-1) }));
  assert.equal(left.leftOn, day(-1));
  assert.equal((await ask("fatima", "GET", "/me")).status, 401);
  ok(await ask("tomas", "GET", "/me"));
  assert.equal(ok(await ask("marisol", "PATCH", `/people/${idOf("fatima")}`, { leftOn: null })).leftOn, null);
});
