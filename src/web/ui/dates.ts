// Days and instants in the words of the voice: "Tue, Dec 8". A civil day has no time zone, so none may shift it.
import { addDays, type Day, daysBetween } from "../../core/shapes.ts";

const locale = "en-US";

/** "Tue, Dec 8"; when its year is not that of `today`, the year in place of the weekday: "Dec 8, 2027". */
export function sayDay(day: Day, today?: Day): string {
  const sameYear = today === undefined || today.slice(0, 4) === day.slice(0, 4);
  return sameYear ? inUtc(day, { weekday: "short", month: "short", day: "numeric" }) : sayShortDay(day, true);
}

/** "Tuesday, December 8". */
export function sayLongDay(day: Day): string {
  return inUtc(day, { weekday: "long", month: "long", day: "numeric" });
}

/** "Dec 8" or, with the year, "Dec 8, 2027": for tables and spans. */
export function sayShortDay(day: Day, withYear = false): string {
  return inUtc(day, { month: "short", day: "numeric", ...(withYear ? { year: "numeric" } : {}) });
}

/** For narrow places: "Dec 8", and with its year when that is not the year of `today`: "Jul 3, 2025". */
export function sayNearDay(day: Day, today: Day): string {
  return sayShortDay(day, day.slice(0, 4) !== today.slice(0, 4));
}

/**
 * Days in [from, to) as people say them, the last day included: "Dec 7 to Dec 18", "since Dec 7".
 * Spans in the database end on the first day that is no longer theirs.
 */
export function saySpan({ from, to }: { from: Day; to: Day | null }, withYear = false): string {
  if (to === null) return `since ${sayShortDay(from, withYear)}`;
  const last = lastOf(to);
  if (last === from) return sayShortDay(from, withYear);
  return `${sayShortDay(from, withYear)} to ${sayShortDay(last, withYear)}`;
}

/** The last day of what ends before `to`: people read "until" with its day included. */
export function lastOf(to: Day): Day {
  return addDays(to, -1);
}

/** "today", "tomorrow", "in 13 days", "yesterday", "6 days ago". */
export function sayDistance(day: Day, today: Day): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(daysBetween(today, day), "day");
}

/** An instant in the school's time zone, by which its days begin and end: "Tue, Dec 8, 4:30 PM". */
export function sayInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}

/** The civil day of an instant in the school's time zone. */
export function dayOf(instant: string, timeZone: string): Day {
  return new Date(instant).toLocaleDateString("en-CA", { timeZone });
}

/** "4:30 PM", in the school's time zone. */
export function sayTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone }).format(new Date(instant));
}

function inUtc(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
