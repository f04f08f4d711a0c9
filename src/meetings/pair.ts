// What the two of a relationship see of their meetings together: by when they meet next, and what is planned.
import { z } from "zod";
import { Relationship } from "../agreements/relationship.ts";
import { Day as DayShape, Id } from "../core/shapes.ts";
import { Program } from "../programs/program.ts";
import { Cadence } from "./cadence.ts";
import { Meeting } from "./meeting.ts";

export const Confidentiality = z.enum(["education record", "the two", "sealed"]);
export type Confidentiality = z.infer<typeof Confidentiality>;

export const PairMeetings = z.object({
  relationship: Relationship,
  /** The strictest that the signed ground rules or the charter of today promise; of a sealed pair no office is told that it met. */
  confidentiality: Confidentiality,
  /** The learner's, in the school's own words. */
  phase: z.string().nullable(),
  /** Null where nothing has begun, or all is over. */
  cadence: Cadence.nullable(),
  /** The latest time first. */
  meetings: z.array(Meeting),
});
export type PairMeetings = z.infer<typeof PairMeetings>;

/** What an office is told of one relationship; there is none for a sealed one. */
export const Told = z.object({
  relationshipId: Id,
  program: Program,
  learner: z.string(),
  educator: z.string(),
  held: z.number().int(),
  minutes: z.number().int(),
  lastOn: DayShape.nullable(),
  /** By when they were to meet. */
  dueBy: DayShape,
});
export type Told = z.infer<typeof Told>;

/** In how many relationships of a program in force it is silent, for an office. */
export const ToldProgram = z.object({ program: Program, pairs: z.number().int(), silent: z.number().int() });

/** How an educator's talks turned out, program by program: for them alone. */
export const Trend = z.object({
  program: Program,
  /** Marked talks that were to be in this program. */
  talks: z.number().int(),
  became: z.array(z.object({ program: Program, talks: z.number().int() })),
});
export type Trend = z.infer<typeof Trend>;
