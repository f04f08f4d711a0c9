// When an educator has time: hours of each week, and days on which it is otherwise.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { Day } from "../core/shapes.ts";
import { isZone } from "./zone-names.ts";

/** A wall time; 24:00 is the end of the day. */
const Time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Write a time of day, such as 09:30.");
const Hours = z.object({ from: Time, to: Time });
export type Hours = z.infer<typeof Hours>;

/** Monday is 1, Sunday is 7. */
const WeeklyHours = Hours.extend({ weekday: z.number().int().min(1).max(7) });
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** From a day to a last day; without hours these are whole days away, otherwise the hours of those days. */
const Exception = z.object({ from: Day, last: Day, hours: z.array(Hours).max(6, "Keep it to 6 a day.") });
export type Exception = z.infer<typeof Exception>;

export const Availability = z.object({
  timeZone: z.string().refine(isZone, "Name a time zone, such as America/New_York."),
  minutes: z.number().int("Use a whole number.").min(10, "Use 10 or more.").max(240, "Use at most 240."),
  hours: z.array(WeeklyHours).max(42, "Keep it to 6 a day."),
  exceptions: z.array(Exception).max(60, "Keep it to 60."),
});
export type Availability = z.infer<typeof Availability>;

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Why these hours cannot be kept: an end before a beginning, or two that overlap. */
export function availabilityRefusal({ hours, exceptions }: Availability): Refusal | null {
  const ofWeek = weekdays.map((word, at) => ({
    field: "hours",
    word,
    hours: hours.filter(({ weekday }) => weekday === at + 1),
  }));
  const ofDays = exceptions.map(({ from, hours: given }) => ({ field: "exceptions", word: from, hours: given }));
  const faults = [...ofWeek, ...ofDays].flatMap(({ field, word, hours: given }) => {
    const because = faultOf(given);
    return because === null ? [] : [{ field, because: `${word}: ${because}` }];
  });
  const backwards = exceptions.find(({ from, last }) => last < from);
  if (backwards)
    faults.push({ field: "exceptions", because: `${backwards.from}: The last day comes on the first day or later.` });
  if (faults.length === 0) return null;
  return new Refusal(
    "invalid",
    "availability.hours",
    "Some of these hours cannot be used. Nothing was changed.",
    faults,
  );
}

function faultOf(hours: Hours[]): string | null {
  const backwards = hours.find(({ from, to }) => to <= from);
  if (backwards) return `${backwards.from} to ${backwards.to} ends before it begins.`;
  const sorted = hours.toSorted((a, b) => a.from.localeCompare(b.from));
  const meets = sorted.find(({ from }, at) => at > 0 && from < (sorted[at - 1]?.to ?? ""));
  return meets ? `${meets.from} to ${meets.to} overlaps with the hours before it.` : null;
}
