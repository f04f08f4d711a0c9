// What an educator sees of the requests that are with them, and writes back: to the two alone, once, while it is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { day, ok, refused } from "./help/matches.ts";
import { end, inForce, pairsIn } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const idOf = (who: string) => world.people[who]!.personId;
const newPair = pairsIn(world);

const send = (who: string, reader: string | null, program = "coaching") => {
  const readerId = reader === null ? null : idOf(reader);
  return ask(who, "POST", "/requests", { program, words: "How do I get better at presenting?", readerId });
};
const propose = (who: string, id: string, program = "mentoring") =>
  ask(who, "POST", `/requests/${id}/handover`, { program, reason: "It is about who you become." });
const answer = (who: string, id: string, agreed: boolean, reader: string) =>
  ask(who, "POST", `/requests/${id}/handover/answer`, { agreed, readerId: idOf(reader) });

test("the educator who has it writes back once; the two read it, and nobody else, also after a handover", async () => {
  const [learner, coach] = await newPair();
  const [, mentor] = await newPair();
  await inForce(world, learner, coach);
  await inForce(world, learner, mentor, "mentoring");
  const { requestId } = ok(await send(learner, coach));
  const reply = (who: string, words: string) => ask(who, "POST", `/requests/${requestId}/reply`, { words });
  refused(await reply(coach, " "), 422, "request.shape");
  const [written] = ok(await reply(coach, "Bring one case.")).replies;
  assert.deepEqual([written.from.personId, written.words], [idOf(coach), "Bring one case."]);
  refused(await reply(coach, "And another."), 409, "reply.one");
  for (const who of [mentor, "marisol", "dana", "priya"]) refused(await reply(who, "Me too."), 404, "request.absent");
  refused(await reply(learner, "Thanks."), 409, "reply.educator");
  const [line] = ok(await ask(coach, "GET", "/requests/held")).items;
  assert.ok(!("replies" in line), "the list gives no words");
  ok(await propose(coach, requestId));
  ok(await answer(learner, requestId, true, mentor));
  assert.deepEqual(ok(await ask(mentor, "GET", `/requests/${requestId}`)).replies, []);
  ok(await reply(mentor, "Come by on Friday."));
  const own = ok(await ask(learner, "GET", `/requests/${requestId}`)).replies;
  assert.deepEqual(
    own.map(({ words }: { words: string }) => words),
    ["Bring one case.", "Come by on Friday."],
  );
  const exported = async (who: string) =>
    ok(await ask(who, "GET", "/export/replies")).items.map(({ words }: { words: string }) => words);
  assert.deepEqual([await exported(coach), await exported(mentor)], [["Bring one case."], ["Come by on Friday."]]);
  assert.deepEqual((await exported(learner)).toSorted(), ["Bring one case.", "Come by on Friday."]);
  assert.deepEqual([await exported("marisol"), await exported("dana")], [[], []]);
});

test("an educator reads what they wrote back, newest first, also once the request went on or the two have ended", async () => {
  const [learner, coach] = await newPair();
  const [, mentor] = await newPair();
  const id = await inForce(world, learner, coach);
  await inForce(world, learner, mentor, "mentoring");
  const sent: string[] = [];
  for (const words of ["First.", "Second.", "Third."]) {
    const { requestId } = ok(await send(learner, coach));
    ok(await ask(coach, "POST", `/requests/${requestId}/reply`, { words }));
    sent.push(requestId);
  }
  ok(await propose(coach, sent[0]!));
  ok(await answer(learner, sent[0]!, true, mentor));
  refused(await ask(coach, "GET", `/requests/${sent[0]}`), 404, "request.absent");
  const readings = async () => ok(await ask(learner, "GET", "/me/readings")).items;
  const before = await readings();
  const read: any[] = [];
  for (let after = ""; ;) {
    const { items, next } = ok(await ask(coach, "GET", `/requests/replies?limit=2${after}`));
    read.push(...items);
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
    refused(await ask(mentor, "GET", `/requests/replies?limit=2${after}`), 422, "page.cursor");
    refused(await ask(coach, "GET", `/requests/held?limit=2${after}`), 422, "page.cursor");
  }
  assert.deepEqual(await readings(), before, "what one wrote oneself is no reading of the learner's record");
  const { name } = ok(await ask(learner, "GET", `/requests/${sent[0]}`)).learner;
  assert.deepEqual(
    read.map(({ at, ...rest }) => (assert.ok(Date.parse(at)), rest)),
    ["Third.", "Second.", "First."].map((words, place) => ({
      requestId: sent[2 - place],
      learner: { personId: idOf(learner), name },
      words,
      isHeld: place < 2,
    })),
  );
  for (const who of [learner, mentor, "marisol", "dana"])
    assert.deepEqual(ok(await ask(who, "GET", "/requests/replies")).items, [], who);
  ok(await end(world, learner, id, "moving on"));
  const { items } = ok(await ask(coach, "GET", "/requests/replies"));
  assert.deepEqual(
    items.map(({ learner: { name: said }, isHeld }: any) => [said, isHeld]),
    [1, 2, 3].map(() => [name, false]),
  );
  assert.doesNotMatch(JSON.stringify(items), /presenting/);
});

test("nothing is written back to what is closed, nor by an office", async () => {
  const [learner, coach] = await newPair();
  const { requestId: withOffice } = ok(await send(learner, null, "mentoring"));
  const words = "We look for somebody.";
  refused(await ask("marisol", "POST", `/requests/${withOffice}/reply`, { words }), 409, "reply.educator");
  await inForce(world, learner, coach);
  const { requestId } = ok(await send(learner, coach));
  ok(await ask(coach, "POST", `/requests/${requestId}/closing`));
  refused(await ask(coach, "POST", `/requests/${requestId}/reply`, { words }), 409, "request.closed");
});

test("whoever would read it is shown with the day on which a paused relationship goes on", async () => {
  const [learner, coach] = await newPair();
  const id = await inForce(world, learner, coach);
  const coaching = async () =>
    ok(await ask(learner, "GET", "/requests/readers")).items.find(
      ({ program }: { program: string }) => program === "coaching",
    );
  assert.equal((await coaching()).pausedUntil, null);
  ok(await ask(coach, "POST", `/relationships/${id}/pauses`, { until: day(9) }));
  assert.deepEqual([(await coaching()).reader.personId, (await coaching()).pausedUntil], [idOf(coach), day(9)]);
  assert.equal(ok(await send(learner, coach)).reader.personId, idOf(coach), "it can be sent all the same");
});

test("requests that are with somebody come in pages, the oldest first; the home counts all of them", async () => {
  const [learner, coach] = await newPair();
  await inForce(world, learner, coach);
  const before = ok(await ask(coach, "GET", "/home/educator")).requests;
  const sent: string[] = [];
  for (let at = 0; at < 5; at += 1) sent.push(ok(await send(learner, coach)).requestId);
  const read: string[] = [];
  for (let after = ""; ;) {
    const { items, next } = ok(await ask(coach, "GET", `/requests/held?limit=2${after}`));
    read.push(...items.map(({ requestId }: { requestId: string }) => requestId));
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  assert.deepEqual(read, sent);
  assert.equal(ok(await ask(coach, "GET", "/home/educator")).requests - before, 5);
});
