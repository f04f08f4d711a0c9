// A person of the school: a learner with a class, a phase and a status; an educator with a department and places; or neither.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Day, Id } from "../core/shapes.ts";
import { offices } from "./roles.ts";

export const statuses = ["active", "leave", "graduated", "withdrawn"] as const;
export const Status = z.enum(statuses, { error: "Must be active, leave, graduated or withdrawn." });
export type Status = z.infer<typeof Status>;

const nameMost = 200;
const Name = z.string().trim().min(1, "Write the name.").max(nameMost, `Keep it to ${nameMost} characters.`);

/** What an office writes of anybody. */
export const PersonFields = z.object({
  givenName: Name,
  familyName: Name,
  email: z.email("Write an email address, such as name@example.edu.").max(320),
});

export const LearnerFields = z.object({
  classYear: z.number({ error: "Write a year, such as 2028." }).int().min(1950).max(2200),
  campus: z.string().trim().max(200),
});

/** From this day on; what came before stays as it was. */
export const StandingFields = z.object({
  from: Day,
  phase: z.string().trim().min(1, "Name the phase, such as clerkship or PGY-1.").max(100),
  status: Status,
});
export type StandingFields = z.infer<typeof StandingFields>;

const Words = z.array(z.string().trim().min(1).max(100)).max(40, "Keep it to 40.");

export const EducatorFields = z.object({
  department: z.string().trim().max(200),
  campus: z.string().trim().max(200),
  skills: Words,
  languages: Words,
});

/** How many learners an educator takes, by program; a program that is left out keeps its places. */
export const Places = z.record(
  z.string(),
  z.number({ error: "Write a whole number." }).int("Write a whole number.").min(0).max(60, "At most 60."),
);
export type Places = z.infer<typeof Places>;

/** A line of the directory: what every reader of the person may know. */
export const Listed = z.object({
  personId: Id,
  givenName: z.string(),
  familyName: z.string(),
  /** Two people may have one name, one department and one campus; an address is one person's. */
  email: z.string(),
  offices: z.array(z.enum(offices)),
  learner: z.object({ classYear: z.number(), campus: z.string(), phase: z.string(), status: Status }).nullable(),
  educator: z.object({ department: z.string(), campus: z.string(), pausedUntil: Day.nullable() }).nullable(),
  leftOn: Day.nullable(),
});
export type Listed = z.infer<typeof Listed>;

export const Person = Listed.omit({ learner: true, educator: true }).extend({
  learner: LearnerFields.extend({ standings: z.array(StandingFields) }).nullable(),
  /** `terms` and `places` are null where they are not the asker's to see. */
  educator: EducatorFields.extend({
    terms: z.object({ effortPercent: z.number(), pausedUntil: Day.nullable() }).nullable(),
    places: Places.nullable(),
  }).nullable(),
  /** The ids that the school's other systems use; null where they are not the asker's to see. */
  sourceIds: z.array(z.string()).nullable(),
});
export type Person = z.infer<typeof Person>;

/** The standing that counts today; the oldest one while none has begun. Of one day's, the first given: the one written last. */
export function standingOn(standings: StandingFields[], day: Day): StandingFields | null {
  const newestFirst = standings.toSorted((one, other) => other.from.localeCompare(one.from));
  return newestFirst.find(({ from }) => from <= day) ?? newestFirst.at(-1) ?? null;
}

/** A pause ends on the day of return, which lies ahead and within two years. */
export function pauseRefusal(until: Day | null, today: Day): Refusal | null {
  const yearsMost = 2;
  const last = `${Number(today.slice(0, 4)) + yearsMost}${today.slice(4)}`;
  if (until === null || (until > today && until <= last)) return null;
  const because = "Choose a day of return after today and within two years.";
  return new Refusal("invalid", "educator.pause", because, [{ field: "pausedUntil", because }]);
}

/** Leaving is noted once it has happened: who has left cannot sign in. */
export function leavingRefusal(leftOn: Day | null | undefined, today: Day): Refusal | null {
  if (leftOn === undefined || leftOn === null || leftOn <= today) return null;
  const because = "Choose today or a day before it.";
  return new Refusal("invalid", "person.left", because, [{ field: "leftOn", because }]);
}

/** A learner's record stays whole: what has been true is not written over, so a standing begins at most a year back; and at most two ahead. */
export function standingRefusal({ from }: StandingFields, today: Day): Refusal | null {
  const year = Number(today.slice(0, 4));
  if (from >= `${year - 1}${today.slice(4)}` && from <= `${year + 2}${today.slice(4)}`) return null;
  const because = "Choose a day within the last year or the next two.";
  return new Refusal("invalid", "standing.from", because, [{ field: "from", because }]);
}
