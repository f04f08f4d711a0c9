// Following a signed link. Wrong, used, out of date and somebody else's read the same.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import type { Door, Tx } from "../db/door.ts";
import { readWhole, type Route, serveOpen } from "../http/serve.ts";
import { type ActField, doAct, getAct } from "./act-contract.ts";
import { findSignedMail, type SignedMail, turnOff, useAct } from "./act-store.ts";
import { isChosen, kindOf } from "./kinds.ts";
import { linkPurpose, signedIn, stop } from "./link.ts";

/** Something that a signed link can do, as the server itself: whoever holds the link need not be signed in. */
export interface Act<Said extends z.ZodObject = z.ZodObject> {
  name: string;
  /** What is asked before it is done, and the word on the button. It names nobody. */
  asks(mail: SignedMail): { question: string; button: string };
  /** What can be said with it; nothing of it comes out of a record, since whoever holds the link sees it. */
  fields: readonly ActField[];
  /** The shape of what was said. */
  said: Said;
  /** Does it, and says so. */
  run(tx: Tx, mail: SignedMail, said: z.output<Said>): Promise<string>;
}

/** Of an act with which nothing else is said. */
export const wordless = { fields: [], said: z.object({}) };

/** No more mail of the kinds that came in this message. */
export const stopAct: Act = {
  ...wordless,
  name: stop,
  asks: (mail) => ({ question: `No more mail about this: ${namesOf(mail)}?`, button: "No more of this mail" }),
  run: async (tx, mail) => {
    await turnOff(tx, mail, choosable(mail));
    return "You get no more mail about this. You can turn it on again under Your account.";
  },
};

const choosable = (mail: SignedMail): string[] => mail.kinds.filter(isChosen);

function namesOf(mail: SignedMail): string {
  return choosable(mail)
    .map((kind) => kindOf(kind).name.toLowerCase())
    .join("; ");
}

export function actRoutes(acts: readonly Act[]): Route[] {
  return [
    serveOpen(getAct, ({ door, params: { token } }) =>
      door.asSteward(async (tx) => {
        const { act, mail } = await theSigned(door, tx, acts, token);
        return { ...act.asks(mail), fields: [...act.fields] };
      }),
    ),

    serveOpen(doAct, ({ door, params: { token }, body = {} }) =>
      door.asSteward(async (tx) => {
        const { act, mail } = await theSigned(door, tx, acts, token);
        const said = readWhole(act.said, body);
        await useAct(tx, mail, act.name);
        return { done: await act.run(tx, mail, said) };
      }),
    ),
  ];
}

async function theSigned(
  door: Door,
  tx: Tx,
  acts: readonly Act[],
  token: string,
): Promise<{ act: Act; mail: SignedMail }> {
  const signed = signedIn(door.keyFor(linkPurpose), token, Date.now() / 1000);
  const act = acts.find(({ name }) => name === signed?.act);
  const mail = signed === null || act === undefined ? null : await findSignedMail(tx, signed.mailId, act.name);
  if (act === undefined || mail === null)
    throw new Refusal("conflict", "act.used", "This link has been used or is out of date. Sign in to do it there.");
  return { act, mail };
}
