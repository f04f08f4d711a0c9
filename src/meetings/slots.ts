// The times that can be offered: an educator's hours, week by week, without what is taken.
import { Temporal } from "temporal-polyfill";
import type { Day } from "../core/shapes.ts";
import type { Availability } from "./availability.ts";
import { wallInstant } from "./zone.ts";

export interface Slot {
  startsAt: string;
  endsAt: string;
}

/**
 * Slots of the days in [from, from + days) of the educator's zone that begin after `now`, in their order. Hours are wall
 * times: in the week in which clocks go forward or back they are as long as the clock makes them.
 */
export function slotsOf(
  { timeZone, minutes, hours, exceptions }: Availability,
  { from, days, now, taken }: { from: Day; days: number; now: string; taken: readonly Slot[] },
): Slot[] {
  const first = Temporal.PlainDate.from(from);
  const busy = taken.map(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)] as const);
  const isFree = (start: number, end: number) => busy.every(([begins, ends]) => ends <= start || end <= begins);
  const slots: Slot[] = [];
  for (let at = 0; at < days; at++) {
    const day = first.add({ days: at });
    const away = exceptions.findLast((one) => one.from <= day.toString() && day.toString() <= one.last);
    const ofDay = away?.hours ?? hours.filter(({ weekday }) => weekday === day.dayOfWeek);
    for (const { from: begins, to } of ofDay.toSorted((a, b) => a.from.localeCompare(b.from))) {
      const last = wallInstant(day, to, timeZone) - minutes * 60_000;
      for (let start = wallInstant(day, begins, timeZone); start <= last; start += minutes * 60_000) {
        const end = start + minutes * 60_000;
        if (start > Date.parse(now) && isFree(start, end))
          slots.push({ startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() });
      }
    }
  }
  return slots;
}
