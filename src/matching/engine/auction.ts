// Prices and pairs to begin with, by an auction: each learner bids for the best educator up to the point where the
// second best would do as well, and the lowest bid loses its place. Without a smallest step all that hold a place are
// exactly tight at the end, so the shortest paths of assign.ts only have to place those who tied or were still waiting
// when the bids ran out.
// Sources: Bertsekas and Castanon 1989 (auction for transportation, similar objects); Jonker and Volgenant 1987
// (augmenting row reduction, which is this auction with single places).
import type { Start } from "./assign.ts";
import type { Face } from "./face.ts";
import type { Places } from "./places.ts";
import { emptyPlaces, seat, unseat } from "./places.ts";

const bidsPerLearner = 40;
const chunk = 4096;

/**
 * When many tie, rounds with a smallest step get them going. With too few places the steps may fall from high to low:
 * every place is taken in the end, so no price is left too high. With enough places one round has to do. Shares and
 * steps are measured: 0.07 wait on ordinary schools with enough places, 0.2 on short ones, 0.9 on equal wishes.
 */
const whenShort = { share: 0.12, steps: [1024, 128, 16, 2] };
const whenEnough = { share: 0.5, steps: [256] };

/** `known` are prices of an earlier result; those below 0 count as 0. */
export function* auctionPrices(face: Face, weight: Int32Array, known?: Int32Array): Generator<number, Start, void> {
  const prices = new Int32Array(face.educators);
  if (known?.length === prices.length) for (let e = 0; e < prices.length; e++) prices[e] = Math.max(0, known[e]!);
  const hall: Hall = { face, weight, prices, places: emptyPlaces(face), bids: new Int32Array(face.learners) };
  const stuck = yield* holdRound(hall, 0);
  const places = face.capacity.reduce((sum, room) => sum + room, 0);
  const { share, steps } = places < face.learners ? whenShort : whenEnough;
  if (stuck > share * face.learners) for (const step of [...steps, 0]) yield* holdRound(hall, step);
  return { prices, arcOf: hall.places.arcOf };
}

interface Hall {
  face: Face;
  weight: Int32Array;
  prices: Int32Array;
  places: Places;
  bids: Int32Array;
}

/** Lets everyone bid who has no place, or one that is not within `step` of the best; returns how many are left over. */
function* holdRound(hall: Hall, step: number): Generator<number, number, void> {
  const { face, places } = hall;
  const waiting = new Int32Array(face.learners);
  let count = 0;
  for (let l = face.learners - 1; l >= 0; l--) {
    if (places.arcOf[l]! >= 0 && !isContent(hall, l, step)) unseat(face, places, l);
    if (places.arcOf[l]! < 0) waiting[count++] = l;
  }
  const most = bidsPerLearner * face.learners;
  let stuck = 0;
  for (let bid = 1; count > 0 && bid <= most; bid++) {
    const learner = waiting[--count]!;
    const loser = placeBid(hall, learner, step);
    if (loser === learner) stuck++;
    else if (loser >= 0) waiting[count++] = loser;
    if (bid % chunk === 0) yield bid / most;
  }
  return stuck + count;
}

function isContent({ face, weight, prices, places }: Hall, learner: number, step: number): boolean {
  const own = places.arcOf[learner]!;
  const enough = weight[own]! - prices[face.educator[own]!]! + step;
  if (face.mustMatch[learner] === 0 && enough < 0) return false;
  const end = face.rowStart[learner + 1]!;
  for (let arc = face.rowStart[learner]!; arc < end; arc++)
    if (weight[arc]! - prices[face.educator[arc]!]! > enough) return false;
  return true;
}

/** Seats one learner if a bid can. Returns who lost a place by it, -1 for nobody, the learner when it ties. */
function placeBid({ face, weight, prices, places, bids }: Hall, learner: number, step: number): number {
  const { rowStart, educator, capacity, mustMatch } = face;
  const free = mustMatch[learner] === 0;
  let best = free ? 0 : -Infinity;
  let second = best;
  let bestArc = -1;
  const end = rowStart[learner + 1]!;
  for (let arc = rowStart[learner]!; arc < end; arc++) {
    const worth = weight[arc]! - prices[educator[arc]!]!;
    if (worth > best) {
      second = best;
      best = worth;
      bestArc = arc;
    } else if (worth > second) second = worth;
  }
  if (bestArc < 0) return -1;
  const e = educator[bestArc]!;
  const open = places.load[e]! < capacity[e]!;
  // Without a second choice any bid is true; the limit keeps the sums small.
  const bid = prices[e]! + Math.min(best - second, 1 << 20) + step;
  if (!open && bid === prices[e]) return learner;
  const loser = open ? -1 : lowestHolder(places, bids, e);
  if (loser >= 0) unseat(face, places, loser);
  seat(face, places, learner, bestArc);
  bids[learner] = bid;
  if (places.load[e] === capacity[e]) prices[e] = Math.max(prices[e]!, bids[lowestHolder(places, bids, e)]!);
  return loser;
}

function lowestHolder({ first, load, holder }: Places, bids: Int32Array, e: number): number {
  let lowest = holder[first[e]!]!;
  const end = first[e]! + load[e]!;
  for (let slot = first[e]! + 1; slot < end; slot++) {
    const l = holder[slot]!;
    if (bids[l]! < bids[lowest]!) lowest = l;
  }
  return lowest;
}
