// An import or a correction while proposals are out: what cannot come to be any more is withdrawn with it, which is told
// before anything is saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "../src/db/sql.ts";
import { withdrawnWords } from "../src/matching/proposal.ts";
import { answer, byHand, day, detail, ok, proposalsFor, refused, run } from "./help/matches.ts";
import {
  learnerHead,
  pairHead,
  asked,
  approved,
  send,
  stateOf,
  asksOf,
  learnerRow,
  answerOf,
} from "./help/proposals-out.ts";

test("a learner whom the roster gives an educator is not asked about another in the same program", async (t) => {
  const { world, runId } = await asked();
  ok(await answer(world, "tomas", runId, "amara", { answer: "accept" }));
  const files = { "relationships.csv": [pairHead, "amara,fatima,coaching,2026-09-01"] };

  await t.test("a preview tells which proposal goes, and why, and keeps it", async () => {
    const { proposals } = await send(world, "/imports/preview", files);
    assert.deepEqual(proposals, {
      withdrawn: 1,
      shaken: 0,
      shown: [
        {
          learner: "Amara Example",
          educator: "Tomas Example",
          program: "coaching",
          because: "provided",
          isWithdrawn: true,
        },
      ],
    });
    assert.equal(await stateOf(world, "amara"), "open");
  });

  await t.test("a registrar reads how many, and of whom nothing", async () => {
    const { proposals } = await send(world, "/imports/preview", files, "ravi");
    assert.deepEqual(proposals, { withdrawn: 1, shaken: 0, shown: [] });
  });

  const { importId, proposals } = await send(world, "/imports", files, "ravi");
  assert.equal(proposals.withdrawn, 1);

  await t.test("neither of the two is asked, and both read the same neutral words", async () => {
    for (const [who, as] of [
      ["amara", "learner"],
      ["tomas", "educator"],
    ] as const) {
      assert.equal(await stateOf(world, who), "withdrawn");
      assert.deepEqual(await asksOf(world, who, as), []);
    }
    const { lanes } = ok(await world.ask("tomas", "GET", "/home/educator"));
    assert.deepEqual(
      lanes.flatMap((lane: { proposals: unknown[] }) => lane.proposals),
      [],
    );
    assert.equal(refused(await answerOf(world, runId), 409, "proposal.withdrawn").detail, withdrawnWords);
    assert.equal(await stateOf(world, "noah"), "open", "nobody else's");
  });

  await t.test("the database itself takes no answer to it", async () => {
    const inserting = world.door.asSession(world.people.amara!.secret, (tx) =>
      tx.run(sql`insert into answers (school_id, run_id, learner_id, person_id, answer)
        values (${world.schoolId}, ${runId}, ${world.people.amara!.personId}, ${world.people.amara!.personId}, 'accept')`),
    );
    await assert.rejects(inserting, { rule: "proposal.withdrawn", because: withdrawnWords });
  });

  await t.test("the office sees why on the run, and its event has no content", async () => {
    const { proposals: rows } = await detail(world, runId);
    const why = rows.map(({ learner, withdrawn }: Record<string, string>) => [learner, withdrawn]);
    assert.deepEqual(why, [
      ["Amara Example", "provided"],
      ["Grace Example", null],
      ["Noah Example", null],
    ]);
    const events = await byHand(
      world,
      (admin) => admin`select verb, rows, about_id, actor_id from events where subject = 'withdrawal'`,
    );
    assert.deepEqual(
      events.map(({ ...one }) => one),
      [{ verb: "import", rows: 1, about_id: null, actor_id: null }],
    );
  });

  await t.test("taken back, it waits for answers again, and the answer given before still stands", async () => {
    ok(await world.ask("ravi", "POST", `/imports/${importId}/undo`, { because: "The wrong file" }));
    assert.equal(await stateOf(world, "amara"), "open");
    assert.equal((await asksOf(world, "amara", "learner")).length, 1);
    ok(await answerOf(world, runId));
    assert.equal(await stateOf(world, "tomas"), "agreed");
  });
});

test("taken back, nobody is asked anew who was asked about another since, or who has left meanwhile", async () => {
  const { world, runId } = await asked();
  const leave = { "learners.csv": [learnerHead, learnerRow("amara", "withdrawn"), learnerRow("noah", "graduated")] };
  const { importId, proposals } = await send(world, "/imports", leave);
  assert.deepEqual(
    proposals.shown.map(({ learner, because }: Record<string, string>) => [learner, because]),
    [
      ["Amara Example", "left"],
      ["Noah Example", "left"],
    ],
  );
  assert.equal(await stateOf(world, "priya"), "withdrawn");
  const standing = { from: day(0), phase: "clerkship", status: "active" };
  ok(await world.ask("marisol", "POST", `/people/${world.people.amara!.personId}/standings`, standing));
  await approved(world, "coaching", { amara: "fatima" });
  ok(await world.ask("marisol", "PATCH", `/people/${world.people.priya!.personId}`, { leftOn: day(-1) }));
  ok(await world.ask("ravi", "POST", `/imports/${importId}/undo`, { because: "The wrong file" }));
  const states = (await proposalsFor(world, "amara")).map(({ runId: id, state }: Record<string, string>) => [
    id === runId,
    state,
  ]);
  assert.deepEqual(states.toSorted(), [
    [false, "open"],
    [true, "withdrawn"],
  ]);
  assert.equal(await stateOf(world, "noah"), "withdrawn");
});

test("two whom the roster brings together in another program are not asked about this one", async () => {
  const { world } = await asked();
  const files = { "relationships.csv": [pairHead, "noah,priya,mentoring,2026-09-01"] };
  const { proposals } = await send(world, "/imports", files);
  assert.deepEqual(
    proposals.shown.map(({ learner, because }: Record<string, string>) => [learner, because]),
    [["Noah Example", "other lane"]],
  );
  assert.equal(await stateOf(world, "noah"), "withdrawn");
  const { lines } = ok(await world.ask("marisol", "GET", "/desk"));
  const unmatched = lines.filter(
    ({ queue, who, program }: Record<string, string>) =>
      queue === "unmatched" && who === "Noah Example" && program === "coaching",
  );
  assert.equal(unmatched.length, 1, "the desk says that he has nobody in coaching");
  const made = await run(world);
  const anew = (await detail(world, made.runId)).proposals.map(({ learner }: Record<string, string>) => learner);
  assert.deepEqual(anew, ["Noah Example"], "and the next match looks for somebody");
});

test("who leaves by hand is asked no more, nor is anybody about them; who comes back finds it withdrawn", async () => {
  const { world, runId } = await asked();
  const patch = (leftOn: string | null) =>
    world.ask("marisol", "PATCH", `/people/${world.people.tomas!.personId}`, { leftOn });
  ok(await patch(day(-1)));
  assert.equal(await stateOf(world, "amara"), "withdrawn");
  assert.deepEqual(await asksOf(world, "amara", "learner"), []);
  refused(await answerOf(world, runId), 409, "proposal.withdrawn");
  ok(await patch(null));
  assert.equal(await stateOf(world, "amara"), "withdrawn");
  const standing = { from: day(0), phase: "clerkship", status: "graduated" };
  ok(await world.ask("marisol", "POST", `/people/${world.people.grace!.personId}/standings`, standing));
  assert.equal(await stateOf(world, "joan"), "withdrawn");
  assert.equal(await stateOf(world, "priya"), "open");
});

test("a learner who leaves on a day that was foretold answers nothing from that day on", async () => {
  const { world, runId } = await asked();
  await byHand(world, (admin) => admin`alter table standings disable trigger standings_leave`);
  const standing = { from: day(0), phase: "clerkship", status: "withdrawn" };
  ok(await world.ask("marisol", "POST", `/people/${world.people.amara!.personId}/standings`, standing));
  assert.equal(await stateOf(world, "amara"), "open");
  refused(await answerOf(world, runId), 409, "proposal.withdrawn");
});

test("two who agree in one program are not asked about another", async () => {
  const { world, runId } = await asked();
  await approved(world, "mentoring", { amara: "fatima" });
  // Runs keep the lanes apart; a roster's correction by hand may not.
  await byHand(
    world,
    (admin) => admin`update proposals p set educator_id = ${world.people.tomas!.personId} from runs r
      where r.run_id = p.run_id and r.program = 'mentoring' and p.learner_id = ${world.people.amara!.personId}`,
  );
  ok(await answer(world, "tomas", runId, "amara", { answer: "accept" }));
  assert.equal(await stateOf(world, "amara", "mentoring"), "open");
  ok(await answerOf(world, runId));
  assert.equal(await stateOf(world, "amara", "coaching"), "agreed");
  assert.equal(await stateOf(world, "amara", "mentoring"), "withdrawn");
});

test("of an import and a second yes at the same moment, the later gives the learner nobody else, and its educator reads nothing of it", async () => {
  const { world, runId } = await asked();
  ok(await answerOf(world, runId));
  const { people, schoolId } = world;
  const late = await world.door.asSession(people.ravi!.secret, async (tx) => {
    await tx.run(sql`insert into relationships (school_id, program, learner_id, educator_id, since)
      values (${schoolId}, 'coaching', ${people.amara!.personId}, ${people.fatima!.personId}, ${day(-9)}::date)`);
    const answering = answer(world, "tomas", runId, "amara", { answer: "accept" });
    // Until it waits for this transaction, whose relationship it cannot see yet.
    await wait(400);
    return { answering };
  });
  assert.equal(refused(await late.answering, 409, "proposal.withdrawn").detail, withdrawnWords);
  assert.equal(await stateOf(world, "amara"), "withdrawn");
  const { items } = ok(await world.ask("amara", "GET", "/relationships"));
  assert.deepEqual(
    items.map(({ educator }: { educator: { name: string } }) => educator.name),
    ["Fatima Example"],
  );
});
