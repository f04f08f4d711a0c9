// Which arcs a better solution could use at all: a solution with an arc that falls short of the bound by so much falls
// short by as much, and most arcs fall short by more than the gap that is left.
import type { CoupledMatching, CoupledProblem, CoupledProof } from "./coupled-problem.ts";
import { placesWithin, unlimited } from "./coupled-problem.ts";

/** 0 on the arcs that no solution with a higher total, and as many pairs, can use. */
export function usefulArcs(problem: CoupledProblem, { proofs, total, mostTotal }: CoupledMatching): Uint8Array[] {
  const short = proofs.total.gains ? shortOfPacking(problem, proofs.total) : shortOfPrices(problem, proofs.total);
  return short.map((own, r) => {
    const places = placesWithin(problem.roles[r]!, problem.budget);
    const { educator } = problem.roles[r]!.problem;
    return Uint8Array.from(own, (by, arc) => (places[educator[arc]!]! > 0 && by < mostTotal - total ? 1 : 0));
  });
}

/** What each arc is worth beyond its lane's price. */
function worths({ roles, budget }: CoupledProblem, { perPair, perScore, lanes }: CoupledProof): Float64Array[] {
  const charges = new Map(lanes.map(({ learner, educator, price }) => [learner * budget.length + educator, price]));
  return roles.map(({ problem: { learners, rowStart, educator, score } }) => {
    const worth = new Float64Array(educator.length);
    for (let l = 0; l < learners; l++)
      for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
        worth[arc] = perPair + perScore * score[arc]! - (charges.get(l * budget.length + educator[arc]!) ?? 0);
    return worth;
  });
}

/** With prices: what the learner's best arc brings more. */
function shortOfPrices(problem: CoupledProblem, proof: CoupledProof): Float64Array[] {
  return worths(problem, proof).map((worth, r) => {
    const { effort, problem: own } = problem.roles[r]!;
    const places = placesWithin(problem.roles[r]!, problem.budget);
    const left = (arc: number): number => {
      const e = own.educator[arc]!;
      return worth[arc]! - Math.floor((proof.effort[e]! * effort) / 1000) - proof.prices[r]![e]!;
    };
    const short = new Float64Array(worth.length);
    for (let l = 0; l < own.learners; l++) {
      const [from, end] = [own.rowStart[l]!, own.rowStart[l + 1]!];
      let gain = 0;
      for (let arc = from; arc < end; arc++) if (places[own.educator[arc]!]! > 0) gain = Math.max(gain, left(arc));
      for (let arc = from; arc < end; arc++) short[arc] = gain - left(arc);
    }
    return short;
  });
}

/** With gains: what the educator's best pairs bring more than this one with the best beside it. */
function shortOfPacking(problem: CoupledProblem, proof: CoupledProof): Float64Array[] {
  const { roles, budget } = problem;
  const beyond = worths(problem, proof);
  const offers = roles.map(() => Array.from(budget, (): number[] => []));
  for (const [r, { problem: own }] of roles.entries())
    for (let l = 0; l < own.learners; l++)
      for (let arc = own.rowStart[l]!; arc < own.rowStart[l + 1]!; arc++) {
        beyond[r]![arc]! -= proof.gains![r]![l]!;
        if (beyond[r]![arc]! > 0) offers[r]![own.educator[arc]!]!.push(beyond[r]![arc]!);
      }
  const short = beyond.map((own) => new Float64Array(own.length));
  for (const e of budget.keys()) {
    const own = offers.map((of) => of[e]!.toSorted((one, other) => other - one));
    const places = roles.map((role) => role.problem.capacity[e]!);
    const efforts = roles.map(({ effort }) => (budget[e] === unlimited ? 0 : effort));
    const most = packed(own, places, efforts, budget[e]!);
    const beside = roles.map((_, r) =>
      places[r] === 0 || efforts[r]! > budget[e]!
        ? 0
        : packed(own, places.with(r, places[r]! - 1), efforts, budget[e]! - efforts[r]!),
    );
    for (const [r, { problem: to }] of roles.entries())
      for (let arc = to.educator.indexOf(e); arc >= 0; arc = to.educator.indexOf(e, arc + 1))
        if (beyond[r]![arc]! <= 0) short[r]![arc] = most - beside[r]! - beyond[r]![arc]!;
  }
  return short;
}

/** The most that so many places and units carry of these offers, best first, from role `r` on. */
function packed(offers: number[][], places: number[], efforts: number[], left: number, r = 0): number {
  if (r === offers.length) return 0;
  let best = packed(offers, places, efforts, left, r + 1);
  let sum = 0;
  for (let count = 1; count <= Math.min(offers[r]!.length, places[r]!) && count * efforts[r]! <= left; count++) {
    sum += offers[r]![count - 1]!;
    best = Math.max(best, sum + packed(offers, places, efforts, left - count * efforts[r]!, r + 1));
  }
  return best;
}
