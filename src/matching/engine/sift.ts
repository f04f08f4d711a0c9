// Most arcs of a school never come near to being used. Sifting keeps those within a margin of their learner's best at
// the present prices; the work goes on with these few, and in the end all arcs are looked at again: none may be worth
// more than what its learner gains, or it is taken in and the work goes on. So nothing is lost, only reading saved.
// Sources: Bixby et al. 1992 (sifting); Barnhart et al. 1998 (pricing out columns).
import type { Face } from "./face.ts";

export interface Sifted {
  /** Its `origin` are the arcs of the face that was sifted. */
  face: Face;
  weight: Int32Array;
  /** Learners who would gain more by another arc than by that of `arcOf`. */
  better: number;
}

/**
 * The arcs of `arcOf` and of `also` are kept in any case. With `before`, the best of a learner is what the own arc was
 * worth at those prices. Null when more than half of the arcs would be left: then it is not worth it.
 */
export function sift(
  face: Face,
  weight: Int32Array,
  prices: Int32Array,
  margin: number,
  arcOf: Int32Array,
  also: Int32Array,
  before?: Int32Array,
): Sifted | null {
  const { learners, rowStart, educator, mustMatch } = face;
  const most = (educator.length >> 1) + 1;
  const start = new Int32Array(learners + 1);
  let origin = new Int32Array(Math.min(most, 8 * learners + 4096));
  let kept = 0;
  let better = 0;
  for (let l = 0; l < learners; l++) {
    const from = rowStart[l]!;
    const end = rowStart[l + 1]!;
    const own = arcOf[l]!;
    const other = also[l]!;
    if (kept + end - from > origin.length) {
      if (kept >= most) return null;
      origin = grown(origin, kept + end - from);
    }
    let gain = mustMatch[l] === 1 ? -(2 ** 30) : 0;
    for (let arc = from; arc < end; arc++) {
      const worth = weight[arc]! - prices[educator[arc]!]!;
      if (worth > gain) gain = worth;
    }
    if (gain > (own < 0 ? 0 : weight[own]! - prices[educator[own]!]!)) better++;
    if (before) gain = own < 0 ? 0 : weight[own]! - before[educator[own]!]!;
    const least = gain - margin;
    for (let arc = from; arc < end; arc++)
      if (weight[arc]! - prices[educator[arc]!]! >= least || arc === own || arc === other) origin[kept++] = arc;
    start[l + 1] = kept;
  }
  if (kept >= most) return null;
  origin = origin.slice(0, kept);
  const short = { ...face, rowStart: start, educator: new Int32Array(kept), origin };
  const worth = new Int32Array(kept);
  for (let arc = 0; arc < kept; arc++) {
    short.educator[arc] = educator[origin[arc]!]!;
    worth[arc] = weight[origin[arc]!]!;
  }
  return { face: short, weight: worth, better };
}

function grown(list: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(least, (list.length * 3) >> 1));
  longer.set(list);
  return longer;
}
