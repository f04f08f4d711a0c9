// Where two people stand toward each other, and what a learner is promised because of it.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { Duty, sides, type Wall, Wall as WallShape } from "../programs/charter.ts";

export const Stand = z.object({
  standId: Id,
  dutyId: Id,
  learnerId: Id,
  learner: z.string(),
  educatorId: Id,
  educator: z.string(),
  wall: WallShape,
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

/** Stands by the duty they come from, in the order of each duty's first; the longest cooling-off counts. */
export function byDuty(stands: Stand[]): DutyStands[] {
  const rows = new Map<string, DutyStands>();
  for (const stand of stands) {
    const { dutyId, learnerId, from, to, wall, side, coolsUntil } = stand;
    const key = [dutyId, learnerId, from, to].join(" ");
    const before = rows.get(key) ?? { ...stand, places: [] };
    rows.set(key, {
      ...before,
      places: [...before.places, { wall, side }],
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

/** An educator of the asker, as one wall sees them today. */
export interface OwnEducator {
  wall: Wall;
  name: string;
  /** Whether the same person also stands on another side of that wall, by an exception, or is recorded as having judged. */
  breached: boolean;
}

export const Promised = z.object({
  wall: WallShape,
  /** Whom it is about; empty when nobody stands on that wall for the learner. */
  people: z.array(z.string()),
  holds: z.boolean(),
  sentence: z.string(),
});
export type Promised = z.infer<typeof Promised>;

const kept: Record<Wall, (people: string) => string> = {
  role: (people) => `${people}: each has one role toward you, and no two roles are in one hand.`,
  assessment: (people) => `None of these people grades you, or votes on your promotion: ${people}.`,
  observation: (people) => `None of these people supervises you, or watches you at work: ${people}.`,
};

const broken: Record<Wall, string> = {
  role: "Somebody may be in two roles toward you. Your program office has this as an open case.",
  assessment:
    "We cannot say today that nobody who guides you grades you. Your program office has this as an open case, or an exception is in force: see below.",
  observation:
    "We cannot say today that nobody who guides you watches you at work. Your program office has this as an open case, or an exception is in force: see below.",
};

/**
 * One sentence for each wall, as true as the rows of this moment: `incidents` counts the asker's open ones by wall.
 * Advisors who give logistics only stand on the role wall alone, so the other two do not speak of them.
 */
export function promisesOf(educators: OwnEducator[], incidents: Partial<Record<Wall, number>>): Promised[] {
  return (["assessment", "observation", "role"] as const).map((wall) => {
    const here = educators.filter((educator) => educator.wall === wall);
    const people = [...new Set(here.map(({ name }) => name))].sort();
    const holds = !here.some(({ breached }) => breached) && (incidents[wall] ?? 0) === 0;
    if (!holds) return { wall, people, holds, sentence: broken[wall] };
    return {
      wall,
      people,
      holds,
      sentence: people.length === 0 ? "Nobody is bound by this wall for you yet." : kept[wall](listed(people)),
    };
  });
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
