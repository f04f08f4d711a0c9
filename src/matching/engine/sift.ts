// Most arcs of a school never come near to being used. Sifting keeps those within a margin of their learner's best at
// the present prices; the work goes on with these few, and in the end all arcs are looked at again: none may be worth
// more than what its learner gains, or it is taken in and the work goes on. So nothing is lost, only reading saved.
// Sources: Bixby et al. 1992 (sifting); Barnhart et al. 1998 (pricing out columns).
import { keepOrigins, type Face } from "./face.ts";

/** Learners between two breaths. */
const block = 2 ** 12;

export interface Weighted {
  face: Face;
  weight: Int32Array;
}

/** The `origin` of its face are the arcs of the face that was sifted. */
export interface Sifted extends Weighted {
  /** Learners who would gain more by another arc than by that of `arcOf`, at the prices and at those of `before`. */
  better: number;
  wrong: number;
}

/**
 * The arcs of `arcOf` and of `also` are kept in any case. With `before`, a learner's best is what the own arc was worth
 * at those prices. Null when more than half of the arcs would be left: then it is not worth it. Yields between blocks.
 */
export function* sift(
  face: Face,
  weight: Int32Array,
  prices: Int32Array,
  margin: number,
  arcOf: Int32Array,
  also: Int32Array,
  before = prices,
): Generator<number, Sifted | null, void> {
  const { learners, rowStart, educator, mustMatch } = face;
  const most = (educator.length >> 1) + 1;
  const start = new Int32Array(learners + 1);
  let origin = new Int32Array(Math.min(most, 8 * learners + 4096));
  /** What the arcs of one row are worth. */
  const worths = new Int32Array(face.educators);
  let kept = 0;
  let better = 0;
  let wrong = 0;
  for (let l = 0; l < learners; l++) {
    if (l % block === block - 1) yield 0;
    const from = rowStart[l]!;
    const end = rowStart[l + 1]!;
    if (kept + end - from > origin.length) {
      if (kept >= most) return null;
      origin = grown(origin, kept + end - from);
    }
    const own = arcOf[l]!;
    const other = also[l]!;
    let gain = mustMatch[l] === 1 ? -(2 ** 30) : 0;
    for (let arc = from; arc < end; arc++) {
      const worth = weight[arc]! - prices[educator[arc]!]!;
      worths[arc - from] = worth;
      if (worth > gain) gain = worth;
    }
    const at = own < 0 ? 0 : educator[own]!;
    const was = own < 0 ? 0 : weight[own]! - before[at]!;
    if (gain > (own < 0 ? 0 : weight[own]! - prices[at]!)) better++;
    const least = (before === prices ? gain : was) - margin;
    let isWrong = false;
    for (let arc = from; arc < end; arc++) {
      if (worths[arc - from]! < least && arc !== own && arc !== other) continue;
      origin[kept++] = arc;
      if (weight[arc]! - before[educator[arc]!]! > was) isWrong = true;
    }
    if (isWrong) wrong++;
    start[l + 1] = kept;
  }
  if (kept >= most) return null;
  return { ...(yield* fewOf(face, weight, start, origin.slice(0, kept))), better, wrong };
}

function* fewOf(
  face: Face,
  weight: Int32Array,
  start: Int32Array,
  origin: Int32Array,
): Generator<number, Weighted, void> {
  yield 0;
  const worth = new Int32Array(origin.length);
  for (let arc = 0; arc < worth.length; arc++) worth[arc] = weight[origin[arc]!]!;
  yield 0;
  const few = { face: keepOrigins(face, start, origin), weight: worth };
  yield 0;
  return few;
}

function grown(list: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(least, (list.length * 3) >> 1));
  longer.set(list);
  return longer;
}
