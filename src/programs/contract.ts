// The three charters: open to everyone in the school, acknowledged by both sides.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Charter, DutyRule } from "./charter.ts";
import { Program } from "./program.ts";

const Readers = z.object({ learners: z.number().int(), educators: z.number().int() });

export const CharterNow = z.object({
  program: Program,
  inForce: Charter,
  /** The newest version; the same as `inForce` unless one is still to come. */
  newest: Charter,
  /** The program's rules of the wall, as the newest ruleset has them. */
  rules: z.array(DutyRule),
  /** Whether the asker acknowledged the version in force. */
  acknowledged: z.boolean(),
  /** How many acknowledged it; null for who may not see that. */
  readers: Readers.nullable(),
});
export type CharterNow = z.infer<typeof CharterNow>;

export const listCharters = endpoint({
  method: "GET",
  path: "/charters",
  summary: "The charters of the three programs: in force today, and the newest",
  may: "take part",
  reply: z.array(CharterNow),
});

export const listVersions = endpoint({
  method: "GET",
  path: "/charters/:program/versions",
  summary: "Every version of a charter, newest first",
  may: "take part",
  params: z.object({ program: Program }),
  reply: z.array(Charter),
});

export const acknowledgeCharter = endpoint({
  method: "POST",
  path: "/charters/:program/acknowledgement",
  summary: "Say that you have read the charter in force",
  may: "take part",
  params: z.object({ program: Program }),
  body: z.object({ version: z.number().int().min(1) }),
  reply: z.object({ done: z.literal(true) }),
});
