// One's own ways in: where one is signed in, passkeys, the password, and API keys.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Id, Instant } from "../core/shapes.ts";
import { Ceremony, CeremonyAnswer, OwnPasskey, OwnSession } from "./access.ts";
import { capabilities } from "./roles.ts";
import { keyDaysMost, passwordLengthMost } from "./sign-in.ts";

const Done = z.object({ done: z.literal(true) });
const params = z.object({ id: Id });
const Label = z
  .string()
  .trim()
  .min(1, "Give it a name, so that you know it again.")
  .max(80, "Keep it to 80 characters.");
const Password = z
  .string()
  .min(1, "Type a password.")
  .max(passwordLengthMost, `At most ${passwordLengthMost} characters.`);

export const listOwnSessions = endpoint({
  method: "GET",
  path: "/account/sessions",
  summary: "Where you are signed in, and your API keys",
  may: "take part",
  reply: z.object({ items: z.array(OwnSession) }),
});

export const endOwnSession = endpoint({
  method: "DELETE",
  path: "/account/sessions/:id",
  summary: "Sign out somewhere else, or end an API key",
  may: "take part",
  params,
  reply: Done,
});

export const addKey = endpoint({
  method: "POST",
  path: "/account/keys",
  summary: "Make an API key that carries a part of what your offices allow, and may only read; it is shown once",
  may: "take part",
  isShownOnce: true,
  body: z.object({
    label: Label,
    capabilities: z.array(z.enum(capabilities)),
    /** It reads what it may, and answers, signs and changes nothing. */
    readsOnly: z.boolean().default(false),
    days: z.number().int().min(1, "At least one day.").max(keyDaysMost, `At most ${keyDaysMost} days.`),
  }),
  reply: z.object({ secret: z.string(), until: Instant }),
});

export const listOwnPasskeys = endpoint({
  method: "GET",
  path: "/account/passkeys",
  summary: "Your passkeys",
  may: "take part",
  reply: z.object({ items: z.array(OwnPasskey), hasPassword: z.boolean() }),
});

export const beginPasskey = endpoint({
  method: "POST",
  path: "/account/passkeys/challenge",
  summary: "Begin adding a passkey: what your browser needs for it",
  may: "take part",
  reply: Ceremony,
});

export const addPasskey = endpoint({
  method: "POST",
  path: "/account/passkeys",
  summary: "Add the passkey that your browser made",
  may: "take part",
  body: z.object({ label: Label, answer: CeremonyAnswer }),
  reply: Done,
});

export const dropPasskey = endpoint({
  method: "DELETE",
  path: "/account/passkeys/:id",
  summary: "Take a passkey away; your last way in stays",
  may: "take part",
  params,
  reply: Done,
});

export const changePassword = endpoint({
  method: "PUT",
  path: "/account/password",
  summary: "Change your password, or set a first one; you are signed out everywhere else",
  may: "take part",
  body: z.object({ before: Password.optional(), password: Password }),
  reply: Done,
});

export const beginPasskeySignIn = endpoint({
  method: "POST",
  path: "/sessions/passkey/challenge",
  summary: "Begin signing in with a passkey",
  may: "anyone",
  reply: Ceremony,
});

export const signInWithPasskey = endpoint({
  method: "POST",
  path: "/sessions/passkey",
  summary: "Sign in with a passkey",
  may: "anyone",
  body: z.object({ answer: CeremonyAnswer }),
  reply: Done,
});

export const beginInvitedPasskey = endpoint({
  method: "POST",
  path: "/invitations/:secret/challenge",
  summary: "Begin opening an account with a passkey instead of a password",
  may: "anyone",
  params: z.object({ secret: z.string().min(20).max(200) }),
  reply: Ceremony,
});
