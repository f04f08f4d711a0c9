// Requests over the whole server: whom they reach, who reads them, how they move on with the learner's consent, how they
// close; and where to turn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type Sql, sql } from "../src/db/sql.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { brought, end, inForce, pairsIn } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const newPair = pairsIn(world);

const send = (who: string, reader: string | null, program = "coaching", more = {}) =>
  ask(who, "POST", "/requests", {
    program,
    words: "How do I get better at presenting?",
    readerId: reader === null ? null : idOf(reader),
    ...more,
  });
const heldBy = async (who: string): Promise<string[]> =>
  ok(await ask(who, "GET", "/requests/held")).items.map(({ requestId }: { requestId: string }) => requestId);
const readersOf = async (who: string): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    ok(await ask(who, "GET", "/requests/readers")).items.map(
      ({ program, counsels, reader }: { program: string; counsels: boolean; reader: { personId: string } | null }) => [
        counsels ? "counseling" : program,
        reader?.personId ?? null,
      ],
    ),
  );
const propose = (who: string, id: string, program = "mentoring", more = {}) =>
  ask(who, "POST", `/requests/${id}/handover`, { program, reason: "It is about who you become.", ...more });
const answer = (who: string, id: string, agreed: boolean, reader: string | null = null) =>
  ask(who, "POST", `/requests/${id}/handover/answer`, { agreed, readerId: reader === null ? null : idOf(reader) });

test("a request goes to the learner's educator in force, who alone reads it; the learner reads that they opened it", async () => {
  const [learner, educator] = await newPair();
  await inForce(world, learner, educator);
  assert.equal((await readersOf(learner)).coaching, idOf(educator));
  const { requestId, reader, isRead, words } = ok(await send(learner, educator));
  assert.deepEqual([reader.personId, isRead, words], [idOf(educator), true, "How do I get better at presenting?"]);
  assert.deepEqual(await heldBy(educator), [requestId]);
  const [line] = ok(await ask(educator, "GET", "/requests/held")).items;
  assert.ok(!("words" in line), "the list gives no words");
  const readings = async () =>
    ok(await ask(learner, "GET", "/me/readings")).items.filter(
      ({ subject }: { subject: string }) => subject === "request",
    ).length;
  assert.equal(await readings(), 0);
  assert.equal(ok(await ask(educator, "GET", `/requests/${requestId}`)).words, words);
  assert.equal(await readings(), 1);
  const nobody = refused(await ask("noah", "GET", `/requests/${crypto.randomUUID()}`), 404, "request.absent");
  for (const who of ["noah", "priya", "marisol", "dana", "imani", "ravi", "ada", "rosa", "sam"]) {
    assert.deepEqual(refused(await ask(who, "GET", `/requests/${requestId}`), 404, "request.absent"), nobody, who);
    assert.deepEqual(await heldBy(who), [], who);
  }
});

test("without an educator in force it goes to the program's coordinators, and to no other office", async () => {
  const [learner, educator] = await newPair();
  await brought(world, learner, educator);
  assert.equal((await readersOf(learner)).coaching, null);
  const { requestId, reader } = ok(await send(learner, null));
  assert.equal(reader, null);
  assert.ok((await heldBy("marisol")).includes(requestId));
  for (const who of ["dana", "imani", "ravi", "ada", educator])
    refused(await ask(who, "GET", `/requests/${requestId}`), 404, "request.absent");
  ok(await ask("marisol", "GET", `/requests/${requestId}`));
  ok(await ask("marisol", "POST", `/requests/${requestId}/closing`));
  assert.equal(ok(await ask(learner, "GET", "/requests")).items[0].state, "done");
});

test("what was shown before Send is what happens: another reader by now is refused, and nothing is kept", async () => {
  const [learner, educator] = await newPair();
  await inForce(world, learner, educator);
  refused(await send(learner, null), 409, "request.reader");
  refused(await send(learner, "priya"), 409, "request.reader");
  assert.deepEqual(ok(await ask(learner, "GET", "/requests")).items, []);
});

test("academic difficulty goes to an advisor who counsels, else to the office; and to no other program", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator, "advising");
  const counsels = { counsels: true };
  assert.deepEqual(
    [(await readersOf(learner)).advising, (await readersOf(learner)).counseling],
    [idOf(educator), null],
  );
  assert.equal(ok(await send(learner, null, "advising", counsels)).reader, null);
  await byHand(world, (admin) => admin`update relationships set counsels = true where relationship_id = ${id}`);
  assert.equal(ok(await send(learner, educator, "advising", counsels)).reader.personId, idOf(educator));
  refused(await send(learner, null, "coaching", counsels), 422, "request.counsels");
});

test("only learners send, in words that say something", async () => {
  refused(await send("tomas", null), 404, "request.learner");
  const { faults } = refused(await send("amara", null, "coaching", { words: "  " }), 422, "request.shape");
  assert.match(faults[0].because, /in your own words/);
  refused(await send("amara", null, "coaching", { words: "x".repeat(4001) }), 422, "request.shape");
});

test("a handover moves nothing before the learner agrees; then the other reads it and the first no more", async () => {
  const [learner, coach] = await newPair();
  const [, mentor] = await newPair();
  await inForce(world, learner, coach);
  await inForce(world, learner, mentor, "mentoring");
  const { requestId } = ok(await send(learner, coach));
  const { handover } = ok(await propose(coach, requestId));
  assert.deepEqual([handover.program, handover.agreed], ["mentoring", null]);
  assert.deepEqual([await heldBy(coach), await heldBy(mentor)], [[requestId], []]);
  assert.match(ok(await ask(learner, "GET", `/requests/${requestId}`)).handover.reason, /who you become/);
  refused(await answer(coach, requestId, true, mentor), 409, "handover.none");
  refused(await answer(learner, requestId, true, null), 409, "request.reader");
  const moved = ok(await answer(learner, requestId, true, mentor));
  assert.deepEqual([moved.program, moved.reader.personId, moved.handover], ["mentoring", idOf(mentor), null]);
  assert.deepEqual([await heldBy(coach), await heldBy(mentor)], [[], [requestId]]);
  refused(await ask(coach, "GET", `/requests/${requestId}`), 404, "request.absent");
  const seen = ok(await ask(mentor, "GET", `/requests/${requestId}`));
  assert.equal(seen.handover, null, "the reason of another is not theirs");
  refused(await propose(coach, requestId), 404, "request.absent");
  const exported = async (who: string, record: string) => ok(await ask(who, "GET", `/export/${record}`)).items.length;
  assert.deepEqual([await exported(coach, "requests"), await exported(coach, "handovers")], [0, 1]);
  assert.deepEqual([await exported(mentor, "requests"), await exported(mentor, "handovers")], [1, 0]);
  assert.deepEqual([await exported(learner, "requests"), await exported(learner, "handover-answers")], [1, 1]);
});

test("a no leaves it where it is, and is not asked for twice", async () => {
  const [learner, coach] = await newPair();
  await inForce(world, learner, coach);
  const { requestId } = ok(await send(learner, coach));
  refused(await propose(coach, requestId, "coaching"), 409, "handover.same");
  refused(await propose(coach, requestId, "mentoring", { reason: " " }), 422, "request.shape");
  ok(await propose(coach, requestId));
  assert.equal(ok(await answer(learner, requestId, false)).handover.agreed, false);
  assert.deepEqual(await heldBy(coach), [requestId]);
  refused(await propose(coach, requestId, "advising"), 409, "handover.one");
  refused(await answer(learner, requestId, true), 409, "handover.answered");
  const open = async () => ok(await ask(learner, "GET", "/requests?open=true")).items.length;
  assert.equal(await open(), 1);
  ok(await ask(coach, "POST", `/requests/${requestId}/closing`));
  assert.equal(await open(), 0);
  refused(await ask(coach, "POST", `/requests/${requestId}/closing`), 409, "request.closed");
  assert.deepEqual(await heldBy(coach), []);
});

test("what is closed stays where it is, though a handover waited", async () => {
  const [learner, coach] = await newPair();
  await inForce(world, learner, coach);
  const { requestId } = ok(await send(learner, coach));
  ok(await propose(coach, requestId));
  ok(await ask(learner, "POST", `/requests/${requestId}/closing`));
  refused(await answer(learner, requestId, true), 409, "request.closed");
  const [own] = ok(await ask(learner, "GET", "/requests")).items;
  assert.deepEqual([own.state, own.reader.personId], ["taken back", idOf(coach)]);
  const { requestId: second } = ok(await send(learner, coach));
  ok(await ask(learner, "POST", `/requests/${second}/closing`));
  refused(await propose(coach, second), 404, "request.absent");
  refused(await ask(coach, "GET", `/requests/${second}`), 404, "request.absent");
  assert.deepEqual(
    ok(await ask(coach, "GET", "/export/requests")).items,
    [],
    "what was taken back is read by nobody else",
  );
});

test("when the relationship ends, nobody but the learner reads it, and they are told so", async () => {
  const [learner, coach] = await newPair();
  const id = await inForce(world, learner, coach);
  const { requestId } = ok(await send(learner, coach));
  ok(await end(world, coach, id));
  refused(await ask(coach, "GET", `/requests/${requestId}`), 404, "request.absent");
  assert.equal(ok(await ask(learner, "GET", `/requests/${requestId}`)).isRead, false);
  assert.equal(ok(await send(learner, null)).reader, null);
});

test("of two answers at once one counts, and it is in one place", async () => {
  const [learner, coach] = await newPair();
  await inForce(world, learner, coach);
  const { requestId } = ok(await send(learner, coach));
  ok(await propose(coach, requestId));
  const both = await Promise.all([answer(learner, requestId, true), answer(learner, requestId, false)]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  const [row] = await byHand(
    world,
    (admin) => admin`select count(*)::int as turns from request_turns where request_id = ${requestId}`,
  );
  assert.equal(row!.turns, both[0].status === 200 ? 2 : 1);
});

test("it is done or handed over, not both: the second of two at the same moment waits, and is refused", async () => {
  const [learner, coach] = await newPair();
  await inForce(world, learner, coach);
  const waiting = async () => {
    const { requestId } = ok(await send(learner, coach));
    ok(await propose(coach, requestId));
    return requestId as string;
  };
  /** What the first does is there when the second comes, and kept only after it. */
  const meanwhile = async <T>(first: string, write: Sql, second: () => Promise<T>): Promise<T> => {
    const { asked } = await world.door.asSession(world.people[first]!.secret, async (tx) => {
      await tx.run(write);
      const coming = second();
      await setTimeout(200);
      return { asked: () => coming };
    });
    return asked();
  };
  const agreed = await waiting();
  refused(
    await meanwhile(
      learner,
      sql`insert into handover_answers (school_id, request_id, turn, learner_id, agreed) values (${world.schoolId}, ${agreed}, 1, ${idOf(learner)}, true)`,
      () => ask(coach, "POST", `/requests/${agreed}/closing`),
    ),
    409,
    "handover.turn",
  );
  const done = await waiting();
  refused(
    await meanwhile(
      coach,
      sql`insert into request_closings (school_id, request_id, learner_id, closed_by, how) values (${world.schoolId}, ${done}, ${idOf(learner)}, ${idOf(coach)}, 'done')`,
      () => answer(learner, done, true),
    ),
    409,
    "request.closed",
  );
});

test("of a request that is with the office, each coordinator reads that a handover waits; of an educator's, none does", async () => {
  const [learner, coach] = await newPair();
  const { requestId } = ok(await send(learner, null, "mentoring"));
  await inForce(world, learner, coach);
  ok(await propose("marisol", requestId, "coaching"));
  await byHand(
    world,
    (admin) =>
      admin`insert into offices (school_id, person_id, office) values (${world.schoolId}, ${idOf("tomas")}, 'coordinator')`,
  );
  const lineOf = async (who: string) =>
    ok(await ask(who, "GET", "/requests/held")).items.find((one: { requestId: string }) => one.requestId === requestId);
  const held = await lineOf("tomas");
  assert.deepEqual([held.reader, held.handover.program], [null, "coaching"]);
  ok(await answer(learner, requestId, true, coach));
  assert.equal(await lineOf("tomas"), undefined);
  const exported = async (who: string) => ok(await ask(who, "GET", "/export/handovers")).items.length;
  const before = [await exported("marisol"), await exported("tomas"), await exported(coach)];
  assert.deepEqual(before.slice(1), [0, 0], "the office has it no more, and the coach reads no reason of others");
  assert.equal((await lineOf(coach)).reader.personId, idOf(coach), "the list says whose it is");
  ok(await propose(coach, requestId, "mentoring"));
  assert.deepEqual([await exported("marisol"), await exported("tomas")], before.slice(0, 2));
});

test("requests leave events without a word of them", async () => {
  const [learner] = await newPair();
  const { requestId } = ok(await send(learner, null, "mentoring", { words: "quadrivium" }));
  const events = await byHand(world, (admin) => admin`select * from events where subject_id = ${requestId}`);
  assert.deepEqual(
    events.map(({ verb, subject }) => `${String(verb)} ${String(subject)}`),
    ["add request"],
  );
  assert.ok(!JSON.stringify(events).includes("quadrivium"));
});

test("where to turn: starting values that say so, until a director or an administrator writes the school's own", async () => {
  const first = ok(await ask("amara", "GET", "/resources"));
  assert.equal(first.version, 0);
  assert.ok(first.items.some(({ kind }: { kind: string }) => kind === "emergency"));
  const items = [{ kind: "emergency", name: "Security", reach: "5-5555", note: "" }];
  for (const who of ["amara", "tomas", "marisol", "ravi", "imani"])
    assert.equal((await ask(who, "PUT", "/resources", { version: 0, items })).status, 403, who);
  refused(await ask("ada", "PUT", "/resources", { version: 0, items: [] }), 422, "request.shape");
  assert.deepEqual(ok(await ask("ada", "PUT", "/resources", { version: 0, items })), { version: 1, items });
  refused(await ask("dana", "PUT", "/resources", { version: 0, items }), 409, "resources.version");
  const both = await Promise.all([1, 1].map((version) => ask("dana", "PUT", "/resources", { version, items })));
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.equal(ok(await ask("amara", "GET", "/resources")).version, 2);
});
