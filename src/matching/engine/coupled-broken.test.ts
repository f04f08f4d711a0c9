import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { smallCoupled } from "../../../tests/help/coupled-problems.ts";
import { checkTogether } from "./coupled-check.ts";
import { proveTogether } from "./coupled-proof.ts";
import type { CoupledProblem } from "./coupled-problem.ts";
import { matchTogether, solveTogether } from "./coupled.ts";

/** No whole number, or none that a budget, an effort, a score or a count of places may be. */
const wrongNumber = fc.constantFrom(NaN, Infinity, -Infinity, 0.5, -1, 2 ** 31, 2 ** 53);

test("budgets and efforts that cannot be are refused together, and pass no check", async () => {
  await fc.assert(
    fc.asyncProperty(smallCoupled, fc.nat(), wrongNumber, fc.boolean(), async (problem, pick, wrong, isBudget) => {
      const matching = matchTogether(problem, { shakes: 0 });
      const budget = Array.from(problem.budget);
      budget[pick % budget.length] = wrong;
      const bad: CoupledProblem = isBudget
        ? { ...problem, budget: budget as unknown as Int32Array }
        : { ...problem, roles: problem.roles.map((role) => ({ ...role, effort: wrong })) };
      assert.throws(() => matchTogether(bad), RangeError);
      await assert.rejects(solveTogether(bad), RangeError);
      await assert.rejects(proveTogether(bad, matching, { seconds: 1 }), RangeError);
      assert.equal(checkTogether(bad, matching).ok, false);
    }),
    { numRuns: 200 },
  );
});

test("a school of one role is refused for what is wrong in it, too", () => {
  fc.assert(
    fc.property(
      smallCoupled,
      fc.constantFrom("capacity", "score", "educator"),
      fc.nat(),
      wrongNumber,
      (good, list, pick, wrong) => {
        const [first, ...others] = good.roles;
        const values = Array.from(first!.problem[list as "score"]);
        fc.pre(values.length > 0);
        values[pick % values.length] = wrong;
        const role = { ...first!, problem: { ...first!.problem, [list]: values } };
        assert.throws(() => matchTogether({ ...good, roles: [role, ...others] }), RangeError);
      },
    ),
    { numRuns: 300 },
  );
});

test("without learners, without arcs and without places, there is nothing to put together", () => {
  for (const learners of [0, 3]) {
    for (const places of [[], [0, 0], [2, 1]]) {
      const capacity = Int32Array.from(places);
      const rowStart = new Int32Array(learners + 1);
      const none = new Int32Array(0);
      const problem = { learners, educators: places.length, rowStart, educator: none, score: none, capacity };
      const together: CoupledProblem = { roles: [{ name: "one", effort: 1, problem }], budget: capacity };
      assert.deepEqual(checkTogether(together, matchTogether(together)).failures, []);
    }
  }
});
