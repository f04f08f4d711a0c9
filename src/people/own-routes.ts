// Handlers of one's own sessions, keys and passkeys.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import {
  endOwn,
  hasOwnPassword,
  insertKey,
  ownHolder,
  ownPasskeys,
  ownSessions,
  refuseKey,
  removePasskey,
  untilDays,
} from "./access-store.ts";
import { addKey, dropPasskey, endOwnSession, listOwnPasskeys, listOwnSessions } from "./own-contract.ts";
import { newSecret } from "./secrets.ts";

const done = { done: true } as const;

export const ownRoutes: Route[] = [
  serve(listOwnSessions, async ({ tx, me }) => ({ items: await ownSessions(tx, me) })),

  serve(endOwnSession, async ({ tx, params: { id } }) => {
    if ((await endOwn(tx, id)) === 0)
      throw new Refusal("absent", "session.absent", "You are not signed in there any more.");
    return done;
  }),

  serve(addKey, async ({ tx, body }) => {
    const own = await ownHolder(tx);
    if (own !== null) refuseKey(own);
    const secret = newSecret();
    await insertKey(tx, body, secret);
    return { secret, until: untilDays(body.days) };
  }),

  serve(listOwnPasskeys, async ({ tx, me }) => ({
    items: await ownPasskeys(tx),
    hasPassword: await hasOwnPassword(tx, me),
  })),

  serve(dropPasskey, async ({ tx, params: { id } }) => {
    if ((await removePasskey(tx, id)) === 0)
      throw new Refusal("absent", "passkey.absent", "There is no such passkey of yours.");
    return done;
  }),
];
