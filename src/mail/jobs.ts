// The worker that empties the outbox. Each server may run one: what one has claimed, the others leave alone. A server that
// dies between a mail server's yes and our mark of it sends that message again, under the same Message-ID.
import { setTimeout as wait } from "node:timers/promises";
import type { Door, Tx } from "../db/door.ts";
import { type Calendar, type Deliver, type Fault, isOfServer, type Message, retryMinutes } from "./delivery.ts";
import { kindOf } from "./kinds.ts";
import { type Linking, linkPurpose, linkTo, stopLinkOf } from "./link.ts";
import { claim, leaseMinutes, markDropped, markFailed, markSent, type Parcel } from "./outbox-store.ts";
import { textOf, type Told } from "./text.ts";

/** What a mail is about, for those kinds whose address is made only when it leaves. */
export interface Leaving {
  tx: Tx;
  door: Door;
  schoolId: string;
  personId: string;
  aboutId: string;
}

/** The path to open; null when there is nothing left to say. It answers the same when it is asked again. */
export type PathOf = (leaving: Leaving) => Promise<string | null>;

/** What goes with a mail besides its words: an entry for a calendar, and acts that need no signing in. */
export interface Enclosed {
  calendar?: Calendar;
  acts?: readonly { name: string; words: string }[];
}

/** `from` is the address that mail comes from. */
export type Enclose = (
  leaving: Pick<Leaving, "tx" | "schoolId"> & { mailId: string; from: string },
) => Promise<Enclosed>;

export interface Post {
  door: Door;
  /** Where people reach this server: scheme and host. */
  origin: string;
  deliver: Deliver;
  paths: Readonly<Record<string, PathOf>>;
  enclosures?: Readonly<Record<string, Enclose>>;
  /** The address that mail comes from, such as Guidance <guidance@example.edu>. */
  from?: string;
  /** The clock of timed work; the database's where there is none. */
  now?: () => Date;
}

const atOnce = 4;

/** Sends what is due, once; how many messages left. */
export async function sendDue(post: Post): Promise<number> {
  const { door } = post;
  const now = post.now?.() ?? null;
  const begun = performance.now();
  const parcels = await door.asSteward((tx) => claim(tx, now));
  let sent = 0;
  let trouble: Fault | null = null;
  const work = async () => {
    for (let parcel = parcels.shift(); parcel !== undefined; parcel = parcels.shift()) {
      // What the lease would not cover any more is somebody else's soon.
      if (performance.now() - begun > (leaseMinutes - 2) * 60_000) return;
      const outcome: Fault | "sent" | "dropped" = trouble ?? (await sendOne(post, parcel, now));
      if (outcome === "sent") sent++;
      else if (outcome !== "dropped") {
        if (isOfServer(outcome)) trouble = outcome;
        const minutes = retryMinutes(parcel.tries + 1, outcome);
        await door.asSteward((tx) => markFailed(tx, parcel, outcome, minutes, now));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return sent;
}

async function sendOne(post: Post, parcel: Parcel, now: Date | null): Promise<Fault | "sent" | "dropped"> {
  const message = await messageOf(post, parcel, now);
  if (message === null) return "dropped";
  const fault = await post.deliver(message);
  if (fault !== null) return fault;
  await post.door.asSteward((tx) => markSent(tx, parcel, now));
  return "sent";
}

/** Null when nothing is left to say. */
async function messageOf(post: Post, parcel: Parcel, now: Date | null): Promise<Message | null> {
  const { door, origin } = post;
  const linking = { key: door.keyFor(linkPurpose), origin, now: (now?.getTime() ?? Date.now()) / 1000 };
  const told = await door.asSteward((tx) => toldIn(tx, post, parcel, linking));
  const [first] = told;
  if (first === undefined) return null;
  const stopLink = stopLinkOf(told, linking);
  const frame = { origin, stopLink };
  const { subject, text } = textOf(told, parcel.digestOn !== null, frame);
  return {
    messageId: `<${parcel.messageId}@${new URL(origin).hostname}>`,
    to: parcel.email,
    subject,
    text,
    ...(parcel.digestOn === null && first.calendar ? { calendar: first.calendar } : {}),
    headers: { "Auto-Submitted": "auto-generated", ...(stopLink === null ? {} : stopHeaders(stopLink)) },
  };
}

/** One press in the reader's own mail program (RFC 8058). */
const stopHeaders = (link: string) => ({
  "List-Unsubscribe": `<${link}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** What the parcel has to say; a mail of it that has nothing to say any more is dropped. */
async function toldIn(tx: Tx, post: Post, parcel: Parcel, linking: Linking): Promise<Telling[]> {
  const { schoolId, personId } = parcel;
  const told: Telling[] = [];
  for (const mail of parcel.mails) {
    const { mailId, kind, aboutId } = mail;
    const make = post.paths[kind];
    const path =
      make === undefined || aboutId === null
        ? kindOf(kind).path(aboutId)
        : await make({ tx, door: post.door, schoolId, personId, aboutId });
    if (path === null) await markDropped(tx, { schoolId, mails: [mail] });
    else {
      const link = `${post.origin}${path}`;
      told.push({ mailId, kind, link, ...(await enclosedIn(post, kind, { tx, schoolId, mailId }, linking)) });
    }
  }
  return told;
}

type Telling = Told & { mailId: string; calendar?: Calendar };

/** What goes with one mail, its acts as links. */
export async function enclosedIn(
  post: Pick<Post, "origin" | "from" | "enclosures">,
  kind: string,
  leaving: Omit<Parameters<Enclose>[0], "from">,
  linking: Linking,
) {
  const from = post.from ?? `no-reply@${new URL(post.origin).hostname}`;
  const { calendar, acts = [] } = (await post.enclosures?.[kind]?.({ ...leaving, from })) ?? {};
  return {
    ...(calendar ? { calendar } : {}),
    acts: acts.map(({ name, words }) => ({ words, link: linkTo(name, leaving.mailId, linking) })),
  };
}

const tickMs = 5000;

/** Sends what is due, every few seconds, until it is told to stop; resolves when nothing is under way any more. */
export function startPost(post: Post, onBug: (error: unknown) => void): { stop(): Promise<void> } {
  const ending = new AbortController();
  const run = async () => {
    while (!ending.signal.aborted) {
      // A database that is away for a moment comes back; the next round finds what is due then.
      const sent = await sendDue(post).catch((error: unknown) => {
        onBug(error);
        return 0;
      });
      if (sent === 0) await wait(tickMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      ending.abort();
      return running;
    },
  };
}
