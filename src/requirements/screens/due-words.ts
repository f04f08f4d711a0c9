// A date of a plan as its screens say it.
import { addDays, type Day } from "../../core/shapes.ts";
import { sayDay, sayDistance } from "../../web/ui/dates.ts";

const nearDays = 60;

/** Near days also by their distance: beyond two months the date says it better. */
export function sayDue(due: Day, today: Day): string {
  const isNear = due >= addDays(today, -nearDays) && due <= addDays(today, nearDays);
  return isNear ? `${sayDay(due, today)}, ${sayDistance(due, today)}` : sayDay(due, today);
}
