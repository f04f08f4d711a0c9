// The dated events of a class: when its phases begin, and the dates of its residency application. Data of each year, with
// the source of each day; nothing here knows a date by itself.
import { z } from "zod";
import { addDays, Day } from "../core/shapes.ts";
import { ClassYear, type Due, Key } from "./requirement.ts";

export const TimelineDay = z.object({
  classYear: ClassYear,
  event: Key,
  title: z.string().trim().min(1, "Write what happens on this day.").max(200, "Keep it to 200 characters."),
  /** Null takes the event out. */
  on: Day.nullable(),
  beginsPhase: z.boolean(),
  /** Where the day was read. */
  source: z.string().trim().max(300, "Keep it to 300 characters."),
});
export type TimelineDay = z.infer<typeof TimelineDay>;

/** With the number of times that it was written. */
export const KeptDay = TimelineDay.extend({ version: z.number().int().min(0) });
export type KeptDay = z.infer<typeof KeptDay>;

/** The days of one class by the key of their event. */
export type Timeline = ReadonlyMap<string, Day>;

export function timelineOf(days: TimelineDay[], classYear: number): Timeline {
  return new Map(
    days.flatMap((one) => (one.classYear === classYear && one.on !== null ? [[one.event, one.on] as const] : [])),
  );
}

/** Null: no date, or the class's timeline does not name that event yet. */
export function dueOn(due: Due | null, timeline: Timeline): Day | null {
  if (due === null) return null;
  if ("on" in due) return due.on;
  const day = timeline.get(due.event);
  return day === undefined ? null : addDays(day, due.days);
}

/** The phase of a class that began last, by its timeline. */
export function phaseOn(days: TimelineDay[], classYear: number, today: Day): TimelineDay | null {
  const begun = days.filter(
    ({ classYear: year, beginsPhase, on }) => beginsPhase && year === classYear && on !== null && on <= today,
  );
  return begun.toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? "")).at(-1) ?? null;
}
