// Signed links out of mails: they act once, for their time, and tell nothing when they are wrong.
import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { test } from "node:test";
import { linkPurpose, signedIn, tokenOf } from "../src/mail/link.ts";
import { listening } from "./help/listening.ts";
import { byHand, ok } from "./help/matches.ts";
import { mailsOf, postOf, schoolTime } from "./help/mail.ts";
import { brought } from "./help/relationships.ts";
import { foundWorld, openWorld } from "./help/world.ts";

const world = await openWorld("links");
const { box, send } = postOf(world);
const key = world.door.keyFor(linkPurpose);
const later = Math.floor(Date.now() / 1000) + 3600;

async function letterTo(
  who: string,
): Promise<{ token: string; text: string; headers: Readonly<Record<string, string>> }> {
  box.length = 0;
  await send(schoolTime("12:00", 1));
  const { text, headers } = box.find(({ to }) => to.startsWith(`${who}@`))!;
  return { token: /\/act\/(\S+)/.exec(text)![1]!, text, headers };
}

const requestTo = async (words: string) => {
  const { personId } = world.people.tomas!;
  ok(await world.ask("amara", "POST", "/requests", { program: "coaching", words, readerId: personId }));
};

test("a link asks before it acts, acts once, and can be undone where one signs in", async () => {
  const relationship = await brought(world, "amara", "tomas", "coaching");
  for (const who of ["amara", "tomas"]) {
    const { agreementId } = ok(await world.ask(who, "GET", `/relationships/${relationship}/agreement`));
    ok(await world.ask(who, "POST", `/agreements/${agreementId}/signature`, { readLimits: true }));
  }
  await requestTo("How do I present?");
  const { token, headers } = await letterTo("tomas");
  assert.equal(headers["List-Unsubscribe"], `<https://guidance.example.edu/act/${token}>`);
  const asked = ok(await world.ask(null, "GET", `/acts/${token}`));
  assert.match(asked.question, /a request of a learner/);
  assert.deepEqual(ok(await world.ask(null, "GET", `/acts/${token}`)), asked, "to look does nothing");
  assert.match(ok(await world.ask(null, "POST", `/acts/${token}`)).done, /no more mail about this/);
  const choices = ok(await world.ask("tomas", "GET", "/account/mail")).choices;
  assert.equal(choices.find(({ kind }: { kind: string }) => kind === "request").how, "off");

  await requestTo("And how do I write?");
  box.length = 0;
  await send(schoolTime("13:00", 1));
  assert.deepEqual(
    box.filter(({ to }) => to.startsWith("tomas")),
    [],
  );
  assert.equal((await mailsOf(world, "tomas")).at(-1)!.state, "dropped");

  ok(await world.ask("tomas", "PUT", "/account/mail/request", { how: "at once" }));
  await requestTo("One more.");
  assert.match((await letterTo("tomas")).text, /Somebody asks you something/);
});

test("wrong, used, out of date and another school's links read the same", async () => {
  const [mail] = await byHand(world, (admin) => admin`select mail_id from mails where state = 'sent' limit 1`);
  const mailId = mail!.mail_id as string;
  const used = tokenOf(key, { mailId, act: "stop", until: later });
  ok(await world.ask(null, "POST", `/acts/${used}`));
  const another = await foundWorld(world.database, world.door, "another");
  const strange = createSecretKey(Buffer.alloc(32, 7));
  const wrong = [
    used,
    tokenOf(key, { mailId, act: "stop", until: later - 7200 }),
    tokenOf(strange, { mailId, act: "stop", until: later }),
    tokenOf(key, { mailId: another.schoolId, act: "stop", until: later }),
    tokenOf(key, { mailId, act: "log", until: later }),
    `${used}x`,
    used.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    "a-link-of-nothing",
  ];
  const answers = new Set<string>();
  for (const token of wrong)
    for (const method of ["GET", "POST"]) {
      const { status, body } = await world.ask(null, method, `/acts/${encodeURIComponent(token)}`);
      answers.add(JSON.stringify([status, { ...body, instance: undefined }]));
    }
  assert.equal(answers.size, 1, [...answers].join("\n"));
  assert.match([...answers][0]!, /act\.used/);
});

test("a seal fits one mail, one act and one moment", () => {
  const signed = { mailId: crypto.randomUUID(), act: "stop", until: later };
  const token = tokenOf(key, signed);
  assert.deepEqual(signedIn(key, token, later), signed);
  assert.equal(signedIn(key, token, later + 1), null);
  const [mail, until, act, seal] = token.split(".");
  const others = [
    [mail!.replace(/^./, (first) => (first === "0" ? "1" : "0")), until, act, seal],
    [mail, (later + 9).toString(36), act, seal],
    [mail, until, "log", seal],
  ];
  for (const other of others) assert.equal(signedIn(key, other.join("."), later), null);
});

/** A link in a mail of its own that has left. */
async function freshLink(): Promise<string> {
  const mailId = crypto.randomUUID();
  await byHand(
    world,
    (admin) => admin`insert into mails (school_id, mail_id, message_id, person_id, kind, key, state)
      values (${world.schoolId}, ${mailId}, ${mailId}, ${world.people.joan!.personId}, 'exception', ${mailId}, 'sent')`,
  );
  return tokenOf(key, { mailId, act: "stop", until: later });
}

test("two at once: one acts", async () => {
  const token = await freshLink();
  const replies = await Promise.all([1, 2, 3].map(() => world.ask(null, "POST", `/acts/${token}`)));
  assert.deepEqual(replies.map(({ status }) => String(status)).toSorted(), ["200", "409", "409"]);
});

test("the button of a mail program posts to the link itself, without JSON and without a cookie", async () => {
  const url = await listening(world);
  const token = await freshLink();
  const press = () =>
    fetch(`${url}/act/${token}`, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  assert.equal((await press()).status, 200);
  assert.equal((await press()).status, 409);
});
