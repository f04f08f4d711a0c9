// How people get in: offices and invitations, which an administrator gives; sessions, keys and passkeys, which are one's own.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { capabilities, offices } from "./roles.ts";

export const HeldOffice = z.object({
  officeId: Id,
  office: z.enum(offices),
  since: Instant,
  /** Null: from the founding. */
  givenBy: z.string().nullable(),
});
export type HeldOffice = z.infer<typeof HeldOffice>;

/** For who manages access: never a secret, and never when somebody was here. */
export const Access = z.object({
  personId: Id,
  name: z.string(),
  email: z.string(),
  leftOn: Day.nullable(),
  hasPassword: z.boolean(),
  passkeys: z.number().int(),
  /** While an invitation can still be opened. */
  invitedUntil: Instant.nullable(),
  offices: z.array(HeldOffice),
});
export type Access = z.infer<typeof Access>;

export const OwnSession = z.object({
  sessionId: Id,
  kind: z.enum(["browser", "key"]),
  label: z.string(),
  /** What a key carries at the most; null for a sign-in, which carries everything. */
  capabilities: z.array(z.enum(capabilities)).nullable(),
  /** A key that changes nothing. */
  readsOnly: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  isThisOne: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnPasskey = z.object({ passkeyId: Id, label: z.string(), createdAt: Instant });
export type OwnPasskey = z.infer<typeof OwnPasskey>;

/** In the form in which browsers take and give it; the library checks what is inside. */
export const Ceremony = z.looseObject({});
export const CeremonyAnswer = z.looseObject({
  id: z.string().min(1).max(2000),
  response: z.looseObject({ clientDataJSON: z.string().max(20_000) }),
});
