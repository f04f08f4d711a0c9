import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { everyMatching, seededProblem, smallProblem } from "../../../tests/help/problems.ts";
import { checkLevels } from "./check.ts";
import { matchByLevels } from "./levels.ts";
import type { Level, LevelProblem } from "./problem.ts";
import { rankProfile } from "./problem.ts";
import { levelsOf, whatIf } from "./what-if.ts";

const ranks = 3;
/** Wishes right after how many are matched, after the lowest score, and one rank alone. */
const orders: Level[][] = [
  [{ kind: "cardinality" }, ...rankProfile(ranks), { kind: "max-sum" }],
  [{ kind: "cardinality" }, { kind: "max-min" }, ...rankProfile(ranks)],
  [{ kind: "cardinality" }, { kind: "rank", rank: 2 }, { kind: "continuity" }, { kind: "max-sum" }],
];

const ranked: fc.Arbitrary<LevelProblem> = smallProblem.chain((problem) =>
  fc
    .array(fc.integer({ min: 0, max: ranks }), { minLength: problem.score.length, maxLength: problem.score.length })
    .map((rank) => ({ ...problem, rank: Uint8Array.from(rank) })),
);

/** All higher is better here: relationships moved count as negative. */
function valuesOf(problem: LevelProblem, levels: readonly Level[], arcs: readonly number[]): number[] {
  const pairs = arcs.filter((arc) => arc >= 0);
  return levels.map((level) => {
    if (level.kind === "cardinality") return pairs.length;
    if (level.kind === "rank") return pairs.filter((arc) => problem.rank![arc] === level.rank).length;
    if (level.kind === "max-min") return Math.min(10_000, ...pairs.map((arc) => problem.score[arc]!));
    if (level.kind === "max-sum") return pairs.reduce((sum, arc) => sum + problem.score[arc]!, 0);
    const isHeld = (l: number) => problem.current!.subarray(problem.rowStart[l], problem.rowStart[l + 1]).includes(1);
    return -arcs.filter((arc, l) => isHeld(l) && problem.current![arc] !== 1).length;
  });
}

test("the rank profile is what enumeration finds, with a proof for each rank", () => {
  fc.assert(
    fc.property(ranked, fc.constantFrom(...orders), (problem, levels) => {
      let best: number[] | undefined;
      for (const arcs of everyMatching(problem)) {
        const values = valuesOf(problem, levels, arcs);
        const at = best ? values.findIndex((value, level) => value !== best![level]) : 0;
        if (!best || (at >= 0 && values[at]! > best[at]!)) best = values;
      }
      const matching = matchByLevels(problem, levels);
      const found = matching.levels.map(({ name, value }) => (name === "continuity" ? -value || 0 : value));
      assert.deepEqual(
        found,
        best!.map((value) => value || 0),
      );
      assert.deepEqual(checkLevels(problem, levels, matching).failures, []);
      assert.deepEqual(levelsOf(matching), levels);
    }),
    { numRuns: 1500 },
  );
});

test("a change to a rank, to what a level says or to its prices is rejected", () => {
  fc.assert(
    fc.property(ranked, fc.nat(), (problem, pick) => {
      fc.pre(problem.score.length > 0);
      const levels = orders[0]!;
      const matching = matchByLevels(problem, levels);
      const rank = problem.rank!.with(
        pick % problem.score.length,
        (problem.rank![pick % problem.score.length]! + 1) % 4,
      );
      assert.equal(checkLevels({ ...problem, rank }, levels, matching).ok, false);
      const changed = matching.levels.map((level, at) => (at === 1 ? { ...level, value: level.value + 1 } : level));
      assert.equal(checkLevels(problem, levels, { ...matching, levels: changed }).ok, false);
      const other = matching.levels.map((level, at) => (at === 1 ? { ...level, rank: 2 } : level));
      assert.equal(checkLevels(problem, levels, { ...matching, levels: other }).ok, false);
    }),
  );
});

test("larger schools with many wishes are proven, and so is a change to one", () => {
  const drawn = seededProblem(8, 400, 150, 12, 2);
  const problem = { ...drawn, rank: Uint8Array.from(drawn.score, (score) => score % 6) };
  const levels: Level[] = [{ kind: "cardinality" }, ...rankProfile(5), { kind: "max-sum" }];
  const matching = matchByLevels(problem, levels);
  assert.deepEqual(checkLevels(problem, levels, matching).failures, []);
  const learner = matching.educatorOf.findIndex(
    (e, l) => e >= 0 && problem.rowStart[l + 1]! - problem.rowStart[l]! > 1,
  );
  const after = whatIf(problem, levels, matching, { kind: "remove", learner, educator: matching.educatorOf[learner]! });
  assert.deepEqual(checkLevels(after.problem, levels, after.matching).failures, []);
});

test("a rank that is none is refused", () => {
  const problem = seededProblem(1, 5, 3, 2, 2);
  for (const rank of [0, -1, 1.5, 256])
    assert.throws(() => matchByLevels(problem, [{ kind: "cardinality" }, { kind: "rank", rank }]), RangeError);
  const short = { ...problem, rank: new Uint8Array(1) };
  assert.throws(() => matchByLevels(short, [{ kind: "cardinality" }, ...rankProfile(1)]), RangeError);
});
