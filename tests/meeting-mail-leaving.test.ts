// How a meeting's mail leaves: over SMTP as an invitation that calendars take up, and in the demo's mailbox as it would be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { smtp } from "../src/mail/smtp-jobs.ts";
import { postOf, schoolTime, smtpSink } from "./help/mail.ts";
import { byHand, ok, refused } from "./help/matches.ts";
import { later, propose } from "./help/meetings.ts";
import { inForce } from "./help/relationships.ts";
import { openWorld } from "./help/world.ts";

test("a mail server gets the entry as an invitation that calendars take up", async () => {
  const sink = await smtpSink();
  const world = await openWorld("smtp");
  const id = await inForce(world, "amara", "tomas", "advising");
  const { deliver, close } = smtp(sink.url, "Guidance <guidance@example.edu>");
  const { send } = postOf(world, { deliver });
  ok(await propose(world, "amara", id, later(24 * 20)));
  await send(schoolTime("12:00", 1));
  close();
  const raw = sink.taken.find((mail) => mail.includes("To: tomas@"))!;
  assert.match(raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  assert.equal(sink.taken.filter((mail) => mail.includes("text/calendar")).length, 2);
});

test("the demo's mailbox shows a mail as it would leave: with its calendar entry, and with links that act", async () => {
  const world = await openWorld("boxed");
  const id = await inForce(world, "amara", "tomas", "coaching");
  refused(await world.ask("tomas", "GET", "/mailbox"), 404, "demo.mailbox");
  await byHand(world, (admin) => admin`update schools set demo = true`);
  const proposed = ok(await propose(world, "amara", id, later(24 * 20)));
  const boxed = ok(await world.ask("tomas", "GET", "/mailbox")).items as {
    to: string;
    calendar: string;
    text: string;
  }[];
  const [mine, theirs] = ["tomas", "amara"].map((who) =>
    boxed.find(({ to, calendar }) => to.includes(`<${who}@`) && calendar !== null),
  );
  assert.match(mine!.calendar, /^METHOD:REQUEST[^]*^UID:/m);
  assert.doesNotMatch(theirs!.text, /To confirm the time/);
  const [, token] = /To confirm the time without signing in:\n\S+\/act\/(\S+)/.exec(mine!.text)!;
  ok(await world.ask(null, "POST", `/acts/${token}`));
  assert.equal(ok(await world.ask("amara", "GET", `/meetings/${proposed.meetingId}`)).state, "confirmed");
});
