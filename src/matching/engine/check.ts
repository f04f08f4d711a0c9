// Re-checks a matching in one pass over the arcs, without trusting or sharing the solver: only what is proven passes.
//
// Theory. For weights w, every matching has total <= sum of gains + sum of capacity x price, for ANY integer prices,
// where gain(l) = max(0, max over arcs of w - price), and price >= 0 (weak duality of the transportation problem;
// Bertsekas, Linear Network Optimization, ch. 1; Schrijver, Combinatorial Optimization, ch. 17 and 21). So equality
// proves the total highest, and a wrong price can only fail. Where equality holds, complementary slackness says that
// the matchings of that total are exactly those on tight arcs (w - price = gain) that match each learner with a gain
// and fill each educator with a price. The next level is proven against these only: a learner who must be matched
// may then have a gain below 0, an educator who must be full a price below 0.
// Weights are 1 (cardinality), 1 on relationships in force (continuity) or on wishes of one rank (rank), the score plus
// a bonus (max-sum).
// Max-min: if, with weights 0 and only arcs above the lowest score, the same bound falls below 0, no matching of the
// level before has all its scores higher: each would total 0 (Farkas' lemma; with prices 0 and 1, Hall's theorem).
import { Arcs, blockOfRows } from "./check-arcs.ts";
import { claimFailures, type Plan, planOf } from "./claims.ts";
import { sealOf } from "./fingerprint.ts";
import type { ArcProblem, Level, LevelProblem, Matching } from "./problem.ts";

export interface LevelsCheck {
  ok: boolean;
  cost: number;
  /** What the pairs reach, and what the prices prove that nothing exceeds (for max-min: below 0 is the proof). */
  levels: { name: string; reached: number; bound: number }[];
  failures: string[];
}

/** Is it proven that no more learners can be matched, nor as many at less cost? `bound` is the least possible cost. */
export function checkOptimal(problem: ArcProblem, matching: Matching): Omit<LevelsCheck, "levels"> & { bound: number } {
  const { ok, cost, levels, failures } = checkLevels(problem, [{ kind: "cardinality" }, { kind: "max-sum" }], matching);
  const [matched, total] = levels;
  return { ok, cost, bound: matched && total ? 10_000 * matched.reached - total.bound : NaN, failures };
}

/** Checks pairs, places, claimed values and, level by level, the proof. Never throws. */
export function checkLevels(problem: LevelProblem, levels: readonly Level[], matching: Matching): LevelsCheck {
  const failures = claimFailures(problem, levels, matching);
  if (failures.length > 0) return { ok: false, cost: NaN, levels: [], failures };
  const plans = levels.map((level, at) =>
    planOf(problem, level, matching.levels[at]!.value, matching.levels[at]!.prices),
  );
  const tally: Tally = { problem, plans, failures, matched: 0, cost: 0, held: 0, lowest: Infinity };
  readRows(tally, matching.educatorOf);
  const proven = failures.length > 0 ? [] : closeLevels(tally, matching);
  const unmatched = problem.learners - tally.matched;
  if (tally.cost !== matching.cost) failures.push(`the cost is ${tally.cost}, not ${matching.cost}`);
  if (unmatched !== matching.unmatched) failures.push(`${unmatched} are unmatched, not ${matching.unmatched}`);
  const last = matching.levels.at(-1)!.prices;
  if (matching.prices.length !== last.length || last.some((price, e) => price !== matching.prices[e]))
    failures.push("the prices are not those of the last level");
  if (failures.length === 0 && matching.seal !== undefined && matching.seal !== sealOf(problem, matching))
    failures.push("the seal belongs to another input, other pairs or other prices");
  return { ok: failures.length === 0, cost: tally.cost, levels: proven, failures };
}

interface Tally {
  problem: LevelProblem;
  plans: Plan[];
  failures: string[];
  matched: number;
  cost: number;
  /** Learners with a relationship in force. */
  held: number;
  lowest: number;
}

/**
 * The one pass over the arcs, which also finds the best of each row for the first level that compares scores; row by
 * row, each level then narrows to what it leaves open.
 */
function readRows(tally: Tally, educatorOf: Int32Array): void {
  const { problem, plans, failures } = tally;
  const { learners, rowStart, capacity, current } = problem;
  const marked = plans.filter((plan) => plan.mark !== undefined);
  const lead = plans.find((plan) => !plan.isFlat && plan.mark === undefined && plan.floor === undefined);
  const arcs = new Arcs(problem, lead ?? { one: 0, perScore: 0 });
  const open = new Int32Array(problem.educators);
  for (let from = 0; from < learners; from += blockOfRows) {
    const to = Math.min(learners, from + blockOfRows);
    const fault = arcs.read(from, to, educatorOf);
    if (fault !== undefined) return void failures.push(fault);
    for (let l = from; l < to; l++) {
      if (current?.subarray(rowStart[l], rowStart[l + 1]).includes(1)) tally.held++;
      for (const plan of marked) if (plan.mark?.[arcs.own[l - from]!] === plan.value) plan.marked++;
      readRow(tally, l, arcs.bestOf(l - from), lead, arcs, open);
    }
  }
  Object.assign(tally, { matched: arcs.matched, cost: arcs.cost, lowest: arcs.lowest });
  const load = new Int32Array(problem.educators);
  for (let l = 0; l < learners; l++) if (educatorOf[l]! >= 0) load[educatorOf[l]!]!++;
  for (let e = 0; e < load.length; e++)
    if (load[e]! > capacity[e]!) failures.push(`educator ${e} has more learners than places`);
}

/** `best` is what the lead's best arc is worth; `open` is room for the arcs left, listed only when a level needs them. */
function readRow(
  { problem, plans }: Tally,
  learner: number,
  best: number,
  lead: Plan | undefined,
  arcs: Arcs,
  open: Int32Array,
): void {
  let must = false;
  let count = -1;
  for (let at = 0; at < plans.length; at++) {
    const plan = plans[at]!;
    const isLast = at + 1 === plans.length;
    if (count < 0 && !plan.isFlat && !(plan === lead && isLast)) count = listOpen(problem, learner, arcs, open);
    const least = must ? -Infinity : 0;
    const top = plan.isFlat ? (best > -Infinity ? 1 : least) : count < 0 ? best : bestOf(problem, plan, open, count);
    const gain = Math.max(least, top);
    plan.gains += gain;
    plan.size += Math.abs(gain);
    if (plan.floor === undefined && gain > 0) must = true;
    if (!plan.isFlat && !isLast) count = narrow(problem, plan, gain, open, count);
  }
}

function listOpen({ rowStart }: LevelProblem, learner: number, arcs: Arcs, open: Int32Array): number {
  let count = 0;
  for (let arc = rowStart[learner]!; arc < rowStart[learner + 1]!; arc++) if (arcs.isOpen(arc)) open[count++] = arc;
  return count;
}

/** Keeps the arcs that the plan leaves to the next. */
function narrow(problem: LevelProblem, plan: Plan, gain: number, open: Int32Array, count: number): number {
  let left = 0;
  for (let k = 0; k < count; k++) {
    const arc = open[k]!;
    if (plan.floor === undefined ? worthOf(problem, plan, arc) === gain : problem.score[arc]! >= plan.floor)
      open[left++] = arc;
  }
  return left;
}

/** The most that one of these arcs is worth at the plan's prices. */
function bestOf(problem: LevelProblem, plan: Plan, open: Int32Array, count: number): number {
  const { floor = -1 } = plan;
  let best = -Infinity;
  for (let at = 0; at < count; at++) {
    const worth = worthOf(problem, plan, open[at]!);
    if (worth > best && problem.score[open[at]!]! > floor) best = worth;
  }
  return best;
}

function worthOf({ educator, score }: LevelProblem, plan: Plan, arc: number): number {
  const { mark, value } = plan;
  const extra = mark !== undefined && mark[arc] === value ? plan.perMark : 0;
  return plan.one + plan.perScore * score[arc]! + extra - plan.prices[educator[arc]!]!;
}

/** Adds the places' side of each bound and compares it with what the pairs reach. */
function closeLevels(tally: Tally, matching: Matching): LevelsCheck["levels"] {
  const { problem, plans, failures, matched, held, lowest } = tally;
  const full = new Uint8Array(problem.educators);
  return plans.map((plan, at) => {
    const { name, value } = matching.levels[at]!;
    let bound = plan.gains;
    for (let e = 0; e < problem.educators; e++) {
      const price = plan.prices[e]!;
      if (price < 0 && problem.capacity[e]! > 0 && full[e] === 0)
        failures.push(`${name}: the price of educator ${e}, who may have room, is below 0`);
      bound += price * problem.capacity[e]!;
      plan.size += Math.abs(price) * problem.capacity[e]!;
    }
    if (plan.size > Number.MAX_SAFE_INTEGER && plan.gains !== -Infinity)
      failures.push(`${name}: the prices are too large to be added exactly`);
    if (plan.floor !== undefined) {
      const reached = matched === 0 ? 10_000 : lowest;
      if (value !== reached) failures.push(`${name}: the pairs reach ${reached}, not ${value}`);
      if (matched > 0 && !(bound < 0)) failures.push(`${name}: nothing proves that ${reached} is the highest`);
      return { name, reached, bound };
    }
    const reached = plan.one * matched + plan.perScore * (10_000 * matched - tally.cost) + plan.perMark * plan.marked;
    const claim = name === "continuity" ? held - plan.marked : reached;
    if (value !== claim) failures.push(`${name}: the pairs give ${claim}, not ${value}`);
    if (bound !== reached) failures.push(`${name}: the pairs reach ${reached}, the prices allow ${bound}`);
    for (let e = 0; e < problem.educators; e++) if (plan.prices[e]! > 0) full[e] = 1;
    return { name, reached, bound };
  });
}
