// How often two people meet, held against what their program's charter asks for. Shown to the two; offices get numbers.
import { z } from "zod";
import { addDays, type Day, Day as DayShape, daysBetween } from "../core/shapes.ts";

export const Cadence = z.object({
  /** The charter's: at least once in so many days. */
  everyDays: z.number().int(),
  dueBy: DayShape,
  /** "planned": a meeting lies ahead. "due": the day is near, and nothing is planned. "silent": it is long past. */
  state: z.enum(["in time", "planned", "due", "silent"]),
});
export type Cadence = z.infer<typeof Cadence>;

export interface CadenceFacts {
  everyDays: number;
  startedOn: Day;
  /** The day of the last meeting that took place. */
  lastOn: Day | null;
  /** Whether a meeting lies ahead, be it proposed or confirmed. */
  isPlanned: boolean;
  /** The pause written last, until the day of return. */
  pause: { from: Day; until: Day } | null;
}

/** So many days before the day it is said that nothing is planned. */
export const dueDays = 14;

/** How long after the day it is taken for silence: a sixth of the cadence, a week at least. */
export function graceDays(everyDays: number): number {
  return Math.max(7, Math.ceil(everyDays / 6));
}

/** The day by which the two meet next. Days of a pause do not count. */
export function dueBy({ everyDays, startedOn, lastOn, pause }: Omit<CadenceFacts, "isPlanned">): Day {
  const since = lastOn !== null && lastOn > startedOn ? lastOn : startedOn;
  const due = addDays(since, everyDays);
  if (pause === null || pause.until <= since || pause.from > due) return due;
  return addDays(due, daysBetween(pause.from > since ? pause.from : since, pause.until));
}

export function cadenceOf(facts: CadenceFacts, today: Day): Cadence {
  const { everyDays, isPlanned, pause } = facts;
  const due = dueBy(facts);
  const isPaused = pause !== null && pause.from <= today && today < pause.until;
  const state = isPlanned
    ? "planned"
    : isPaused || today < addDays(due, -dueDays)
      ? "in time"
      : today > addDays(due, graceDays(everyDays))
        ? "silent"
        : "due";
  return { everyDays, dueBy: due, state };
}
