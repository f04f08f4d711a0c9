// What no score can buy, what scenarios cost, and what a run refuses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tryingOut } from "../src/matching/adjustment.ts";
import { recheck } from "../src/matching/certificate.ts";
import type { Change } from "../src/matching/gap.ts";
import type { Run } from "../src/matching/run.ts";
import {
  answer,
  assesses,
  bringSchool,
  byHand,
  day,
  detail,
  ok,
  pairsOf,
  proposalsFor,
  refused,
  run,
  wishes,
} from "./help/matches.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

test("the rules that no score can buy", async (t) => {
  const world = await openWorld();
  await wishes(world, "amara", "tomas", 1);
  await wishes(world, "noah", "tomas", null);

  await t.test("a rotation months ahead closes the pair today, however much it was wished for", async () => {
    assert.equal((await pairsOf(world, (await run(world)).runId)).amara, "tomas");
    await assesses(world, "amara", "tomas", day(200), day(256));
    const made = await run(world);
    assert.notEqual((await pairsOf(world, made.runId)).amara, "tomas");
    const why = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/learners/${world.people.amara!.personId}`));
    assert.deepEqual(
      [why.ruledOut[0].educator, why.ruledOut[0].code, why.mayAskWall],
      ["Tomas Example", "not available", true],
    );
    assert.doesNotMatch(JSON.stringify(why), /rotation|Surgery|assess/);
    refused(
      await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, {
        pin: { learnerId: world.people.amara!.personId, educatorId: world.people.tomas!.personId },
      }),
      422,
      "run.pin",
    );
  });

  await t.test("a draft that a new rotation has overtaken cannot be approved", async () => {
    const made = await run(world);
    const pairs = await pairsOf(world, made.runId);
    await assesses(world, "noah", pairs.noah!, day(30), day(60));
    refused(
      await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(7) }),
      409,
      "run.out-of-date",
    );
    const again = await run(world);
    assert.notEqual((await pairsOf(world, again.runId)).noah, pairs.noah);
    ok(await world.ask("dana", "POST", `/runs/${again.runId}/approval`, { answerBy: day(7) }));
    refused(
      await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(7) }),
      409,
      "run.out-of-date",
    );
  });
});

test("one person, one lane, over the three programs in a row", async () => {
  const world = await openWorld();
  const { runs } = ok(await world.ask("marisol", "POST", "/runs/series", {}));
  assert.deepEqual(
    runs.map(({ program }: { program: string }) => program),
    ["coaching", "mentoring", "advising"],
  );
  const lanes = await Promise.all(runs.map(({ runId }: { runId: string }) => pairsOf(world, runId)));
  for (const learner of ["amara", "noah", "grace"]) assert.equal(new Set(lanes.map((pairs) => pairs[learner])).size, 3);
  const newer = await run(world, "mentoring");
  assert.deepEqual((await detail(world, newer.runId)).round, []);
  for (const { runId } of runs) {
    const { round } = await detail(world, runId);
    const others = runs.filter((other: Run) => other.runId !== runId);
    assert.deepEqual(round.map((one: Run) => one.runId).toSorted(), others.map((one: Run) => one.runId).toSorted());
  }
  for (const { runId } of runs) ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
  assert.equal((await proposalsFor(world, "amara")).length, 3);
});

test("together, no program takes whom another needs more, and the three prove how near they are to the best", async () => {
  const world = await openWorld();
  const [tomas, priya] = [world.people.tomas!.personId, world.people.priya!.personId];
  await byHand(world, async (admin) => {
    await admin`update capacities set places = 0 where program <> 'advising'`;
    await admin`update capacities set places = 3 where program = 'coaching' and educator_id in (${tomas}, ${priya})`;
    await admin`update capacities set places = 3 where program = 'mentoring' and educator_id = ${tomas}`;
  });
  await wishes(world, "amara", "tomas", 1);
  const matchedIn = (runs: Run[]): number => runs.reduce((sum, { outcome }) => sum + outcome.matched, 0);
  const inRow = ok(await world.ask("marisol", "POST", "/runs/series", {})).runs as Run[];
  const { runs } = ok(await world.ask("marisol", "POST", "/runs/series", { together: true })) as { runs: Run[] };
  assert.deepEqual([matchedIn(inRow), matchedIn(runs)], [8, 9]);
  const lanes = await Promise.all(runs.map(({ runId }) => pairsOf(world, runId)));
  for (const learner of ["amara", "noah", "grace"]) assert.equal(new Set(lanes.map((pairs) => pairs[learner])).size, 3);
  for (const { runId, outcome, settings } of runs) {
    assert.deepEqual([outcome.together?.pairs, outcome.together?.pairsMost], [9, 9]);
    assert.ok(outcome.together!.totalMost >= outcome.together!.total);
    assert.deepEqual(
      settings.counting.toSorted(),
      runs
        .map((other) => other.runId)
        .filter((other) => other !== runId)
        .toSorted(),
    );
    const { notes } = await detail(world, runId);
    assert.match(notes[0], /matched together.*9 pairs, and no other matches can have more/);
    const { certificate } = ok(await world.ask("marisol", "GET", `/runs/${runId}/problem`));
    assert.deepEqual(recheck(certificate, settings).failures, []);
  }
  for (const { runId } of runs.toReversed())
    ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
});

test("where nobody waits the three are not matched: refused, and no draft is made; a program in which nobody waits gets none", async () => {
  const world = await openWorld();
  const { runs } = ok(await world.ask("marisol", "POST", "/runs/series", {}));
  for (const { runId } of runs.slice(0, 2))
    ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
  for (const together of [false, true]) {
    const left = ok(await world.ask("marisol", "POST", "/runs/series", { together })).runs as Run[];
    assert.deepEqual(
      left.map(({ program, settings, outcome }) => [program, settings.counting, outcome.together]),
      [["advising", [], null]],
    );
  }
  ok(await world.ask("dana", "POST", `/runs/${runs[2].runId}/approval`, { answerBy: day(7) }));
  const before = ok(await world.ask("marisol", "GET", "/runs")).items.length;
  for (const together of [false, true]) {
    const { status, body } = await world.ask("marisol", "POST", "/runs/series", { together });
    assert.deepEqual([status, body.rule], [409, "run.nobody"]);
    assert.match(body.detail, /^Nobody waits for a match/);
  }
  assert.equal(ok(await world.ask("marisol", "GET", "/runs")).items.length, before);
});

test("two who ended it are not put together again, unless somebody means them to", async () => {
  const world = await openWorld();
  const [amara, tomas] = [world.people.amara!.personId, world.people.tomas!.personId];
  await wishes(world, "amara", "tomas", 1);
  ok(await end(world, "amara", await inForce(world, "amara", "tomas"), "not working"));
  const made = await run(world);
  assert.notEqual((await pairsOf(world, made.runId)).amara, "tomas");
  const why = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/learners/${amara}`));
  assert.deepEqual(
    why.ruledOut.map(({ educatorId, code }: Record<string, string>) => [educatorId, code]),
    [[tomas, "together before"]],
  );
  const pin = { learnerId: amara, educatorId: tomas };
  const anew = ok(await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, { pin }));
  assert.equal((await pairsOf(world, anew.run.runId)).amara, "tomas");
});

test("a conflict said where the two already stand on a wall closes the pair in every program", async () => {
  const world = await openWorld();
  const pair = { learnerId: world.people.amara!.personId, educatorId: world.people.tomas!.personId };
  await wishes(world, "amara", "tomas", 1);
  await assesses(world, "amara", "tomas", day(0), day(60));
  const made = await run(world, "advising", { pins: [pair] });
  ok(await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(14) }));
  ok(await answer(world, "tomas", made.runId, "amara", { answer: "decline", reason: "conflict" }));
  const [duty] = ok(await world.ask("ravi", "GET", `/wall/duties?learner=${pair.learnerId}`)).items;
  ok(await world.ask("ravi", "POST", `/wall/duties/${duty.dutyId}/ending`, {}));
  assert.notEqual((await pairsOf(world, (await run(world)).runId)).amara, "tomas");
});

test("each change that a gap names places that learner, at the score it says, and moves nobody", async () => {
  const world = await openWorld();
  await bringSchool(world);
  const made = await run(world, "coaching", { learnersMost: 1 });
  const { gaps } = await detail(world, made.runId);
  const seen = { train: 0, place: 0, relax: 0 };
  for (const { learnerId, changes } of gaps as { learnerId: string; changes: Change[] }[])
    for (const change of changes) {
      seen[change.kind] += 1;
      if (seen[change.kind] > 8) continue;
      const adjustment = tryingOut(learnerId, change);
      const tried = ok(await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, adjustment));
      assert.deepEqual([tried.cost.matched, tried.cost.changed], [1, 1], JSON.stringify(change));
      const { proposals } = await detail(world, tried.run.runId);
      const mine = proposals.find((one: { learnerId: string }) => one.learnerId === learnerId);
      assert.deepEqual([mine.educatorId, mine.score], [change.educatorId, change.score]);
    }
  assert.ok(seen.train > 0 && seen.place > 0, JSON.stringify(seen));
});

test("gaps say why and what single change would help; scenarios try it and cannot be approved", async () => {
  const world = await openWorld();
  await byHand(world, async (admin) => {
    await admin`update capacities set places = 0 where program = 'coaching' and educator_id <> all (${[world.people.tomas!.personId, world.people.priya!.personId]})`;
    await admin`update capacities set places = 1 where program = 'coaching' and educator_id = ${world.people.tomas!.personId}`;
    await admin`delete from trainings where educator_id = ${world.people.priya!.personId} and module = 'Relational skills'`.catch(
      () => undefined,
    );
  });
  const made = await run(world);
  assert.equal(made.outcome.matched, 1);
  const { gaps } = await detail(world, made.runId);
  assert.equal(gaps.length, 2);
  const [train, place] = ["train", "place"].map((kind) =>
    gaps[0].changes.find((change: { kind: string }) => change.kind === kind),
  );
  assert.deepEqual([train.educator, train.modules], ["Priya Example", ["Relational skills"]]);
  assert.deepEqual([place.educator, place.places], ["Tomas Example", 2]);

  const tried = ok(
    await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, { certify: world.people.priya!.personId }),
  );
  assert.equal(tried.cost.matched, 2);
  assert.equal(tried.run.basedOn, made.runId);
  assert.match((await detail(world, tried.run.runId)).assumes[0], /Priya Example/);
  refused(
    await world.ask("dana", "POST", `/runs/${tried.run.runId}/approval`, { answerBy: day(7) }),
    409,
    "run.assumes",
  );

  const { runs } = ok(await world.ask("marisol", "GET", `/runs/comparison?ids=${made.runId},${tried.run.runId}`));
  assert.deepEqual(
    runs.map(({ run: { outcome } }: { run: { outcome: { matched: number } } }) => outcome.matched),
    [1, 3],
  );
  assert.equal(runs[0].waiting.length, 2);
});

test("pins and bans hold, cost what they cost, and can be approved", async () => {
  const world = await openWorld();
  await wishes(world, "amara", "tomas", 1);
  const made = await run(world);
  const [amara, tomas, fatima] = ["amara", "tomas", "fatima"].map((name) => world.people[name]!.personId);
  const banned = ok(
    await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, {
      forbid: { learnerId: amara, educatorId: tomas },
    }),
  );
  assert.notEqual((await pairsOf(world, banned.run.runId)).amara, "tomas");
  assert.ok(banned.cost.total < 0);
  const pinned = ok(
    await world.ask("marisol", "POST", `/runs/${made.runId}/adjustment`, {
      pin: { learnerId: amara, educatorId: fatima },
    }),
  );
  assert.equal((await pairsOf(world, pinned.run.runId)).amara, "fatima");
  assert.equal(pinned.cost.changes[0].learner, "Amara Example");
  const why = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/learners/${amara}?instead=${fatima}`));
  assert.deepEqual([why.move.educator, why.move.matchedThen], ["Fatima Example", 3]);
  assert.ok(why.move.changes[0].after < why.move.changes[0].before);
  ok(await world.ask("dana", "POST", `/runs/${pinned.run.runId}/approval`, { answerBy: day(7) }));
});

test("who was kept by hand for a learner is not ruled out for them by the place that this takes", async () => {
  const world = await openWorld();
  const [amara, noah] = [world.people.amara!.personId, world.people.noah!.personId];
  const { personId: educatorId } = await world.addEducator("selma", { coaching: 1 });
  const { runId } = await run(world, "coaching", { pins: [{ learnerId: amara, educatorId }] });
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
  const ruledOutFor = async (learnerId: string): Promise<string[]> =>
    ok(await world.ask("marisol", "GET", `/runs/${runId}/learners/${learnerId}`)).ruledOut.map(
      (one: { educatorId: string }) => one.educatorId,
    );
  assert.ok((await ruledOutFor(noah)).includes(educatorId), "her one place is free");
  assert.ok(!(await ruledOutFor(amara)).includes(educatorId));
});

test("runs are listed page by page, and bad input is named", async () => {
  const world = await openWorld();
  for (let count = 0; count < 3; count++) await run(world);
  const first = ok(await world.ask("dana", "GET", "/runs?program=coaching&limit=2"));
  const second = ok(await world.ask("dana", "GET", `/runs?program=coaching&limit=2&after=${first.next}`));
  assert.deepEqual(
    [...first.items, ...second.items].map(({ name }) => name),
    ["Coaching match, run 3", "Coaching match, run 2", "Coaching match, run 1"],
  );
  assert.equal(second.next, null);
  const refusal = refused(
    await world.ask("marisol", "POST", "/runs", { program: "coaching", settings: { weights: { wish: -1 } } }),
    422,
    "request.shape",
  );
  assert.match(refusal.faults[0].field, /settings\.weights/);
  refused(await world.ask("marisol", "GET", `/runs/${crypto.randomUUID()}`), 404, "run.absent");
  refused(await world.ask("marisol", "POST", `/runs/${first.items[0].runId}/rest`, {}), 409, "run.not-approved");
  refused(await world.ask("marisol", "POST", `/runs/${first.items[0].runId}/adjustment`, {}), 422, "run.adjustment");
});
