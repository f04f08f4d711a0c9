// The coordinator's desk: what is stuck is there with its action, and each office sees only its own part of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { answer, byHand, day, ok, run } from "./help/matches.ts";
import { sign } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const { ask, people, schoolId } = world;

interface Line {
  queue: string;
  who: string;
  withWhom: string | null;
  program: string | null;
  found: string;
  next: string;
  action: string;
  target: string;
  addresses: string[];
  awaited: number;
  by: string | null;
}

const byLetters = (a: string, b: string) => a.localeCompare(b);
const addressOf = (who: string) => `${who}@wexcombe.example.edu`;

async function linesFor(who: string, queue: string): Promise<Line[]> {
  const { status, body } = await ask(who, "GET", "/desk");
  assert.equal(status, 200, JSON.stringify(body));
  return (body.lines as Line[]).filter((line) => line.queue === queue);
}

test("before the first match every learner waits in every program, and the button starts a run", async () => {
  const lines = await linesFor("marisol", "unmatched");
  assert.equal(lines.length, 9);
  assert.deepEqual(new Set(lines.map(({ action }) => action)), new Set(["start run"]));
});

test("an office that sees no proposals is not told that everybody was left out", async () => {
  assert.deepEqual(await linesFor("imani", "unmatched"), []);
});

test("a queue shown in part counts all of it, and a filter finds what is not among the first", async () => {
  const unmatchedIn = async (query: string) => {
    const { body } = await ask("marisol", "GET", `/desk${query}`);
    const { open, fitting } = body.queues.find(({ queue }: { queue: string }) => queue === "unmatched");
    const names = (body.lines as Line[]).filter(({ queue }) => queue === "unmatched").map(({ who }) => who);
    return { open, fitting, names };
  };
  assert.deepEqual(await unmatchedIn("?most=2"), { open: 9, fitting: 9, names: ["Amara Example", "Amara Example"] });
  assert.deepEqual(await unmatchedIn("?most=1&name=noah"), { open: 9, fitting: 3, names: ["Noah Example"] });
  assert.deepEqual(await unmatchedIn("?queue=wall"), { open: 9, fitting: 0, names: [] });
  const { body } = await ask("marisol", "GET", "/desk?name=nobody");
  assert.deepEqual([body.lines, body.phases.length > 0], [[], true]);
  assert.equal((await ask("marisol", "GET", "/desk?due=soon")).status, 422);
});

test("an unsigned relationship waits with both names, and its learner waits no more in that program", async () => {
  const sql = postgres({ ...world.database.admin, max: 1 });
  const [row] = await sql`insert into relationships (school_id, program, learner_id, educator_id, since)
    values (${schoolId}, 'coaching', ${people.amara!.personId}, ${people.tomas!.personId}, app.today(${schoolId})) returning relationship_id`;
  await sql.end();
  const [line] = await linesFor("marisol", "unsigned");
  assert.equal(line?.who, "Amara Example");
  assert.equal(line?.withWhom, "Tomas Example");
  assert.equal(line?.target, row!.relationship_id);
  assert.equal((await linesFor("marisol", "unmatched")).length, 8);
  assert.equal(line?.found, "Waits for both, since today.");
  assert.deepEqual(line.addresses.toSorted(byLetters), ["amara", "tomas"].map(addressOf).toSorted(byLetters));
  await sign(world, "amara", line.target);
  const [signed] = await linesFor("marisol", "unsigned");
  assert.equal(signed?.found, "Waits for Tomas Example, since today.");
  assert.equal(signed.next, "Ask them to read and sign");
  assert.deepEqual(signed.addresses, [addressOf("tomas")]);
});

test("a roster's collision stands on the desk and on the horizon", async () => {
  const sql = postgres({ ...world.database.admin, max: 1 });
  await sql`insert into duties (school_id, duty, educator_id, learner_id, during, source)
    values (${schoolId}, 'coaches', ${people.priya!.personId}, ${people.noah!.personId}, daterange('2026-08-01', null), 'relationship')`;
  await sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about, tolerates)
    values (${schoolId}, 'assesses', ${people.priya!.personId}, ${people.noah!.personId}, daterange(app.today(${schoolId}) + 20, app.today(${schoolId}) + 40), 'rotation', 'Surgery', true)`;
  await sql.end();
  const { body } = await ask("marisol", "GET", "/desk");
  assert.deepEqual(
    body.ahead.map(({ who, duty, daysAhead }: Record<string, unknown>) => [who, duty, daysAhead]),
    [["Noah Example", "Surgery", 20]],
  );
  assert.equal((await linesFor("marisol", "wall")).length, 1);
});

test("more learners than places is a matter of capacity", async () => {
  const sql = postgres({ ...world.database.admin, max: 1 });
  await sql`update capacities set places = 0 where educator_id = ${people.tomas!.personId} and program = 'coaching'`;
  await sql.end();
  assert.deepEqual(
    (await linesFor("marisol", "capacity")).map(({ who }) => who),
    ["Tomas Example"],
  );
});

test("the desk is the offices': a registrar, an administrator, a learner and an educator get none", async () => {
  for (const who of ["ravi", "ada", "amara", "tomas"]) assert.equal((await ask(who, "GET", "/desk")).status, 403, who);
});

test("whom to pick for who sees what: one's own people first, and of one name told apart by where they work", async () => {
  const { body } = await ask("amara", "GET", "/seen/choices");
  assert.deepEqual(
    body.people.map(({ name, about, as }: Record<string, string>) => [name, about, as]),
    [["Tomas Example", "Pediatrics, Main", "coaching"]],
  );
  assert.equal((body.offices as unknown[]).length, 7);
  const own = (await ask("tomas", "GET", "/seen/choices")).body.people;
  assert.deepEqual([own[0].name, own[0].about], ["Amara Example", "Class of 2028, Main"]);

  const double = await world.addEducator("double");
  await byHand(
    world,
    (admin) =>
      admin`with d as (update people set given_name = 'Priya' where person_id = ${double.personId} returning 1)
        update educators set department = 'Surgery', campus = 'East' where educator_id = ${double.personId}`,
  );
  const { items } = (await ask("amara", "GET", "/people?named=priya")).body;
  assert.equal(items.length, 2);
  assert.equal(new Set(items.map(({ email }: { email: string }) => email)).size, 2);
  const seen = async (personId: string) => (await ask("amara", "GET", `/seen?personId=${personId}`)).body;
  assert.equal((await seen(double.personId)).about, "Surgery, East");
  assert.notEqual((await seen(people.priya!.personId)).about, "Surgery, East");
  const noah = await ask("amara", "GET", `/seen?personId=${people.noah!.personId}`);
  assert.equal(noah.body.rule, "seen.who", "another learner is not picked by name");
});

test("whoever the newest run left without anybody is told with the change that would help", async () => {
  await byHand(
    world,
    (admin) =>
      admin`update capacities set places = case when program = 'mentoring' and educator_id = ${people.joan!.personId} then 1 else 0 end`,
  );
  await run(world, "mentoring");
  const found = (await linesFor("marisol", "unmatched")).filter(({ program }) => program === "mentoring");
  assert.equal(found.filter(({ next }) => next === "Joan Example takes 2 learners in place of 1").length, 2);
  assert.deepEqual(new Set(found.map(({ action }) => action)), new Set(["open run"]));
});

test("a draft leads a director to approving it, and tells a coordinator whom it waits for", async () => {
  await byHand(
    world,
    (admin) =>
      admin`update capacities set places = 4 where program = 'coaching' and educator_id = ${people.tomas!.personId}`,
  );
  const draft = await run(world, "coaching");
  const [forDirector] = (await linesFor("dana", "proposals")).filter(({ program }) => program === "coaching");
  assert.deepEqual(
    [forDirector?.action, forDirector?.target, forDirector?.addresses],
    ["approve run", draft.runId, []],
  );
  assert.match(forDirector!.found, /^A draft: 2 of 2 matched\. Marisol Example made it today\.$/);
  const [forCoordinator] = (await linesFor("marisol", "proposals")).filter(({ program }) => program === "coaching");
  assert.deepEqual(
    [forCoordinator?.action, forCoordinator?.next, forCoordinator?.addresses],
    ["open draft", "Waits for Dana Example", [addressOf("dana")]],
  );
  const again = await run(world, "coaching");
  const drafts = (await linesFor("dana", "proposals")).filter(({ program }) => program === "coaching");
  assert.deepEqual(
    drafts.map(({ target }) => target),
    [again.runId],
    "only the newest one waits",
  );
  assert.deepEqual(await linesFor("imani", "proposals"), []);
});

test("a scenario that assumes what is not so waits for nobody", async () => {
  const assumptions = { places: [{ educatorId: people.priya!.personId, places: 3 }], certified: [], relaxed: [] };
  await run(world, "coaching", { assumptions });
  assert.deepEqual(
    (await linesFor("dana", "proposals")).filter(({ program }) => program === "coaching"),
    [],
  );
});

test("proposals that are out tell how many wait, until when and for whom; in the last days each by itself", async () => {
  const { runId } = await run(world, "coaching");
  ok(await ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(14) }));
  const ofCoaching = async () =>
    (await linesFor("marisol", "proposals")).filter(({ program }) => program === "coaching");
  const [waiting, ...more] = await ofCoaching();
  assert.deepEqual(more, []);
  assert.deepEqual([waiting?.action, waiting?.target, waiting?.by], ["open answers", runId, day(14)]);
  assert.match(waiting!.found, /^2 proposals wait for an answer\. Not yet: .*Grace Example.*\.$/);
  const awaited = async () => ok(await ask("marisol", "GET", `/desk/awaited?runs=${runId}`)).addresses as string[];
  assert.deepEqual([waiting?.addresses, waiting?.awaited], [[], (await awaited()).length]);
  assert.ok((await awaited()).includes(addressOf("grace")));
  ok(await answer(world, "grace", runId, "grace", { answer: "accept" }));
  const [after] = await ofCoaching();
  assert.match(after!.found, /^2 proposals wait for an answer; to 1 of them one of the two has said yes\. Not yet: /);
  assert.ok(!after!.found.includes("Grace Example"));
  assert.ok(!(await awaited()).includes(addressOf("grace")));
  assert.equal(after!.awaited, waiting!.awaited - 1);
  for (const who of ["imani", "ravi", "ada", "grace", "tomas"])
    assert.equal((await ask(who, "GET", `/desk/awaited?runs=${runId}`)).status, 403, who);
  assert.equal((await ask("marisol", "GET", "/desk/awaited?runs=all")).status, 422);
  await byHand(world, (admin) => admin`update run_approvals set answer_by = ${day(3)} where run_id = ${runId}`);
  assert.deepEqual(
    (await ofCoaching()).map(({ who, found, action }) => [who, found, action]),
    [
      ["Grace Example", "One of two has answered.", "open run"],
      ["Noah Example", "Neither has answered yet.", "open run"],
    ],
  );
  assert.deepEqual(await awaited(), [], "each of them is written to on a line of their own");
  ok(await answer(world, "noah", runId, "noah", { answer: "decline", reason: "other" }));
  assert.deepEqual(
    (await ofCoaching()).map(({ who, action }) => [who, action]),
    [
      ["Grace Example", "open run"],
      ["Noah Example", "match rest"],
    ],
  );
});
