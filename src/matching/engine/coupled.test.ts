import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coupledSchool } from "../../../tests/bench/coupled-school.ts";
import { bestByEnumeration, smallCoupled } from "../../../tests/help/coupled-problems.ts";
import { checkTogether } from "./coupled-check.ts";
import { matchTogether, solveTogether } from "./coupled.ts";

const school = coupledSchool({ learners: 60, educators: 30, supply: 1.2, seed: 3 });

test("small problems reach what enumeration reaches, and the bounds hold", () => {
  fc.assert(
    fc.property(smallCoupled, (problem) => {
      const best = bestByEnumeration(problem);
      const found = matchTogether(problem);
      assert.deepEqual(checkTogether(problem, found).failures, []);
      assert.equal(found.matched, best.matched);
      assert.equal(found.total, best.totals[best.matched]);
      assert.ok(found.mostMatched >= best.matched && found.mostTotal >= best.totals[best.matched]!);
      if (found.status === "optimal") assert.equal(found.mostTotal, found.total);
    }),
    { numRuns: 500 },
  );
});

test("any prices, and any gains, give a bound that no solution exceeds", () => {
  const prices = fc.array(fc.nat({ max: 6000 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      smallCoupled,
      prices,
      fc.constantFrom(0, 700, 9000),
      fc.boolean(),
      (problem, drawn, perPair, isPacked) => {
        const found = matchTogether(problem, { shakes: 0 });
        const best = bestByEnumeration(problem);
        const learners = problem.roles[0]!.problem.learners;
        const total = {
          perPair,
          perScore: 1 as const,
          effort: problem.budget.map((_, e) => drawn[e]! * 500),
          lanes: learners === 0 ? [] : [{ learner: 0, educator: 0, price: drawn[3]! }],
          prices: problem.roles.map((_, r) => problem.budget.map((__, e) => drawn[3 * r + e]!)),
          ...(isPacked && {
            gains: problem.roles.map((_, r) => new Int32Array(learners).map((__, l) => drawn[(r + l) % 12]!)),
          }),
        };
        const { mostTotal, matched } = checkTogether(problem, { ...found, proofs: { ...found.proofs, total } });
        for (let count = matched; count <= best.matched; count++) assert.ok(mostTotal >= best.totals[count]!);
      },
    ),
    { numRuns: 500 },
  );
});

test("a middle-sized school keeps every rule, with all that is asked of it said truly", () => {
  for (const supply of [1.05, 1.25, 2]) {
    const problem = coupledSchool({ learners: 60, educators: 30, supply, seed: 4 });
    const found = matchTogether(problem, { shakes: 10 });
    assert.deepEqual(checkTogether(problem, found).failures, []);
    assert.ok(found.mostTotal - found.total < 0.015 * found.total, `${supply}: ${found.total} of ${found.mostTotal}`);
  }
});

test("the same input gives the same bytes, at once or in steps, with progress from 0 to 1", async () => {
  const shares: number[] = [];
  const inSteps = await solveTogether(school, { onProgress: (share) => shares.push(share) });
  assert.deepEqual(inSteps, matchTogether(school));
  assert.ok(shares.length > 3 && shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1));
});

test("the longer it works the better: shaking never makes it worse, and pairs known before are a beginning", () => {
  const quick = matchTogether(school, { shakes: 0 });
  const long = matchTogether(school);
  assert.ok(long.matched > quick.matched || (long.matched === quick.matched && long.total >= quick.total));
  const again = matchTogether(school, { known: long.educatorOf, shakes: 0 });
  assert.ok(again.matched > long.matched || (again.matched === long.matched && again.total >= long.total));
});

test("an abort answers within a tenth of a second with a solution and bounds that hold", async () => {
  const large = coupledSchool({ learners: 400, educators: 160, supply: 1.3, seed: 5 });
  for (const after of [0, 30, 150, 700]) {
    const stop = new AbortController();
    let stopped = 0;
    const timer = setTimeout(() => {
      stopped = performance.now();
      stop.abort();
    }, after);
    const found = await solveTogether(large, { signal: stop.signal });
    const late = performance.now() - stopped;
    clearTimeout(timer);
    assert.equal(found.finished, false);
    assert.ok(late < 100, `${late} ms after ${after}`);
    assert.deepEqual(checkTogether(large, found).failures, []);
    assert.ok(found.matched > large.roles[0]!.problem.learners / 2);
  }
});

test("broken input is refused before anything runs", () => {
  const [first, second] = school.roles;
  const broken = [
    { ...school, roles: [] },
    { ...school, roles: [{ ...first!, effort: 0.5 }] },
    { ...school, budget: school.budget.map(() => -1) },
    { ...school, budget: new Int32Array(1) },
    { ...school, roles: [first!, { ...second!, problem: { ...second!.problem, educators: 1 } }] },
  ];
  for (const problem of broken) assert.throws(() => matchTogether(problem), RangeError);
});
