// Time zones: which there are, and which instant a wall time in one of them is.
import { Temporal } from "temporal-polyfill";
import { Refusal } from "../core/refusal.ts";

/**
 * The instant of an instant, or of a wall time without offset. A wall time that clocks skip that day is refused; one that comes twice is the first of the two,
 * and the second is said with its offset.
 */
export function instantOf(moment: string, timeZone: string): string {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(moment)) return new Date(moment).toISOString();
  const wall = Temporal.PlainDateTime.from(moment);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (!zoned.toPlainDateTime().equals(wall))
    throw new Refusal("invalid", "meeting.skipped", "Clocks go forward that day, and this time is skipped.", [
      { field: "start", because: "Choose an earlier or a later time." },
    ]);
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** The instant at which a day, or a wall time of it, begins there; a skipped time is as much later as clocks jump. */
export function wallInstant(day: Temporal.PlainDate, time: string, timeZone: string): number {
  // The end of a day is the beginning of the next.
  const [on, at] = time === "24:00" ? [day.add({ days: 1 }), "00:00"] : [day, time];
  return on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
}

/** The civil day of an instant in a zone. */
export function dayIn(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
