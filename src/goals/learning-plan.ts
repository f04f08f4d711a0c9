// The individualized learning plan: what a learner wrote of themselves, with goals as they stood on that day.
import { z } from "zod";
import { Day, Id, Instant } from "../core/shapes.ts";
import { type Evidence, type Goal, GoalState, Rating, words, Written } from "./goal.ts";

/** The learner's own words, each of which may stay empty but the title. */
export const PlanWords = z.object({
  title: words(120).min(1, "Give the plan a title."),
  /** What they are good at, what they want to learn, and who and what helps them: a name stands there only if they write it. */
  strengths: words(2000).default(""),
  growth: words(2000).default(""),
  support: words(1000).default(""),
});
export type PlanWords = z.infer<typeof PlanWords>;

/** A goal as it stood. What a coach said and how it goes from week to week are no part of a plan. */
export const PlanGoal = Written.required().extend({
  goalId: Id,
  state: GoalState,
  steps: z.array(z.object({ words: z.string(), dueOn: Day.nullable(), done: z.boolean() })),
  /** Null where the learner left them out. */
  ratings: z.array(Rating).nullable(),
  evidence: z.array(z.object({ title: z.string(), link: z.string().nullable() })).nullable(),
});
export type PlanGoal = z.infer<typeof PlanGoal>;

export const PlanBody = PlanWords.required().extend({ goals: z.array(PlanGoal) });
export type PlanBody = z.infer<typeof PlanBody>;

export const LearningPlan = z.object({
  version: z.number().int(),
  writtenAt: Instant,
  body: PlanBody,
});
export type LearningPlan = z.infer<typeof LearningPlan>;

/** What whoever has a link sees, and nothing else. */
export const SharedPlan = LearningPlan.extend({ learner: z.string(), expiresAt: Instant });
export type SharedPlan = z.infer<typeof SharedPlan>;

export const PlanLink = z.object({
  linkId: Id,
  version: z.number().int(),
  /** For whom, as the learner noted it. */
  label: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  withdrawnAt: Instant.nullable(),
});
export type PlanLink = z.infer<typeof PlanLink>;

export const linkDaysMost = 180;

export interface Chosen {
  withRatings: boolean;
  withEvidence: boolean;
}

export function planGoalOf(goal: Goal, evidence: readonly Evidence[], chosen: Chosen): PlanGoal {
  const { learnerId: _learner, version: _version, changedAt: _changed, steps, ratings, ...written } = goal;
  return {
    ...written,
    steps: steps.map(({ words: step, dueOn, doneAt }) => ({ words: step, dueOn, done: doneAt !== null })),
    ratings: chosen.withRatings ? ratings : null,
    evidence: chosen.withEvidence ? evidence.map(({ title, link }) => ({ title, link })) : null,
  };
}

/** The words on screen and in print of each part of a goal, in order. */
export const goalParts: readonly [keyof Written, string][] = [
  ["matters", "Why it matters"],
  ["measure", "How I will see it"],
  ["serves", "What it serves"],
  ["outcome", "The best that comes of it"],
  ["obstacle", "What in me stands in the way"],
  ["ifThen", "If that, then"],
  ["milestone", "Milestone or activity"],
];

export const planParts: readonly [Exclude<keyof PlanWords, "title">, string][] = [
  ["strengths", "What I am good at"],
  ["growth", "What I want to learn"],
  ["support", "Who and what helps me"],
];

export interface PlanChange {
  /** Where: a part of the plan, or a goal and its part. */
  where: string;
  /** Null: it was not there; or is not any more. */
  before: string | null;
  after: string | null;
}

/** What differs between two versions, from top to bottom of the later one; what went stands last. */
export function changesBetween(before: PlanBody, after: PlanBody): PlanChange[] {
  const own = differing("", textsOf(before), textsOf(after));
  const kept = after.goals.flatMap((goal) => {
    const earlier = before.goals.find(({ goalId }) => goalId === goal.goalId);
    if (earlier === undefined) return [{ where: "Goal", before: null, after: goal.words }];
    return differing(`${goal.words}: `, goalTextsOf(earlier), goalTextsOf(goal));
  });
  const gone = before.goals
    .filter(({ goalId }) => after.goals.every((goal) => goal.goalId !== goalId))
    .map((goal) => ({ where: "Goal", before: goal.words, after: null }));
  return [...own, ...kept, ...gone];
}

function textsOf(body: PlanBody): Map<string, string> {
  return new Map([["Title", body.title], ...planParts.map(([part, word]) => [word, body[part]] as const)]);
}

function goalTextsOf(goal: PlanGoal): Map<string, string> {
  const last = goal.ratings?.at(-1);
  return new Map([
    ["Goal", goal.words],
    ["State", goal.state],
    ["By", goal.dueOn ?? ""],
    ...goalParts.map(([part, word]) => [word, goal[part] ?? ""] as const),
    ["Steps", goal.steps.map(({ words: step, done }) => `${step}${done ? " (done)" : ""}`).join("; ")],
    ["Own rating", last === undefined ? "" : `${last.score} of 10`],
    ["Evidence", (goal.evidence ?? []).map(({ title }) => title).join("; ")],
  ]);
}

function differing(prefix: string, before: Map<string, string>, after: Map<string, string>): PlanChange[] {
  return [...after].flatMap(([name, text]) => {
    const earlier = before.get(name) ?? "";
    return earlier === text ? [] : [{ where: prefix + name, before: earlier || null, after: text || null }];
  });
}
