import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOf } from "../../../tests/help/problems.ts";
import type { ArcProblem } from "./problem.ts";
import { validate } from "./problem.ts";
import { matchByLevels } from "./levels.ts";
import { matchOptimally } from "./solve.ts";

const good = problemOf(
  2,
  [1, 1],
  [
    { learner: 0, educator: 0, score: 10_000 },
    { learner: 0, educator: 1, score: 0 },
    { learner: 1, educator: 1, score: 7 },
  ],
);
/** What a caller without types might hand over. */
const loose = (values: number[]): Int32Array => Float64Array.from(values) as unknown as Int32Array;

const refused: Record<string, [Partial<ArcProblem>, RegExp]> = {
  "NaN score": [{ score: loose([1, NaN, 3]) }, /score\[1\]: NaN/],
  "infinite score": [{ score: loose([1, 2, Infinity]) }, /score\[2\]: Infinity/],
  "half a point": [{ score: loose([0.5, 2, 3]) }, /score\[0\]: 0\.5/],
  "score below 0": [{ score: Int32Array.of(1, -1, 3) }, /score\[1\]: -1/],
  "score above 10000": [{ score: Int32Array.of(1, 10_001, 3) }, /score\[1\]: 10001/],
  "duplicate arc": [{ educator: Int32Array.of(1, 1, 1) }, /learner 0 has 1 twice/],
  "unknown educator": [{ educator: Int32Array.of(0, 2, 1) }, /educator\[1\]: 2/],
  "NaN educator": [{ educator: loose([0, NaN, 1]) }, /educator\[1\]: NaN/],
  "falling rows": [{ rowStart: Int32Array.of(0, 4, 3) }, /rowStart\[2\]: 3 does not follow 4/],
  "rows that end early": [{ rowStart: Int32Array.of(0, 1, 2) }, /rowStart: ends with 2, there are 3 arcs/],
  "rows that begin late": [{ rowStart: Int32Array.of(1, 2, 3) }, /rowStart: does not begin with 0/],
  "too few rows": [{ rowStart: Int32Array.of(0, 3) }, /rowStart: has 2 offsets, 3 are needed/],
  "negative capacity": [{ capacity: Int32Array.of(1, -1) }, /capacity\[1\]: -1/],
  "NaN capacity": [{ capacity: loose([NaN, 1]) }, /capacity\[0\]: NaN/],
  "too many places": [{ capacity: Int32Array.of(2 ** 31 - 1, 1) }, /2147483648 places in all/],
  "NaN learners": [{ learners: NaN }, /learners: NaN/],
};

test("a good input has no faults", () => {
  assert.deepEqual(validate(good), []);
  assert.deepEqual([...matchOptimally(good).educatorOf], [0, 1]);
});

for (const [name, [change, message]] of Object.entries(refused)) {
  test(`refused with its field: ${name}`, () => {
    assert.throws(() => matchOptimally({ ...good, ...change }), { name: "RangeError", message });
  });
}

test("levels that cannot be read are refused", () => {
  assert.throws(() => matchByLevels(good, []), /the first level has to be cardinality/);
  assert.throws(
    () => matchByLevels(good, [{ kind: "cardinality" }, { kind: "max-sum", continuityBonus: NaN }]),
    /continuityBonus: NaN/,
  );
});
