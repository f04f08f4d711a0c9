// One's own calendar and hours: the address that a calendar program reads, and when an educator has time.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { feedEndpoints } from "../people/feed-contract.ts";
import { Availability } from "./availability.ts";

export const getAvailability = endpoint({
  method: "GET",
  path: "/me/availability",
  summary:
    "When you have time as an educator: hours of each week in your zone, and exceptions; null before you said so",
  may: "take part",
  reply: z.object({ availability: Availability.nullable() }),
});

export const putAvailability = endpoint({
  method: "PUT",
  path: "/me/availability",
  summary: "Say when you have time as an educator; your learners see it when they choose a time",
  may: "take part",
  body: Availability,
  reply: z.object({ availability: Availability.nullable() }),
});

export const {
  get: getCalendar,
  make: makeCalendar,
  drop: dropCalendar,
} = feedEndpoints("/me/calendar", "your calendar");
