// Signing in and out, and one's own account.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { CeremonyAnswer } from "./access.ts";
import { Account } from "./account.ts";
import { passwordLengthMost } from "./sign-in.ts";

const Done = z.object({ done: z.literal(true) });
const Password = z
  .string()
  .min(1, "Type your password.")
  .max(passwordLengthMost, `Use at most ${passwordLengthMost} characters.`);
const Secret = z.string().min(20).max(200);

export const getAccount = endpoint({
  method: "GET",
  path: "/me",
  summary: "Who you are here, and what your offices allow",
  may: "take part",
  reply: Account,
});

export const signIn = endpoint({
  method: "POST",
  path: "/sessions",
  summary: "Sign in with a password",
  may: "anyone",
  body: z.object({
    school: z.string().max(40).optional(),
    email: z.string().trim().min(3, "Type your email address.").max(320),
    password: Password,
  }),
  reply: Done,
});
export const signOut = endpoint({
  method: "DELETE",
  path: "/sessions/current",
  summary: "Sign out here",
  may: "anyone",
  reply: Done,
});
export const signOutEverywhere = endpoint({
  method: "DELETE",
  path: "/sessions",
  summary: "Sign out everywhere",
  may: "take part",
  reply: Done,
});

export const getInvitation = endpoint({
  method: "GET",
  path: "/invitations/:secret",
  summary: "Whom an invitation link is for",
  may: "anyone",
  params: z.object({ secret: Secret }),
  reply: z.object({ givenName: z.string(), familyName: z.string(), email: z.string(), school: z.string() }),
});
export const acceptInvitation = endpoint({
  method: "POST",
  path: "/invitations/:secret/acceptance",
  summary: "Set a password or a passkey and sign in for the first time; other sign-ins of yours end",
  may: "anyone",
  params: z.object({ secret: Secret }),
  body: z
    .object({ password: Password.optional(), passkey: CeremonyAnswer.optional() })
    .refine(({ password, passkey }) => (password === undefined) !== (passkey === undefined), {
      path: ["password"],
      error: "Choose a password, or use a passkey.",
    }),
  reply: Done,
});
