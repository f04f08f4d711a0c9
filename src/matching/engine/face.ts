// A face: the matchings that are still allowed after the levels before, written as the arcs that may be used, the
// learners who must be matched and the educators who must be full. By complementary slackness a matching is optimal
// for a level exactly when it uses only arcs that are tight for one optimal price vector, matches every learner with
// a gain and fills every priced educator; so narrowing by prices loses nothing (Schrijver, Combinatorial
// Optimization, ch. 21: transportation problems have integer optimal prices).
import type { ArcProblem } from "./problem.ts";

/** Arcs that are looked at in one go: a loop that is called often becomes fast sooner than one that runs long. */
const block = 2 ** 14;

export interface Face {
  learners: number;
  educators: number;
  rowStart: Int32Array;
  educator: Int32Array;
  /** The arc of the problem behind each arc of the face; undefined while they are the same. */
  origin: Int32Array | undefined;
  capacity: Int32Array;
  mustMatch: Uint8Array;
  mustFill: Uint8Array;
}

/** The arc of the problem behind an arc of the face. */
export function originOf({ origin }: Face, arc: number): number {
  return origin ? origin[arc]! : arc;
}

/** All arcs whose educator has a place; nobody must be matched yet. */
export function wholeFace(problem: ArcProblem): Face {
  const whole: Face = {
    learners: problem.learners,
    educators: problem.educators,
    rowStart: problem.rowStart,
    educator: problem.educator,
    origin: undefined,
    capacity: problem.capacity,
    mustMatch: new Uint8Array(problem.learners),
    mustFill: new Uint8Array(problem.educators),
  };
  const { capacity, educator } = problem;
  const isClosed = Uint8Array.from(capacity, (places) => (places > 0 ? 0 : 1));
  if (!isClosed.includes(1) || !reachesAny(educator, isClosed)) return whole;
  const open = new Uint8Array(educator.length);
  for (let arc = 0; arc < open.length; arc++) open[arc] = capacity[educator[arc]!]! > 0 ? 1 : 0;
  return keepArcs(whole, open);
}

function reachesAny(educator: Int32Array, isClosed: Uint8Array): boolean {
  for (let from = 0; from < educator.length; from += block)
    if (countIn(educator, isClosed, from, Math.min(from + block, educator.length)) > 0) return true;
  return false;
}

function countIn(educator: Int32Array, mark: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let arc = from; arc < to; arc++) count += mark[educator[arc]!]!;
  return count;
}

/** The face with only the arcs marked in `keep`. */
export function keepArcs(face: Face, keep: Uint8Array): Face {
  let kept = 0;
  for (let arc = 0; arc < keep.length; arc++) kept += keep[arc]!;
  if (kept === keep.length) return face;
  const rowStart = new Int32Array(face.learners + 1);
  const educator = new Int32Array(kept);
  const origin = new Int32Array(kept);
  let next = 0;
  for (let l = 0; l < face.learners; l++) {
    const end = face.rowStart[l + 1]!;
    for (let arc = face.rowStart[l]!; arc < end; arc++) {
      if (keep[arc] === 0) continue;
      educator[next] = face.educator[arc]!;
      origin[next++] = originOf(face, arc);
    }
    rowStart[l + 1] = next;
  }
  return { ...face, rowStart, educator, origin };
}

/** The arcs `origin` of a face, in its order; they become the origins. */
export function keepOrigins(face: Face, rowStart: Int32Array, origin: Int32Array): Face {
  const educator = new Int32Array(origin.length);
  for (let arc = 0; arc < origin.length; arc++) educator[arc] = face.educator[origin[arc]!]!;
  return { ...face, rowStart, educator, origin };
}

/** The same face with the origins of a face that its own origins are arcs of. */
export function withOriginsOf(wider: Face, face: Face): Face {
  if (face === wider || !face.origin) return face;
  return { ...face, origin: face.origin.map((arc) => originOf(wider, arc)) };
}

/** What is left when as many as can be are matched, proven by prices of 0 and 1 (see cardinality.ts). */
export function mostFace(face: Face, prices: Int32Array): Face {
  const { learners, rowStart, educator } = face;
  const mustMatch = face.mustMatch.slice();
  const isShort = prices.includes(1);
  const keep = new Uint8Array(isShort ? educator.length : 0);
  for (let l = 0; l < learners; l++) {
    const end = rowStart[l + 1]!;
    let isFree = !isShort && end > rowStart[l]!;
    for (let arc = rowStart[l]!; isShort && arc < end; arc++) if (prices[educator[arc]!] === 0) isFree = true;
    if (isFree) mustMatch[l] = 1;
    for (let arc = rowStart[l]!; isShort && arc < end; arc++)
      keep[arc] = !isFree || prices[educator[arc]!] === 0 ? 1 : 0;
  }
  const mustFill = face.mustFill.map((must, e) => must | prices[e]!);
  return { ...(isShort ? keepArcs(face, keep) : face), mustMatch, mustFill };
}

/** What is left when a level with these weights is proven optimal by these prices. */
export function tightFace(face: Face, weight: Int32Array, prices: Int32Array): Face {
  const { learners, rowStart, educator } = face;
  const keep = new Uint8Array(educator.length);
  const mustMatch = face.mustMatch.slice();
  const mustFill = face.mustFill.slice();
  for (let l = 0; l < learners; l++) {
    let gain = face.mustMatch[l] === 1 ? -Infinity : 0;
    const end = rowStart[l + 1]!;
    for (let arc = rowStart[l]!; arc < end; arc++) gain = Math.max(gain, weight[arc]! - prices[educator[arc]!]!);
    for (let arc = rowStart[l]!; arc < end; arc++) keep[arc] = weight[arc]! - prices[educator[arc]!]! === gain ? 1 : 0;
    if (gain > 0) mustMatch[l] = 1;
  }
  for (let e = 0; e < face.educators; e++) if (prices[e]! > 0) mustFill[e] = 1;
  return { ...keepArcs(face, keep), mustMatch, mustFill };
}
