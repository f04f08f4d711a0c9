// Handlers of one's own hours and calendar.
import { Refusal } from "../core/refusal.ts";
import { type Route, serve } from "../http/serve.ts";
import { feedMadeAt, makeFeed } from "../people/feed-store.ts";
import { newSecret } from "../people/secrets.ts";
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

  serve(getCalendar, async ({ tx }) => ({ madeAt: await feedMadeAt(tx, "calendar") })),

  serve(makeCalendar, async ({ tx }) => {
    const secret = newSecret();
    await makeFeed(tx, "calendar", secret);
    return { path: `/calendar/${secret}.ics` };
  }),

  serve(dropCalendar, async ({ tx }) => {
    await makeFeed(tx, "calendar", null);
    return { madeAt: await feedMadeAt(tx, "calendar") };
  }),
];
