// Re-checks a coupled match without trusting or sharing the solver: every pair possible, nobody in a role twice, nobody
// twice with the same educator, places and budgets kept, and both bounds recomputed from the published multipliers.
//
// Theory. Let each pair be worth w = perPair + perScore * score. For any prices that are not below 0, on effort, on
// lanes and on places, every solution's worth is at most: for each learner and role the best of w less the prices of
// that arc (or 0), plus what all that there is would cost at these prices: a solution pays for what it uses, and nobody
// can use more than there is (Lagrangian duality; Geoffrion 1974). So wrong prices can only make the bound useless,
// never false. Places count no further than the budget carries, budgets no further than whole pairs can use them.
// Where a proof lists gains, not below 0, the bound is theirs: every pair is worth its learner's gain and what is beyond
// it, nobody gains twice in a role, and no educator's pairs bring more beyond than the best that fit.
import { coupledFaults } from "./coupled-problem.ts";
import type { CoupledMatching, CoupledProblem, CoupledProof } from "./coupled-problem.ts";

export interface TogetherCheck {
  ok: boolean;
  matched: number;
  total: number;
  /** What no solution exceeds: pairs; and total, among those with at least as many pairs. */
  mostMatched: number;
  mostTotal: number;
  failures: string[];
}

export function checkTogether(problem: CoupledProblem, matching: CoupledMatching): TogetherCheck {
  const failures = coupledFaults(problem).map(({ field, because }) => `${field}: ${because}`);
  if (failures.length > 0) return { ok: false, matched: NaN, total: NaN, mostMatched: NaN, mostTotal: NaN, failures };
  const { matched, total } = readPairs(problem, matching.educatorOf, failures);
  const [counts, scores] = [matching.proofs.matched, matching.proofs.total];
  for (const [name, proof] of [
    ["pairs", counts],
    ["total", scores],
  ] as const)
    readProof(problem, proof, name, failures);
  if (counts.perScore !== 0 || !(counts.perPair > 0)) failures.push("the proof of the pairs does not count pairs");
  if (scores.perScore !== 1 || !(scores.perPair >= 0)) failures.push("the proof of the total does not add scores");
  if (failures.length > 0) return { ok: false, matched, total, mostMatched: NaN, mostTotal: NaN, failures };
  const mostMatched = Math.floor(boundOf(problem, counts) / counts.perPair);
  const mostTotal = boundOf(problem, scores) - scores.perPair * matched;
  const says = (what: string, found: number, said: number): void => {
    if (found !== said) failures.push(`${what}: ${found} found, ${said} said`);
  };
  says("pairs", matched, matching.matched);
  says("total", total, matching.total);
  says("most pairs", mostMatched, matching.mostMatched);
  says("highest total", mostTotal, matching.mostTotal);
  if (!Number.isSafeInteger(mostTotal)) failures.push("the prices are too large to be added exactly");
  const isReached = matched === mostMatched && total === mostTotal;
  if ((matching.status === "optimal") !== isReached)
    failures.push(`the bounds do not say that it is ${matching.status}`);
  return { ok: failures.length === 0, matched, total, mostMatched, mostTotal, failures };
}

function readPairs({ roles, budget }: CoupledProblem, educatorOf: Int32Array[], failures: string[]) {
  const used = new Float64Array(budget.length);
  const together = new Set<number>();
  let [matched, total] = [0, 0];
  if (educatorOf.length !== roles.length) failures.push("there are not as many lists of pairs as roles");
  for (const [r, { name, effort, problem }] of roles.entries()) {
    const load = new Int32Array(problem.educators);
    const own = educatorOf[r];
    if (own?.length !== problem.learners) failures.push(`${name}: the pairs do not list every learner once`);
    for (let l = 0; l < problem.learners; l++) {
      const e = own?.[l] ?? -1;
      if (e === -1) continue;
      const arc = problem.educator.subarray(problem.rowStart[l], problem.rowStart[l + 1]).indexOf(e);
      if (arc < 0) failures.push(`${name}: learner ${l} has no arc to ${e}`);
      else total += problem.score[problem.rowStart[l]! + arc]!;
      if (together.has(l * problem.educators + e))
        failures.push(`${name}: learner ${l} has ${e} in another role already`);
      together.add(l * problem.educators + e);
      load[e]!++;
      used[e]! += effort;
      matched++;
    }
    load.forEach((count, e) => {
      if (count > problem.capacity[e]!) failures.push(`${name}: educator ${e} has more learners than places`);
    });
  }
  used.forEach((units, e) => {
    if (units > budget[e]! && budget[e] !== noLimit)
      failures.push(`educator ${e} has more effort asked than the budget`);
  });
  return { matched, total };
}

/** As `unlimited` of the problem; told again, for nothing of the solver is used here. */
const noLimit = 2 ** 31 - 1;

function readProof({ roles, budget }: CoupledProblem, proof: CoupledProof, name: string, failures: string[]): void {
  const isPrice = (price: number): boolean => Number.isInteger(price) && price >= 0;
  if (proof.effort.length !== budget.length || !proof.effort.every(isPrice))
    failures.push(`${name}: not every educator's effort has a whole price from 0`);
  if (!proof.lanes.every(({ price }) => isPrice(price))) failures.push(`${name}: a lane has no whole price from 0`);
  if (new Set(proof.lanes.map(({ learner, educator }) => `${learner} ${educator}`)).size < proof.lanes.length)
    failures.push(`${name}: a lane has two prices`);
  const isList = (prices: Int32Array | undefined): boolean => prices?.length === budget.length && prices.every(isPrice);
  if (!roles.every((_, r) => isList(proof.prices[r])))
    failures.push(`${name}: not every place has a whole price from 0`);
  const isGain = (gains: Int32Array | undefined): boolean =>
    gains?.length === roles[0]!.problem.learners && gains.every(isPrice);
  if (proof.gains && !roles.every((_, r) => isGain(proof.gains![r])))
    failures.push(`${name}: not every learner gains a whole number from 0`);
  if (!Number.isInteger(proof.perPair)) failures.push(`${name}: a pair has no whole worth`);
}

/** What no solution's worth exceeds. */
function boundOf({ roles, budget }: CoupledProblem, proof: CoupledProof): number {
  const lanes = new Map(proof.lanes.map(({ learner, educator, price }) => [learner * budget.length + educator, price]));
  let bound = 0;
  for (const price of lanes.values()) bound += price;
  if (proof.gains) return bound + packedOf({ roles, budget }, proof, lanes);
  budget.forEach((_, e) => {
    if (proof.effort[e]! > 0) bound += Math.ceil((proof.effort[e]! * usable({ roles, budget }, e)) / 1000);
  });
  for (const [r, { effort, problem }] of roles.entries()) {
    const prices = proof.prices[r]!;
    const room = problem.capacity.map((places, e) =>
      effort === 0 || budget[e] === noLimit ? places : Math.min(places, Math.floor(budget[e]! / effort)),
    );
    room.forEach((places, e) => (bound += places * prices[e]!));
    for (let l = 0; l < problem.learners; l++) {
      let gain = 0;
      for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
        const e = problem.educator[arc]!;
        if (room[e] === 0) continue;
        const worth = proof.perPair + proof.perScore * problem.score[arc]!;
        const charge = Math.floor((proof.effort[e]! * effort) / 1000) + (lanes.get(l * budget.length + e) ?? 0);
        gain = Math.max(gain, worth - charge - prices[e]!);
      }
      bound += gain;
    }
  }
  return bound;
}

/** All gains, and of each educator the most that whole pairs within places and budget bring beyond them. */
function packedOf({ roles, budget }: CoupledProblem, proof: CoupledProof, lanes: Map<number, number>): number {
  let bound = 0;
  for (const gains of proof.gains!) for (const gain of gains) bound += gain;
  const beyond = roles.map(() => Array.from(budget, (): number[] => []));
  for (const [r, { problem }] of roles.entries()) {
    for (let l = 0; l < problem.learners; l++) {
      for (let arc = problem.rowStart[l]!; arc < problem.rowStart[l + 1]!; arc++) {
        const e = problem.educator[arc]!;
        const worth = proof.perPair + proof.perScore * problem.score[arc]! - (lanes.get(l * budget.length + e) ?? 0);
        if (worth > proof.gains![r]![l]!) beyond[r]![e]!.push(worth - proof.gains![r]![l]!);
      }
    }
  }
  // Alike in effort, the best pairs of a role come first: so it is only a question of how many of each role.
  const most = (e: number, r: number, left: number): number => {
    if (r === roles.length) return 0;
    const { effort, problem } = roles[r]!;
    const offers = beyond[r]![e]!.toSorted((one, other) => other - one).slice(0, problem.capacity[e]);
    const units = budget[e] === noLimit ? 0 : effort;
    let best = most(e, r + 1, left);
    let sum = 0;
    for (let count = 1; count <= offers.length && count * units <= left; count++) {
      sum += offers[count - 1]!;
      best = Math.max(best, sum + most(e, r + 1, left - count * units));
    }
    return best;
  };
  for (const e of budget.keys()) bound += most(e, 0, budget[e]!);
  return bound;
}

/** The most of an educator's budget that whole pairs, no more than there are places, can add up to. */
function usable({ roles, budget }: CoupledProblem, e: number): number {
  const most = budget[e]!;
  if (most === noLimit) return most;
  const reach = new Set([0]);
  for (const { effort, problem } of roles) {
    if (effort === 0) continue;
    const before = [...reach];
    for (const sum of before)
      for (let units = sum + effort, left = problem.capacity[e]!; units <= most && left > 0; units += effort, left--)
        reach.add(units);
  }
  return Math.max(...reach);
}
