// A request: what a learner asks for in their own words, who has it now, and whether it is to move on.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { counselingProgram, Program } from "../programs/program.ts";
import type { Destination } from "./destination.ts";

export const RequestState = z.enum(["open", "done", "taken back"]);
export type RequestState = z.infer<typeof RequestState>;

const Person = z.object({ personId: Id, name: z.string() });

/** A program, and within advising whether it is about academic difficulty. */
export const Goal = z.object({ program: Program, counsels: z.boolean() });
export type Goal = z.infer<typeof Goal>;

/** Who would read a request for that program today: an educator in force, or (null) the program's office. */
export const Reader = Goal.extend({
  reader: Person.nullable(),
  /** The day on which the two go on, where their relationship is paused today. */
  pausedUntil: Day.nullable(),
});
export type Reader = z.infer<typeof Reader>;

export const Handover = Goal.extend({
  reason: z.string(),
  /** Null while the learner has not answered. */
  agreed: z.boolean().nullable(),
});
export type Handover = z.infer<typeof Handover>;

/** What an educator who has a request, or had it, wrote back. */
export const Reply = z.object({ from: Person, words: z.string(), at: Instant });
export type Reply = z.infer<typeof Reply>;

/** What the asker wrote back, as it stays theirs to read: with whom it was for, and no word of the request itself. */
export const WrittenReply = z.object({
  requestId: Id,
  learner: Person,
  words: z.string(),
  at: Instant,
  /** Whether the request is still with the asker, who may then open it. */
  isHeld: z.boolean(),
});
export type WrittenReply = z.infer<typeof WrittenReply>;

/** As it stands in a list of whoever has it: without the words, which are read on purpose and leave a line. */
export const HeldRequest = Goal.extend({
  requestId: Id,
  learner: Person,
  sentAt: Instant,
  state: RequestState,
  /** What the asker proposed, or the learner was proposed, while this turn lasts. */
  handover: Handover.nullable(),
  /** Who has it; null: the program's office. */
  reader: Person.nullable(),
});
export type HeldRequest = z.infer<typeof HeldRequest>;

export const Request = HeldRequest.extend({
  words: z.string(),
  /** Those that the asker may read, the oldest first: the learner all of them, an educator their own. */
  replies: z.array(Reply),
  /** False where the relationship it came with has ended: then nobody but the learner reads it. */
  isRead: z.boolean(),
});
export type Request = z.infer<typeof Request>;

export const Words = z
  .string()
  .trim()
  .min(1, "Write what you need, in your own words.")
  .max(4000, "Keep it to 4,000 characters.");

export const ReplyWords = z
  .string()
  .trim()
  .min(1, "Write what the learner is to read.")
  .max(4000, "Keep it to 4,000 characters.");

/** Null where no program has it: another office does. */
export function goalOf(destination: Destination): Goal | null {
  if (destination === "outside") return null;
  return destination === "counseling"
    ? { program: counselingProgram, counsels: true }
    : { program: destination, counsels: false };
}

export function destinationOf({ program, counsels }: Goal): Destination {
  return counsels ? "counseling" : program;
}

export function readerFor(readers: Reader[], goal: Goal): Reader | null {
  return readers.find(({ program, counsels }) => program === goal.program && counsels === goal.counsels) ?? null;
}
