import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { everyMatching, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import type { RankedProblem } from "./stable.ts";
import { checkStable, matchStably, openToAll } from "./stable.ts";

/** Values of both sides: `levels` few means many ties. */
const rankedProblem = (levels: number): fc.Arbitrary<RankedProblem> =>
  smallProblem.chain((problem) => {
    const values = fc.array(fc.integer({ min: -levels, max: levels }), {
      minLength: problem.score.length,
      maxLength: problem.score.length,
    });
    return fc.tuple(values, values).map(([learner, educator]) => ({
      ...problem,
      learnerValue: Int32Array.from(learner),
      educatorValue: Int32Array.from(educator),
    }));
  });

/** No two arcs of a person are worth the same. */
const strictProblem = rankedProblem(1000).map((problem) => ({
  ...problem,
  learnerValue: problem.learnerValue.map((value, arc) => value * 64 + arc),
  educatorValue: problem.educatorValue.map((value, arc) => value * 64 + arc),
}));

const pairsOf = (problem: RankedProblem, arcs: readonly number[]): Int32Array =>
  Int32Array.from(arcs, (arc) => (arc < 0 ? -1 : problem.educator[arc]!));

test("nobody and no educator would both rather be together, whoever proposes, ties and short lists included", () => {
  fc.assert(
    fc.property(rankedProblem(1), fc.constantFrom("learner" as const, "educator" as const), (problem, proposer) => {
      assert.deepEqual(checkStable(problem, matchStably(problem, { proposer })), {
        ok: true,
        blockingPairs: 0,
        failures: [],
      });
    }),
    { numRuns: 500 },
  );
});

test("each learner gets the best educator of any stable matching when learners propose, the worst when educators do", () => {
  fc.assert(
    fc.property(strictProblem, (problem) => {
      const value = (l: number, educatorOf: Int32Array): number => {
        for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++)
          if (problem.educator[arc] === educatorOf[l]) return problem.learnerValue[arc]!;
        return -Infinity;
      };
      const best = matchStably(problem).educatorOf;
      const worst = matchStably(problem, { proposer: "educator" }).educatorOf;
      for (const arcs of everyMatching(problem)) {
        const educatorOf = pairsOf(problem, arcs);
        if (checkStable(problem, { educatorOf, cutoffs: best }).blockingPairs > 0) continue;
        for (let l = 0; l < problem.learners; l++) {
          assert.ok(value(l, educatorOf) <= value(l, best));
          assert.ok(value(l, educatorOf) >= value(l, worst));
          assert.equal(educatorOf[l] === -1, best[l] === -1);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("the checker counts blocking pairs, wrong cutoffs and broken pairs", () => {
  const problem: RankedProblem = {
    learners: 2,
    educators: 2,
    rowStart: Int32Array.of(0, 2, 4),
    educator: Int32Array.of(0, 1, 0, 1),
    score: new Int32Array(4),
    capacity: Int32Array.of(1, 1),
    learnerValue: Int32Array.of(2, 1, 2, 1),
    educatorValue: Int32Array.of(5, 5, 3, 3),
  };
  const { educatorOf, cutoffs } = matchStably(problem);
  assert.deepEqual(
    [[...educatorOf], [...cutoffs]],
    [
      [0, 1],
      [5, 3],
    ],
  );
  assert.equal(
    checkStable(problem, { educatorOf: Int32Array.of(1, 0), cutoffs: Int32Array.of(3, 5) }).blockingPairs,
    1,
  );
  assert.equal(
    checkStable(problem, { educatorOf: Int32Array.of(-1, -1), cutoffs: Int32Array.of(openToAll, openToAll) })
      .blockingPairs,
    4,
  );
  assert.equal(checkStable(problem, { educatorOf, cutoffs: Int32Array.of(4, 3) }).ok, false);
  assert.equal(checkStable(problem, { educatorOf: Int32Array.of(0, 0), cutoffs }).ok, false);
  assert.throws(() => matchStably({ ...problem, learnerValue: new Int32Array(3) }), /learnerValue: has 3 entries/);
});

test("a thousand learners settle", () => {
  const problem = seededProblem(9, 1000, 300, 20, 4);
  const learnerValue = problem.score;
  const educatorValue = problem.score.map((score, arc) => (score * 31 + arc * 17) % 1000);
  const ranked = { ...problem, learnerValue, educatorValue };
  assert.equal(checkStable(ranked, matchStably(ranked)).ok, true);
});
