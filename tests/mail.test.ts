// The outbox: each occasion is told once, to those whom it concerns, when they want to be told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { smtp } from "../src/mail/smtp-jobs.ts";
import { byHand, day, ok } from "./help/matches.ts";
import { mailsOf, postOf, schoolTime, smtpSink } from "./help/mail.ts";
import { brought, end, inForce, sign } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

const noon = () => schoolTime("12:00", 1);

test("a relationship is told of to whom did not bring it about, each thing once", async () => {
  const world = await openWorld("told");
  const id = await brought(world, "amara", "tomas");
  const { box, send } = postOf(world);
  assert.equal(await send(noon()), 2);
  assert.deepEqual(box.map(({ to }) => to).toSorted(), ["amara@told.example.edu", "tomas@told.example.edu"]);
  assert.match(box[0]!.text, new RegExp(`https://guidance.example.edu/agreements/${id}\n`));
  ok(await sign(world, "amara", id));
  ok(await sign(world, "tomas", id));
  ok(await end(world, "tomas", id));
  assert.deepEqual(
    (await mailsOf(world, "amara")).map(({ kind, state }) => `${kind} ${state}`),
    ["signature sent", "meeting-silent dropped", "in-force dropped", "ended due"],
  );
  // He signed last and ended it himself.
  assert.deepEqual(
    (await mailsOf(world, "tomas")).map(({ kind }) => kind),
    ["signature", "meeting-silent"],
  );
  assert.equal(await send(noon()), 0, "today's daily mail has left already");
  assert.equal(await send(schoolTime("12:00", 2)), 1);
  assert.match(box.at(-1)!.text, /come to its end/);
  assert.equal(await send(schoolTime("12:00", 3)), 0);
});

test("what is done before its mail leaves is not told", async () => {
  const world = await openWorld("settled");
  await inForce(world, "amara", "tomas");
  const { box, send } = postOf(world);
  await send(noon());
  assert.deepEqual(
    box.map(({ to, subject }) => [to, subject]),
    [["amara@settled.example.edu", "What waits for you in Chiron"]],
  );
  assert.match(box[0]!.text, /are signed by both/);
  assert.doesNotMatch(box[0]!.text, /wait for your signature/);
});

test("a proposal is told of and reminded of, until it is answered", async () => {
  const world = await openWorld("asked");
  const { runId } = ok(await world.ask("marisol", "POST", "/runs", { program: "coaching" }));
  ok(await world.ask("dana", "POST", `/runs/${runId}/approval`, { answerBy: day(10) }));
  const mine = await mailsOf(world, "amara");
  assert.deepEqual(mine.map(({ kind }) => kind).toSorted(), ["proposal", "proposal-reminder"]);
  const { box, send } = postOf(world);
  await send(noon());
  const before = box.length;
  ok(
    await world.ask("amara", "POST", `/proposals/${runId}/${world.people.amara!.personId}/answer`, {
      answer: "accept",
    }),
  );
  await send(schoolTime("07:59", 8));
  assert.equal(box.length, before, "the reminder is not before its morning");
  await send(schoolTime("08:01", 8));
  const reminded = box.slice(before);
  assert.ok(reminded.length >= 3, String(reminded.length));
  assert.ok(reminded.every(({ subject }) => subject === "A proposal still waits for your answer"));
  assert.ok(reminded.every(({ to }) => to !== "amara@asked.example.edu"));
});

test("who has a request is told of it, and the learner of what comes back; what is taken back is told to nobody", async () => {
  const world = await openWorld("requests");
  await inForce(world, "amara", "tomas");
  const readerId = world.people.tomas!.personId;
  const ask = async (words: string): Promise<string> =>
    ok(await world.ask("amara", "POST", "/requests", { program: "coaching", words, readerId })).requestId;
  const [answered, takenBack] = [await ask("How do I present?"), await ask("Never mind.")];
  ok(await world.ask("amara", "POST", `/requests/${takenBack}/closing`));
  ok(await world.ask("tomas", "POST", `/requests/${answered}/reply`, { words: "Come by on Monday." }));
  const { box, send } = postOf(world);
  await send(noon());
  const told = box
    .filter(({ text }) => text.includes("/requests/"))
    .map(({ to, text }) => `${to} ${/requests\/(\S+)/.exec(text)![1]}`);
  assert.deepEqual(told.toSorted(), [
    `amara@requests.example.edu ${answered}`,
    `tomas@requests.example.edu ${answered}`,
  ]);
  ok(await world.ask("grace", "POST", "/requests", { program: "coaching", words: "Help.", readerId: null }));
  assert.deepEqual(
    (await mailsOf(world, "marisol")).map(({ kind }) => kind),
    ["office-request"],
  );
});

test("an invitation goes by mail in the night too, and its link opens the account as the one on the screen does", async () => {
  const world = await openWorld("invited");
  const { personId } = world.people.noah!;
  ok(await world.ask("ada", "POST", `/people/${personId}/invitations`, {}));
  const { box, send } = postOf(world);
  await send(schoolTime("23:00", 1));
  const secret = /\/welcome\/(\S+)/.exec(box[0]!.text)?.[1];
  assert.equal(ok(await world.ask(null, "GET", `/invitations/${secret}`)).email, "noah@invited.example.edu");
  ok(await world.ask(null, "POST", `/invitations/${secret}/acceptance`, { password: "a long enough password" }));
  assert.equal((await world.ask(null, "GET", `/invitations/${secret}`)).status, 404);
  assert.doesNotMatch(box[0]!.text, /\/act\//, "a mail without which nobody gets in has no off");
});

test("an invitation that is withdrawn before it leaves is not mailed", async () => {
  const world = await openWorld("withdrawn");
  const { personId } = world.people.noah!;
  ok(await world.ask("ada", "POST", `/people/${personId}/invitations`, {}));
  ok(await world.ask("ada", "DELETE", `/people/${personId}/invitations`));
  const { send } = postOf(world);
  assert.equal(await send(noon()), 0);
});

test("three servers with one outbox send each message once", async () => {
  const world = await openWorld("three");
  const people = Array.from({ length: 120 }, (_, at) => `Many${at}`);
  await byHand(
    world,
    (admin) => admin`
    with added as (insert into people (school_id, given_name, family_name, email)
      select ${world.schoolId}, name, 'Example', name || '@three.example.edu' from unnest(${people}::text[]) as name returning school_id, person_id)
    insert into mails (school_id, person_id, kind, key) select school_id, person_id, 'request', 'request ' || n from added, generate_series(1, 3) n`,
  );
  const sink = await smtpSink();
  const mailer = smtp(sink.url, "Guidance <guidance@example.edu>");
  const workers = [1, 2, 3].map(() => postOf(world, { deliver: mailer.deliver }));
  const until = async ({ send }: (typeof workers)[number]): Promise<number> => {
    let sent = 0;
    for (let more = -1; more !== 0; sent += more) more = await send(noon());
    return sent;
  };
  const sent = await Promise.all(workers.map(until));
  mailer.close();
  assert.equal(sent[0]! + sent[1]! + sent[2]!, 360);
  const ids = sink.taken.map((raw) => /^Message-ID: (\S+)/im.exec(raw)?.[1]);
  assert.equal(ids.length, 360);
  assert.equal(new Set(ids).size, 360);
  assert.match(sink.taken[0]!, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
});
