// When mail leaves: quiet hours and the daily mail by the school's clock, over the two nights of daylight saving too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, ok } from "./help/matches.ts";
import { mailsOf, postOf } from "./help/mail.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld("hours");
const { box, send } = postOf(world);

/** One mail of a kind that goes at once, due long before the instants below. */
async function due(who: string, key: string, kind = "request"): Promise<void> {
  await byHand(
    world,
    (admin) => admin`insert into mails (school_id, person_id, kind, key, due_at)
      values (${world.schoolId}, ${world.people[who]!.personId}, ${kind}, ${key}, '2027-03-08T00:00Z')`,
  );
}

async function leaves(instant: string): Promise<boolean> {
  const before = box.length;
  await send(new Date(instant));
  return box.length > before;
}

test("no mail in the quiet hours; New York's spring night is an hour shorter", async () => {
  await due("amara", "spring");
  // On March 14, 2027 the clock goes from 2 to 3: 7 in the morning is 11:00 UTC, the day before it was 12:00.
  assert.equal(await leaves("2027-03-13T11:59:00Z"), false, "6:59 EST");
  assert.equal(await leaves("2027-03-14T01:30:00Z"), false, "20:30 EST the evening before");
  assert.equal(await leaves("2027-03-14T10:59:00Z"), false, "6:59 EDT");
  assert.equal(await leaves("2027-03-14T11:00:00Z"), true, "7:00 EDT");
});

test("New York's autumn night is an hour longer, and the hour that comes twice is quiet twice", async () => {
  await byHand(
    world,
    (admin) => admin`insert into mails (school_id, person_id, kind, key, due_at)
    values (${world.schoolId}, ${world.people.amara!.personId}, 'request', 'autumn', '2027-11-06T00:00Z')`,
  );
  for (const quiet of ["2027-11-07T00:30:00Z", "2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z", "2027-11-07T11:59:00Z"])
    assert.equal(await leaves(quiet), false, quiet);
  assert.equal(await leaves("2027-11-07T12:00:00Z"), true, "7:00 EST");
});

test("the daily mail comes once a day, at one's hour, with all that waits", async () => {
  ok(await world.ask("noah", "PUT", "/account/mail", { quietFrom: "22:00", quietUntil: "06:00", digestAt: "18:00" }));
  ok(await world.ask("noah", "PUT", "/account/mail/request-news", { how: "digest" }));
  await due("noah", "one", "signature");
  await due("noah", "two", "request-news");
  assert.equal(await leaves("2027-03-09T21:59:00Z"), false, "16:59 EST");
  assert.equal(await leaves("2027-03-09T23:00:00Z"), true, "18:00 EST");
  assert.match(box.at(-1)!.text, /wait for your signature/);
  assert.match(box.at(-1)!.text, /news of something/);
  await due("noah", "three", "signature");
  assert.equal(await leaves("2027-03-10T02:00:00Z"), false, "21:00 of the same day");
  assert.equal(await leaves("2027-03-10T23:30:00Z"), true, "the next evening");
});

test("nothing of what is off leaves, nor what is older than two weeks, nor anything to who has left", async () => {
  ok(await world.ask("grace", "PUT", "/account/mail/ended", { how: "off" }));
  await due("grace", "off", "ended");
  await due("priya", "gone");
  await byHand(
    world,
    (admin) => admin`update people set left_on = '2027-03-01' where person_id = ${world.people.priya!.personId}`,
  );
  await send(new Date("2027-03-10T15:00:00Z"));
  await due("joan", "old");
  await send(new Date("2027-03-22T15:00:00Z"));
  for (const who of ["grace", "priya", "joan"])
    assert.deepEqual(
      (await mailsOf(world, who)).map(({ state }) => state),
      ["dropped"],
      who,
    );
});

/** Hour by hour from the beginning to the end, over midnight. */
function isQuietAt(at: string, quietFrom: string, quietUntil: string): boolean {
  const minutesOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
  const since = (hour: string) => (minutesOf(hour) - minutesOf(quietFrom) + 1440) % 1440;
  return since(at) < since(quietUntil);
}

test("a daily mail in the quiet hours is refused, here as in the database", async () => {
  const hours = { quietFrom: "20:00", quietUntil: "07:00", digestAt: "06:00" };
  const refused = await world.ask("amara", "PUT", "/account/mail", hours);
  assert.equal(refused.body.rule, "mail.hours");
  assert.equal(refused.body.faults[0].field, "digestAt");
  const all = ["00:00", "06:59", "07:00", "12:00", "19:59", "20:00", "23:59"];
  for (const quietFrom of all)
    for (const quietUntil of all)
      for (const digestAt of all) {
        const { status } = await world.ask("amara", "PUT", "/account/mail", { quietFrom, quietUntil, digestAt });
        assert.equal(status, isQuietAt(digestAt, quietFrom, quietUntil) ? 409 : 200);
      }
  const quiet = await byHand(world, (admin) =>
    admin`insert into mail_hours (school_id, person_id, quiet_from, quiet_until, digest_at)
    values (${world.schoolId}, ${world.people.rosa!.personId}, '20:00', '07:00', '23:00')`.catch(
      (error: Error) => error.message,
    ),
  );
  assert.match(String(quiet), /mail\.hours/);
});

test("only what may come to somebody is theirs to choose, and an invitation is nobody's to turn off", async () => {
  const kindsOf = async (who: string): Promise<string[]> =>
    ok(await world.ask(who, "GET", "/account/mail")).choices.map(({ kind }: { kind: string }) => kind);
  assert.ok((await kindsOf("marisol")).includes("incident"));
  assert.ok(!(await kindsOf("amara")).includes("incident"));
  for (const kind of ["invitation", "incident", "nothing"])
    assert.equal((await world.ask("amara", "PUT", `/account/mail/${kind}`, { how: "off" })).body.rule, "mail.kind");
});
