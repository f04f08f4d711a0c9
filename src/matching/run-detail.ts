// A run with everything the desk shows of it, and what a scenario costs against the run it came from.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import { Change, RuleCounts } from "./gap.ts";
import { WithdrawnBecause } from "./ground.ts";
import { PartPoints } from "./proposal.ts";
import { Run } from "./run.ts";

export const Proposal = z.object({
  learnerId: Id,
  educatorId: Id,
  learner: z.string(),
  educator: z.string(),
  score: z.number().int(),
  parts: z.array(PartPoints),
  kept: z.boolean(),
  pinned: z.boolean(),
  /** A declared conflict reads "unavailable", as other absence does. */
  answers: z.array(
    z.object({
      by: z.enum(["learner", "educator"]),
      answer: z.enum(["accept", "decline"]),
      reason: z.string().nullable(),
    }),
  ),
  /** Why it was withdrawn; null while it was not. */
  withdrawn: WithdrawnBecause.nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

export const Gap = z.object({
  learnerId: Id,
  learner: z.string(),
  onLeave: z.boolean(),
  counts: RuleCounts,
  changes: z.array(Change.extend({ educator: z.string() })),
});
export type Gap = z.infer<typeof Gap>;

export const Cost = z.object({
  matched: z.number().int(),
  lowest: z.number().int(),
  total: z.number().int(),
  /** Learners whose educator changed, those who lose most first; at most 20. */
  changes: z.array(
    z.object({
      learnerId: Id,
      learner: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      scoreBefore: z.number().int().nullable(),
      scoreAfter: z.number().int().nullable(),
    }),
  ),
  changed: z.number().int(),
});
export type Cost = z.infer<typeof Cost>;

export const RunDetail = Run.extend({
  /** Of each other program the run of the same round: one that this run counts, or that counts this one. */
  round: z.array(Run),
  proposals: z.array(Proposal),
  gaps: z.array(Gap),
  /** What this run assumes that is not so yet, in sentences. While there is any, it cannot be approved. */
  assumes: z.array(z.string()),
  /** What to know about how it was made, in sentences. */
  notes: z.array(z.string()),
  /** What going over to this draft from the draft it was made from costs or gives; null for a run of its own. */
  cost: Cost.extend({ from: z.string() }).nullable(),
});
export type RunDetail = z.infer<typeof RunDetail>;

export const Compared = z.object({
  run: Run,
  assumes: z.array(z.string()),
  /** The first of those without anybody, and how many more there are. */
  waiting: z.array(z.string()),
  waitingMore: z.number().int(),
  /** Learners who score lower than in the first run. */
  lower: z.number().int(),
});
export type Compared = z.infer<typeof Compared>;
