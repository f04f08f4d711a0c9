// Re-checks a matching in one pass over the arcs, without trusting or sharing the solver: only what is proven passes.
//
// Theory. For weights w, every matching has total <= sum of gains + sum of capacity x price, for ANY integer prices,
// where gain(l) = max(0, max over arcs of w - price), and price >= 0 (weak duality of the transportation problem;
// Bertsekas, Linear Network Optimization, ch. 1; Schrijver, Combinatorial Optimization, ch. 17 and 21). So equality
// proves the total highest, and a wrong price can only fail. Where equality holds, complementary slackness says that
// the matchings of that total are exactly those on tight arcs (w - price = gain) that match each learner with a gain
// and fill each educator with a price. The next level is proven against these only: a learner who must be matched
// may then have a gain below 0, an educator who must be full a price below 0.
// Weights are 1 (cardinality), 1 on relationships in force (continuity), the score plus a bonus (max-sum).
// Max-min: if, with weights 0 and only arcs above the lowest score, the same bound falls below 0, no matching of the
// level before has all its scores higher: each would total 0 (Farkas' lemma; with prices 0 and 1, Hall's theorem).
import { sealOf } from "./fingerprint.ts";
import type { ArcProblem, Level, LevelProblem, Matching } from "./problem.ts";
import { shapeFaults } from "./problem.ts";

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
  const failures = shapeFailures(problem, levels, matching);
  if (failures.length > 0) return { ok: false, cost: NaN, levels: [], failures };
  const plans = levels.map((level, at) => planOf(level, matching.levels[at]!.value, matching.levels[at]!.prices));
  const load = new Int32Array(problem.educators);
  const tally: Tally = { problem, plans, failures, load, matched: 0, cost: 0, held: 0, kept: 0, lowest: Infinity };
  readRows(tally, matching.educatorOf);
  const proven = failures.length > 0 ? [] : closeLevels(tally, matching);
  const unmatched = problem.learners - tally.matched;
  if (tally.cost !== matching.cost) failures.push(`the cost is ${tally.cost}, not ${matching.cost}`);
  if (unmatched !== matching.unmatched) failures.push(`${unmatched} are unmatched, not ${matching.unmatched}`);
  if (matching.prices.join() !== matching.levels.at(-1)!.prices.join())
    failures.push("the prices are not those of the last level");
  if (failures.length === 0 && matching.seal !== undefined && matching.seal !== sealOf(problem, matching))
    failures.push("the seal belongs to another input, other pairs or other prices");
  return { ok: failures.length === 0, cost: tally.cost, levels: proven, failures };
}

/** A level as a weight per arc: `one + perScore * score + perCurrent * current`; `floor` only for max-min. */
interface Plan {
  one: number;
  perScore: number;
  perCurrent: number;
  floor: number | undefined;
  prices: Int32Array;
  /** Sum of the learners' gains, and of all terms without their signs: beyond 2^53 nothing is counted exactly. */
  gains: number;
  size: number;
}

interface Tally {
  problem: LevelProblem;
  plans: Plan[];
  failures: string[];
  load: Int32Array;
  matched: number;
  cost: number;
  /** Learners with a relationship in force, and those who keep one. */
  held: number;
  kept: number;
  lowest: number;
}

function planOf(level: Level, value: number, prices: Int32Array): Plan {
  const plan: Plan = { one: 0, perScore: 0, perCurrent: 0, floor: undefined, prices, gains: 0, size: 0 };
  if (level.kind === "cardinality") return { ...plan, one: 1 };
  if (level.kind === "continuity") return { ...plan, perCurrent: 1 };
  if (level.kind === "max-sum") return { ...plan, perScore: 1, perCurrent: level.continuityBonus ?? 0 };
  return { ...plan, floor: value };
}

function shapeFailures(problem: LevelProblem, levels: readonly Level[], matching: Matching): string[] {
  const failures = shapeFaults(problem).map(({ field, because }) => `${field}: ${because}`);
  if (!matching.finished) failures.push("the solve was stopped early");
  if (levels[0]?.kind !== "cardinality" || matching.levels.length !== levels.length)
    failures.push("the levels are not those asked, cardinality first");
  if (matching.educatorOf.length !== problem.learners) failures.push("the pairs do not list every learner once");
  levels.forEach((level, at) => {
    const { name, prices, continuityBonus } = matching.levels[at] ?? { name: "nothing", prices: [] };
    const bonus = level.kind === "max-sum" ? (level.continuityBonus ?? 0) : 0;
    if (name !== level.kind) failures.push(`level ${at} is ${name}, not ${level.kind}`);
    if ((continuityBonus ?? bonus) !== bonus) failures.push(`level ${at} was solved with another bonus`);
    if (prices.length !== problem.educators || !prices.every((price) => Number.isInteger(price)))
      failures.push(`level ${at} has no whole price per educator`);
  });
  return failures;
}

/** The one pass over the arcs: row by row, each level narrows the row to what it leaves open. */
function readRows(tally: Tally, educatorOf: Int32Array): void {
  const { problem, plans, failures } = tally;
  const { learners, educators, rowStart, educator, score, capacity } = problem;
  const seenBy = new Int32Array(educators).fill(-1);
  const open = new Int32Array(educators);
  const worth = new Float64Array(educators);
  for (let l = 0; l < learners; l++) {
    const end = rowStart[l + 1]!;
    let [count, own, held] = [0, -1, 0];
    for (let arc = rowStart[l]!; arc < end; arc++) {
      const e = educator[arc]!;
      const points = score[arc]!;
      if (!(e >= 0 && e < educators) || seenBy[e] === l || !(points >= 0 && points <= 10_000 && points % 1 === 0))
        return void failures.push(`arc ${arc} is out of range or listed twice`);
      seenBy[e] = l;
      if (e === educatorOf[l]) own = arc;
      held |= problem.current?.[arc] ?? 0;
      if (capacity[e]! > 0) open[count++] = arc;
    }
    tally.held += held;
    if (own >= 0) readPair(tally, own);
    else if (educatorOf[l] !== -1) return void failures.push(`learner ${l} has no arc to ${educatorOf[l]}`);
    let must = false;
    for (const plan of plans) {
      const gain = gainIn(problem, plan, open, worth, count, must);
      plan.gains += gain;
      plan.size += Math.abs(gain);
      let left = 0;
      for (let at = 0; at < count; at++) {
        const arc = open[at]!;
        if (plan.floor === undefined ? worth[at] === gain : score[arc]! >= plan.floor) open[left++] = arc;
      }
      count = left;
      if (plan.floor === undefined && gain > 0) must = true;
    }
  }
}

function readPair(tally: Tally, arc: number): void {
  const points = tally.problem.score[arc]!;
  const e = tally.problem.educator[arc]!;
  if (++tally.load[e]! > tally.problem.capacity[e]!) tally.failures.push(`educator ${e} has more learners than places`);
  tally.matched++;
  tally.cost += 10_000 - points;
  tally.kept += tally.problem.current?.[arc] ?? 0;
  tally.lowest = Math.min(tally.lowest, points);
}

/** The most that a learner can gain at the plan's prices; fills `worth` for the arcs still open. */
function gainIn(
  { educator, score, current }: LevelProblem,
  { one, perScore, perCurrent, floor, prices }: Plan,
  open: Int32Array,
  worth: Float64Array,
  count: number,
  must: boolean,
): number {
  let gain = must ? -Infinity : 0;
  for (let at = 0; at < count; at++) {
    const arc = open[at]!;
    const weight = one + perScore * score[arc]! + (perCurrent === 0 ? 0 : perCurrent * (current?.[arc] ?? 0));
    const value = weight - prices[educator[arc]!]!;
    worth[at] = value;
    if (value > gain && (floor === undefined || score[arc]! > floor)) gain = value;
  }
  return gain;
}

/** Adds the places' side of each bound and compares it with what the pairs reach. */
function closeLevels(tally: Tally, matching: Matching): LevelsCheck["levels"] {
  const { problem, plans, failures, matched, kept, held, lowest } = tally;
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
    const reached = plan.one * matched + plan.perScore * (10_000 * matched - tally.cost) + plan.perCurrent * kept;
    const claim = plan.perCurrent > 0 && plan.perScore === 0 ? held - kept : reached;
    if (value !== claim) failures.push(`${name}: the pairs give ${claim}, not ${value}`);
    if (bound !== reached) failures.push(`${name}: the pairs reach ${reached}, the prices allow ${bound}`);
    for (let e = 0; e < problem.educators; e++) if (plan.prices[e]! > 0) full[e] = 1;
    return { name, reached, bound };
  });
}
