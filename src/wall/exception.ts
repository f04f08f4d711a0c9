// An exception lets one duty of two people, or the one that their signatures will begin, stand against a wall until a day:
// by a named person, for a reason, and told.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { Duty, Wall } from "../programs/charter.ts";

export const Exception = z.object({
  exceptionId: Id,
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: Wall,
  duty: Duty.nullable(),
  because: z.string(),
  from: Day,
  until: Day,
  approvedBy: z.string(),
  approvedAt: Instant,
});
export type Exception = z.infer<typeof Exception>;
