// Deferred acceptance with places on both sides, for programs in which both sides rank: no learner and educator who
// are not paired would both rather be. Best for the side that proposes, and truthful for proposing learners.
// Sources: Gale and Shapley 1962; Roth and Sotomayor, Two-Sided Matching, ch. 5. Equal values are broken by number,
// lower first, so the outcome is stable in the weak sense: only a gain for both sides counts as blocking.
import type { ArcProblem } from "./problem.ts";
import { refuseInvalid } from "./problem.ts";

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
  refuseRanks(problem);
  const { learners, educators, rowStart, educator, capacity } = problem;
  const arcLearner = learnersOfArcs(problem);
  const one = new Int32Array(learners).fill(1);
  const byLearner: Side = {
    start: rowStart,
    arc: educator.map((_, arc) => arc),
    other: educator,
    places: one,
    value: problem.learnerValue,
  };
  const byEducator: Side = {
    ...columns(educators, educator),
    other: arcLearner,
    places: capacity,
    value: problem.educatorValue,
  };
  const held = proposer === "learner" ? propose(byLearner, byEducator) : propose(byEducator, byLearner);
  const educatorOf = new Int32Array(learners).fill(-1);
  for (let arc = 0; arc < held.length; arc++) if (held[arc] === 1) educatorOf[arcLearner[arc]!] = educator[arc]!;
  return { educatorOf, cutoffs: cutoffsOf(problem, educatorOf).cutoffs };
}

/** Counts the pairs that would both rather be together, and everything else that is wrong. */
export function checkStable(
  problem: RankedProblem,
  { educatorOf, cutoffs }: StableMatching,
): { ok: boolean; blockingPairs: number; failures: string[] } {
  const { learners, educators, rowStart, educator, capacity, learnerValue, educatorValue } = problem;
  const failures: string[] = [];
  const own = cutoffsOf(problem, educatorOf);
  if (educatorOf.length !== learners) failures.push("the pairs do not list every learner once");
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

/** One side of the market: the arcs of each member, whom they lead to, places, and what each arc is worth. */
interface Side {
  start: Int32Array;
  arc: Int32Array;
  /** The other side's member of an arc. */
  other: Int32Array;
  places: Int32Array;
  value: Int32Array;
}

/** 1 for each arc that is held in the end. */
function propose(from: Side, to: Side): Uint8Array {
  const members = from.places.length;
  const held = new Uint8Array(from.value.length);
  const load = new Int32Array(members);
  const last = new Int32Array(members).fill(-1);
  const holding: number[][] = Array.from(to.places, () => []);
  const waiting = Array.from({ length: members }, (_, at) => members - 1 - at);
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    while (load[member]! < from.places[member]!) {
      const arc = nextBest(from, member, last[member]!);
      if (arc < 0) break;
      last[member] = arc;
      const target = from.other[arc]!;
      const list = holding[target]!;
      if (to.places[target] === 0) continue;
      list.push(arc);
      held[arc] = 1;
      load[member]!++;
      if (list.length <= to.places[target]!) continue;
      const refused = list.splice(worstAt(to, list), 1)[0]!;
      held[refused] = 0;
      const loser = to.other[refused]!;
      load[loser]!--;
      if (loser !== member) waiting.push(loser);
    }
  }
  return held;
}

/** The best arc of a member that comes after `last` in the member's own order. */
function nextBest({ start, arc, other, value }: Side, member: number, last: number): number {
  let best = -1;
  for (let at = start[member]!; at < start[member + 1]!; at++) {
    const mine = arc[at]!;
    const after =
      last < 0 || value[mine]! < value[last]! || (value[mine] === value[last] && other[mine]! > other[last]!);
    if (!after) continue;
    if (best < 0 || value[mine]! > value[best]! || (value[mine] === value[best] && other[mine]! < other[best]!))
      best = mine;
  }
  return best;
}

function worstAt({ other, value }: Side, list: number[]): number {
  let worst = 0;
  for (let at = 1; at < list.length; at++) {
    const mine = list[at]!;
    const low = list[worst]!;
    if (value[mine]! < value[low]! || (value[mine] === value[low] && other[mine]! > other[low]!)) worst = at;
  }
  return worst;
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
    }
  }
  const full = (e: number): boolean => load[e]! > 0 && load[e]! >= capacity[e]!;
  return { load, cutoffs: Int32Array.from(load, (_, e) => (full(e) ? lowest[e]! : openToAll)) };
}

function learnersOfArcs({ learners, rowStart, educator }: ArcProblem): Int32Array {
  const learnerOf = new Int32Array(educator.length);
  for (let l = 0; l < learners; l++) learnerOf.fill(l, rowStart[l], rowStart[l + 1]);
  return learnerOf;
}

/** The arcs of each educator, in order of learner. */
function columns(educators: number, educator: Int32Array): { start: Int32Array; arc: Int32Array } {
  const start = new Int32Array(educators + 1);
  for (const e of educator) start[e + 1]!++;
  for (let e = 0; e < educators; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const arc = new Int32Array(educator.length);
  for (let at = 0; at < arc.length; at++) arc[next[educator[at]!]!++] = at;
  return { start, arc };
}

function refuseRanks(problem: RankedProblem): void {
  refuseInvalid(problem);
  for (const field of ["learnerValue", "educatorValue"] as const) {
    const values = problem[field];
    if (values.length !== problem.educator.length)
      throw new RangeError(`${field}: has ${values.length} entries for ${problem.educator.length} arcs`);
    const wrong = values.findIndex((value) => !Number.isInteger(value) || Math.abs(value) >= 2 ** 31);
    if (wrong >= 0) throw new RangeError(`${field}[${wrong}]: ${values[wrong]} is not a whole number below 2^31`);
  }
}
