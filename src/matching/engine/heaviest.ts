// The heaviest matching of a face where scores are fine: an auction brings prices and pairs that are nearly right, then
// everything exact is done on the few arcs that come near to them (see sift.ts), until no arc of the face is better.
import { assign, type Assigned, type Begun } from "./assign.ts";
import { auctionPrices } from "./auction.ts";
import { arcsIn, originsOf } from "./bottleneck.ts";
import type { Face } from "./face.ts";
import { loweringPrices } from "./lowest-prices.ts";
import { sift, type Weighted } from "./sift.ts";

export interface Heaviest {
  /** Arc per learner, null when there is no matching (see assign.ts). */
  arcOf: Int32Array | null;
  /** The lowest that prove it. */
  prices: Int32Array;
  /** Every arc that is tight at these prices, and others. */
  few: Weighted;
}

/** Of about 10000 points: two or three arcs of a learner are so near to the best. */
const near = 256;
/** Known prices have further to go than those of an auction. */
const nearKnown = 1024;

/** `possible` is any matching of the face. Yields the share done. */
export function* heaviest(
  face: Face,
  weight: Int32Array,
  possible: Int32Array,
  known?: Begun,
): Generator<number, Heaviest, void> {
  const start = known ?? (yield* auctionPrices(face, weight));
  const reach = known ? nearKnown : near;
  let arcOf = start.arcOf;
  let few = yield* sift(face, weight, start.prices, reach, arcOf, possible);
  for (let prices = start.prices, margin = reach; few;) {
    const answer: Heaviest & Assigned = {
      ...(yield* assign(few.face, few.weight, {
        prices,
        arcOf: arcsIn(few.face, arcOf),
        isOld: known !== undefined,
      })),
      few,
    };
    if (answer.isLost) return yield* heaviest(face, weight, possible);
    if (!answer.arcOf) return answer;
    prices = answer.prices;
    arcOf = originsOf(few.face, answer.arcOf);
    const fallen = prices.slice();
    yield* loweringPrices(few.face, few.weight, fallen, answer.arcOf);
    // Among few arcs, prices may have fallen too far: what is better now than before they fell has to be in the way.
    few = yield* sift(face, weight, fallen, 0, arcOf, possible, prices);
    if (few?.better === 0) return { arcOf, prices: fallen, few };
    if (few?.wrong === 0) {
      yield* loweringPrices(few.face, few.weight, prices, arcsIn(few.face, arcOf));
      return { arcOf, prices, few };
    }
    margin *= 4;
    few = yield* sift(face, weight, prices, margin, arcOf, possible);
  }
  const answer = yield* assign(face, weight, start);
  if (answer.arcOf) yield* loweringPrices(face, weight, answer.prices, answer.arcOf);
  return { ...answer, few: { face, weight } };
}
