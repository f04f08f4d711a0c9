import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { everyMatching, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels, checkOptimal } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { LevelProblem, Matching } from "./problem.ts";
import { defaultLevels } from "./problem.ts";
import { matchOptimally } from "./solve.ts";

type Shown = { problem: LevelProblem; matching: Matching };

/** One change to one word of what is shown; null where there is no such word. */
const mutations: Record<string, (shown: Shown, pick: number) => Shown | null> = {
  pair: ({ problem, matching }, pick) => {
    if (problem.learners === 0) return null;
    const educatorOf = matching.educatorOf.slice();
    const l = pick % problem.learners;
    educatorOf[l] = educatorOf[l]! + 1 < problem.educators ? educatorOf[l]! + 1 : -1;
    return { problem, matching: { ...matching, educatorOf } };
  },
  price: ({ problem, matching }, pick) => {
    const levels = matching.levels.map((level) => ({ ...level, prices: level.prices.slice() }));
    levels[pick % levels.length]!.prices[pick % problem.educators]! += pick % 2 === 0 ? 1 : -1;
    return { problem, matching: { ...matching, levels, prices: levels.at(-1)!.prices } };
  },
  "last price": ({ problem, matching }, pick) => {
    const prices = matching.prices.slice();
    prices[pick % problem.educators]!++;
    return { problem, matching: { ...matching, prices } };
  },
  value: ({ problem, matching }, pick) => {
    const at = pick % matching.levels.length;
    const levels = matching.levels.map((level, k) => (k === at ? { ...level, value: level.value + 1 } : level));
    return { problem, matching: { ...matching, levels } };
  },
  cost: ({ problem, matching }) => ({ problem, matching: { ...matching, cost: matching.cost - 1 } }),
  unmatched: ({ problem, matching }) => ({ problem, matching: { ...matching, unmatched: matching.unmatched + 1 } }),
  score: ({ problem, matching }, pick) => {
    if (problem.score.length === 0) return null;
    const score = problem.score.slice();
    const arc = pick % score.length;
    score[arc]! += score[arc] === 10_000 ? -1 : 1;
    return { problem: { ...problem, score }, matching };
  },
  capacity: ({ problem, matching }, pick) => {
    const capacity = problem.capacity.slice();
    const e = pick % capacity.length;
    capacity[e]! += pick % 2 === 0 || capacity[e] === 0 ? 1 : -1;
    return { problem: { ...problem, capacity }, matching };
  },
  relationship: ({ problem, matching }, pick) => {
    if (!problem.current || problem.score.length === 0) return null;
    const current = problem.current.slice();
    current[pick % current.length]! ^= 1;
    return { problem: { ...problem, current }, matching };
  },
};

test("every single change to pairs, prices, values, scores or capacities is rejected", () => {
  fc.assert(
    fc.property(smallProblem, fc.constantFrom(...Object.keys(mutations)), fc.nat(), (problem, name, pick) => {
      const matching = matchByLevels(problem, defaultLevels);
      const changed = mutations[name]!({ problem, matching }, pick);
      fc.pre(changed !== null);
      assert.equal(checkLevels(changed.problem, defaultLevels, changed.matching).ok, false);
    }),
    { numRuns: 2000 },
  );
});

test("without its seal, what still passes is truly optimal", () => {
  fc.assert(
    fc.property(smallProblem, fc.constantFrom(...Object.keys(mutations)), fc.nat(), (problem, name, pick) => {
      const { seal: _, ...matching } = matchOptimally(problem);
      const changed = mutations[name]!({ problem, matching }, pick);
      fc.pre(changed !== null);
      const checked = checkOptimal(changed.problem, changed.matching);
      fc.pre(checked.ok);
      let most = 0;
      let least = 0;
      for (const arcs of everyMatching(changed.problem)) {
        const pairs = arcs.filter((arc) => arc >= 0);
        const cost = pairs.reduce((sum, arc) => sum + 10_000 - changed.problem.score[arc]!, 0);
        if (pairs.length > most || (pairs.length === most && cost < least)) [most, least] = [pairs.length, cost];
      }
      assert.deepEqual([problem.learners - changed.matching.unmatched, changed.matching.cost], [most, least]);
      assert.equal(checked.bound, checked.cost);
    }),
    { numRuns: 1500 },
  );
});

test("a worse matching is rejected on its own figures", () => {
  const problem = seededProblem(3, 60, 25, 6, 3);
  const { seal: _, ...matching } = matchOptimally(problem);
  const first = matching.educatorOf.findIndex((e) => e >= 0);
  const arc = [...problem.educator].findIndex(
    (e, at) => at >= problem.rowStart[first]! && e === matching.educatorOf[first],
  );
  const educatorOf = matching.educatorOf.slice();
  educatorOf[first] = -1;
  const worse: Matching = {
    ...matching,
    educatorOf,
    unmatched: matching.unmatched + 1,
    cost: matching.cost - (10_000 - problem.score[arc]!),
    levels: [
      { ...matching.levels[0]!, value: matching.levels[0]!.value - 1 },
      { ...matching.levels[1]!, value: matching.levels[1]!.value - problem.score[arc]! },
    ],
  };
  const { ok, failures } = checkOptimal(problem, worse);
  assert.equal(ok, false);
  assert.match(failures.join("\n"), /cardinality: the pairs reach \d+, the prices allow/);
});

test("nonsense is answered, not thrown", () => {
  const problem = seededProblem(5, 20, 8, 4, 2);
  const matching = matchOptimally(problem);
  const broken: [string, LevelProblem, Matching][] = [
    ["short rows", { ...problem, rowStart: problem.rowStart.slice(1) }, matching],
    ["falling rows", { ...problem, rowStart: problem.rowStart.map((at, l) => (l === 3 ? 1e6 : at)) }, matching],
    ["unknown educator", { ...problem, educator: problem.educator.map(() => 99) }, matching],
    ["no levels", problem, { ...matching, levels: [] }],
    ["short prices", problem, { ...matching, prices: matching.prices.slice(1) }],
    ["short pairs", problem, { ...matching, educatorOf: matching.educatorOf.slice(1) }],
    ["stopped", problem, { ...matching, finished: false }],
  ];
  for (const [name, input, output] of broken) {
    const { ok, failures } = checkOptimal(input, output);
    assert.equal(ok, false, name);
    assert.ok(failures.length > 0, name);
  }
});

test("rows may list educators in any order, but each only once", () => {
  const problem: LevelProblem = {
    learners: 2,
    educators: 3,
    rowStart: Int32Array.of(0, 3, 5),
    educator: Int32Array.of(2, 0, 1, 1, 0),
    score: Int32Array.of(10, 20, 30, 40, 50),
    capacity: Int32Array.of(1, 1, 1),
  };
  const matching = { ...matchOptimally(problem), seal: undefined };
  assert.deepEqual(checkOptimal(problem, matching).failures, []);
  for (const at of [1, 2]) {
    const educator = problem.educator.slice();
    educator[at] = 2;
    assert.match(checkOptimal({ ...problem, educator }, matching).failures.join(), /learner 0 has an educator twice/);
  }
});

test("arcs outside what can be are refused, whatever kind of list they come in", () => {
  const problem: LevelProblem = seededProblem(9, 30, 10, 5, 4);
  const matching = { ...matchOptimally(problem), seal: undefined };
  for (const wrong of [-1, 0.5, 10_001, NaN, Infinity]) {
    const score = Array.from(problem.score);
    score[7] = wrong;
    const given = { ...problem, score: score as unknown as Int32Array };
    assert.match(checkOptimal(given, matching).failures.join(), /arc 7 is out of range/);
  }
  for (const wrong of [-1, 0.5, 10, NaN]) {
    const educator = Array.from(problem.educator);
    educator[3] = wrong;
    const given = { ...problem, educator: educator as unknown as Int32Array };
    assert.match(checkOptimal(given, matching).failures.join(), /arc 3 is out of range/);
  }
});
