// What outside the library rests on which claims: lines of charters, ground rules, guides, answers and pitfalls. It is a table in
// code, because what Chiron says there is code too: where a school says something else, its link says "On this" and not "Why".
// A claim that a school does not have is left out wherever it is used.
import { z } from "zod";
import { Lapsed, State } from "./standing.ts";
import { Key } from "./source.ts";

/** By a name whose first part says on which page. */
export const uses: Readonly<Record<string, readonly string[]>> = {
  "charter/advising/purpose": ["what-lcme-calls-advising"],
  "charter/advising/confidentiality": ["students-may-inspect"],
  "charter/advising/wall": ["counselors-do-not-judge"],
  "charter/advising/training": ["roles-training"],
  "charter/coaching/purpose": ["roles-by-talk"],
  "charter/coaching/numbers": ["hours-of-a-coach", "one-to-three"],
  "charter/coaching/confidentiality": ["private-notes-are-narrow"],
  "charter/coaching/wall": ["coaches-do-not-assess", "coaches-do-not-observe"],
  "charter/coaching/training": ["coaches-are-trained", "five-domains"],
  "charter/mentoring/purpose": ["mentoring-gives"],
  "charter/mentoring/numbers": ["one-to-three"],
  "charter/mentoring/confidentiality": ["many-must-report"],
  "charter/mentoring/wall": ["mentors-support"],
  "charter/mentoring/training": ["roles-training"],
  rules: ["rules-by-both", "what-agreements-say"],
  "rule/advising/scope": ["roles-by-talk"],
  "rule/advising/no-judging": ["counselors-do-not-judge"],
  "rule/advising/limits": ["many-must-report"],
  "rule/coaching/scheduling": ["learner-sets-agenda"],
  "rule/coaching/cadence": ["hours-of-a-coach"],
  "rule/coaching/scope": ["coach-knows-limits"],
  "rule/coaching/no-judging": ["coaches-do-not-assess"],
  "rule/coaching/limits": ["many-must-report"],
  "rule/mentoring/scope": ["mentoring-gives"],
  "rule/mentoring/no-judging": ["mentors-support"],
  "rule/mentoring/limits": ["many-must-report"],
  "rule/mentoring/ending": ["mentors-can-harm"],
  "agenda/advising": ["what-lcme-calls-advising"],
  "agenda/coaching": ["learner-sets-agenda"],
  "agenda/mentoring": ["mentoring-gives"],
  guides: ["coaches-after-training"],
  "guide/GROW": ["roles-by-talk"],
  "answer/advising": ["what-lcme-calls-advising"],
  "answer/coaching": ["goal-academic"],
  "answer/mentoring": ["mentoring-gives"],
  "answer/counseling": ["counselors-do-not-judge"],
  "pitfalls/wall": ["four-pitfalls", "roles-blur", "coaches-do-not-assess"],
  "pitfalls/training": ["four-pitfalls", "no-time-no-incentive", "coaches-paid-time"],
};

/** Every claim that is used anywhere, once. */
export const claimsInUse: readonly string[] = [...new Set(Object.values(uses).flat())];

/** A claim as it is told outside the library. */
export const ClaimInUse = z.object({
  key: Key,
  statement: z.string(),
  state: State,
  lapsed: Lapsed.nullable(),
  /** Where it is used. */
  uses: z.array(z.string()),
});
export type ClaimInUse = z.infer<typeof ClaimInUse>;

export function usesOf(claim: string): string[] {
  return Object.keys(uses).filter((use) => uses[use]?.includes(claim));
}

/** In the order in which they are used there. */
export function claimsAt(use: string, claims: readonly ClaimInUse[]): ClaimInUse[] {
  return (uses[use] ?? []).flatMap((key) => claims.filter((claim) => claim.key === key));
}

const shortest = 100;

/** As much of a statement as stands on a line or two, cut between words. */
export function shortOf(statement: string): string {
  if (statement.length <= shortest) return statement.replace(/\.$/, "");
  return `${statement
    .slice(0, shortest)
    .replace(/\s+\S*$/, "")
    .replace(/[,;:.]$/, "")}…`;
}
