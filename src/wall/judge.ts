// Duties of those who judge, and the record that they did: who, whom, when, by which source; never a grade, never text.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";

export const judging = ["assesses", "supervises"] as const;

export const JudgeDuty = z.object({
  dutyId: Id,
  duty: z.enum(judging),
  educatorId: Id,
  educator: z.string(),
  /** Both null: toward every learner of the school. */
  learnerId: Id.nullable(),
  learner: z.string().nullable(),
  classYear: z.number().int().nullable(),
  about: z.string(),
  source: z.string(),
  from: Day,
  to: Day.nullable(),
});

export type JudgeDuty = z.infer<typeof JudgeDuty>;

export const Assessment = z.object({
  assessmentId: Id,
  learnerId: Id,
  learner: z.string(),
  assessorId: Id,
  assessor: z.string(),
  on: Day,
  source: z.string(),
  sourceId: z.string(),
});
