// A breach that already happened outside, or that a roster brings: what it is, and the way out of it.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Duty, type DutyRule, Wall } from "../programs/charter.ts";
import { dutiesOf, Program, programs } from "../programs/program.ts";

export const outcomes = ["reassigned", "ended", "excepted", "mistaken", "past"] as const;
export const waysOut = [
  "reassign the assessor",
  "end or move the relationship",
  "ask for an exception",
  "note that it happened",
] as const;
export type WayOut = (typeof waysOut)[number];

export const Incident = z.object({
  incidentId: Id,
  kind: z.enum(["duty", "relationship", "assessment"]),
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: Wall,
  /** The duty that may not stand, and what it meets; null where the two are not available for a reason that is theirs. */
  dutyId: Id.nullable(),
  /** The relationship that awaits signatures, and so has no duty yet; null for any other. */
  relationshipId: Id.nullable(),
  duty: Duty,
  against: Duty.nullable(),
  about: z.string(),
  /** The program of the two, where one of the two duties is a relationship's. */
  program: Program.nullable(),
  from: Day,
  to: Day.nullable(),
  foundAt: Instant,
  /** Days until it begins; 0 or less when it has. */
  daysAhead: z.number().int(),
  wayOut: z.enum(waysOut),
  /** `by` is null where it closed by itself, since a relationship ended. */
  closed: z.object({ outcome: z.enum(outcomes), by: z.string().nullable(), at: Instant }).nullable(),
});
export type Incident = z.infer<typeof Incident>;

export interface Facts {
  kind: Incident["kind"];
  duty: Incident["duty"];
  against: Incident["against"];
  /** Whether the judging duty is toward a whole class or school, which nobody is swapped out of for one learner. */
  ambient: boolean;
  /** The cooling-off of the guiding side, in days after the relationship's end. */
  coolingDays: number;
  daysAhead: number;
}

/**
 * The way out to propose first. An assessor of one rotation is swapped; a course director or a committee is not, so the
 * relationship moves, if it would have cooled off by then; else only a named person's exception is left.
 * What happened already is noted.
 */
export function wayOut({ kind, duty, against, ambient, coolingDays, daysAhead }: Facts): WayOut {
  if (kind === "assessment") return "note that it happened";
  const judged = isJudging(duty) || (against !== null && isJudging(against));
  if (judged && !ambient) return "reassign the assessor";
  if (!judged) return "end or move the relationship";
  return coolingDays <= daysAhead || isJudging(duty) === false
    ? "end or move the relationship"
    : "ask for an exception";
}

/** What an exception would let stand: a duty that is there, or a relationship that awaits signatures; null for neither. */
export function exceptable({
  kind,
  dutyId,
  relationshipId,
}: Incident): { dutyId: string } | { relationshipId: string } | null {
  if (kind === "assessment") return null;
  if (dutyId !== null) return { dutyId };
  return relationshipId === null ? null : { relationshipId };
}

/** The program of the two: that of whichever duty is a relationship's; null where neither is. */
export function programOf({ duty, against }: Pick<Facts, "duty" | "against">): Program | null {
  return (
    programs.find((program) => [duty, against].some((one) => one !== null && dutiesOf[program].includes(one))) ?? null
  );
}

export function isJudging(duty: DutyRule["duty"]): boolean {
  return duty === "assesses" || duty === "supervises";
}
