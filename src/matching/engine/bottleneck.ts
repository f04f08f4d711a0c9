// The highest score that every pair of a face can reach at once, by halving over the scores that occur, with the
// prices that prove the next higher score impossible (a Hall set of learners, or of places).
// Source: Burkard, Dell'Amico and Martello, Assignment Problems, ch. 6 (threshold algorithms).
import { assign } from "./assign.ts";
import type { Face } from "./face.ts";
import { keepArcs, originOf } from "./face.ts";

export interface Bottleneck {
  value: number;
  /** Proof for arcs above `value`. */
  prices: Int32Array;
  /** The arc of the problem per learner, -1 when unmatched. */
  originOf: Int32Array;
}

/** `originOf` is a matching of the face with at least one pair. */
export function* raiseLowest(face: Face, score: Int32Array, originOf: Int32Array): Generator<number, Bottleneck, void> {
  const steps = scoresFrom(face, score, lowestOf(score, originOf));
  let known = originOf;
  let low = 0;
  let high = steps.length;
  let proof: Int32Array | undefined;
  while (high - low > 1 || !proof) {
    const middle = high - low > 1 ? (low + high) >> 1 : high;
    const floor = middle < steps.length ? steps[middle]! : steps[steps.length - 1]! + 1;
    const raised = arcsFrom(face, score, floor);
    const free = { prices: new Int32Array(face.educators), arcOf: arcsIn(raised, known) };
    const answer = yield* assign(raised, new Int32Array(raised.educator.length), free);
    if (answer.arcOf) {
      known = originsOf(raised, answer.arcOf);
      low = middle;
    } else {
      proof = answer.prices;
      high = middle;
    }
  }
  return { value: steps[low]!, prices: proof, originOf: known };
}

/** The face without the arcs below a score. */
export function arcsFrom(face: Face, score: Int32Array, floor: number): Face {
  const keep = new Uint8Array(face.educator.length);
  for (let arc = 0; arc < keep.length; arc++) keep[arc] = score[originOf(face, arc)]! >= floor ? 1 : 0;
  return keepArcs(face, keep);
}

/** The arcs of a face behind arcs of the problem, -1 where the face has it not. */
export function arcsIn(face: Face, wanted: Int32Array): Int32Array {
  if (!face.origin) return wanted;
  const arcOf = new Int32Array(face.learners).fill(-1);
  for (let l = 0; l < face.learners; l++) {
    const end = face.rowStart[l + 1]!;
    for (let arc = face.rowStart[l]!; arc < end; arc++) if (originOf(face, arc) === wanted[l]) arcOf[l] = arc;
  }
  return arcOf;
}

/** The arcs of the problem behind arcs of a face. */
export function originsOf(face: Face, arcOf: Int32Array): Int32Array {
  return arcOf.map((arc) => (arc < 0 ? -1 : originOf(face, arc)));
}

function lowestOf(score: Int32Array, originOf: Int32Array): number {
  let lowest = Infinity;
  for (const arc of originOf) if (arc >= 0) lowest = Math.min(lowest, score[arc]!);
  return lowest;
}

/** The scores of the face's arcs that are at least `floor`, rising, each once. */
function scoresFrom(face: Face, score: Int32Array, floor: number): number[] {
  const found = new Set<number>();
  for (let arc = 0; arc < face.educator.length; arc++) {
    const points = score[originOf(face, arc)]!;
    if (points >= floor) found.add(points);
  }
  return [...found].toSorted((one, other) => one - other);
}
