// The heaviest matching of a face where scores are fine: an auction brings prices and pairs that are nearly right, then
// everything exact is done on the few arcs that come near to them (see sift.ts), until no arc of the face is better.
import { assign, type Start } from "./assign.ts";
import { auctionPrices } from "./auction.ts";
import { arcsIn, originsOf } from "./bottleneck.ts";
import type { Face } from "./face.ts";
import { lowerPrices } from "./lowest-prices.ts";
import { sift } from "./sift.ts";

export interface Heaviest {
  /** Arc per learner, null when there is no matching (see assign.ts). */
  arcOf: Int32Array | null;
  /** The lowest that prove it. */
  prices: Int32Array;
}

/** Of about 10000 points: two or three arcs of a learner are so near to the best. */
const near = 256;

/** `possible` is any matching of the face. Yields the share done. */
export function* heaviest(
  face: Face,
  weight: Int32Array,
  possible: Int32Array,
  known?: Required<Start>,
): Generator<number, Heaviest, void> {
  let { prices, arcOf } = known ?? (yield* auctionPrices(face, weight));
  for (let margin = near; ; margin *= 2) {
    const few = sift(face, weight, prices, margin, arcOf, possible);
    if (!few) return yield* amongAll(face, weight, { prices, arcOf });
    const answer = yield* assign(few.face, few.weight, { prices, arcOf: arcsIn(few.face, arcOf) });
    if (!answer.arcOf) return answer;
    prices = answer.prices;
    arcOf = originsOf(few.face, answer.arcOf);
    const all = sift(face, weight, prices, margin, arcOf, possible);
    if (all?.better !== 0) continue;
    return { arcOf, prices: lowest(face, weight, prices, arcOf, all.face, all.weight) };
  }
}

function* amongAll(face: Face, weight: Int32Array, start: Start): Generator<number, Heaviest, void> {
  const answer = yield* assign(face, weight, start);
  if (answer.arcOf) lowerPrices(face, weight, answer.prices, answer.arcOf);
  return answer;
}

/** Lowered among few arcs, prices may fall too far; then they fall anew, with all arcs in the way that are now better. */
function lowest(
  face: Face,
  weight: Int32Array,
  prices: Int32Array,
  arcOf: Int32Array,
  few: Face,
  fewWeight: Int32Array,
): Int32Array {
  const fallen = prices.slice();
  lowerPrices(few, fewWeight, fallen, arcsIn(few, arcOf));
  const inTheWay = sift(face, weight, fallen, 0, arcOf, arcOf, prices);
  if (inTheWay?.better === 0) return fallen;
  const again = prices.slice();
  if (inTheWay) lowerPrices(inTheWay.face, inTheWay.weight, again, arcsIn(inTheWay.face, arcOf));
  else lowerPrices(face, weight, again, arcOf);
  return again;
}
