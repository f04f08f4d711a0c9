// One's own calendar and hours: the address that a calendar program reads, and when an educator has time.
import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Instant } from "../core/shapes.ts";
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

export const getCalendar = endpoint({
  method: "GET",
  path: "/me/calendar",
  summary: "Whether your calendar has an address, and since when",
  may: "take part",
  reply: z.object({ madeAt: Instant.nullable() }),
});

export const makeCalendar = endpoint({
  method: "POST",
  path: "/me/calendar",
  summary: "Make a new address for your calendar; the one before opens nothing any more",
  may: "take part",
  isShownOnce: true,
  reply: z.object({
    /** Below the address of this server. */
    path: z.string(),
  }),
});

export const dropCalendar = endpoint({
  method: "DELETE",
  path: "/me/calendar",
  summary: "Turn the address of your calendar off",
  may: "take part",
  reply: z.object({ madeAt: Instant.nullable() }),
});
