import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arcsOf, everyMatching, problemOf, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { Level, LevelProblem } from "./problem.ts";
import { defaultLevels } from "./problem.ts";
import { matchOptimally, optimalLevels } from "./solve.ts";

const bonusLevels: Level[] = [{ kind: "cardinality" }, { kind: "max-sum", continuityBonus: 500 }];
const orders: Level[][] = [
  optimalLevels,
  defaultLevels,
  bonusLevels,
  [{ kind: "cardinality" }, { kind: "max-min" }, { kind: "continuity" }, { kind: "max-sum" }],
  [{ kind: "cardinality" }, { kind: "max-sum" }, { kind: "max-min" }, { kind: "continuity" }],
];

/** The values of the levels for one choice of arcs; all but continuity are better when higher. */
function valuesOf(problem: LevelProblem, levels: readonly Level[], arcs: readonly number[]): number[] {
  const pairs = arcs.filter((arc) => arc >= 0);
  const kept = (arc: number): number => problem.current?.[arc] ?? 0;
  return levels.map((level) => {
    if (level.kind === "cardinality") return pairs.length;
    if (level.kind === "continuity")
      return arcs.filter((arc, l) => {
        const held = problem.current?.subarray(problem.rowStart[l], problem.rowStart[l + 1]).includes(1);
        return held && (arc < 0 || kept(arc) === 0);
      }).length;
    if (level.kind === "max-min") return Math.min(10_000, ...pairs.map((arc) => problem.score[arc]!));
    return pairs.reduce((sum, arc) => sum + problem.score[arc]! + bonusOf(level) * kept(arc), 0);
  });
}

function bonusOf(level: Level): number {
  return level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
}

function better(levels: readonly Level[], one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, level) => value !== other[level]);
  if (at < 0) return false;
  return levels[at]!.kind === "continuity" ? one[at]! < other[at]! : one[at]! > other[at]!;
}

test("every order of objectives reaches what enumeration reaches, and proves it", () => {
  fc.assert(
    fc.property(smallProblem, fc.constantFrom(...orders), (problem, levels) => {
      let best: number[] | undefined;
      for (const arcs of everyMatching(problem)) {
        const values = valuesOf(problem, levels, arcs);
        if (!best || better(levels, values, best)) best = values;
      }
      const matching = matchByLevels(problem, levels);
      assert.deepEqual(
        matching.levels.map((level) => level.value),
        best,
      );
      assert.deepEqual(checkLevels(problem, levels, matching).failures, []);
    }),
    { numRuns: 1500 },
  );
});

test("results too large to enumerate are proven", () => {
  for (const [seed, learners, educators, places] of [
    [1, 400, 150, 4],
    [2, 400, 150, 2],
    [3, 300, 300, 1],
    [4, 500, 20, 40],
  ] as const) {
    const problem = seededProblem(seed, learners, educators, 12, places);
    for (const levels of orders) {
      assert.deepEqual(checkLevels(problem, levels, matchByLevels(problem, levels)).failures, []);
    }
  }
});

test("one order of popularity for all, equal scores and coarse scores are proven too", () => {
  for (const places of [2, 8]) {
    const problem = seededProblem(31, 400, 120, 12, places);
    const scorings: ((score: number, arc: number) => number)[] = [
      (_, arc) => problem.educator[arc]! * 80,
      () => 7000,
      (score) => Math.floor(score / 2000) * 2000,
    ];
    for (const scoring of scorings) {
      const tied = { ...problem, score: problem.score.map(scoring) };
      for (const levels of orders) {
        assert.deepEqual(checkLevels(tied, levels, matchByLevels(tied, levels)).failures, []);
      }
    }
  }
});

test("other numbers for the same people give the same values", () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const flipped = problemOf(
        problem.learners,
        [...problem.capacity].toReversed(),
        arcsOf(problem).map((arc) => ({
          ...arc,
          learner: problem.learners - 1 - arc.learner,
          educator: problem.educators - 1 - arc.educator,
        })),
      );
      const values = (one: LevelProblem) => matchByLevels(one, defaultLevels).levels.map((level) => level.value);
      assert.deepEqual(values(flipped), values(problem));
    }),
  );
});

test("a constant added to one learner's scores does not change what the pairs are worth without it", () => {
  fc.assert(
    fc.property(smallProblem, fc.nat(), (problem, pick) => {
      const low = { ...problem, score: problem.score.map((score) => score >> 1) };
      const all = matchOptimally(low);
      const matchedAlways =
        [...low.capacity].reduce((sum, places) => sum + places, 0) >= low.learners && all.unmatched === 0;
      fc.pre(matchedAlways && low.learners > 0);
      const lucky = pick % low.learners;
      const raised = problemOf(
        low.learners,
        [...low.capacity],
        arcsOf(low).map((arc) => ({ ...arc, score: arc.score + (arc.learner === lucky ? 3000 : 0) })),
      );
      assert.equal(matchOptimally(raised).levels[1]!.value, all.levels[1]!.value + 3000);
    }),
  );
});

test("one more place never makes the result worse", () => {
  fc.assert(
    fc.property(smallProblem, fc.constantFrom(...orders.slice(0, 3)), fc.nat(), (problem, levels, pick) => {
      const capacity = problem.capacity.slice();
      capacity[pick % problem.educators]!++;
      const before = matchByLevels(problem, levels).levels.map((level) => level.value);
      const after = matchByLevels({ ...problem, capacity }, levels).levels.map((level) => level.value);
      assert.ok(!better(levels, before, after), `${before} before, ${after} after`);
    }),
  );
});

test("equal or zero scores never use a pair without an arc, and match as many as can be", () => {
  fc.assert(
    fc.property(smallProblem, fc.constantFrom(0, 10_000), (problem, score) => {
      const flat = { ...problem, score: problem.score.map(() => score) };
      const matching = matchByLevels(flat, defaultLevels);
      const arcs = new Set(arcsOf(flat).map((arc) => `${arc.learner} ${arc.educator}`));
      matching.educatorOf.forEach((e, l) => assert.ok(e === -1 || arcs.has(`${l} ${e}`)));
      let most = 0;
      for (const chosen of everyMatching(flat)) most = Math.max(most, chosen.filter((arc) => arc >= 0).length);
      assert.equal(flat.learners - matching.unmatched, most);
    }),
  );
});

test("the same input gives the same bytes", () => {
  const problem = seededProblem(7, 300, 100, 10, 3);
  assert.deepEqual(matchByLevels(problem, defaultLevels), matchByLevels(problem, defaultLevels));
});

test("an earlier result that is of no use, or was asked otherwise, leads to the same values", () => {
  const problem = seededProblem(7, 2000, 700, 12, 3);
  const current = problem.score.map((_, arc) => (arc % 9 === 0 ? 1 : 0));
  const other = { ...problem, score: problem.score.map((score) => 10_000 - score), current: Uint8Array.from(current) };
  for (const levels of [optimalLevels, bonusLevels]) {
    const cold = matchByLevels(other, levels);
    for (const warm of [matchOptimally(problem), matchByLevels({ ...problem, current: other.current }, bonusLevels)]) {
      const found = matchByLevels(other, levels, { warm });
      assert.deepEqual(
        [found.cost, found.levels.map(({ value }) => value)],
        [cold.cost, cold.levels.map(({ value }) => value)],
      );
      assert.deepEqual(checkLevels(other, levels, found).failures, []);
    }
  }
});

test("a warm start reaches the same values and stays with the pairs known", () => {
  for (let seed = 1; seed < 20; seed++) {
    const problem = seededProblem(seed, 80, 30, 6, 3);
    const first = matchByLevels(problem, defaultLevels);
    assert.deepEqual(matchByLevels(problem, defaultLevels, { warm: first }).educatorOf, first.educatorOf);
    const other = {
      ...problem,
      score: problem.score.map((score, arc) => (arc % 50 === seed ? 10_000 - score : score)),
    };
    const warm = matchByLevels(other, defaultLevels, { warm: first });
    assert.deepEqual(
      warm.levels.map((level) => level.value),
      matchByLevels(other, defaultLevels).levels.map((level) => level.value),
    );
    assert.deepEqual(checkLevels(other, defaultLevels, warm).failures, []);
  }
});
