// From prices to a possible solution: the mean of the matches seen is nearly the best fractional solution, and says how
// many places of each role an educator will want. Step by step those nearest to whole numbers are settled, each time
// the prices adapt to it, until the roles, matched by themselves, no longer ask for anything twice.
import type { CoupledProblem } from "./coupled-problem.ts";
import { unlimited } from "./coupled-problem.ts";
import type { Prices } from "./coupled-prices.ts";

/** Of the educators still open, the share that is settled in one stage; rounds of prices after each. */
const share = 0.15;
const rounds = 10;
/** Stages before pairs that two roles want are settled as well, and the most there can be. */
const [firstOfLanes, stagesMost] = [4, 60];
/** What a place too many weighs against one too few. */
const tooMany = 0.05;

interface Plan {
  educator: number;
  places: number[];
  distance: number;
}

/** Returns an arc per role and learner that is possible, or nearly; `prices` is used up. */
export function* dive(problem: CoupledProblem, prices: Prices, drop: number): Generator<number, Int32Array[], void> {
  const open = new Set(problem.budget.keys());
  for (let stage = 0; stage < stagesMost; stage++) {
    const { mean, over } = usesOf(problem, prices);
    const isClear = stage >= firstOfLanes && prices.narrowLanes() === 0;
    if (over.size === 0 && isClear) break;
    const isTight = (e: number): boolean => isBinding(problem, prices, mean, e);
    const tight = [...open].filter((e) => problem.budget[e] !== unlimited && isTight(e));
    const wanted = tight.length > 0 ? tight : [...open].filter((e) => over.has(e));
    const plans = wanted
      .map((e) => planFor(problem, mean, e))
      .toSorted((one, other) => one.distance - other.distance || one.educator - other.educator);
    for (const { educator, places } of plans.slice(0, Math.max(1, Math.ceil(tight.length * share)))) {
      prices.narrow(educator, places);
      open.delete(educator);
    }
    yield* prices.again();
    for (let round = 0; round < rounds; round++) yield* prices.step(prices.bound - drop);
  }
  return prices.parts.map(({ arcOf }) => arcOf.slice());
}

/** Mean pairs per role and educator, and the educators whose budget the last match exceeds. */
function usesOf(problem: CoupledProblem, { parts, mean }: Prices): { mean: Float64Array[]; over: Set<number> } {
  const effort = new Float64Array(problem.budget.length);
  const uses = parts.map(({ face, arcOf, role }, r) => {
    const use = new Float64Array(face.educators);
    for (let arc = 0; arc < face.educator.length; arc++) use[face.educator[arc]!]! += mean[r]![arc]!;
    for (const arc of arcOf) if (arc >= 0) effort[face.educator[arc]!]! += role.effort;
    return use;
  });
  const over = new Set(problem.budget.keys().filter((e) => effort[e]! > problem.budget[e]!));
  return { mean: uses, over };
}

function isBinding({ roles }: CoupledProblem, prices: Prices, mean: Float64Array[], e: number): boolean {
  if (prices.priceOf(e) > 0) return true;
  const least = Math.min(...roles.map(({ effort }) => effort).filter((effort) => effort > 0));
  return roles.reduce((sum, { effort }, r) => sum + effort * mean[r]![e]!, 0) > prices.budget[e]! - least;
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
