// What a run tells beyond its pairs, over the API: its cost against the draft before, the other lanes, and its study.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bringSchool, detail, ok, refused, run, wishes } from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

test("a scenario shows at once what it costs against the draft it was made from", async () => {
  const world = await openWorld();
  await wishes(world, "amara", "tomas", 1);
  await wishes(world, "amara", "fatima", 2);
  const made = await run(world);
  assert.equal((await detail(world, made.runId)).cost, null);
  assert.deepEqual(made.outcome.choices, { at: [1], another: 0 });
  const pair = (educator: string) => ({
    learnerId: world.people.amara!.personId,
    educatorId: world.people[educator]!.personId,
  });
  const changed = ok(await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, { pin: pair("fatima") }));
  const { cost, outcome } = await detail(world, changed.run.runId);
  assert.equal(cost.from, made.name);
  assert.deepEqual(cost.total, changed.cost.total);
  assert.ok(cost.total < 0);
  assert.deepEqual(outcome.choices, { at: [0, 1], another: 0 });
});

test("the other lanes are those the run rests on, drafts only where they are counted in", async () => {
  const world = await openWorld();
  const { runs } = ok(await world.ask("marisol", "POST", "/runs/series", {}));
  const lanes = async (at: number) => ok(await world.ask("marisol", "GET", `/runs/${runs[at].runId}/lanes`)).items;
  assert.deepEqual(await lanes(0), []);
  const last: { program: string; state: string; learnerId: string }[] = await lanes(2);
  assert.equal(last.length, 6);
  assert.deepEqual([...new Set(last.map(({ program }) => program))].toSorted(), ["coaching", "mentoring"]);
  assert.deepEqual([...new Set(last.map(({ state }) => state))], ["draft"]);
});

test("the study names groups without small cells, and is the office's alone", async () => {
  const world = await openWorld();
  const made = await run(world);
  const study = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/study`));
  assert.deepEqual(
    study.equity.map(({ by }: { by: string }) => by),
    ["phase", "class", "campus"],
  );
  for (const { groups } of study.equity)
    for (const { learners, mean } of groups) assert.deepEqual([learners, mean], [null, null]);
  assert.deepEqual(study.continuity, []);
  const everyone = await run(world, "coaching", { scope: "everyone" });
  assert.deepEqual(ok(await world.ask("marisol", "GET", `/runs/${everyone.runId}/study`)).continuity, []);
  for (const who of ["amara", "tomas", "ravi", "imani"])
    for (const part of ["study", "lanes"])
      refused(await world.ask(who, "GET", `/runs/${made.runId}/${part}`), 403, "office.may");
  refused(await world.ask("marisol", "GET", `/runs/${crypto.randomUUID()}/study`), 404, "run.absent");
});

test("to keep a pair that a run has moves nobody else, however many matches are equally good", async () => {
  const world = await openWorld();
  await bringSchool(world);
  const made = await run(world, "coaching", { learnersMost: 1 });
  const pairs = ({ proposals }: { proposals: Record<string, string>[] }) =>
    proposals.map(({ learnerId, educatorId }) => `${learnerId} ${educatorId}`);
  const before = await detail(world, made.runId);
  assert.ok(before.proposals.length > 8);
  for (const { learnerId, educatorId } of before.proposals.slice(0, 8)) {
    const change = { pin: { learnerId, educatorId } };
    const kept = ok(await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, change));
    assert.deepEqual(pairs(await detail(world, kept.run.runId)), pairs(before));
  }
});
