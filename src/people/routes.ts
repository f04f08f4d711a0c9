// Handlers of signing in and of one's own account.
import { granted, Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import { NoSession, type Route, serve, serveOpen } from "../http/serve.ts";
import { acceptInvitation, getAccount, getInvitation, signIn, signOut, signOutEverywhere } from "./contract.ts";
import { checkedPasskey } from "./passkey-routes.ts";
import { insertPasskey } from "./passkey-store.ts";
import { hashOfPassword, passwordFits } from "./secrets.ts";
import { ownHolder, refuseKey } from "./access-store.ts";
import { passwordRefusal } from "./sign-in.ts";
import {
  type AttemptKey,
  countAttempt,
  endOtherSessions,
  endSession,
  findInvited,
  forgetAttempt,
  holdersOf,
  invitationAbsent,
  type Invited,
  openSession,
  setPassword,
  triesOf,
  useInvitation,
} from "./steward-store.ts";
import { theAccount } from "./store.ts";

const done = { done: true } as const;

export const accountRoutes: Route[] = [
  serve(getAccount, ({ tx, me }) => theAccount(tx, me)),

  serveOpen(signIn, async ({ door, body: { email, school, password }, address, device, setSession }) => {
    const keys: AttemptKey[] = [
      { by: "account", key: `account ${school ?? ""} ${email.toLowerCase()}` },
      ...triesOf(address),
    ];
    // Counted in a transaction of its own, so that a refused try counts too.
    await door.asSteward((tx) => countAttempt(tx, keys));
    const holders = await door.asSteward((tx) => holdersOf(tx, email, school));
    const fitting = [];
    for (const holder of holders.length > 0 ? holders : [null])
      if (await passwordFits(password, holder?.hash ?? null)) fitting.push(holder);
    const [holder] = fitting;
    if (!holder)
      throw new Refusal("forbidden", "sign-in.wrong", "The email address and the password do not belong together.");
    setSession(
      await door.asSteward(async (tx) => {
        await forgetAttempt(tx, keys);
        return openSession(tx, holder, device);
      }),
    );
    return done;
  }),

  serveOpen(signOut, async ({ door, secret, setSession }) => {
    if (secret !== null) await door.asSteward((tx) => endSession(tx, secret));
    setSession(null);
    return done;
  }),

  serveOpen(signOutEverywhere, async ({ door, secret, setSession }) => {
    const own = secret === null ? null : await door.asSession(secret, ownHolder);
    if (secret === null || own === null) throw new NoSession();
    refuseKey(own);
    await door.asSteward((tx) => endOtherSessions(tx, own, null));
    setSession(null);
    return done;
  }),

  serveOpen(getInvitation, async ({ door, params, address }) => {
    const keys = triesOf(address);
    await door.asSteward((tx) => countAttempt(tx, keys));
    return door.asSteward(async (tx) => {
      const invited = await theInvited(tx, params.secret);
      await forgetAttempt(tx, keys);
      return invited;
    });
  }),

  serveOpen(acceptInvitation, async ({ door, origin, device, params: { secret }, body, setSession }) => {
    const invited = await door.asSteward((tx) => theInvited(tx, secret));
    const hash = body.password === undefined ? null : await theHash(body.password, invited);
    const passkey =
      body.passkey === undefined ? null : await checkedPasskey(door, origin, invited, body.passkey, device);
    setSession(
      await door.asSteward(async (tx) => {
        await useInvitation(tx, secret);
        if (hash !== null) await setPassword(tx, invited, hash);
        if (passkey !== null) await insertPasskey(tx, invited, passkey);
        await endOtherSessions(tx, invited, null);
        return openSession(tx, invited, `${device}, by invitation`);
      }),
    );
    return done;
  }),
];

async function theHash(password: string, { givenName, familyName, school, email }: Invited): Promise<string> {
  const refusal = passwordRefusal(password, [givenName, familyName, school, email.split("@")[0] ?? ""]);
  if (refusal !== null) throw refusal;
  return hashOfPassword(password);
}

async function theInvited(tx: Tx, secret: string): Promise<Invited> {
  return granted((await findInvited(tx, secret)) ?? invitationAbsent());
}
