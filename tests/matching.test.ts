// A match from end to end over the API: a draft, a director's yes, both answers, and who learns what on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { sql } from "../src/db/sql.ts";
import { recheck } from "../src/matching/certificate.ts";
import {
  answer,
  byHand,
  day,
  detail,
  firstNamed,
  ok,
  pairsOf,
  proposalsFor,
  refused,
  run,
  wishes,
} from "./help/matches.ts";
import { openWorld } from "./help/world.ts";

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
    const setPlaces = (places: number) =>
      byHand(
        world,
        (admin) => admin`update capacities set places = ${places} where educator_id = ${world.people.tomas!.personId}`,
      );
    await setPlaces(1);
    const why = ok(await world.ask("marisol", "GET", `/runs/${made.runId}/learners/${world.people.amara!.personId}`));
    await setPlaces(3);
    const possible = [why.educatorId, ...why.alternatives.map(({ educatorId }: { educatorId: string }) => educatorId)];
    assert.deepEqual(
      why.ruledOut.filter(({ educatorId }: { educatorId: string }) => possible.includes(educatorId)),
      [],
      "who was possible was not ruled out",
    );
    const [agreed] = ok(await answer(world, "tomas", made.runId, "amara", { answer: "accept" })).items;
    assert.equal(agreed.state, "agreed");
    const { relationshipId, startedOn, endedOn } = agreed.relationship;
    assert.deepEqual([startedOn, endedOn], [null, null]);
    assert.equal(ok(await world.ask("amara", "GET", `/relationships/${relationshipId}`)).state, "awaiting");
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
      (admin) =>
        admin`update run_approvals set answer_by = app.today(${world.schoolId}) - 3 where run_id = ${made.runId}`,
    );
    assert.equal((await proposalsFor(world, "noah"))[0].state, "expired");
    refused(await answer(world, "noah", made.runId, "noah", { answer: "accept" }), 409, "proposal.deadline");
    const { personId, secret } = world.people.noah!;
    const late = world.door.asSession(secret, (tx) =>
      tx.run(sql`insert into answers (school_id, run_id, learner_id, person_id, answer)
        values (${world.schoolId}, ${made.runId}, ${personId}, ${personId}, 'accept')`),
    );
    await assert.rejects(late, { rule: "proposal.deadline" });
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
