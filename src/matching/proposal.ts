// A proposal as its two see it: who is proposed, until when to answer, and what came of it.
import { z } from "zod";
import { Refusal } from "../core/refusal.ts";
import { addDays, type Day, Day as DayShape, Id } from "../core/shapes.ts";
import { Program, programs } from "../programs/program.ts";
import { parts } from "../programs/weights.ts";

export const PartPoints = z.object({
  part: z.enum([...parts, "unknown"]),
  points: z.number().int(),
  most: z.number().int(),
  known: z.boolean(),
});

export const declineReasons = ["no time now", "another would fit better", "other", "conflict"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const OwnProposal = z.object({
  runId: Id,
  learnerId: Id,
  program: Program,
  /** What you would be to each other. */
  as: z.enum(["learner", "educator"]),
  other: z.object({ personId: Id, name: z.string(), about: z.string() }),
  answerBy: DayShape,
  /**
   * Open: yours or theirs is missing. Agreed: both accepted. Closed: it comes to nothing, whoever said so. Withdrawn:
   * it cannot come to be any more, and neither of the two said so.
   */
  state: z.enum(["open", "agreed", "closed", "withdrawn", "expired"]),
  answer: z.enum(["accept", "decline"]).nullable(),
  /** What came of it, once both said yes: it waits for signatures, is in force from a day, or has ended. */
  relationship: z
    .object({ relationshipId: Id, startedOn: DayShape.nullable(), endedOn: DayShape.nullable() })
    .nullable(),
  /** The learner's own reasons for it; an educator gets none, since they tell of the learner's wishes. */
  parts: z.array(PartPoints).nullable(),
});
export type OwnProposal = z.infer<typeof OwnProposal>;

/** Whether its reader still has to say yes or no. */
export function isWaiting({ state, answer }: Pick<OwnProposal, "state" | "answer">): boolean {
  return state === "open" && answer === null;
}

/** What waits for an answer first, then in the usual order of the programs. */
export function waitingFirst<One extends Pick<OwnProposal, "state" | "answer" | "program">>(proposals: One[]): One[] {
  const rank = (one: One) => (isWaiting(one) ? 0 : programs.length) + programs.indexOf(one.program);
  return proposals.toSorted((a, b) => rank(a) - rank(b));
}

/** What both of the two read, whatever it was about: it may be the other's affair. As the database says it, by "proposal.withdrawn". */
export const withdrawnWords =
  "This proposal was withdrawn: what your school has on record has changed, so it cannot come to be any more. You need not do anything.";

const answerDaysMost = 180;

/** The days of which one may be the last to answer: the first and the last of them. */
export function answerDays(today: Day): { first: Day; last: Day } {
  return { first: addDays(today, 1), last: addDays(today, answerDaysMost) };
}

/** Whether that day can be the last to answer; an empty one, of a field that nobody filled in, cannot. */
export function deadlineRefusal(answerBy: string, today: Day): Refusal | null {
  const { first, last } = answerDays(today);
  if (answerBy >= first && answerBy <= last) return null;
  return new Refusal(
    "invalid",
    "run.deadline",
    `The last day to answer must be after today and within ${answerDaysMost} days.`,
    [{ field: "answerBy", because: `Choose a day from ${first} to ${last}.` }],
  );
}
