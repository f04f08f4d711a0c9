// A month as weeks of days, and what falls on each. Civil days without a time zone.
import { addDays, type Day } from "../core/shapes.ts";

/** Weeks from Sunday to Saturday that hold the month of `day`, the days of its neighbors in them included. */
export function weeksOf(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, -weekdayOf(first));
  const weeks: Day[][] = [];
  for (let at = start; at < first || isSameMonth(at, first); at = addDays(at, 7))
    weeks.push(Array.from({ length: 7 }, (_, nth) => addDays(at, nth)));
  return weeks;
}

export function isSameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

/** The first day of the month that is so many months away. */
export function monthFrom(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-01`;
}

/** 0 is Sunday. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
