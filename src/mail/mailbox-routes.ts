// The demo's mailbox: each mail made as it is made when it leaves.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { type Route, serveOpen } from "../http/serve.ts";
import { findMe, theAccount } from "../people/store.ts";
import { getMailbox } from "./contract.ts";
import type { Shown } from "./flow.ts";
import { enclosedIn, type Post } from "./jobs.ts";
import { kindOf } from "./kinds.ts";
import { type Linking, linkPurpose, stopLinkOf } from "./link.ts";
import { demoMails } from "./store.ts";
import { textOf } from "./text.ts";

/** What goes with mails of some kinds is known to the slices that they are about. */
export const mailboxRoute = (enclosures: Post["enclosures"]): Route =>
  serveOpen(getMailbox, async ({ door, secret, origin }) => {
    const school = secret === null ? null : await door.asSession(secret, schoolOf);
    if (school?.demo !== true)
      throw new Refusal(
        "absent",
        "demo.mailbox",
        "Only the demo shows what it would mail. Real mail is read where it arrives.",
      );
    const linking = { key: door.keyFor(linkPurpose), origin, now: Date.now() / 1000 };
    const items = await door.asSteward((tx) => lettersOf(tx, { origin, enclosures }, linking));
    return { items };
  });

async function schoolOf(tx: Tx) {
  const me = await findMe(tx);
  return me === null ? null : (await theAccount(tx, me)).school;
}

/** The demo's mails as they would be sent, with their links and what they bring for a calendar. */
async function lettersOf(tx: Tx, post: Pick<Post, "origin" | "enclosures">, linking: Linking): Promise<Shown[]> {
  const letters: Shown[] = [];
  for (const { mails, isDigest, schoolId, ...shown } of await demoMails(tx)) {
    const told = [];
    for (const { mailId, kind, aboutId } of mails) {
      const link = `${post.origin}${kindOf(kind).path(aboutId)}`;
      told.push({ kind, link, ...(await enclosedIn(post, kind, { tx, schoolId, mailId }, linking)) });
    }
    const frame = { origin: post.origin, stopLink: stopLinkOf(mails, linking) };
    const calendar = isDigest ? null : (told[0]?.calendar?.text ?? null);
    letters.push({ ...shown, ...textOf(told, isDigest, frame), calendar });
  }
  return letters;
}
