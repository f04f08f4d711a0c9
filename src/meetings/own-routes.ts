// Handlers of one's own hours and calendar.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { feedRoutesOf } from "../people/feed-routes.ts";
import { findEducator } from "../training/store.ts";
import { availabilityRefusal } from "./availability.ts";
import { dropCalendar, getAvailability, getCalendar, makeCalendar, putAvailability } from "./own-contract.ts";
import { findAvailability, saveAvailability } from "./own-store.ts";

export const ownMeetingRoutes: Route[] = [
  serve(getAvailability, async ({ tx, me }) => ({ availability: await findAvailability(tx, me, me.personId) })),

  serve(putAvailability, async ({ tx, me, body }) => {
    if ((await findEducator(tx, me, me.personId)) === null)
      throw new Refusal("absent", "availability.educator", "Educators give their hours, and you are none here.");
    const refusal = availabilityRefusal(body);
    if (refusal !== null) throw refusal;
    await saveAvailability(tx, me, body);
    return { availability: await findAvailability(tx, me, me.personId) };
  }),

  ...feedRoutesOf(
    "calendar",
    { get: getCalendar, make: makeCalendar, drop: dropCalendar },
    (secret) => `/calendar/${secret}.ics`,
  ),
];
