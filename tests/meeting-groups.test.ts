// Group meetings: one time of an educator, and a meeting of each learner in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { later as ahead, propose as proposeIn, timeOf } from "./help/meetings.ts";
import { ok, refused } from "./help/matches.ts";
import { inForce, pairsIn } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const newPair = pairsIn(world);

const propose = (who: string, id: string, start: string) => proposeIn(world, who, id, start);
const act = (who: string, { meetingId, acts }: { meetingId: string; acts: number }, word: string, more = {}) =>
  ask(who, "POST", `/meetings/${meetingId}/${word}`, { acts, ...more });
const move = (who: string, meeting: { meetingId: string; acts: number }, start: string) =>
  act(who, meeting, "move", timeOf(start));
const pairOf = async (who: string, id: string) => ok(await ask(who, "GET", `/relationships/${id}/meetings`));

test("a group is one time of the educator and a meeting of each learner, who answers alone and sees nobody else", async () => {
  const [one, educator] = await newPair();
  const [two] = await newPair();
  const [first, second] = [await inForce(world, one, educator), await inForce(world, two, educator)];
  const group = { ...timeOf(ahead(150)), relationshipIds: [first, second] };
  refused(
    await ask(two, "POST", "/meetings/groups", { ...group, relationshipIds: [first, second] }),
    404,
    "relationship.absent",
  );
  const otherwise = await inForce(world, one, "joan", "mentoring");
  refused(
    await ask(one, "POST", "/meetings/groups", { ...group, relationshipIds: [first, otherwise] }),
    409,
    "meeting.group",
  );
  refused(
    await ask(educator, "POST", "/meetings/groups", { ...group, relationshipIds: [first, first] }),
    422,
    "request.shape",
  );
  const { items } = ok(await ask(educator, "POST", "/meetings/groups", group));
  assert.equal(items.length, 2);
  const own = (await pairOf(one, first)).meetings[0];
  assert.equal(JSON.stringify(await pairOf(one, first)).includes(world.people[two]!.personId), false);
  ok(await act(one, own, "confirmation"));
  refused(await move(one, { ...own, acts: 2 }, ahead(151)), 409, "meeting.group");
  const theirs = (await pairOf(two, second)).meetings[0];
  ok(await act(two, theirs, "cancellation"));
  // The educator is still expected there.
  const [three] = await newPair();
  const third = await inForce(world, three, educator);
  refused(await propose(three, third, ahead(150)), 409, "meeting.taken");
  const seen = (await pairOf(educator, first)).meetings[0];
  const moved = ok(await move(educator, seen, ahead(155)));
  assert.equal(moved.state, "proposed");
  assert.equal((await pairOf(two, second)).meetings[0].state, "cancelled");
  ok(await propose(three, third, ahead(150)));
  ok(await act(educator, moved, "cancellation"));
  assert.equal((await pairOf(one, first)).meetings[0].state, "cancelled");
});

test("the educator of a group moves all of it at once", async () => {
  const [one, educator] = await newPair();
  const [two] = await newPair();
  const [first, second] = [await inForce(world, one, educator), await inForce(world, two, educator)];
  ok(await ask(educator, "POST", "/meetings/groups", { ...timeOf(ahead(160)), relationshipIds: [first, second] }));
  const mine = (await pairOf(one, first)).meetings[0];
  ok(await act(one, mine, "confirmation"));
  ok(await move(educator, { ...mine, acts: 2 }, ahead(165)));
  const starts = await Promise.all([pairOf(one, first), pairOf(two, second)]);
  assert.deepEqual(
    starts.map(({ meetings: [only] }) => [only.startsAt, only.state]),
    [
      [ahead(165), "proposed"],
      [ahead(165), "proposed"],
    ],
  );
});
