// A mail server of the test's own that keeps what it takes, and the outbox in front of it.
import { type AddressInfo, createServer } from "node:net";
import { after } from "node:test";
import { SMTPServer } from "smtp-server";
import type { Message } from "../../src/mail/delivery.ts";
import { type Post, sendDue } from "../../src/mail/jobs.ts";
import { invitationPath } from "../../src/mail/path-jobs.ts";
import { meetingEnclosures, meetingPaths } from "../../src/meetings/mail-jobs.ts";
import { byHand } from "./matches.ts";
import type { World } from "./world.ts";

export const origin = "https://guidance.example.edu";

/** A worker over a world whose mails end in `box`; its clock stands at `now` until the test moves it. */
export function postOf(
  world: Pick<World, "door">,
  given: Partial<Post> = {},
): { box: Message[]; send(now?: Date): Promise<number> } {
  const box: Message[] = [];
  const clock = { now: new Date() };
  const post: Post = {
    door: world.door,
    origin,
    paths: { invitation: invitationPath, ...meetingPaths },
    enclosures: meetingEnclosures,
    from: "Guidance <guidance@example.edu>",
    now: () => clock.now,
    deliver: (message) => {
      box.push(message);
      return Promise.resolve(null);
    },
    ...given,
  };
  return {
    box,
    send: (now = new Date()) => {
      clock.now = now;
      return sendDue(post);
    },
  };
}

/** The instant at which it is this time of day at the worlds' school, `days` from today. */
export function schoolTime(hour: string, days = 0): Date {
  const timeZone = "America/New_York";
  const day = new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", { timeZone });
  const asUtc = Date.parse(`${day}T${hour}:00Z`);
  const seen = new Date(asUtc).toLocaleString("sv-SE", { timeZone });
  return new Date(asUtc + (asUtc - Date.parse(`${seen.replace(" ", "T")}Z`)));
}

export const mailsOf = (world: World, who: string) =>
  byHand(
    world,
    (admin) => admin<{ kind: string; state: string; fault: string | null; tries: number; key: string }[]>`
      select kind, state, fault, tries, key from mails where person_id = ${world.people[who]!.personId} order by made_at, key`,
  );

export interface Sink {
  url: string;
  /** Raw, each time that one was accepted. */
  taken: string[];
}

/** An SMTP server on a free port, in the clear; `answer` may refuse or break off. With a password it knows whoever has it. */
export async function smtpSink(
  answer: (address: string) => Error | null = () => null,
  password?: string,
): Promise<Sink> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", ...(password === undefined ? ["AUTH"] : [])],
    allowInsecureAuth: true,
    onAuth: (given, _session, done) =>
      given.password === password ? done(null, { user: given.username }) : done(new Error("no")),
    onRcptTo: ({ address }, _session, done) => done(answer(address)),
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        taken.push(Buffer.concat(pieces).toString("utf8"));
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${port}`, taken };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
