// What becomes of a message that does not leave, and of one whose server died before it could note that it had.
import assert from "node:assert/strict";
import { test } from "node:test";
import { retryMinutes } from "../src/mail/delivery.ts";
import { smtp } from "../src/mail/smtp-jobs.ts";
import { byHand, ok } from "./help/matches.ts";
import { mailsOf, postOf, schoolTime, smtpSink } from "./help/mail.ts";
import { openWorld } from "./help/world.ts";

const world = await openWorld("faults");
const noon = schoolTime("12:00", 1);
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const from = "Guidance <guidance@example.edu>";
const idIn = (raw: string) => /^Message-ID: (\S+)/im.exec(raw)?.[1];

async function due(who: string, key: string): Promise<void> {
  await byHand(
    world,
    (admin) => admin`insert into mails (school_id, person_id, kind, key)
      values (${world.schoolId}, ${world.people[who]!.personId}, 'request', ${key})`,
  );
}

test("a server that dies after the mail server's yes leaves a message that goes again under its id, and no third time", async () => {
  const sink = await smtpSink();
  const mailer = smtp(sink.url, from);
  await due("amara", "gap");
  const dying = postOf(world, {
    deliver: async (message) => {
      await mailer.deliver(message);
      throw new Error("killed");
    },
  });
  await assert.rejects(dying.send(noon), /killed/);
  const next = postOf(world, { deliver: mailer.deliver });
  assert.equal(await next.send(after(4)), 0, "while the lease lasts it is nobody else's");
  assert.equal(await next.send(after(6)), 1);
  assert.equal(await next.send(after(60)), 0);
  mailer.close();
  assert.equal(sink.taken.length, 2);
  assert.equal(new Set(sink.taken.map(idIn)).size, 1);
  assert.deepEqual(
    (await mailsOf(world, "amara")).map(({ state }) => state),
    ["sent"],
  );
});

test("an address that is refused is told to who gives access, without what it was about, and goes once it is mended", async () => {
  let refuses = true;
  const no = Object.assign(new Error("5.1.1 unknown"), { responseCode: 550 });
  const sink = await smtpSink(() => (refuses ? no : null));
  const mailer = smtp(sink.url, from);
  const { send } = postOf(world, { deliver: mailer.deliver });
  await due("noah", "refused");
  await send(noon);
  const flow = ok(await world.ask("ada", "GET", "/mail"));
  assert.equal(flow.dead.length, 1);
  const { messageId, triedAt, ...told } = flow.dead[0];
  assert.ok(triedAt);
  assert.deepEqual(told, {
    personId: world.people.noah!.personId,
    name: "Noah Example",
    email: "noah@faults.example.edu",
    fault: "refused",
  });
  for (const who of ["marisol", "noah", "dana"]) assert.equal((await world.ask(who, "GET", "/mail")).status, 403, who);
  assert.equal(await send(after(10_000)), 0, "it is not tried again by itself");
  refuses = false;
  assert.deepEqual(ok(await world.ask("ada", "POST", "/mail/retries", { messageIds: [messageId] })).dead, []);
  assert.equal(await send(noon), 1);
  mailer.close();
});

test("a mail server that is away is not asked for each message, and asked again later", async () => {
  const mailer = smtp("smtp://127.0.0.1:9", from);
  let asked = 0;
  const { send } = postOf(world, {
    deliver: (message) => {
      asked++;
      return mailer.deliver(message);
    },
  });
  for (let n = 0; n < 20; n++) await due("grace", `away ${n}`);
  await send(noon);
  mailer.close();
  assert.ok(asked <= 4, String(asked));
  const waiting = await mailsOf(world, "grace");
  assert.ok(waiting.every(({ state, fault, tries }) => state === "due" && fault === "unreachable" && tries === 1));
  assert.deepEqual(ok(await world.ask("ada", "GET", "/mail")).faults, ["unreachable"]);
  const { send: later } = postOf(world);
  assert.equal(await later(noon), 0);
  assert.equal(await later(after(2)), 20);
});

test("tries come later each time, and end", () => {
  const delays = Array.from({ length: 12 }, (_, at) => retryMinutes(at + 1, "busy"));
  assert.deepEqual(delays, [1, 4, 16, 64, 256, 360, 360, 360, 360, 360, 360, null]);
  assert.equal(retryMinutes(1, "refused"), null);
});
