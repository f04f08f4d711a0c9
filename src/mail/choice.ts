// What somebody chose to be mailed about, and when.
import { z } from "zod";
import { ways } from "./kinds.ts";

/** A time of day at the school: 07:30. */
export const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time of day, such as 07:30.");

/** No mail from `quietFrom` to `quietUntil`, over midnight where that is later; equal ends mean none. */
export const Hours = z.object({ quietFrom: Hour, quietUntil: Hour, digestAt: Hour });
export type Hours = z.infer<typeof Hours>;

/** Of whoever has chosen none. */
export const firstHours: Hours = { quietFrom: "20:00", quietUntil: "07:00", digestAt: "07:30" };

export const Choice = z.object({ kind: z.string(), name: z.string(), how: z.enum(ways) });
export type Choice = z.infer<typeof Choice>;

export const Choices = z.object({
  /** Whether this server sends mail at all. */
  sendsMail: z.boolean(),
  hours: Hours,
  choices: z.array(Choice),
});
export type Choices = z.infer<typeof Choices>;
