// The handler of the times that the two can choose from.
import { addDays } from "../core/shapes.ts";
import { type Route, serve } from "../http/serve.ts";
import { listSlots } from "./contract.ts";
import { findAvailability, takenIn } from "./own-store.ts";
import { theOwnRelationship } from "./pair-store.ts";
import { slotsOf } from "./slots.ts";

export const slotRoutes: Route[] = [
  serve(listSlots, async ({ tx, me, params: { id }, query: { from = me.today, days } }) => {
    const { educator } = await theOwnRelationship(tx, me, id);
    const availability = await findAvailability(tx, me, educator.personId);
    if (availability === null) return { timeZone: null, minutes: null, items: [] };
    // A day more on both sides, since a day there may lie on two here.
    const bounds = [addDays(from, -1), addDays(from, days + 1)].map((day) => `${day}T00:00:00Z`) as [string, string];
    const taken = await takenIn(tx, id, ...bounds);
    const items = slotsOf(availability, { from, days, now: new Date().toISOString(), taken });
    return { timeZone: availability.timeZone, minutes: availability.minutes, items };
  }),
];
