// Signed links: what a mail lets its reader do without signing in. A link is made of a mail, an act and a last moment, and
// of a seal that only the server's own key makes; so it is kept nowhere, and fits nothing else.
import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import { isChosen } from "./kinds.ts";

export interface Signed {
  mailId: string;
  /** The act's name. */
  act: string;
  /** In seconds since 1970. */
  until: number;
}

/** What the key is drawn for. */
export const linkPurpose = "signed links in mail";

/** To turn off what came in a mail. */
export const stop = "stop";

const actDays = 30;
const stopDays = 90;

/** Whose links these are: the server's key, where people reach it, and the moment, in seconds since 1970. */
export interface Linking {
  key: KeyObject;
  origin: string;
  now: number;
}

/** The address that does this with a mail. */
export function linkTo(act: string, mailId: string, { key, origin, now }: Linking): string {
  const until = Math.floor(now) + (act === stop ? stopDays : actDays) * 86_400;
  return `${origin}/act/${tokenOf(key, { mailId, act, until })}`;
}

/** The address that turns off what these mails of one message are about; null where nobody may. */
export function stopLinkOf(mails: readonly { mailId: string; kind: string }[], linking: Linking): string | null {
  const first = mails.find(({ kind }) => isChosen(kind));
  return first === undefined ? null : linkTo(stop, first.mailId, linking);
}

export function tokenOf(key: KeyObject, { mailId, act, until }: Signed): string {
  const said = [mailId.replaceAll("-", ""), until.toString(36), act].join(".");
  return `${said}.${seal(key, said)}`;
}

/** Null for whatever this key has not sealed, and for what is out of date at `now` (seconds since 1970). */
export function signedIn(key: KeyObject, token: string, now: number): Signed | null {
  const [, said, mail, last, act, told] =
    /^(([\da-f]{32})\.([\da-z]{1,10})\.([a-z-]{1,40}))\.([\w-]{43})$/.exec(token) ?? [];
  if (said === undefined || mail === undefined || last === undefined || act === undefined || told === undefined)
    return null;
  if (!timingSafeEqual(Buffer.from(told), Buffer.from(seal(key, said)))) return null;
  const until = Number.parseInt(last, 36);
  return until < now ? null : { mailId: dashed(mail), act, until };
}

function seal(key: KeyObject, said: string): string {
  return createHmac("sha256", key).update(said).digest("base64url");
}

function dashed(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
