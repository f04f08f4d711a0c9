// Handlers of the ways in that the steward keeps: passkeys, and changing a password.
import { Refusal } from "../core/refusal.ts";
import type { Door } from "../db/door.ts";
import { NoSession, type Route, serveOpen } from "../http/serve.ts";
import { ownHolder, refuseKey } from "./access-store.ts";
import {
  addPasskey,
  beginInvitedPasskey,
  beginPasskey,
  beginPasskeySignIn,
  changePassword,
  signInWithPasskey,
} from "./own-contract.ts";
import { challengeIn, type NewPasskey, registered, registrationFor, signedIn, signInFor, unfit } from "./passkey.ts";
import { addChallenge, findCredential, insertPasskey, setCounter, theHolder, useChallenge } from "./passkey-store.ts";
import { hashOfPassword, passwordFits } from "./secrets.ts";
import { passwordRefusal } from "./sign-in.ts";
import {
  type AttemptKey,
  countAttempt,
  endOtherSessions,
  findInvited,
  forgetAttempt,
  invitationAbsent,
  openSession,
  passwordOf,
  type PersonKey,
  setPassword,
  triesOf,
} from "./steward-store.ts";

const done = { done: true } as const;

export const passkeyRoutes: Route[] = [
  serveOpen(beginPasskey, async ({ door, secret, origin }) => {
    const { own } = await inPerson(door, secret);
    return registration(door, origin, own);
  }),

  serveOpen(addPasskey, async ({ door, secret, origin, body: { label, answer } }) => {
    const { own } = await inPerson(door, secret);
    const passkey = await checkedPasskey(door, origin, own, answer, label);
    await door.asSteward((tx) => insertPasskey(tx, own, passkey));
    return done;
  }),

  serveOpen(beginInvitedPasskey, async ({ door, origin, params, address }) => {
    const keys = triesOf(address);
    await door.asSteward((tx) => countAttempt(tx, keys));
    const invited = await door.asSteward(async (tx) => {
      const found = await findInvited(tx, params.secret);
      if (found !== null) await forgetAttempt(tx, keys);
      return found;
    });
    if (invited === null) throw invitationAbsent();
    return registration(door, origin, invited);
  }),

  serveOpen(beginPasskeySignIn, async ({ door, origin }) => {
    const options = await signInFor(origin);
    await door.asSteward((tx) => addChallenge(tx, options.challenge, null));
    return { ...options };
  }),

  serveOpen(signInWithPasskey, async ({ door, origin, address, device, body: { answer }, setSession }) => {
    const keys = triesOf(address);
    await door.asSteward((tx) => countAttempt(tx, keys));
    const challenge = challengeIn(answer);
    const credential = await door.asSteward(async (tx) =>
      (await useChallenge(tx, challenge, null)) ? findCredential(tx, answer.id) : null,
    );
    if (credential === null) throw unfit();
    const counter = await signedIn(origin, answer, challenge, { id: answer.id, ...credential });
    setSession(
      await door.asSteward(async (tx) => {
        await setCounter(tx, answer.id, counter);
        await forgetAttempt(tx, keys);
        return openSession(tx, credential, `${device}, with a passkey`);
      }),
    );
    return done;
  }),

  serveOpen(changePassword, async ({ door, secret, body: { before, password } }) => {
    const { own, held } = await inPerson(door, secret);
    const keys: AttemptKey[] = [{ by: "account", key: `password ${own.personId}` }];
    await door.asSteward((tx) => countAttempt(tx, keys));
    const hash = await door.asSteward((tx) => passwordOf(tx, own));
    if (hash !== null && !(await passwordFits(before ?? "", hash)))
      throw new Refusal("forbidden", "password.before", "That is not your password.", [
        { field: "before", because: "Type the password that you have now." },
      ]);
    const { name, school, email } = await door.asSteward((tx) => theHolder(tx, own));
    const refusal = passwordRefusal(password, [name, school, email.split("@")[0] ?? ""]);
    if (refusal !== null) throw refusal;
    const next = await hashOfPassword(password);
    await door.asSteward(async (tx) => {
      await setPassword(tx, own, next);
      await endOtherSessions(tx, own, held);
      await forgetAttempt(tx, keys);
    });
    return done;
  }),
];

/** The passkey that answers a challenge of this person's, checked and not kept yet. */
export async function checkedPasskey(
  door: Door,
  origin: string,
  person: PersonKey,
  answer: { response: { clientDataJSON: string } },
  label: string,
): Promise<NewPasskey> {
  const challenge = challengeIn(answer);
  if (!(await door.asSteward((tx) => useChallenge(tx, challenge, person)))) throw unfit();
  return registered(origin, answer, challenge, label);
}

async function registration(door: Door, origin: string, person: PersonKey) {
  const holder = await door.asSteward((tx) => theHolder(tx, person));
  const options = await registrationFor(origin, holder);
  await door.asSteward((tx) => addChallenge(tx, options.challenge, person));
  return { ...options };
}

/** A key opens no way in to anybody: for it this is as closed as for a stranger. */
async function inPerson(door: Door, secret: string | null): Promise<{ own: PersonKey; held: string }> {
  const own = secret === null ? null : await door.asSession(secret, ownHolder);
  if (secret === null || own === null) throw new NoSession();
  refuseKey(own);
  return { own, held: secret };
}
