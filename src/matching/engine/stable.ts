// Deferred acceptance with places on both sides, for programs in which both sides rank: no learner and educator who
// are not paired would both rather be. Best for the side that proposes, and truthful for proposing learners.
// Sources: Gale and Shapley 1962; Roth and Sotomayor, Two-Sided Matching, ch. 5. Equal values are broken by number,
// lower first, so the outcome is stable in the weak sense: only a gain for both sides counts as blocking.
import type { ArcProblem } from "./problem.ts";
import { firstPlaces } from "./places.ts";
import { validate } from "./problem.ts";

/** Both sides' values per arc: any whole numbers, more is better. An arc that one side refuses is left out. */
export type RankedProblem = ArcProblem & { learnerValue: Int32Array; educatorValue: Int32Array };

/** The cutoff of an educator with room: everyone with an arc would be taken. */
export const openToAll = -(2 ** 31);

export interface StableMatching {
  educatorOf: Int32Array;
  /** Per educator, the lowest value held when full, else `openToAll`. */
  cutoffs: Int32Array;
}

export function matchStably(
  problem: RankedProblem,
  { proposer = "learner" }: { proposer?: "learner" | "educator" } = {},
): StableMatching {
  const faults = rankFaults(problem);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const educatorOf = new Int32Array(problem.learners).fill(-1);
  if (proposer === "learner") {
    const { first, holder } = propose(byLearner(problem));
    for (let e = 0; e < problem.educators; e++)
      for (let slot = first[e]!; slot < first[e + 1]!; slot++) if (holder[slot]! >= 0) educatorOf[holder[slot]!] = e;
  } else educatorOf.set(propose(byEducator(problem)).holder);
  return { educatorOf, cutoffs: cutoffsOf(problem, educatorOf).cutoffs };
}

/** Counts the pairs that would both rather be together, and everything else that is wrong. */
export function checkStable(
  problem: RankedProblem,
  { educatorOf, cutoffs }: StableMatching,
): { ok: boolean; blockingPairs: number; failures: string[] } {
  const { learners, educators, rowStart, educator, capacity, learnerValue, educatorValue } = problem;
  const failures = rankFaults(problem);
  if (educatorOf.length !== learners) failures.push("the pairs do not list every learner once");
  if (failures.length > 0) return { ok: false, blockingPairs: NaN, failures };
  const own = cutoffsOf(problem, educatorOf);
  for (let e = 0; e < educators; e++) {
    if (own.load[e]! > capacity[e]!) failures.push(`educator ${e} has more learners than places`);
    if (cutoffs[e] !== own.cutoffs[e])
      failures.push(`the cutoff of educator ${e} is ${own.cutoffs[e]}, not ${cutoffs[e]}`);
  }
  let blockingPairs = 0;
  for (let l = 0; l < learners; l++) {
    let present = -Infinity;
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
      if (educator[arc] === educatorOf[l]) present = learnerValue[arc]!;
    if (educatorOf[l] !== -1 && present === -Infinity) failures.push(`learner ${l} has no arc to ${educatorOf[l]}`);
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      const e = educator[arc]!;
      if (e === educatorOf[l] || capacity[e] === 0 || learnerValue[arc]! <= present) continue;
      if (own.load[e]! < capacity[e]! || educatorValue[arc]! > own.cutoffs[e]!) blockingPairs++;
    }
  }
  if (blockingPairs > 0) failures.push(`${blockingPairs} pairs would both rather be together`);
  return { ok: failures.length === 0, blockingPairs, failures };
}

/** Those who propose, with the arcs of each in a row, and where the places of those who are asked begin. */
interface Market {
  start: Int32Array;
  /** Who is asked by an arc, and what it is worth to who proposes and to who is asked. */
  other: Int32Array;
  value: Int32Array;
  worth: Int32Array;
  places: Int32Array;
  first: Int32Array;
}

function byLearner(problem: RankedProblem): Market {
  const { learners, rowStart, educator, learnerValue, educatorValue } = problem;
  const places = new Int32Array(learners).fill(1);
  const first = firstPlaces(problem);
  return { start: rowStart, other: educator, value: learnerValue, worth: educatorValue, places, first };
}

function byEducator({ learners, educators, rowStart, educator, capacity, ...values }: RankedProblem): Market {
  const start = new Int32Array(educators + 1);
  for (const e of educator) start[e + 1]!++;
  for (let e = 0; e < educators; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const [other, value, worth] = [educator.slice(), educator.slice(), educator.slice()];
  for (let l = 0; l < learners; l++) {
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      const at = next[educator[arc]!]!++;
      other[at] = l;
      value[at] = values.educatorValue[arc]!;
      worth[at] = values.learnerValue[arc]!;
    }
  }
  return {
    start,
    other,
    value,
    worth,
    places: capacity,
    first: Int32Array.from({ length: learners + 1 }, (_, l) => l),
  };
}

/** Who holds each place in the end, -1 where it is open. */
function propose(market: Market): { first: Int32Array; holder: Int32Array } {
  const { start, other, worth, places, first } = market;
  const members = places.length;
  const holder = new Int32Array(first.at(-1)!).fill(-1);
  const held = new Int32Array(holder.length);
  const taken = new Int32Array(first.length - 1);
  const load = new Int32Array(members);
  const last = new Int32Array(members).fill(-1);
  // What has to be offered where all places are taken: most offers are below it, and cost no further look.
  const least = new Int32Array(taken.length).fill(openToAll);
  // Who was refused asks the next at once; everybody else in turn, which reads memory in order.
  const refused: number[] = [];
  for (let turn = 0; turn < members || refused.length > 0;) {
    const member = refused.pop() ?? turn++;
    while (load[member]! < places[member]!) {
      const arc = nextBest(market, start[member]!, start[member + 1]!, last[member]!);
      if (arc < 0) break;
      last[member] = arc;
      const target = other[arc]!;
      if (worth[arc]! < least[target]!) continue;
      const end = first[target + 1]!;
      let slot = first[target]! + taken[target]!;
      if (slot === end) {
        slot = worstSlot(holder, held, first[target]!, end);
        if (slot < 0 || !isBetter(worth[arc]!, member, held[slot]!, holder[slot]!)) continue;
        load[holder[slot]!]!--;
        refused.push(holder[slot]!);
      } else taken[target]!++;
      holder[slot] = member;
      held[slot] = worth[arc]!;
      load[member]!++;
      if (first[target]! + taken[target]! === end) least[target] = held[worstSlot(holder, held, first[target]!, end)]!;
    }
  }
  return { first, holder };
}

/** The best arc of a row that comes after `last` in the order of who proposes, or -1. */
function nextBest({ other, value }: Market, from: number, end: number, last: number): number {
  const before = last < 0 ? openToAll : value[last]!;
  let best = -1;
  let most = openToAll;
  for (let arc = from; arc < end; arc++) {
    const own = value[arc]!;
    if (own < most || (last >= 0 && own > before)) continue;
    if (last >= 0 && own === before && other[arc]! <= other[last]!) continue;
    if (own === most && other[arc]! > other[best]!) continue;
    most = own;
    best = arc;
  }
  return best;
}

function worstSlot(holder: Int32Array, held: Int32Array, from: number, end: number): number {
  let worst = from < end ? from : -1;
  for (let slot = from + 1; slot < end; slot++)
    if (isBetter(held[worst]!, holder[worst]!, held[slot]!, holder[slot]!)) worst = slot;
  return worst;
}

/** More is better; of equals, the lower number. */
function isBetter(one: number, number: number, other: number, otherNumber: number): boolean {
  return one > other || (one === other && number < otherNumber);
}

function cutoffsOf(
  { learners, educators, rowStart, educator, capacity, educatorValue }: RankedProblem,
  educatorOf: Int32Array,
): { cutoffs: Int32Array; load: Int32Array } {
  const load = new Int32Array(educators);
  const lowest = new Float64Array(educators).fill(Infinity);
  for (let l = 0; l < learners; l++) {
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++) {
      const e = educator[arc]!;
      if (e !== educatorOf[l]) continue;
      load[e]!++;
      lowest[e] = Math.min(lowest[e]!, educatorValue[arc]!);
      break;
    }
  }
  const full = (e: number): boolean => load[e]! > 0 && load[e]! >= capacity[e]!;
  return { load, cutoffs: Int32Array.from(load, (_, e) => (full(e) ? lowest[e]! : openToAll)) };
}

function rankFaults(problem: RankedProblem): string[] {
  const found = validate(problem).map(({ field, because }) => `${field}: ${because}`);
  if (found.length > 0) return found;
  for (const field of ["learnerValue", "educatorValue"] as const) {
    const values = problem[field];
    if (values.length !== problem.educator.length)
      return [`${field}: has ${values.length} entries for ${problem.educator.length} arcs`];
    if (values instanceof Int32Array && !values.includes(openToAll)) continue;
    for (let arc = 0; arc < values.length; arc++)
      if (!Number.isInteger(values[arc]) || Math.abs(values[arc]!) >= 2 ** 31)
        return [`${field}[${arc}]: ${values[arc]} is not a whole number below 2^31`];
  }
  return [];
}
