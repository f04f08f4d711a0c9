// One requirement signed off for several learners: a look before, one line and one event each, and the same rules as for one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, ok, refused } from "./help/matches.ts";
import { itemIn, planFor, requirementsIn, say } from "./help/plans.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const setId = await requirementsIn(world);
const idOf = (who: string) => world.people[who]!.personId;
const nobody = crypto.randomUUID();
const sign = (who: string, key: string, learnerIds: string[], path = "/plans/sign-offs") =>
  world.ask(who, "POST", path, { setId, key, learnerIds });
const preview = (who: string, key: string, ids: string[]) => sign(who, key, ids, "/plans/sign-offs/preview");

const stateOf = async (who: string, key: string) => itemIn(ok(await planFor(world, who, who)), key).state;
const eventsOf = () =>
  byHand(world, async (admin) => {
    const rows = await admin`select about_id from events where subject = 'plan' and verb <> 'read'
      and actor_id = ${idOf("marisol")}`;
    return rows.map(({ about_id: about }) => String(about)).toSorted();
  });

test("a look tells who would be refused and why, and keeps nothing; the act signs off the others, one event each", async () => {
  ok(await say(world, "marisol", "noah", "filed", "waived"));
  const before = await eventsOf();
  const all = ["amara", "noah", "grace"].map(idOf);
  const looked = ok(await preview("marisol", "filed", [...all, nobody, idOf("amara")]));
  assert.deepEqual(
    looked.signed.map(({ learnerId }: { learnerId: string }) => learnerId),
    [idOf("amara"), idOf("grace")],
  );
  assert.deepEqual(
    looked.refused.map(({ learnerId, because }: Record<string, string>) => [learnerId, because]),
    [
      [idOf("noah"), "It is said not to be needed. Change that on their plan first."],
      [nobody, "There is no such learner here."],
    ],
  );
  assert.deepEqual(
    looked.signed.map(({ openBefore }: { openBefore: string[] }) => openBefore),
    [["To do own"], ["To do own"]],
  );
  assert.equal((await stateOf("amara", "filed")).state, "open");
  assert.deepEqual(await eventsOf(), before);

  assert.deepEqual(ok(await sign("marisol", "filed", [...all, nobody, idOf("amara")])), looked);
  const { state, saidAs, turn } = await stateOf("amara", "filed");
  assert.deepEqual([state, saidAs, turn], ["done", "office", 1]);
  assert.equal((await stateOf("noah", "filed")).state, "waived");
  const added = [...before, idOf("amara"), idOf("grace")].toSorted();
  assert.deepEqual(await eventsOf(), added);
  const again = ok(await sign("marisol", "filed", all));
  assert.deepEqual([again.signed, again.refused.length], [[], 3]);
  assert.deepEqual(await eventsOf(), added);
});

test("what a learner signs, and what is not asked of a class, nobody signs off for them", async () => {
  const own = ok(await preview("marisol", "own", [idOf("amara")]));
  assert.deepEqual([own.signed, own.refused[0].because], [[], "They sign it off themselves."]);
  const { classYear } = ok(await planFor(world, "amara", "amara")).learner;
  assert.equal(classYear, 2028);
  const elsewhere = ok(await preview("marisol", "elsewhere", [idOf("amara")]));
  assert.equal(elsewhere.refused[0].because, "It is not asked of their class.");
});

test("what is under way is signed off in its next turn, and only the advising office signs off many", async () => {
  ok(await say(world, "amara", "amara", "signed", "in progress"));
  ok(await sign("marisol", "signed", [idOf("amara")]));
  assert.equal((await stateOf("amara", "signed")).turn, 2);
  for (const who of ["dana", "imani", "ravi", "amara", "tomas"])
    refused(await sign(who, "filed", [idOf("amara")]), 403, "office.may");
  refused(await sign("marisol", "nothing", [idOf("amara")]), 404, "requirement.absent");
  refused(await sign("marisol", "filed", []), 422, "request.shape");
});

test("what is signed off out of its order is done, and the plan says what is still open before it until that is over", async () => {
  const filed = async () => itemIn(ok(await planFor(world, "amara", "amara")), "filed");
  assert.deepEqual([(await filed()).group, (await filed()).blockedBy], ["done", ["To do own"]]);
  ok(await say(world, "amara", "amara", "own", "done"));
  assert.deepEqual([(await filed()).group, (await filed()).blockedBy], ["done", []]);
  ok(await say(world, "marisol", "amara", "filed", "in progress"));
  const { signed } = ok(await preview("marisol", "filed", [idOf("amara")]));
  assert.deepEqual(signed[0].openBefore, []);
});
