// What who gives access sees of mail: whether it flows, and what could not be delivered. Never what a mail is about.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { faults } from "./delivery.ts";

const Why = z.enum(faults);

export const DeadMail = z.object({
  messageId: Id,
  personId: Id,
  name: z.string(),
  email: z.string(),
  fault: Why,
  triedAt: Instant,
});
export type DeadMail = z.infer<typeof DeadMail>;

export const Flow = z.object({
  /** Whether this server sends mail at all. */
  sendsMail: z.boolean(),
  lastSentOn: Day.nullable(),
  /** Why some mail waits for another try. */
  faults: z.array(Why),
  dead: z.array(DeadMail),
});
export type Flow = z.infer<typeof Flow>;

/** A mail of the demo, as it would have been sent. */
export const Shown = z.object({
  messageId: Id,
  to: z.string(),
  /** Null while it waits. */
  sentAt: Instant.nullable(),
  dueAt: Instant,
  subject: z.string(),
  text: z.string(),
  /** What it brings for a calendar, if anything. */
  calendar: z.string().nullable(),
});
export type Shown = z.infer<typeof Shown>;
