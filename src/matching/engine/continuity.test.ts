import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { everyMatching, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { Level, LevelProblem, Matching } from "./problem.ts";
import { arcBetween } from "./problem.ts";
import { matchOptimally } from "./solve.ts";

const levels: Level[] = [{ kind: "cardinality" }, { kind: "continuity" }, { kind: "max-sum" }];

/** One relationship at most for each learner, as in a school: the first arc that is marked. */
function withOneEach(problem: LevelProblem): LevelProblem {
  const current = new Uint8Array(problem.educator.length);
  for (let l = 0; l < problem.learners; l++) {
    const own = problem.current!.indexOf(1, problem.rowStart[l]);
    if (own >= 0 && own < problem.rowStart[l + 1]!) current[own] = 1;
  }
  return { ...problem, current };
}

const keptBy = (problem: LevelProblem, arcs: ArrayLike<number>): number =>
  Array.from(arcs).filter((arc) => arc >= 0 && problem.current![arc] === 1).length;

const held = (problem: LevelProblem): number => problem.current!.reduce((sum, mark) => sum + mark, 0);

const arcsOf = (problem: LevelProblem, { educatorOf }: Matching): Int32Array =>
  educatorOf.map((e, l) => (e < 0 ? -1 : arcBetween(problem, l, e)));

test("exactly as many relationships are moved as every choice with so many matched has to move", () => {
  fc.assert(
    fc.property(smallProblem.map(withOneEach), (problem) => {
      const matching = matchByLevels(problem, levels);
      let [most, kept] = [0, 0];
      for (const arcs of everyMatching(problem)) {
        const matched = arcs.filter((arc) => arc >= 0).length;
        if (matched > most) [most, kept] = [matched, 0];
        if (matched === most) kept = Math.max(kept, keptBy(problem, arcs));
      }
      assert.equal(problem.learners - matching.unmatched, most);
      assert.equal(keptBy(problem, arcsOf(problem, matching)), kept);
      assert.equal(matching.levels[1]!.value, held(problem) - kept);
    }),
    { numRuns: 1000 },
  );
});

/** The school after a year: one in fifty educators has left, one in fifty learners lost the arc to theirs. */
function yearLater(seed: number): { problem: LevelProblem; forced: number } {
  const before = seededProblem(seed, 2000, 800, 12, 3);
  const { educatorOf } = matchOptimally(before);
  const capacity = before.capacity.map((places, e) => (e % 50 === 0 ? 0 : places));
  const [educator, score, marks]: number[][] = [[], [], []];
  let forced = 0;
  const rowStart = before.rowStart.slice();
  for (let l = 0; l < before.learners; l++) {
    const isLost = l % 50 === 0;
    if (educatorOf[l]! >= 0 && !isLost && capacity[educatorOf[l]!] === 0) forced++;
    for (let arc = before.rowStart[l]!; arc < before.rowStart[l + 1]!; arc++) {
      const isOwn = before.educator[arc] === educatorOf[l];
      if (isOwn && isLost) continue;
      educator!.push(before.educator[arc]!);
      score!.push(before.score[arc]!);
      marks!.push(isOwn ? 1 : 0);
    }
    rowStart[l + 1] = educator!.length;
  }
  const lists = {
    educator: Int32Array.from(educator!),
    score: Int32Array.from(score!),
    current: Uint8Array.from(marks!),
  };
  return { problem: { ...before, rowStart, capacity, ...lists }, forced };
}

test("in a school a year later the fewest moves are proven, and one less is not believed", () => {
  for (const seed of [1, 2, 3]) {
    const { problem, forced } = yearLater(seed);
    const matching = matchByLevels(problem, levels);
    assert.deepEqual(checkLevels(problem, levels, matching).failures, []);
    const moved = matching.levels[1]!.value;
    const [all, kept] = [held(problem), keptBy(problem, arcsOf(problem, matching))];
    assert.equal(moved, all - kept);
    assert.ok(forced > 0 && moved >= forced, `${moved} moved, ${forced} had to be`);
    const fewer = matching.levels.map((level, at) => (at === 1 ? { ...level, value: moved - 1 } : level));
    assert.equal(checkLevels(problem, levels, { ...matching, levels: fewer, seal: undefined }).ok, false);
    // Highest total first moves far more: the level is what keeps them.
    const greedy = matchOptimally(problem);
    assert.ok(all - keptBy(problem, arcsOf(problem, greedy)) > moved);
  }
});
