// Meetings over the whole server: proposing holds the time, both answer, one group moves as one, and nobody is asked to be
// at two places at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, ok, refused } from "./help/matches.ts";
import { agreementOf, brought, end, inForce, pairsIn } from "./help/relationships.ts";
import { backdate, later, propose as proposeIn, timeOf } from "./help/meetings.ts";
import { openWorld, type World } from "./help/world.ts";

const world: World = await openWorld();
const ask: World["ask"] = (...asked) => world.ask(...asked);
const newPair = pairsIn(world);

const ahead = later;
const propose = (who: string, id: string, start: string, more = {}) => proposeIn(world, who, id, start, more);
const act = (who: string, { meetingId, acts }: { meetingId: string; acts: number }, word: string, more = {}) =>
  ask(who, "POST", `/meetings/${meetingId}/${word}`, { acts, ...more });
const move = (who: string, meeting: { meetingId: string; acts: number }, start: string) =>
  act(who, meeting, "move", timeOf(start));
const pairOf = async (who: string, id: string) => ok(await ask(who, "GET", `/relationships/${id}/meetings`));

/** The next night in which clocks go forward in New York: the second Sunday of a March. */
function nightForward(): string {
  const nightOf = (year: number) => {
    const first = new Date(Date.UTC(year, 2, 1)).getUTCDay();
    return `${year}-03-${String(8 + ((7 - first) % 7)).padStart(2, "0")}`;
  };
  const year = new Date().getUTCFullYear();
  return nightOf(year) > new Date().toISOString() ? nightOf(year) : nightOf(year + 1);
}

test("one proposes, the other confirms, and both see it; who proposed does not answer themselves", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const proposed = ok(await propose(learner, id, ahead(24)));
  assert.equal(proposed.state, "proposed");
  refused(await act(learner, proposed, "confirmation"), 409, "meeting.answered");
  const confirmed = ok(await act(educator, proposed, "confirmation"));
  assert.equal(confirmed.state, "confirmed");
  refused(await act(educator, confirmed, "confirmation"), 409, "meeting.answered");
  const pair = await pairOf(learner, id);
  assert.deepEqual([pair.meetings.length, pair.meetings[0].state, pair.cadence.state], [1, "confirmed", "planned"]);
});

test("a time that is only proposed is held already, for both, in every program", async () => {
  const [learner, educator] = await newPair();
  const [other] = await newPair();
  const one = await inForce(world, learner, educator);
  const two = await inForce(world, other, educator);
  const first = ok(await propose(learner, one, ahead(30)));
  refused(await propose(other, two, ahead(30)), 409, "meeting.taken");
  ok(await propose(other, two, ahead(31)));
  ok(await act(educator, first, "cancellation"));
  const again = ok(await propose(learner, one, ahead(30)));
  assert.equal(again.state, "proposed");
});

test("of two who take one time at once, one gets it", async () => {
  const [learner, educator] = await newPair();
  const [other] = await newPair();
  const ids = [await inForce(world, learner, educator), await inForce(world, other, educator)];
  const replies = await Promise.all([propose(learner, ids[0]!, ahead(40)), propose(other, ids[1]!, ahead(40))]);
  assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200, 409]));
  refused(
    replies.find(({ status }) => status === 409)!,
    409,
    "meeting.taken",
  );
});

test("a move is a new proposal, gives the first time up, and counts up as calendars do", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const proposed = ok(await propose(learner, id, ahead(50)));
  const confirmed = ok(await act(educator, proposed, "confirmation"));
  const moved = ok(await move(educator, confirmed, ahead(52)));
  assert.deepEqual([moved.state, moved.proposedBy], ["proposed", world.people[educator]!.personId]);
  refused(await move(learner, confirmed, ahead(53)), 409, "meeting.changed");
  const [other] = await newPair();
  ok(await propose(other, await inForce(world, other, educator), ahead(50)));
  const sequences = await byHand(
    world,
    (admin) => admin`select sequence, acts from meetings where meeting_id = ${moved.meetingId}`,
  );
  assert.deepEqual({ ...sequences[0] }, { sequence: 1, acts: 3 });
  ok(await act(learner, moved, "cancellation"));
  const over = ok(await ask(learner, "GET", `/meetings/${moved.meetingId}`));
  assert.equal(over.state, "cancelled");
  refused(await act(learner, over, "cancellation"), 409, "meeting.over");
  refused(await move(learner, over, ahead(54)), 409, "meeting.over");
});

test("one proposal of a pair waits at a time, it lies ahead, and both have signed", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  refused(await propose(learner, id, ahead(-2)), 422, "meeting.past");
  refused(await propose(learner, id, ahead(24 * 400)), 422, "meeting.far");
  refused(await propose(learner, id, `${nightForward()}T02:30`), 422, "meeting.skipped");
  refused(await propose(learner, id, ahead(60), { timeZone: "Mars/Olympus" }), 422, "request.shape");
  ok(await propose(learner, id, ahead(60)));
  refused(await propose(educator, id, ahead(70)), 409, "meeting.waits");
  const [newcomer, guide] = await newPair();
  const awaiting = await brought(world, newcomer, guide);
  await agreementOf(world, newcomer, awaiting);
  refused(await propose(newcomer, awaiting, ahead(60)), 409, "meeting.unsigned");
});

test("a stranger, an office and another educator find nothing to see or to change", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const meeting = ok(await propose(learner, id, ahead(80)));
  for (const who of ["marisol", "dana", "noah", "priya"]) {
    refused(await ask(who, "GET", `/meetings/${meeting.meetingId}`), 404, "meeting.absent");
    refused(await act(who, meeting, "confirmation"), 404, "meeting.absent");
    refused(await ask(who, "GET", `/relationships/${id}/meetings`), 404, "relationship.absent");
    refused(await propose(who, id, ahead(90)), 404, "relationship.absent");
  }
});

test("with a relationship ends what it had planned, and nobody is named", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const meeting = ok(await act(educator, ok(await propose(learner, id, ahead(100))), "confirmation"));
  ok(await end(world, learner, id));
  assert.equal(ok(await ask(educator, "GET", `/meetings/${meeting.meetingId}`)).state, "cancelled");
  const [last] = await byHand(
    world,
    (admin) =>
      admin`select act, by_id from meeting_acts where meeting_id = ${meeting.meetingId} order by number desc limit 1`,
  );
  assert.deepEqual({ ...last }, { act: "cancel", by_id: null });
  const [other] = await newPair();
  ok(await propose(other, await inForce(world, other, educator), ahead(100)));
  refused(await propose(learner, id, ahead(110)), 409, "relationship.ended");
});

test("a minute after: held or not, how long, the next step; either may put it right", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const meeting = ok(await act(educator, ok(await propose(learner, id, ahead(120))), "confirmation"));
  refused(await act(learner, meeting, "log", { held: true, minutes: 40 }), 409, "meeting.ahead");
  await backdate(world, meeting.meetingId, 60);
  refused(await act(learner, meeting, "log", { held: true }), 422, "request.shape");
  const held = ok(
    await act(learner, meeting, "log", { held: true, minutes: 40, mode: "phone", nextStep: "Film one presentation" }),
  );
  assert.deepEqual(
    [held.state, held.minutes, held.mode, held.nextStep],
    ["held", 40, "phone", "Film one presentation"],
  );
  const put = ok(await act(educator, held, "log", { held: false }));
  assert.deepEqual([put.state, put.minutes, put.nextStep], ["not held", null, null]);
  const pair = await pairOf(learner, id);
  assert.notEqual(pair.cadence.state, "planned");
});

test("what took place without being arranged is recorded, since they have each other and not long ago", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const record = (start: string) =>
    ask(educator, "POST", `/relationships/${id}/meetings/record`, timeOf(start, { mode: "in person", place: "" }));
  refused(await record(ahead(5)), 409, "meeting.ahead");
  refused(await record(ahead(-24 * 100)), 409, "meeting.record");
  const held = ok(await record(ahead(-24 * 9)));
  assert.deepEqual([held.state, held.minutes], ["held", 45]);
  const { cadence, meetings } = await pairOf(learner, id);
  assert.deepEqual([cadence.state, meetings.length], ["in time", 1]);
  await byHand(world, (admin) => admin`update relationships set since = started_on where relationship_id = ${id}`);
  refused(await record(ahead(-24 * 9)), 409, "meeting.record");
});

test("a talk that both write down counts once, and one that was arranged is logged where it stands", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const path = `/relationships/${id}/meetings/record`;
  const talk = timeOf(ahead(-3), { timeZone: "Asia/Kolkata" });
  const both = await Promise.all([learner, educator].map((who) => ask(who, "POST", path, talk)));
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]));
  refused(
    both.find(({ status }) => status === 409)!,
    409,
    "meeting.recorded",
  );
  ok(await ask(educator, "POST", path, timeOf(ahead(-30))));
  const meeting = ok(await act(educator, ok(await propose(learner, id, ahead(130))), "confirmation"));
  await backdate(world, meeting.meetingId, 600);
  const then = new Date(Date.now() - 600 * 60_000).toISOString();
  refused(await ask(learner, "POST", path, timeOf(then)), 409, "meeting.recorded");
});

test("what has begun is neither moved nor cancelled: it took place or did not", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const meeting = ok(await act(educator, ok(await propose(learner, id, ahead(140))), "confirmation"));
  await backdate(world, meeting.meetingId, 60);
  refused(await act(learner, meeting, "cancellation"), 409, "meeting.begun");
  refused(await move(educator, meeting, ahead(150)), 409, "meeting.begun");
  assert.equal(ok(await act(learner, meeting, "log", { held: false })).state, "not held");
});

test("each puts lines on the agenda and takes only their own off", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const { meetingId } = ok(await propose(learner, id, ahead(130)));
  const write = (who: string, words: string) => ask(who, "POST", `/meetings/${meetingId}/agenda`, { lines: [words] });
  ok(await write(learner, "My next presentation"));
  const { agenda } = ok(await write(educator, "Your goals"));
  assert.deepEqual(
    agenda.map(({ words }: { words: string }) => words),
    ["My next presentation", "Your goals"],
  );
  refused(await ask(educator, "DELETE", `/meetings/${meetingId}/agenda/${agenda[0].lineId}`), 404, "agenda.absent");
  const left = ok(await ask(learner, "DELETE", `/meetings/${meetingId}/agenda/${agenda[0].lineId}`));
  assert.deepEqual(
    left.agenda.map(({ words }: { words: string }) => words),
    ["Your goals"],
  );
  refused(await write("noah", "Mine"), 404, "meeting.absent");
});

test("what a talk turned into is the educator's own", async () => {
  const [learner, educator] = await newPair();
  const id = await inForce(world, learner, educator);
  const meeting = ok(await act(educator, ok(await propose(learner, id, ahead(140))), "confirmation"));
  const mark = (who: string, became: string[]) => ask(who, "PUT", `/meetings/${meeting.meetingId}/mark`, { became });
  refused(await mark(educator, ["advising"]), 409, "talk.held");
  await backdate(world, meeting.meetingId, 60);
  ok(await act(learner, meeting, "log", { held: true, minutes: 30 }));
  refused(await mark(learner, ["advising"]), 409, "talk.educator");
  ok(await mark(educator, ["advising"]));
  assert.deepEqual(ok(await mark(educator, ["mentoring", "coaching"])).became, ["mentoring", "coaching"]);
  assert.equal(ok(await ask(learner, "GET", `/meetings/${meeting.meetingId}`)).became, null);
  const { items } = ok(await ask(educator, "GET", "/meetings/trend"));
  assert.deepEqual(items, [
    {
      program: "coaching",
      talks: 1,
      became: [
        { program: "advising", talks: 0 },
        { program: "coaching", talks: 1 },
        { program: "mentoring", talks: 1 },
      ],
    },
  ]);
  assert.deepEqual(ok(await ask(learner, "GET", "/meetings/trend")).items, []);
});

test("an office is told that coaching met, and when; of mentoring nothing", async () => {
  const [learner, educator] = await newPair();
  const [other] = await newPair();
  const coaching = await inForce(world, learner, educator);
  const mentoring = await inForce(world, other, educator, "mentoring");
  for (const [who, id] of [
    [learner, coaching],
    [other, mentoring],
  ] as const) {
    const meeting = ok(await propose(who, id, ahead(who === learner ? 170 : 175)));
    await backdate(world, meeting.meetingId, 60);
    ok(await act(who, meeting, "log", { held: true, minutes: 25 }));
  }
  await byHand(
    world,
    (admin) =>
      admin`update meetings set starts_at = starts_at - interval '300 days', ends_at = ends_at - interval '300 days' where state = 'held'`,
  );
  await byHand(
    world,
    (admin) =>
      admin`update relationships set started_on = started_on - 400 where relationship_id in (${coaching}, ${mentoring})`,
  );
  const { programs, silent } = ok(await ask("dana", "GET", "/meetings/told"));
  const told = silent.find(({ relationshipId }: { relationshipId: string }) => relationshipId === coaching);
  assert.deepEqual([told.held, told.minutes], [1, 25]);
  const names = [...programs, ...silent].map(({ program }: { program: string }) => program);
  assert.deepEqual(new Set(names), new Set(["coaching"]));
  refused(await ask(educator, "GET", "/meetings/told"), 403, "office.may");
});
