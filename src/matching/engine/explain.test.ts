import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arcsOf, problemOf, smallProblem } from "../../../tests/help/problems.ts";
import { explainNonPair, explainPair } from "./explain.ts";
import { matchByLevels } from "./levels.ts";
import { arcBetween, defaultLevels } from "./problem.ts";
import { matchOptimally } from "./solve.ts";

// Both want educator 0, who has one place and suits learner 1 better by 2000.
const contest = problemOf(
  2,
  [1, 1, 0],
  [
    { learner: 0, educator: 0, score: 6000 },
    { learner: 0, educator: 1, score: 5000 },
    { learner: 0, educator: 2, score: 9999 },
    { learner: 1, educator: 0, score: 8000 },
    { learner: 1, educator: 1, score: 3000 },
  ],
);

test("a pair is explained by its score, its price and the next best", () => {
  const matching = matchOptimally(contest);
  assert.deepEqual([...matching.educatorOf], [1, 0]);
  // The place costs learner 0 the 1000 points by which it suits better than the other.
  assert.deepEqual(explainPair(contest, matching, 1, 0), {
    score: 8000,
    rank: 1,
    arcs: 2,
    price: 1000,
    next: { educator: 1, slack: 4000 },
  });
  assert.throws(() => explainPair(contest, matching, 0, 0), /are not a pair/);
});

test("a pair that was not made is explained by what outbid it", () => {
  const matching = matchOptimally(contest);
  // At the lowest price the loser is just as well off: one point more for the pair would have won the place.
  assert.deepEqual(explainNonPair(contest, matching, 0, 0), { reason: "tied", score: 6000, price: 1000, slack: 0 });
  assert.deepEqual(explainNonPair(contest, matching, 0, 2), { reason: "no places" });
  assert.deepEqual(explainNonPair(contest, matching, 1, 1), {
    reason: "better elsewhere",
    score: 3000,
    price: 0,
    slack: 4000,
  });
  assert.deepEqual(explainNonPair(contest, matching, 1, 2), { reason: "no arc" });
  assert.throws(() => explainNonPair(contest, matching, 1, 0), /are a pair/);
});

test("who has no place is told that the places are full, and an earlier objective is named", () => {
  const short = problemOf(
    2,
    [1],
    [
      { learner: 0, educator: 0, score: 4000 },
      { learner: 1, educator: 0, score: 9000 },
    ],
  );
  const told = explainNonPair(short, matchOptimally(short), 0, 0);
  assert.ok(told.reason === "full" || told.reason === "tied", told.reason);
  const kept = problemOf(
    1,
    [1, 1],
    [
      { learner: 0, educator: 0, score: 10, current: true },
      { learner: 0, educator: 1, score: 9000 },
    ],
  );
  const byLevels = matchByLevels(kept, defaultLevels);
  assert.deepEqual(explainNonPair(kept, byLevels, 0, 1), { reason: "earlier level", level: "continuity", score: 9000 });
});

test("every arc has an explanation; a shortfall is never below 0 and never above what forcing the pair costs", () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const matching = matchOptimally(problem);
      for (const { learner, educator, score } of arcsOf(problem)) {
        if (matching.educatorOf[learner] === educator) {
          const { next } = explainPair(problem, matching, learner, educator);
          assert.ok(!next || next.slack >= 0);
          continue;
        }
        const told = explainNonPair(problem, matching, learner, educator);
        if (!("slack" in told)) continue;
        assert.ok(told.slack >= 0);
        const forced = matchOptimally(
          problemOf(
            problem.learners,
            [...problem.capacity],
            arcsOf(problem).filter((arc) => arc.learner !== learner || arc.educator === educator),
          ),
        );
        if (forced.unmatched === matching.unmatched && forced.educatorOf[learner] === educator)
          assert.ok(matching.levels[1]!.value - forced.levels[1]!.value >= told.slack);
        assert.equal(score, problem.score[arcBetween(problem, learner, educator)]);
      }
    }),
    { numRuns: 300 },
  );
});
