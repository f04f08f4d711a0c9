// A match from end to end over the API: a draft, a director's yes, both answers, and who learns what on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import { z } from "zod";
import { sql } from "../src/db/sql.ts";
import { recheck } from "../src/matching/certificate.ts";
import { openWorld, type Reply, type World } from "./help/world.ts";

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const firstNamed = (list: { learner: string }[], name: string) =>
  list.find(({ learner }) => learner.toLowerCase().startsWith(name));
const ok = ({ status, body }: Reply) => {
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const refused = ({ status, body }: Reply, code: number, rule: string) => {
  assert.deepEqual([status, body.rule], [code, rule], JSON.stringify(body));
  return body;
};
const run = async (world: World, program = "coaching", settings = {}, who = "marisol") =>
  ok(await world.ask(who, "POST", "/runs", { program, settings }));
const detail = async (world: World, id: string) => ok(await world.ask("marisol", "GET", `/runs/${id}`));
const proposalsFor = async (world: World, who: string) => ok(await world.ask(who, "GET", "/proposals")).items;

/** Who is to be proposed whom, by first name in lower case. */
async function pairsOf(world: World, id: string): Promise<Record<string, string>> {
  const { proposals } = await detail(world, id);
  return Object.fromEntries(
    proposals.map(({ learner, educator }: Record<string, string>) => [
      learner!.split(" ")[0]!.toLowerCase(),
      educator!.split(" ")[0]!.toLowerCase(),
    ]),
  );
}

async function byHand<T>({ database }: World, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres({ ...database.admin, max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

async function assesses(world: World, learner: string, educator: string, from: string, to: string): Promise<void> {
  const { schoolId, people } = world;
  await world.door.asSession(people.ravi!.secret, (tx) =>
    tx.run(sql`insert into duties (school_id, duty, educator_id, learner_id, during, source, about)
    values (${schoolId}, 'assesses', ${people[educator]!.personId}, ${people[learner]!.personId}, daterange(${from}::date, ${to}::date), 'rotation', 'Surgery')`),
  );
}

async function wishes(
  world: World,
  learner: string,
  educator: string,
  rank: number | null,
  program = "coaching",
): Promise<void> {
  const { schoolId, people } = world;
  await world.door.asSession(people[learner]!.secret, (tx) =>
    tx.run(sql`insert into preferences (school_id, learner_id, program, educator_id, rank)
    values (${schoolId}, ${people[learner]!.personId}, ${program}, ${people[educator]!.personId}, ${rank})`),
  );
}

const answer = (world: World, who: string, runId: string, learner: string, body: unknown) =>
  world.ask(who, "POST", `/proposals/${runId}/${world.people[learner]!.personId}/answer`, body);

test("from a draft to a relationship that waits for signatures", async (t) => {
  const world = await openWorld();
  await wishes(world, "amara", "tomas", 1);
  await wishes(world, "noah", "priya", 1);
  await wishes(world, "grace", "joan", 1);
  const made = await run(world);

  await t.test("everybody is matched, exactly and provably, and a browser can check it", async () => {
    assert.equal(made.outcome.matched, 3);
    assert.deepEqual(made.outcome.firstChoices, { count: 3, of: 3 });
    assert.deepEqual(await pairsOf(world, made.runId), { amara: "tomas", noah: "priya", grace: "joan" });
    const { certificate, settings, fingerprint } = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/problem`));
    const check = recheck(certificate, settings);
    assert.deepEqual(check.failures, []);
    assert.equal(fingerprint.split("-")[0], check.named);
    assert.equal(recheck({ ...certificate, educatorOf: certificate.educatorOf.with(0, -1) }, settings).ok, false);
  });

  await t.test("nobody is told of a draft, and only offices of the match see runs", async () => {
    for (const who of ["amara", "tomas"]) assert.deepEqual(await proposalsFor(world, who), []);
    for (const who of ["amara", "tomas", "imani", "ravi", "ada", "rosa"])
      refused(await world.ask(who, "GET", `/runs/${made.runId}`), 403, "office.may");
    const ProposalRow = z.object({ runId: z.string() });
    const seen = await world.door.asSession(world.people.amara!.secret, (tx) =>
      tx.rows(
        ProposalRow,
        sql`select run_id from proposals union all select run_id from proposal_scores union all select run_id from runs union all select run_id from gaps`,
      ),
    );
    assert.deepEqual(seen, []);
  });

  await t.test("a director approves, not the coordinator, with a deadline that is to come", async () => {
    refused(
      await world.ask("marisol", "POST", `/runs/${made.runId}/approval`, { answerBy: day(14) }),
      403,
      "office.may",
    );
    refused(
      await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(-1) }),
      422,
      "run.deadline",
    );
    const approved = ok(await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(14) }));
    assert.equal(approved.approval.answerBy, day(14));
    refused(
      await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(14) }),
      409,
      "run.approved",
    );
  });

  await t.test("the two see theirs, the educator without what it says of the learner's wishes", async () => {
    const [own] = await proposalsFor(world, "amara");
    assert.deepEqual([own.as, own.other.name, own.state, own.answerBy], ["learner", "Tomas Example", "open", day(14)]);
    assert.ok(own.parts.some(({ part }: { part: string }) => part === "wish"));
    const [theirs] = await proposalsFor(world, "tomas");
    assert.deepEqual([theirs.as, theirs.other.name, theirs.parts], ["educator", "Amara Example", null]);
    const Score = z.object({ score: z.number() });
    assert.deepEqual(
      await world.door.asSession(world.people.tomas!.secret, (tx) =>
        tx.rows(Score, sql`select score from proposal_scores`),
      ),
      [],
    );
    refused(await answer(world, "noah", made.runId, "amara", { answer: "accept" }), 404, "proposal.absent");
    refused(
      await answer(world, "amara", made.runId, "amara", { answer: "decline", reason: "dislike" }),
      422,
      "request.shape",
    );
  });

  await t.test("one yes is not enough; with the other's a relationship waits for signatures", async () => {
    const Row = z.object({ program: z.string(), startedOn: z.string().nullable(), educatorId: z.string() });
    const relationships = () =>
      world.door.asSession(world.people.marisol!.secret, (tx) =>
        tx.rows(Row, sql`select program, started_on, educator_id from relationships`),
      );
    ok(await answer(world, "amara", made.runId, "amara", { answer: "accept" }));
    assert.deepEqual(await relationships(), []);
    refused(await answer(world, "amara", made.runId, "amara", { answer: "accept" }), 409, "answer.given");
    const [agreed] = ok(await answer(world, "tomas", made.runId, "amara", { answer: "accept" })).items;
    assert.equal(agreed.state, "agreed");
    assert.deepEqual(await relationships(), [
      { program: "coaching", startedOn: null, educatorId: world.people.tomas!.personId },
    ]);
  });

  await t.test(
    "a conflict closes the pair, and the office reads of it only that the two are not available",
    async () => {
      ok(await answer(world, "joan", made.runId, "grace", { answer: "decline", reason: "conflict" }));
      const { proposals } = await detail(world, made.runId);
      assert.deepEqual(
        firstNamed(proposals, "grace") && (firstNamed(proposals, "grace") as unknown as { answers: unknown }).answers,
        [{ by: "educator", answer: "decline", reason: "unavailable" }],
      );
      const [closed] = await proposalsFor(world, "grace");
      assert.deepEqual([closed.state, closed.answer], ["closed", null]);
      refused(await answer(world, "grace", made.runId, "grace", { answer: "accept" }), 409, "proposal.closed");
      assert.doesNotMatch(
        JSON.stringify(await world.ask("grace", "GET", "/proposals")),
        /conflict|unavailable|decline/,
      );
      const Duty = z.object({ duty: z.string() });
      const conflicts = (who: string) =>
        world.door.asSession(world.people[who]!.secret, (tx) =>
          tx.rows(Duty, sql`select duty from duties where duty = 'conflicts'`),
        );
      assert.deepEqual(
        [(await conflicts("joan")).length, (await conflicts("marisol")).length, (await conflicts("grace")).length],
        [1, 0, 0],
      );
    },
  );

  await t.test("the rest is matched anew; who accepted, and who may still answer, does not move", async () => {
    const rest = ok(await world.ask("marisol", "POST", `/runs/${made.runId}/rest`, {}));
    assert.equal(rest.basedOn, made.runId);
    const pairs = await pairsOf(world, rest.runId);
    assert.deepEqual(Object.keys(pairs), ["grace"]);
    assert.notEqual(pairs.grace, "joan");
    const why = ok(await world.ask("marisol", "GET", `/runs/${rest.runId}/learners/${world.people.grace!.personId}`));
    assert.equal(
      why.ruledOut.find(({ educator }: { educator: string }) => educator.startsWith("Joan")).code,
      "not available",
    );
    assert.doesNotMatch(JSON.stringify(why), /conflict|closed side|judge/);
    ok(await world.ask("dana", "POST", `/runs/${rest.runId}/approval`, { answerBy: day(14) }));
    assert.equal((await proposalsFor(world, "grace"))[0].state, "open");
  });

  await t.test("after the last day there is nothing to answer", async () => {
    await byHand(
      world,
      (admin) => admin`update run_approvals set answer_by = current_date - 3 where run_id = ${made.runId}`,
    );
    assert.equal((await proposalsFor(world, "noah"))[0].state, "expired");
    refused(await answer(world, "noah", made.runId, "noah", { answer: "accept" }), 409, "proposal.deadline");
    const next = await run(world);
    assert.deepEqual(Object.keys(await pairsOf(world, next.runId)), ["noah"]);
  });
});

test("two answers at once make one relationship", async () => {
  const world = await openWorld();
  const made = await run(world);
  ok(await world.ask("dana", "POST", `/runs/${made.runId}/approval`, { answerBy: day(7) }));
  const pairs = await pairsOf(world, made.runId);
  await Promise.all(
    Object.entries(pairs).flatMap(([learner, educator]) =>
      [learner, educator].map((who) => answer(world, who, made.runId, learner, { answer: "accept" })),
    ),
  );
  const Count = z.object({ count: z.number() });
  const { count } = await world.door.asSession(world.people.marisol!.secret, (tx) =>
    tx.one(Count, sql`select count(*)::int as count from relationships`),
  );
  assert.equal(count, 3);
});

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
  for (const { runId } of runs) ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(7) }));
  assert.equal((await proposalsFor(world, "amara")).length, 3);
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
  assert.ok(why.move.changes[0].then < why.move.changes[0].now);
  ok(await world.ask("dana", "POST", `/runs/${pinned.run.runId}/approval`, { answerBy: day(7) }));
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
