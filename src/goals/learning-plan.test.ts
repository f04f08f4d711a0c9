// Two versions of a learning plan compared: what differs, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal } from "./goal.ts";
import { changesBetween, type PlanBody, planGoalOf } from "./learning-plan.ts";

const goal = (goalId: string, more: Partial<Goal> = {}): Goal => ({
  goalId,
  learnerId: "l",
  words: `Goal ${goalId}`,
  matters: "",
  measure: "",
  serves: "",
  dueOn: "2027-02-01",
  outcome: "",
  obstacle: "",
  ifThen: "",
  milestone: "",
  state: "open",
  version: 1,
  changedAt: "2026-11-01T00:00:00Z",
  steps: [{ stepId: "s", words: "Ask for feedback", dueOn: null, doneAt: null }],
  ratings: [{ score: 4, on: "2026-11-01" }],
  ...more,
});
const both = { withRatings: true, withEvidence: true };
const body = (goals: Goal[], chosen = both): PlanBody => ({
  title: "My plan",
  strengths: "Listening",
  growth: "",
  support: "",
  goals: goals.map((one) => planGoalOf(one, [], chosen)),
});

test("what differs is named with both texts, goals by their own words, and what went stands last", () => {
  const before = body([goal("a"), goal("b")]);
  assert.deepEqual(changesBetween(before, before), []);
  const done = [{ stepId: "s", words: "Ask for feedback", dueOn: null, doneAt: "2026-11-20T00:00:00Z" }];
  const ratings = [...goal("a").ratings, { score: 7, on: "2026-11-20" }];
  const after = { ...body([goal("c"), goal("a", { steps: done, ratings, dueOn: null })]), growth: "Presenting" };
  assert.deepEqual(changesBetween(before, after), [
    { where: "What I want to learn", before: null, after: "Presenting" },
    { where: "Goal", before: null, after: "Goal c" },
    { where: "Goal a: By", before: "2027-02-01", after: null },
    { where: "Goal a: Steps", before: "Ask for feedback", after: "Ask for feedback (done)" },
    { where: "Goal a: Own rating", before: "4 of 10", after: "7 of 10" },
    { where: "Goal", before: "Goal b", after: null },
  ]);
});

test("ratings and evidence are in a plan only where the learner puts them there", () => {
  const bare = planGoalOf(
    goal("a"),
    [{ evidenceId: "e", title: "Notes", link: null, fileType: "text/plain", fileBytes: 3, addedAt: "" }],
    { withRatings: false, withEvidence: false },
  );
  assert.deepEqual([bare.ratings, bare.evidence], [null, null]);
});
