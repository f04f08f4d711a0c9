// Where two people stand toward each other.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { Duty, sides, Wall, walls } from "../programs/charter.ts";

export const Stand = z.object({
  standId: Id,
  dutyId: Id,
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: Wall,
  side: z.enum(sides),
  duty: Duty,
  /** The course, committee or rotation; empty without one, or where it is not yours to know. */
  about: z.string(),
  from: Day,
  to: Day.nullable(),
  /** The first day on which it no longer keeps the other sides away; null while it has no end. */
  coolsUntil: Day.nullable(),
  excepted: z.boolean(),
});
export type Stand = z.infer<typeof Stand>;

/** One duty of two people, on all the walls on which it puts them. */
export interface DutyStands extends Stand {
  places: { wall: Wall; side: Stand["side"] }[];
}

/** Stands by the duty they come from, in the order of each duty's first; its walls as a charter lists them, whatever the order of the rows. The longest cooling-off counts. */
export function byDuty(stands: Stand[]): DutyStands[] {
  const rows = new Map<string, DutyStands>();
  for (const stand of stands) {
    const { dutyId, learnerId, from, to, wall, side, coolsUntil } = stand;
    const key = [dutyId, learnerId, from, to].join(" ");
    const before = rows.get(key) ?? { ...stand, places: [] };
    rows.set(key, {
      ...before,
      places: [...before.places, { wall, side }].toSorted((a, b) => walls.indexOf(a.wall) - walls.indexOf(b.wall)),
      coolsUntil: laterOf(before.coolsUntil, coolsUntil),
      excepted: before.excepted || stand.excepted,
    });
  }
  return [...rows.values()];
}

/** Null, which has no end, is later than every day. */
function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
