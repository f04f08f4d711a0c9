// From prices to a possible solution: the mean of the packings seen is nearly the best mixture of whole ways to use each
// budget, and says how many places of each role an educator will want. Step by step those nearest to whole numbers are
// settled, each time the gains adapt to it. Then the prices adapt, until the roles, matched by themselves, no longer ask
// for anything twice.
import type { Packing } from "./coupled-packing.ts";
import type { CoupledProblem } from "./coupled-problem.ts";
import { unlimited } from "./coupled-problem.ts";
import type { Prices } from "./coupled-prices.ts";

/** The share of the educators that is settled in one stage, and the rounds of gains after each. */
const share = 0.3;
const packings = 40;
/** Rounds of prices in a stage after them, the first that settles pairs that two roles want, and how many there can be. */
const rounds = 10;
const [firstOfLanes, stagesMost] = [4, 60];
/** What a place too many weighs against one too few. */
const tooMany = 0.05;

interface Plan {
  educator: number;
  places: number[];
  distance: number;
}

/** Returns an arc per role and learner that is possible, or nearly; `prices` and `packing` are used up. */
export function* dive(
  problem: CoupledProblem,
  prices: Prices,
  packing: Packing,
  drop: number,
): Generator<number, Int32Array[], void> {
  const open = new Set(problem.budget.keys().filter((e) => problem.budget[e] !== unlimited));
  const atOnce = Math.max(1, Math.ceil(open.size * share));
  while (open.size > 0) {
    const plans = [...open]
      .map((e) => planFor(problem, packing.mean, e))
      .toSorted((one, other) => one.distance - other.distance || one.educator - other.educator);
    for (const { educator, places } of plans.slice(0, atOnce)) {
      packing.narrow(educator, places);
      prices.narrow(educator, places);
      open.delete(educator);
    }
    packing.again();
    for (let round = 0; round < packings; round++) {
      packing.step(packing.bound - drop);
      yield 0;
    }
  }
  for (let stage = 0; stage < stagesMost; stage++) {
    if (stage >= firstOfLanes && prices.narrowLanes() === 0) break;
    yield* prices.again();
    for (let round = 0; round < rounds; round++) yield* prices.step(prices.bound - drop);
  }
  return prices.parts.map(({ arcOf }) => arcOf.slice());
}

/** The whole places nearest to the mean that the budget carries. */
function planFor(problem: CoupledProblem, mean: Float64Array[], educator: number): Plan {
  const { roles, budget } = problem;
  const best: Plan = { educator, places: roles.map(() => 0), distance: Infinity };
  const places: number[] = [];
  const from = (r: number, left: number, distance: number): void => {
    if (distance >= best.distance) return;
    if (r === roles.length) {
      best.distance = distance;
      best.places = places.slice();
      return;
    }
    const { effort, problem: own } = roles[r]!;
    const wish = mean[r]![educator]!;
    const whole = Math.floor(wish + 1e-6);
    for (const count of [whole + 1, whole, whole - 1, 0]) {
      if (count < 0 || count > own.capacity[educator]! || count * effort > left) continue;
      places[r] = count;
      const apart = Math.max(0, wish - count) + tooMany * Math.max(0, count - wish);
      from(r + 1, left - count * effort, distance + Math.max(1, effort) * apart);
    }
  };
  from(0, budget[educator]!, 0);
  return best;
}
