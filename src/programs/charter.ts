// A charter: what a program promises, in one version. A new wording is a new version with its own first day.
import { z } from "zod";
import { granted, Refusal } from "../core/refusal.ts";
import { Day, Instant } from "../core/shapes.ts";
import { Program } from "./program.ts";

const Line = z.string().trim().min(1, "Write something, or take the line out.").max(400);

/** One ground rule that a new agreement starts from; the two may change its words. */
export const Clause = z.object({ key: z.string().regex(/^[a-z-]{2,40}$/), text: z.string().trim().min(1).max(2000) });
export type Clause = z.infer<typeof Clause>;

export const sides = ["advisor", "coach", "mentor", "support", "judge", "closed"] as const;
export type Side = (typeof sides)[number];
export const walls = ["role", "assessment", "observation"] as const;
export const duties = ["advises", "counsels", "coaches", "mentors", "assesses", "supervises", "conflicts"] as const;
export const Wall = z.enum(walls);
export type Wall = z.infer<typeof Wall>;
export const Duty = z.enum(duties);
export type Duty = z.infer<typeof Duty>;

/** Where a duty stands, and for how many days after its end it still keeps the other sides away. */
export const DutyRule = z.object({
  duty: Duty,
  wall: Wall,
  side: z.enum(sides),
  coolingDays: z.number().int().min(0).max(3650),
});
export type DutyRule = z.infer<typeof DutyRule>;

export const CharterBody = z.object({
  purpose: z.string().trim().min(1, "Say what the program is for.").max(2000),
  topicsIn: z.array(Line).max(40),
  topicsOut: z.array(Line).max(40),
  referTo: z.array(z.object({ topic: Line, to: Line })).max(40),
  /** A pair meets at least once in so many days. */
  cadenceDays: z.number().int("Use a whole number.").min(1, "Use 1 or more.").max(730, "Use at most 730."),
  hoursPerLearnerYear: z
    .number()
    .min(0, "Use 0 or more.")
    .max(200, "Use at most 200.")
    // A match of several programs counts whole hundredths.
    .refine((hours) => Math.abs(hours * 100 - Math.round(hours * 100)) < 1e-6, "Use at most two decimals."),
  /** Most learners for one educator, whatever their capacity says. */
  learnersMost: z.number().int("Use a whole number.").min(1, "Use 1 or more.").max(60, "Use at most 60."),
  termMonths: z.number().int("Use a whole number.").min(1, "Use 1 or more.").max(120, "Use at most 120."),
  modules: z.array(z.string().trim().min(1).max(200)).max(40),
  /** Null: a completed module stays valid. */
  validityMonths: z
    .number()
    .int("Use a whole number.")
    .min(1, "Use 1 or more.")
    .max(120, "Use at most 120.")
    .nullable(),
  clauses: z.array(Clause).max(40),
  confidentiality: z.enum(["education record", "the two", "sealed"]),
  confidentialityText: z.string().trim().min(1).max(2000),
  /** Where each number comes from, in a sentence with its source. */
  sources: z.array(z.string().max(600)).max(40),
});
export type CharterBody = z.infer<typeof CharterBody>;

export const Charter = z.object({
  program: Program,
  version: z.number().int(),
  inForceFrom: Day,
  body: CharterBody,
  ruleset: z.number().int(),
  because: z.string(),
  madeAt: Instant,
});
export type Charter = z.infer<typeof Charter>;

/** The first of these that is the program's; refused where there is none. */
export function theCharter(charters: Charter[], program: string): Charter {
  const found = charters.find((charter) => charter.program === program);
  return granted(found ?? new Refusal("absent", "charter.absent", "This program has no charter yet."));
}
