import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arcsOf, problemOf, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { LevelProblem } from "./problem.ts";
import { defaultLevels } from "./problem.ts";
import { matchOptimally, optimalLevels } from "./solve.ts";
import type { Change } from "./what-if.ts";
import { alternatives, levelsOf, whatIf } from "./what-if.ts";

/** Some possible change of each kind. */
function changesOf(problem: LevelProblem, pick: number): Change[] {
  const arcs = arcsOf(problem);
  const changes: Change[] = [{ kind: "place", educator: pick % problem.educators }];
  const arc = arcs[pick % arcs.length];
  if (arc) changes.push({ kind: "remove", ...arc }, { kind: "pin", ...arc });
  for (let cell = 0; cell < problem.learners * problem.educators; cell++) {
    const learner = Math.floor(cell / problem.educators);
    const educator = cell % problem.educators;
    if (!arcs.some((one) => one.learner === learner && one.educator === educator))
      return [...changes, { kind: "add", learner, educator, score: pick % 10_001, current: pick % 2 === 0 }];
  }
  return changes;
}

/** The changed problem, built anew. */
function rebuilt(problem: LevelProblem, change: Change): LevelProblem {
  const capacity = [...problem.capacity];
  const arcs = arcsOf(problem);
  if (change.kind === "place") capacity[change.educator]!++;
  const isIt = (arc: { learner: number; educator: number }): boolean =>
    change.kind !== "place" && arc.learner === change.learner && arc.educator === change.educator;
  const kept = arcs.filter((arc) => {
    if (change.kind === "remove") return !isIt(arc);
    return change.kind !== "pin" || arc.learner !== change.learner || isIt(arc);
  });
  const added = change.kind === "add" ? [{ ...change, current: change.current ?? false }] : [];
  return problemOf(problem.learners, capacity, [...kept, ...added]);
}

test("the difference told is that of solving anew, and it is proven", () => {
  fc.assert(
    fc.property(smallProblem, fc.nat(), (problem, pick) => {
      const before = matchByLevels(problem, defaultLevels);
      for (const change of changesOf(problem, pick)) {
        const outcome = whatIf(problem, defaultLevels, before, change);
        const anew = matchByLevels(rebuilt(problem, change), defaultLevels);
        const values = anew.levels.map((level) => level.value);
        const known = before.levels.map((level) => level.value);
        const inOrder = problemOf(problem.learners, [...outcome.problem.capacity], arcsOf(outcome.problem));
        assert.deepEqual(inOrder, rebuilt(problem, change));
        assert.deepEqual(
          outcome.matching.levels.map((level) => level.value),
          values,
        );
        assert.deepEqual(outcome.delta, {
          matched: values[0]! - known[0]!,
          lowest: values[2]! - known[2]!,
          total: values[3]! - known[3]!,
        });
        assert.deepEqual(checkLevels(outcome.problem, defaultLevels, outcome.matching).failures, []);
        for (const { learner, from, to } of outcome.moved) {
          assert.equal(before.educatorOf[learner], from);
          assert.equal(outcome.matching.educatorOf[learner], to);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("one more place is worth at most its price", () => {
  const problem = seededProblem(21, 60, 20, 6, 3);
  const before = matchOptimally(problem);
  for (let educator = 0; educator < problem.educators; educator++) {
    if (problem.capacity[educator] === 0) continue;
    const { delta } = whatIf(problem, optimalLevels, before, { kind: "place", educator });
    if (before.levels[0]!.prices[educator] === 0) assert.equal(delta.matched, 0);
    if (delta.matched === 0) assert.ok(delta.total <= before.prices[educator]!);
  }
});

test("a change that touches nothing used moves nobody", () => {
  const problem = seededProblem(22, 60, 20, 6, 3);
  const matching = matchByLevels(problem, defaultLevels);
  const unused = arcsOf(problem).find((arc) => matching.educatorOf[arc.learner] !== arc.educator)!;
  const { delta, moved } = whatIf(problem, defaultLevels, matching, { kind: "remove", ...unused });
  assert.deepEqual(delta, { matched: 0, lowest: 0, total: 0 });
  assert.deepEqual(moved, []);
});

test("alternatives tell what each other pair would cost, and whom", () => {
  const contest = problemOf(
    2,
    [1, 1],
    [
      { learner: 0, educator: 0, score: 6000 },
      { learner: 0, educator: 1, score: 5000 },
      { learner: 1, educator: 0, score: 8000 },
      { learner: 1, educator: 1, score: 3000 },
    ],
  );
  assert.deepEqual(alternatives(contest, matchOptimally(contest), 0), [
    {
      educator: 0,
      score: 6000,
      delta: { matched: 0, lowest: -2000, total: -4000 },
      total: 9000,
      losers: [{ learner: 1, from: 0, to: 1, scoreBefore: 8000, scoreAfter: 3000 }],
    },
  ]);
});

test("a change that cannot be made is refused", () => {
  const problem = problemOf(1, [1, 1], [{ learner: 0, educator: 0, score: 1 }]);
  const matching = matchOptimally(problem);
  const refused: [Change, RegExp][] = [
    [{ kind: "add", learner: 0, educator: 0, score: 1 }, /has an arc to 0 already/],
    [{ kind: "add", learner: 0, educator: 1, score: NaN }, /score/],
    [{ kind: "remove", learner: 0, educator: 1 }, /has no arc to 1/],
    [{ kind: "pin", learner: 3, educator: 1 }, /no learner 3/],
    [{ kind: "place", educator: 2 }, /no educator 2/],
  ];
  for (const [change, message] of refused)
    assert.throws(() => whatIf(problem, optimalLevels, matching, change), message);
});

test("the levels of a matching can be read back, bonus included", () => {
  const problem = seededProblem(2, 20, 8, 4, 2);
  const levels = [{ kind: "cardinality" as const }, { kind: "max-sum" as const, continuityBonus: 300 }];
  assert.deepEqual(levelsOf(matchByLevels(problem, levels)), levels);
});
