// Meetings by mail: calendar entries that follow each act, links that need no signing in, and the ladder of reminders.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import type { Message } from "../src/mail/delivery.ts";
import { calendarBehind } from "../src/meetings/feed-routes.ts";
import { mailsOf, postOf, schoolTime } from "./help/mail.ts";
import { backdate, later, propose, recorded, timeOf } from "./help/meetings.ts";
import { byHand, day, ok, refused } from "./help/matches.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld, type World } from "./help/world.ts";

const noon = (days = 1) => schoolTime("12:00", days);
/** A time after every clock that these tests turn forward. */
const farHours = 24 * 20;

/** A pair in force, whose mail of its beginning is out. */
async function begun(slug: string, program = "coaching") {
  const world = await openWorld(slug);
  const id = await inForce(world, "amara", "tomas", program);
  const { box, send } = postOf(world);
  await send(noon());
  box.length = 0;
  /** What left now, by the first name of who got it. */
  const sent = async (days = 2): Promise<Record<string, Message>> => {
    box.length = 0;
    await send(noon(days));
    // Beside a daily mail the entry of a calendar is what these tests look at.
    const entriesLast = box.toSorted((a, b) => Number(a.calendar !== undefined) - Number(b.calendar !== undefined));
    return Object.fromEntries(entriesLast.map((message) => [message.to.split("@")[0]!, message]));
  };
  return { world, id, sent };
}

const act = (
  world: World,
  who: string,
  { meetingId, acts }: { meetingId: string; acts: number },
  word: string,
  more = {},
) => world.ask(who, "POST", `/meetings/${meetingId}/${word}`, { acts, ...more });
const entryIn = (message: Message | undefined) => {
  assert.ok(message?.calendar, "no calendar entry");
  const calendar = new ICAL.Component(ICAL.parse(message.calendar.text) as unknown[]);
  const event = calendar.getFirstSubcomponent("vevent")!;
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString();
  return { method: calendar.getFirstPropertyValue("method"), value, text: message.calendar.text };
};
const shortOf = (message: Message | undefined) => {
  const { method, value } = entryIn(message);
  return [method, value("status"), value("sequence")].join(" ");
};
const linksIn = ({ text }: Message) => [...text.matchAll(/\/act\/(\S+)/g)].map(([, token]) => token!);

test("both calendars follow each act: one event whose sequence rises with each new time and with the cancellation", async () => {
  const { world, id, sent } = await begun("entries");
  const proposed = ok(await propose(world, "amara", id, later(farHours)));
  const first = await sent();
  assert.deepEqual([shortOf(first.amara), shortOf(first.tomas)], ["REQUEST TENTATIVE 0", "REQUEST TENTATIVE 0"]);
  const confirmed = ok(await act(world, "tomas", proposed, "confirmation"));
  const second = await sent();
  assert.deepEqual([shortOf(second.amara), shortOf(second.tomas)], ["REQUEST CONFIRMED 0", "REQUEST CONFIRMED 0"]);
  const moved = ok(await act(world, "tomas", confirmed, "move", timeOf(later(farHours + 2))));
  const third = await sent();
  assert.equal(shortOf(third.amara), "REQUEST TENTATIVE 1");
  ok(await act(world, "amara", moved, "cancellation"));
  const fourth = await sent();
  assert.deepEqual([shortOf(fourth.amara), shortOf(fourth.tomas)], ["CANCEL CANCELLED 2", "CANCEL CANCELLED 2"]);
  const uids = [first.amara, second.tomas, third.amara, fourth.tomas].map((message) => entryIn(message).value("uid"));
  assert.deepEqual(new Set(uids).size, 1);
  assert.equal(entryIn(first.tomas).value("organizer"), "mailto:guidance@example.edu");
  assert.equal(entryIn(first.tomas).value("attendee")?.toLowerCase(), "mailto:tomas@entries.example.edu");
  assert.deepEqual(await sent(), {}, "each is told once");
});

test("what was superseded before it left is not sent", async () => {
  const { world, id, sent } = await begun("superseded");
  const proposed = ok(await propose(world, "amara", id, later(farHours)));
  ok(await act(world, "tomas", proposed, "confirmation"));
  const only = await sent();
  assert.equal(shortOf(only.amara), "REQUEST CONFIRMED 0");
  assert.deepEqual(Object.keys(only).toSorted(), ["amara", "tomas"]);
});

test("of a confidential pair neither mail nor calendar says more than Meeting; in advising also the program and the place", async () => {
  const sealed = await begun("sealed", "mentoring");
  ok(await propose(sealed.world, "amara", sealed.id, later(farHours)));
  const { tomas } = await sealed.sent();
  assert.equal(entryIn(tomas).value("summary"), "Meeting");
  for (const text of [tomas!.text, tomas!.subject, entryIn(tomas).text])
    assert.doesNotMatch(text, /mentor|amara|video\.example/i);
  const open = await begun("open", "advising");
  ok(await propose(open.world, "amara", open.id, later(farHours)));
  const message = (await open.sent()).tomas;
  assert.deepEqual(
    [entryIn(message).value("summary"), entryIn(message).value("location")],
    ["Advising meeting", "https://video.example.edu/1"],
  );
  assert.doesNotMatch(message!.text, /amara/i);
});

test("who chose the daily mail for meetings gets the page and no entry, and reads the time in the feed", async () => {
  const { world, id, sent } = await begun("daily");
  const { choices } = ok(await world.ask("tomas", "GET", "/account/mail"));
  assert.match(
    choices.find(({ kind }: { kind: string }) => kind === "meeting").name,
    /at once with its calendar entry/,
  );
  ok(await world.ask("tomas", "PUT", "/account/mail/meeting", { how: "digest" }));
  ok(await propose(world, "amara", id, later(farHours)));
  const { amara, tomas } = await sent();
  assert.equal(entryIn(amara).method, "REQUEST");
  assert.equal(tomas!.calendar, undefined);
  assert.match(tomas!.text, /guidance\.example\.edu\/meetings/);
  const { path } = ok(await world.ask("tomas", "POST", "/me/calendar"));
  assert.match(await calendarBehind(world.door, path.replace("/calendar/", "")), /STATUS:TENTATIVE/);
});

test("a link confirms without signing in, once, and only the time that its mail told of", async () => {
  const { world, id, sent } = await begun("links");
  const proposed = ok(await propose(world, "amara", id, later(farHours)));
  const { amara, tomas } = await sent();
  assert.equal(linksIn(amara!).length, 1, "who proposed has nothing to confirm");
  const [token] = linksIn(tomas!);
  assert.equal(ok(await world.ask(null, "GET", `/acts/${token}`)).button, "Confirm");
  assert.equal(ok(await world.ask("amara", "GET", `/meetings/${proposed.meetingId}`)).state, "proposed");
  ok(await world.ask(null, "POST", `/acts/${token}`));
  const confirmed = ok(await world.ask("amara", "GET", `/meetings/${proposed.meetingId}`));
  assert.equal(confirmed.state, "confirmed");
  refused(await world.ask(null, "POST", `/acts/${token}`), 409, "act.used");
  const moved = ok(await act(world, "amara", confirmed, "move", timeOf(later(farHours + 1))));
  const [next] = linksIn((await sent()).tomas!);
  ok(await act(world, "amara", moved, "move", timeOf(later(farHours + 3))));
  refused(await world.ask(null, "POST", `/acts/${next}`), 409, "meeting.changed");
});

test("two days before it is reminded of, and a day after it is asked whether it took place, which a link answers", async () => {
  const { world, id, sent } = await begun("ladder");
  const proposed = ok(await propose(world, "amara", id, later(24 * 5)));
  const confirmed = ok(await act(world, "tomas", proposed, "confirmation"));
  await sent(1);
  assert.deepEqual(await sent(2), {});
  const reminded = await sent(4);
  assert.match(reminded.amara!.text, /meeting within two days/);
  assert.equal(reminded.amara!.calendar, undefined);
  const asked = await sent(8);
  assert.match(asked.tomas!.text, /Say whether it took place/);
  const [held, missed] = linksIn(asked.tomas!);
  refused(await world.ask(null, "POST", `/acts/${held}`), 409, "meeting.ahead");
  await backdate(world, confirmed.meetingId, 60);
  ok(await world.ask(null, "POST", `/acts/${held}`));
  const logged = ok(await world.ask("amara", "GET", `/meetings/${confirmed.meetingId}`));
  assert.deepEqual([logged.state, logged.minutes], ["held", 45]);
  ok(await world.ask(null, "POST", `/acts/${missed}`));
  assert.equal(ok(await world.ask("amara", "GET", `/meetings/${confirmed.meetingId}`)).state, "not held");
});

/** A meeting that is over and was asked about; the links for yes and for no of each of the two. */
async function askedAbout(slug: string) {
  const { world, id, sent } = await begun(slug);
  const confirmed = ok(await act(world, "tomas", ok(await propose(world, "amara", id, later(24 * 5))), "confirmation"));
  await sent(4);
  const { amara, tomas } = await sent(8);
  await backdate(world, confirmed.meetingId, 60);
  const seen = async () => {
    const { state, minutes, mode, nextStep } = ok(await world.ask("amara", "GET", `/meetings/${confirmed.meetingId}`));
    return [state, minutes, mode, nextStep];
  };
  return { world, confirmed, seen, links: { amara: linksIn(amara!), tomas: linksIn(tomas!) } };
}

test("the link of a log takes minutes, mode and next step in the one act that it does", async () => {
  const { world, seen, links } = await askedAbout("said");
  const [held] = links.tomas;
  const page = ok(await world.ask(null, "GET", `/acts/${held}`));
  assert.deepEqual(
    page.fields.map(({ name }: { name: string }) => name),
    ["minutes", "mode", "nextStep"],
  );
  assert.doesNotMatch(JSON.stringify(page), /amara|coach|45|video\.example/i, "the page knows no more than the mail");
  const wrong = await world.ask(null, "POST", `/acts/${held}`, { minutes: 4, mode: "letter", mood: "good" });
  refused(wrong, 422, "request.shape");
  assert.deepEqual(wrong.body.faults, [{ field: "mood", because: "Nothing of this name is read here. Leave it out." }]);
  const unfit = await world.ask(null, "POST", `/acts/${held}`, { minutes: 4, mode: "letter" });
  assert.deepEqual(unfit.body.faults, [
    { field: "minutes", because: "Use 5 or more." },
    { field: "mode", because: "Must be in person, video or phone." },
  ]);
  ok(await world.ask(null, "POST", `/acts/${held}`, { minutes: 30, mode: "phone", nextStep: " Write the abstract. " }));
  assert.deepEqual(await seen(), ["held", 30, "phone", "Write the abstract."]);
  refused(await world.ask(null, "POST", `/acts/${held}`, { minutes: 60 }), 409, "act.used");
  const invented = held!.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  const told = await Promise.all(
    [{ minutes: 4 }, { minutes: 30 }, undefined].map((said) => world.ask(null, "POST", `/acts/${invented}`, said)),
  );
  for (const answer of told) refused(answer, 409, "act.used");
});

test("what the other said of a meeting stands where a link says nothing of it", async () => {
  const { world, confirmed, seen, links } = await askedAbout("kept");
  ok(await act(world, "amara", confirmed, "log", { held: true, minutes: 20, nextStep: "Read the paper." }));
  ok(await world.ask(null, "POST", `/acts/${links.tomas[0]}`));
  assert.deepEqual(await seen(), ["held", 20, "video", "Read the paper."]);
  ok(await world.ask(null, "POST", `/acts/${links.amara[0]}`, { minutes: 25 }));
  assert.deepEqual(await seen(), ["held", 25, "video", "Read the paper."]);
});

test("what is moved or logged is neither reminded of nor asked about", async () => {
  const { world, id, sent } = await begun("settled");
  const confirmed = ok(await act(world, "tomas", ok(await propose(world, "amara", id, later(24 * 5))), "confirmation"));
  ok(await act(world, "amara", confirmed, "cancellation"));
  const again = ok(await act(world, "tomas", ok(await propose(world, "amara", id, later(24 * 5))), "confirmation"));
  await backdate(world, again.meetingId, 60);
  ok(await act(world, "amara", again, "log", { held: true, minutes: 30 }));
  await sent(2);
  assert.deepEqual(await sent(8), {});
});

test("with the end of a relationship its plans leave both calendars", async () => {
  const { world, id, sent } = await begun("endings");
  ok(await act(world, "tomas", ok(await propose(world, "amara", id, later(farHours))), "confirmation"));
  await sent();
  ok(await end(world, "amara", id));
  const { amara, tomas } = await sent(2);
  assert.deepEqual([shortOf(amara), shortOf(tomas)], ["CANCEL CANCELLED 1", "CANCEL CANCELLED 1"]);
});

/** The two signed so many days ago, and the word about a silence is due now. */
const silentSince = (world: World, id: string, days: number) =>
  byHand(world, async (admin) => {
    // As if it had been so: nothing follows from it.
    await admin`set session_replication_role = replica`;
    await admin`update relationships set started_on = started_on - ${days}::int, since = since - ${days}::int where relationship_id = ${id}`;
    await admin`update mails set due_at = now() where kind = 'meeting-silent' and state = 'due'`;
  });
const silentMails = async (world: World) =>
  (await mailsOf(world, "amara")).filter(({ kind }) => kind === "meeting-silent").map(({ state }) => state);

test("two who have not met for too long are told once", async () => {
  const { world, id, sent } = await begun("silent");
  assert.deepEqual(await silentMails(world), ["due"]);
  await silentSince(world, id, 200);
  const told = await sent(2);
  assert.match(told.amara!.text, new RegExp(`not met for longer[^\n]+\nhttps://guidance.example.edu/meetings/${id}`));
  assert.ok(told.tomas);
  assert.deepEqual(await silentMails(world), ["sent"]);
  assert.deepEqual(await sent(3), {});
});

test("who met or plans to meet is not told; it is asked again on the next such day", async () => {
  const { world, id, sent } = await begun("in-time");
  await recorded(world, "tomas", id);
  await silentSince(world, id, 200);
  assert.deepEqual(await sent(2), {});
  assert.deepEqual(await silentMails(world), ["dropped", "dropped", "due"], "asked again on its day");
  const planned = await begun("planned");
  const proposed = ok(await propose(planned.world, "amara", planned.id, later(farHours)));
  await planned.sent(2);
  await silentSince(planned.world, planned.id, 200);
  assert.deepEqual(await planned.sent(2), {});
  assert.deepEqual(await silentMails(planned.world), ["dropped"]);
  ok(await act(planned.world, "amara", proposed, "cancellation"));
  assert.deepEqual(await silentMails(planned.world), ["dropped", "due"], "what they planned came to nothing");
});

test("a pause asks again on the first day that counts", async () => {
  const { world, id, sent } = await begun("paused");
  ok(await world.ask("amara", "POST", `/relationships/${id}/pauses`, { until: day(20) }));
  await silentSince(world, id, 200);
  assert.deepEqual(await sent(2), {});
  assert.deepEqual(await silentMails(world), ["dropped", "due"]);
});
