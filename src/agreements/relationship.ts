// A relationship between a learner and an educator in one program, from waiting for signatures to its quiet end.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { addDays, type Day, Day as DayShape, Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";

export const relationshipStates = ["awaiting", "in force", "paused", "ended"] as const;
export const RelationshipState = z.enum(relationshipStates);
export type RelationshipState = z.infer<typeof RelationshipState>;

const Party = z.object({ personId: Id, name: z.string() });

export const Relationship = z.object({
  relationshipId: Id,
  program: Program,
  /** Advising that also counsels in academic difficulty, and so keeps the educator from assessing this learner. */
  counsels: z.boolean(),
  learner: Party,
  educator: Party,
  /** The first day as the two know it; by import it may lie long before the signatures here. */
  since: DayShape,
  /** The day on which the second of them signed; null while it waits. */
  startedOn: DayShape.nullable(),
  /** The last day; null while it lasts. Who ended it is told to nobody. */
  endedOn: DayShape.nullable(),
  state: RelationshipState,
  /** A pause that lasts or is ahead: from its first day until the day of return. */
  pause: z.object({ from: DayShape, until: DayShape }).nullable(),
  /** Who has not signed the newest wording. While in force, the wording that both signed holds until they have. */
  awaits: z.array(Party),
  /** By when the ground rules are renewed; null before both signed. */
  renewOn: DayShape.nullable(),
  isDue: z.boolean(),
});
export type Relationship = z.infer<typeof Relationship>;

export interface RelationshipFacts {
  startedOn: Day | null;
  endedOn: Day | null;
  /** The pause written last. */
  pause: { from: Day; until: Day } | null;
  renewOn: Day | null;
}

/** Renewal is asked for so many days ahead. */
export const renewalDays = 30;
export const pauseDaysMost = 366;

/** What the facts come to on `today`. The day of return is the first one back. */
export function stateOf({ startedOn, endedOn, pause }: RelationshipFacts, today: Day): RelationshipState {
  if (endedOn !== null) return "ended";
  if (startedOn === null) return "awaiting";
  return pause !== null && pause.from <= today && today < pause.until ? "paused" : "in force";
}

export function isDue({ endedOn, renewOn }: RelationshipFacts, today: Day): boolean {
  return endedOn === null && renewOn !== null && renewOn <= addDays(today, renewalDays);
}

/** The pause out of the columns of a row; null where there is none. */
export function pauseOf({
  pauseFrom: from,
  pauseUntil: until,
}: {
  pauseFrom: Day | null;
  pauseUntil: Day | null;
}): RelationshipFacts["pause"] {
  return from === null || until === null ? null : { from, until };
}

/** The pause that lasts or is ahead; one that is over or was taken back is none. */
export function pauseNow({ endedOn, pause }: RelationshipFacts, today: Day): RelationshipFacts["pause"] {
  return endedOn === null && pause !== null && pause.until > today && pause.until > pause.from ? pause : null;
}

/** Whether these days can be a pause from today's view. */
export function pauseRefusal({ from, until }: { from: Day; until: Day }, today: Day): Refusal | null {
  if (from < today)
    return new Refusal("invalid", "pause.days", "A pause begins today or later.", [
      { field: "from", because: `Choose ${today} or a later day.` },
    ]);
  if (until <= from || until > addDays(from, pauseDaysMost))
    return new Refusal(
      "invalid",
      "pause.days",
      "The day of return comes after the first day of the pause, and within a year of it.",
      [{ field: "until", because: `Choose a day from ${addDays(from, 1)} to ${addDays(from, pauseDaysMost)}.` }],
    );
  return null;
}

export const endingReasons = [
  "goals reached",
  "no time now",
  "another would fit better",
  "moving on",
  "not working",
  "not said",
] as const;
export const EndingReason = z.enum(endingReasons, { error: "Choose one of the reasons, or leave it out." });

/** The one of the two who is not `personId`; for a reader who is neither, the educator. */
export function otherOf({ learner, educator }: Relationship, personId: string): Relationship["learner"] {
  return educator.personId === personId ? learner : educator;
}

export function isParty({ learner, educator }: Relationship, personId: string): boolean {
  return learner.personId === personId || educator.personId === personId;
}
