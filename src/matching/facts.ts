// What a run reads, all of it: the rows that decide who may be matched and how well they would suit each other.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";

export const LearnerFacts = z.object({
  learnerId: Id,
  givenName: z.string(),
  familyName: z.string(),
  classYear: z.number().int(),
  campus: z.string(),
  phase: z.string().nullable(),
  status: z.string().nullable(),
  interests: z.array(z.string()),
  needs: z.array(z.string()),
  languages: z.array(z.string()),
});
export type LearnerFacts = z.infer<typeof LearnerFacts>;

export const EducatorFacts = z.object({
  educatorId: Id,
  givenName: z.string(),
  familyName: z.string(),
  department: z.string(),
  campus: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  effortPercent: z.number(),
  pausedUntil: Day.nullable(),
  /** Places by program; a program without a row offers none. */
  places: z.record(z.string(), z.number().int()),
  trainings: z.array(z.object({ module: z.string(), completedOn: Day })),
});
export type EducatorFacts = z.infer<typeof EducatorFacts>;

export const Pair = z.object({ learnerId: Id, educatorId: Id });
export type Pair = z.infer<typeof Pair>;

/** A ranked wish, or with rank null a `never`. */
export const Wish = z.object({ learnerId: Id, educatorId: Id, rank: z.number().int().nullable() });
export type Wish = z.infer<typeof Wish>;

/** A pair that is together, or is about to be: a relationship, an open proposal, or a pair of a run that is counted in. */
export const Taken = z.object({
  learnerId: Id,
  educatorId: Id,
  program: Program,
  kind: z.enum(["relationship", "proposal", "counted"]),
});
export type Taken = z.infer<typeof Taken>;

/** A pair that one of the two declined before; `neutral` when no reason may show. */
export const Declined = z.object({ learnerId: Id, educatorId: Id, neutral: z.boolean() });
export type Declined = z.infer<typeof Declined>;

/** What the charters say to a match. */
export const Terms = z.object({
  program: Program,
  hoursPerLearnerYear: z.number(),
  learnersMost: z.number().int(),
  termMonths: z.number().int(),
  modules: z.array(z.string()),
  validityMonths: z.number().int().nullable(),
});
export type Terms = z.infer<typeof Terms>;

export interface Facts {
  program: Program;
  /** The term ahead, [from, to). */
  from: Day;
  to: Day;
  /** Sorted by id, so that the same school gives the same run. */
  learners: LearnerFacts[];
  educators: EducatorFacts[];
  wishes: Wish[];
  taken: Taken[];
  declined: Declined[];
  /** Pairs that were together in the program, and ended it. */
  parted: Pair[];
  /** Pairs that the wall closes now or within the term, without a reason. */
  closed: Pair[];
  terms: Record<Program, Terms>;
}
