// The heaviest matching of a face, with prices that prove it; or prices that prove the face empty.
// Any starting prices will do: pairs that are tight for them are kept, everyone else is placed by shortest paths.
import { LazyColumns } from "./columns.ts";
import type { Face } from "./face.ts";
import { Paths } from "./paths.ts";
import { Rounds } from "./rounds.ts";
import type { Places } from "./places.ts";
import { emptyPlaces, seat } from "./places.ts";

/** `arcOf` is null when the face has no matching; `prices` is then the proof of that (see check.ts). */
export interface Assigned {
  arcOf: Int32Array | null;
  prices: Int32Array;
  /** It began from prices of another time, and these are too far away to be worth going on from: nothing is proven. */
  isLost?: true;
}

export interface Start {
  /** Prices to begin with; below 0 only where the educator must be full. */
  prices: Int32Array;
  /** Arc per learner tried first, or -1. */
  arcOf?: Int32Array;
  /** Whether they are of another time. */
  isOld?: boolean;
}

/** Prices and pairs to begin with. */
export type Begun = Start & { arcOf: Int32Array };

const chunk = 64;
/** Learners between two breaths, while they are seated where they were. */
const block = 2 ** 13;
/** Searches one by one are best while each stays near; beyond so much reading they go on together. */
const rowsPerLearner = 2;
/** From prices of another time as many, or more are to be expected by the first few, are worse than beginning anew. */
const rowsFromOld = 3;

/** Yields the share done between chunks of work, so that the caller may stop or breathe. */
export function* assign(face: Face, weight: Int32Array, start?: Start): Generator<number, Assigned, void> {
  const prices = start ? start.prices.slice() : new Int32Array(face.educators);
  const places = emptyPlaces(face);
  const columns = new LazyColumns(face, weight);
  const paths = new Paths(face, weight, prices, places, columns);
  yield 0;
  const waiting = yield* keepTight(face, weight, prices, places, paths, start?.arcOf);
  const rowsMost = (start?.isOld ? rowsFromOld : rowsPerLearner) * face.learners;
  const isHopeless = (tried: number): boolean =>
    start?.isOld === true && tried >= chunk && (paths.rowsRead / tried) * waiting.length > rowsMost;
  let at = 0;
  for (; at < waiting.length && paths.rowsRead < rowsMost && !isHopeless(at); at++) {
    const l = waiting[at]!;
    if (face.mustMatch[l] === 0 && paths.bestGain(l) <= 0) continue;
    if (!paths.placeLearner(l)) return { arcOf: null, prices: reachProof(face, paths, 1) };
    if (at % chunk === 0) yield at / waiting.length;
  }
  const others = waiting.subarray(at);
  if (others.length > 0 && start?.isOld) return { arcOf: null, prices, isLost: true };
  if (others.length > 0) {
    const rounds = new Rounds(face, weight, prices, places);
    const gains = others.map((l) => paths.bestGain(l));
    if (!(yield* rounds.place(others, gains))) return { arcOf: null, prices: reachProof(face, rounds, 1) };
  }
  for (let e = 0; e < face.educators; e++) {
    while (places.load[e]! < face.capacity[e]! && (face.mustFill[e] === 1 || prices[e]! > 0)) {
      yield* columns.prepare();
      if (!paths.fillPlace(e)) return { arcOf: null, prices: reachProof(face, paths, -1) };
    }
    if (e % chunk === 0) yield 1;
  }
  return { arcOf: places.arcOf, prices };
}

/** Seats learners on arcs that are tight now, the wished one first; returns those left over, in order. */
function* keepTight(
  face: Face,
  weight: Int32Array,
  prices: Int32Array,
  places: Places,
  paths: Paths,
  wished?: Int32Array,
): Generator<number, Int32Array, void> {
  const waiting = new Int32Array(face.learners);
  let count = 0;
  const worth = (arc: number): number => weight[arc]! - prices[face.educator[arc]!]!;
  const open = (arc: number): boolean => places.load[face.educator[arc]!]! < face.capacity[face.educator[arc]!]!;
  if (wished) {
    for (let l = 0; l < face.learners; l++) {
      if (l % block === block - 1) yield 0;
      const arc = wished[l]!;
      if (arc >= 0 && open(arc) && worth(arc) === paths.bestGain(l)) seat(face, places, l, arc);
    }
  }
  for (let l = 0; l < face.learners; l++) {
    if (l % block === block - 1) yield 0;
    if (places.arcOf[l]! >= 0) continue;
    const gain = paths.bestGain(l);
    if (gain <= 0 && face.mustMatch[l] === 0) continue;
    for (let arc = face.rowStart[l]!; arc < face.rowStart[l + 1]! && places.arcOf[l]! < 0; arc++) {
      if (worth(arc) === gain && open(arc)) seat(face, places, l, arc);
    }
    if (places.arcOf[l]! < 0) waiting[count++] = l;
  }
  return waiting.subarray(0, count);
}

/** Price 1 (or -1) on the educators reached in vain: more learners than places, or more places than learners. */
function reachProof(face: Face, paths: { reached: Int32Array; reachedCount: number }, price: number): Int32Array {
  const proof = new Int32Array(face.educators);
  for (let at = 0; at < paths.reachedCount; at++) proof[paths.reached[at]!] = price;
  return proof;
}
