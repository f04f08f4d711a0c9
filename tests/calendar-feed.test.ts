// The address of a calendar: a secret that is shown once, closes with the next one, and tells nothing besides times.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listening } from "./help/listening.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { backdate, later, propose } from "./help/meetings.ts";
import { end, inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld();
const origin = await listening(world);
const ask: typeof world.ask = (...asked) => world.ask(...asked);
const pathOf = async (who: string): Promise<string> => ok(await ask(who, "POST", "/me/calendar")).path;
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const summaries = (text: string) => [...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, words]) => words);

const mentoring = await inForce(world, "amara", "joan", "mentoring");
const advising = await inForce(world, "amara", "tomas", "advising");
const sealed = ok(await propose(world, "amara", mentoring, later(30)));
const open = ok(await propose(world, "amara", advising, later(50)));

test("it holds one's own meetings: of a confidential pair only Meeting and the time, in advising also the place", async () => {
  const { status, text, headers } = await read(await pathOf("amara"));
  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/calendar; charset=utf-8");
  assert.deepEqual(summaries(text), ["Meeting", "Advising meeting"]);
  assert.equal(text.match(/\nLOCATION:/g)?.length, 1);
  assert.match(text, /BEGIN:VTIMEZONE\r\nTZID:America\/New_York/);
  assert.doesNotMatch(text, /amara|joan|tomas|example school|mentor|ATTENDEE|ORGANIZER|DESCRIPTION/i);
  assert.deepEqual(summaries((await read(await pathOf("joan"))).text), ["Meeting"]);
  assert.deepEqual(summaries((await read(await pathOf("noah"))).text), []);
});

test("the same meetings give the same bytes, whatever is written about them", async () => {
  const path = await pathOf("joan");
  const before = await read(path);
  ok(await ask("amara", "POST", `/meetings/${sealed.meetingId}/agenda`, { lines: ["What is on my mind"] }));
  await byHand(
    world,
    (admin) =>
      admin`update meetings set place = 'Elsewhere', next_step = 'A step' where meeting_id = ${sealed.meetingId}`,
  );
  const after = await read(path);
  assert.equal(after.text, before.text);
  const tag = after.headers.get("etag")!;
  assert.equal((await read(path, { "if-none-match": tag })).status, 304);
  ok(await ask("joan", "POST", `/meetings/${sealed.meetingId}/confirmation`, { acts: 1 }));
  const confirmed = await read(path, { "if-none-match": tag });
  assert.equal(confirmed.status, 200);
  assert.match(confirmed.text, /STATUS:CONFIRMED/);
});

test("wrong, replaced, turned off and never given are refused alike", async () => {
  const first = await pathOf("amara");
  const second = await pathOf("amara");
  assert.equal((await read(second)).status, 200);
  assert.deepEqual(ok(await ask("amara", "DELETE", "/me/calendar")), { madeAt: null });
  const bodies = await Promise.all(
    [first, second, first.replace(/.{6}\.ics$/, "AAAAAA.ics"), "/calendar/never.ics", "/calendar/x"].map(
      async (path) => {
        const { status, text } = await read(path);
        return `${status} ${text}`;
      },
    ),
  );
  assert.equal(new Set(bodies).size, 1, bodies.join("\n"));
  assert.match(bodies[0]!, /^404 .*calendar\.absent/);
});

test("a key makes no address, and who has left has none", async () => {
  const { secret } = ok(await ask("amara", "POST", "/account/keys", { label: "mine", capabilities: [], days: 3 }));
  const byKey = await ask(null, "POST", "/me/calendar", undefined, { authorization: `Bearer ${secret}` });
  refused(byKey, 409, "key.in-person");
  const path = await pathOf("grace");
  await byHand(
    world,
    (admin) => admin`update people set left_on = current_date where person_id = ${world.people.grace!.personId}`,
  );
  assert.equal((await read(path)).status, 404);
});

test("what is cancelled or did not take place leaves it, and what was held stays for a quarter", async () => {
  const path = await pathOf("amara");
  await backdate(world, sealed.meetingId, 60);
  ok(await ask("amara", "POST", `/meetings/${sealed.meetingId}/log`, { acts: 2, held: true, minutes: 40 }));
  assert.deepEqual(summaries((await read(path)).text), ["Meeting", "Advising meeting"]);
  ok(await end(world, "amara", advising));
  assert.equal(ok(await ask("amara", "GET", `/meetings/${open.meetingId}`)).state, "cancelled");
  assert.deepEqual(summaries((await read(path)).text), ["Meeting"]);
  await backdate(world, sealed.meetingId, 60 * 24 * 95);
  assert.deepEqual(summaries((await read(path)).text), []);
});

test("a charter that becomes sealed closes at once, and one that opens keeps what two signed before", async () => {
  const pair = await inForce(world, "noah", "priya", "coaching");
  ok(await propose(world, "noah", pair, later(60)));
  const path = await pathOf("noah");
  const classIs = (confidentiality: string, version: number) =>
    byHand(
      world,
      (
        admin,
      ) => admin`insert into charters (school_id, program, version, in_force_from, body, ruleset, because, made_by)
        select school_id, program, ${version}, current_date - 2, body || jsonb_build_object('confidentiality', ${confidentiality}::text), ruleset, 'Try', made_by
        from charters where school_id = ${world.schoolId} and program = 'coaching' and version = 1`,
    );
  await classIs("education record", 2);
  assert.deepEqual(summaries((await read(path)).text), ["Meeting"], "they signed for the two");
  const toldOf = async () =>
    ok(await ask("dana", "GET", "/meetings/told")).programs.map(({ program }: { program: string }) => program);
  assert.deepEqual(await toldOf(), ["coaching"]);
  await classIs("sealed", 3);
  assert.deepEqual(await toldOf(), []);
});
