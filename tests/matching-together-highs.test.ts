// The coupled match beside HiGHS: how near it is to the best, and that a proof by search changes nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTogether } from "../src/matching/engine/coupled-check.ts";
import { proveTogether } from "../src/matching/engine/coupled-proof.ts";
import { matchTogether } from "../src/matching/engine/coupled.ts";
import { coupledSchool } from "./bench/coupled-school.ts";

test("small schools come within half a hundredth of what HiGHS proves to be the best", async () => {
  for (const [supply, seed] of [
    [1.4, 11],
    [1.6, 12],
    [2, 13],
  ] as const) {
    const problem = coupledSchool({ learners: 40, educators: 25, supply, seed });
    const found = matchTogether(problem);
    assert.equal(found.matched, found.mostMatched, `school ${seed}`);
    const best = await proveTogether(problem, found);
    assert.notEqual(best.status, "feasible-with-gap");
    assert.deepEqual(checkTogether(problem, best).failures, []);
    assert.ok(best.total >= found.total && best.total <= found.mostTotal);
    const cost = 10_000 * found.matched - best.total;
    assert.ok(best.total - found.total <= 0.005 * cost, `school ${seed}: ${found.total} of ${best.total}`);
  }
});

test("where more pairs are not ruled out, nothing is claimed", async () => {
  const problem = coupledSchool({ learners: 40, educators: 20, supply: 1.3, seed: 6 });
  const found = matchTogether(problem, { shakes: 5 });
  const open = { ...found, mostMatched: found.matched + 1 };
  assert.equal(await proveTogether(problem, open), open);
});
