// A pair of an import that a wall closes: which duty, what it meets, and from when.
import { z } from "zod";
import { capitalised } from "../core/capitalised.ts";
import { Day } from "../core/shapes.ts";
import { Duty, Wall } from "../programs/charter.ts";
import { isJudging } from "../wall/incident.ts";
import { dutyWords } from "../wall/rule.ts";

export const Collision = z.object({
  learner: z.string(),
  educator: z.string(),
  wall: Wall,
  duty: Duty,
  /** What it meets; null where that is not the reader's to know, or where the two declared a conflict. */
  against: Duty.nullable(),
  about: z.string(),
  /** The first day of both. */
  from: Day,
});
export type Collision = z.infer<typeof Collision>;

/** "Coaches and, from Jan 4, 2027, assesses (Surgery)"; of whoever may not know the other duty, only that there is one. */
export function collisionWords({ duty, against, about, from }: Collision, say: (day: Day) => string): string {
  // A course, a clerkship or a committee is what somebody judges in, whichever of the two duties that is.
  const aboutOf = against !== null && isJudging(against) && !isJudging(duty) ? against : duty;
  const told = (one: Duty) => `${dutyWords[one]}${one === aboutOf && about !== "" ? ` (${about})` : ""}`;
  const words =
    against === null
      ? `${told(duty)}; from ${say(from)} the two are not available to each other for that`
      : `${told(against)} and, from ${say(from)}, ${told(duty)}`;
  return capitalised(words);
}
