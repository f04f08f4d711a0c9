import assert from "node:assert/strict";
import { test } from "node:test";
import { coupledSchool } from "../../../tests/bench/coupled-school.ts";
import { checkTogether } from "./coupled-check.ts";
import type { CoupledMatching, CoupledProblem, CoupledProof } from "./coupled-problem.ts";
import { matchTogether } from "./coupled.ts";

const problem = coupledSchool({ learners: 40, educators: 20, supply: 1.3, seed: 6 });
const matching = matchTogether(problem, { shakes: 5 });
const learner = matching.educatorOf[0]!.findIndex((e) => e >= 0);
const educator = matching.educatorOf[0]![learner]!;

function withPair(r: number, l: number, e: number): CoupledMatching {
  const educatorOf = matching.educatorOf.map((own, at) => (at === r ? own.with(l, e) : own));
  return { ...matching, educatorOf };
}

function withProof(change: Partial<CoupledProof>): CoupledMatching {
  return { ...matching, proofs: { ...matching.proofs, total: { ...matching.proofs.total, ...change } } };
}

function withRole(change: (role: CoupledProblem["roles"][number]) => CoupledProblem["roles"][number]): CoupledProblem {
  return { ...problem, roles: problem.roles.map((role, r) => (r === 0 ? change(role) : role)) };
}

const gains = matching.proofs.total.gains!;
const lane = matching.proofs.total.lanes[0] ?? { learner: 0, educator: 0, price: 0 };
const wrong: Record<string, [CoupledProblem, CoupledMatching]> = {
  "a pair taken away": [problem, withPair(0, learner, -1)],
  "a pair that has no arc": [problem, withPair(0, learner, problem.budget.length)],
  "the same two in two roles": [problem, withPair(1, learner, educator)],
  "one pair more than found": [problem, { ...matching, matched: matching.matched + 1 }],
  "another total": [problem, { ...matching, total: matching.total - 1 }],
  "another bound on the pairs": [problem, { ...matching, mostMatched: matching.mostMatched - 1 }],
  "another bound on the total": [problem, { ...matching, mostTotal: matching.mostTotal - 1 }],
  "called optimal": [problem, { ...matching, status: "optimal" }],
  "a gain below 0": [problem, withProof({ gains: gains.map((own) => own.with(0, -1)) })],
  "a gain that is less": [
    problem,
    withProof({ gains: gains.with(0, gains[0]!.with(learner, gains[0]![learner]! - 500)) }),
  ],
  "a gain that is more": [
    problem,
    withProof({ gains: gains.with(0, gains[0]!.with(learner, gains[0]![learner]! + 500)) }),
  ],
  "gains of too few": [problem, withProof({ gains: gains.map((own) => own.slice(1)) })],
  "the bound of whole pairs, shown for prices": [problem, withProof({ gains: undefined })],
  "a price below 0": [problem, withProof({ effort: matching.proofs.total.effort.with(educator, -1) })],
  "a price of places below 0": [
    problem,
    withProof({ prices: matching.proofs.total.prices.map((own) => own.with(0, -1)) }),
  ],
  "a lane priced twice": [problem, withProof({ lanes: [...matching.proofs.total.lanes, lane, lane] })],
  "a lane's price left out": [problem, withProof({ lanes: matching.proofs.total.lanes.slice(1) })],
  "a proof of pairs that adds scores": [
    problem,
    { ...matching, proofs: { ...matching.proofs, matched: matching.proofs.total } },
  ],
  "a budget that is too small": [{ ...problem, budget: problem.budget.with(educator, 0) }, matching],
  "no places left": [
    withRole((role) => ({ ...role, problem: { ...role.problem, capacity: role.problem.capacity.with(educator, 0) } })),
    matching,
  ],
  "more effort for a pair": [withRole((role) => ({ ...role, effort: role.effort + 40 })), matching],
};

test("what is true passes, with prices on effort and on lanes in it", () => {
  assert.deepEqual(checkTogether(problem, matching).failures, []);
  assert.ok(matching.status === "feasible-with-gap" && matching.proofs.total.lanes.length > 0);
  assert.ok(matching.proofs.total.effort.some((price) => price > 0));
});

for (const [name, [input, shown]] of Object.entries(wrong)) {
  test(`rejected: ${name}`, () => assert.equal(checkTogether(input, shown).ok, false));
}
