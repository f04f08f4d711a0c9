// A goal that a learner owns: what they wrote of it, and what belongs to it.
import { z } from "zod";
import { Day, dayNamed, Id, Instant } from "../core/shapes.ts";

export const goalStates = ["open", "reached", "let go"] as const;
export const GoalState = z.enum(goalStates);
export type GoalState = z.infer<typeof GoalState>;

export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it to ${most.toLocaleString("en-US")} characters.`);

/** What the learner writes. Only the goal itself has to be there: the rest helps, and is asked for by hints alone. */
export const Written = z.object({
  words: words(300).min(1, "Write what you want to reach."),
  /** Why it matters to them. */
  matters: words(1000).default(""),
  /** How they will see that they are there. */
  measure: words(500).default(""),
  /** What in their training or work it serves. */
  serves: words(500).default(""),
  dueOn: dayNamed("a day, or leave it open").nullable().default(null),
  /** Wish, outcome, obstacle, plan: the goal is the wish. */
  outcome: words(500).default(""),
  obstacle: words(500).default(""),
  ifThen: words(500).default(""),
  /** A milestone or an activity of the curriculum, where the learner wants to name one. */
  milestone: words(200).default(""),
});
export type Written = z.infer<typeof Written>;

export const Step = z.object({
  stepId: Id,
  words: z.string(),
  dueOn: Day.nullable(),
  doneAt: Instant.nullable(),
});
export type Step = z.infer<typeof Step>;

/** How close the learner finds themselves, from 0 to 10. */
export const scoreMost = 10;
export const Rating = z.object({
  score: z.number().int().min(0).max(scoreMost),
  /** For which day: the day on which they said it, or one that they looked back at. */
  on: Day,
});
export type Rating = z.infer<typeof Rating>;

/** Of a list: the goal with its steps and ratings, the oldest first. */
export const Goal = Written.required().extend({
  goalId: Id,
  learnerId: Id,
  state: GoalState,
  /** How often it was written. */
  version: z.number().int(),
  changedAt: Instant,
  steps: z.array(Step),
  ratings: z.array(Rating),
});
export type Goal = z.infer<typeof Goal>;

/** A link, or a file. */
export const Evidence = z.object({
  evidenceId: Id,
  title: z.string(),
  link: z.string().nullable(),
  fileType: z.string().nullable(),
  fileBytes: z.number().int().nullable(),
  addedAt: Instant,
});
export type Evidence = z.infer<typeof Evidence>;

export const CheckIn = z.object({ checkinId: Id, words: z.string(), at: Instant });
export type CheckIn = z.infer<typeof CheckIn>;

export const commentKinds = ["question", "comment"] as const;
export const Comment = z.object({
  commentId: Id,
  /** Empty where the learner may not read that name any more. */
  author: z.string(),
  kind: z.enum(commentKinds),
  words: z.string(),
  at: Instant,
});
export type Comment = z.infer<typeof Comment>;

/** In which part somebody reads a goal: there are no others. */
export const GoalPart = z.enum(["learner", "coach"]);
export type GoalPart = z.infer<typeof GoalPart>;

export const GoalOwner = z.object({ personId: Id, name: z.string(), as: GoalPart });
export type GoalOwner = z.infer<typeof GoalOwner>;

export const WholeGoal = Goal.extend({
  learner: z.object({ personId: Id, name: z.string() }),
  as: GoalPart,
  evidence: z.array(Evidence),
  /** Newest first, both. */
  checkins: z.array(CheckIn),
  comments: z.array(Comment),
});
export type WholeGoal = z.infer<typeof WholeGoal>;

/** A learner whom the asker coaches, at a glance. */
export const CoachedGoals = z.object({
  learner: z.object({ personId: Id, name: z.string() }),
  open: z.number().int(),
  /** When the learner last wrote how it goes. */
  lastCheckinAt: Instant.nullable(),
});
export type CoachedGoals = z.infer<typeof CoachedGoals>;

/** How many there may be: of goals of one learner, and of each kind within one goal. */
export const goalMost = { goals: 100, steps: 30, evidence: 30, ratings: 400, checkins: 400, comments: 400 } as const;
