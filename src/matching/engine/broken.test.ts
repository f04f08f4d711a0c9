import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels, checkOptimal } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { LevelProblem } from "./problem.ts";
import { defaultLevels } from "./problem.ts";
import { matchOptimally, solve } from "./solve.ts";
import type { RankedProblem } from "./stable.ts";
import { checkStable, matchStably, openToAll } from "./stable.ts";
import { whatIf } from "./what-if.ts";

/** No whole number, or one that no list, count or score may hold. */
const wrongNumber = fc.constantFrom(NaN, Infinity, -Infinity, 0.5, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53);
const lists = ["rowStart", "educator", "score", "capacity"] as const;

/** The problem with one number of one list exchanged, in a list that holds any number. */
function withWrong<P extends LevelProblem>(problem: P, list: keyof P & string, pick: number, wrong: number): P | null {
  const values = Array.from(problem[list] as Int32Array);
  if (values.length === 0) return null;
  values[pick % values.length] = wrong;
  return { ...problem, [list]: values };
}

const ranked = (problem: LevelProblem): RankedProblem => ({
  ...problem,
  learnerValue: problem.score,
  educatorValue: problem.score,
});

const broken = fc
  .tuple(smallProblem, fc.constantFrom(...lists), fc.nat(), wrongNumber)
  .map(([problem, list, pick, wrong]) => ({ problem, bad: withWrong(problem, list, pick, wrong) }));

test("a number that cannot be is refused by all that match, and passes none of what checks", async () => {
  await fc.assert(
    fc.asyncProperty(broken, async ({ problem, bad }) => {
      fc.pre(bad !== null);
      const matching = matchByLevels(problem, defaultLevels);
      for (const match of [
        () => matchOptimally(bad),
        () => matchOptimally(bad, { warm: matching }),
        () => matchByLevels(bad, defaultLevels),
        () => matchStably(ranked(bad)),
        () => matchStably(ranked(bad), { proposer: "educator" }),
      ])
        assert.throws(match, RangeError);
      await assert.rejects(solve(bad), RangeError);
      assert.equal(checkLevels(bad, defaultLevels, { ...matching, seal: undefined }).ok, false);
      assert.equal(checkOptimal(bad, { ...matchOptimally(problem), seal: undefined }).ok, false);
      assert.equal(checkStable(ranked(bad), matchStably(ranked(problem))).ok, false);
    }),
    { numRuns: 600 },
  );
});

test("values of two sides that cannot be are refused, the widest that can be are not", () => {
  fc.assert(
    fc.property(smallProblem, fc.boolean(), fc.nat(), wrongNumber, (problem, isLearners, pick, wrong) => {
      fc.pre(wrong !== -1);
      const list = isLearners ? "learnerValue" : "educatorValue";
      const widest = ranked({
        ...problem,
        score: problem.score.map((points) => (points % 2 ? 1 : -1) * (2 ** 31 - 1)),
      });
      const given = { ...widest, score: problem.score };
      const matching = matchStably(given);
      assert.deepEqual(checkStable(given, matching).failures, []);
      for (const one of [wrong, openToAll]) {
        const bad = withWrong(given, list, pick, one);
        fc.pre(bad !== null);
        assert.throws(() => matchStably(bad), new RegExp(`${list}\\[`));
        assert.equal(checkStable(bad, matching).ok, false);
      }
    }),
    { numRuns: 300 },
  );
});

test("totals beyond 2^31 are counted exactly, and more places than that are refused", () => {
  const learners = 300_000;
  const problem: LevelProblem = {
    learners,
    educators: 2,
    rowStart: Int32Array.from({ length: learners + 1 }, (_, l) => l),
    educator: Int32Array.from({ length: learners }, (_, l) => l % 2),
    score: new Int32Array(learners).fill(1),
    capacity: Int32Array.of(learners, 2 ** 31 - 1 - learners),
  };
  const matching = matchOptimally(problem);
  assert.equal(matching.cost, 9_999 * learners);
  assert.ok(matching.cost > 2 ** 31);
  assert.deepEqual(checkOptimal(problem, matching).failures, []);
  assert.throws(
    () => whatIf(problem, [{ kind: "cardinality" }], matching, { kind: "place", educator: 1 }),
    /2147483648 places in all/,
  );
});

test("without learners, without arcs and without places, everything answers with nothing", async () => {
  for (const learners of [0, 3]) {
    for (const capacity of [[], [0, 0], [2, 1]]) {
      const empty: LevelProblem = {
        learners,
        educators: capacity.length,
        rowStart: new Int32Array(learners + 1),
        educator: new Int32Array(0),
        score: new Int32Array(0),
        capacity: Int32Array.from(capacity),
      };
      const matching = await solve(empty, { levels: defaultLevels });
      assert.equal(matching.unmatched, learners);
      assert.deepEqual(checkLevels(empty, defaultLevels, matching).failures, []);
      assert.deepEqual(checkStable(ranked(empty), matchStably(ranked(empty))).failures, []);
    }
  }
});
