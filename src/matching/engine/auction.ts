// Prices and pairs to begin with, by an auction in rounds of ever smaller steps. Forward, each learner who waits bids
// for the best educator up to the point where the second best would do as well, and a step more; the lowest bid loses
// its place. Backward, an educator with a price but an open place lowers it until a learner comes or the price is 0.
// After each round nobody could gain more than a step by moving; the shortest paths of assign.ts do the last step.
// Sources: Bertsekas and Castanon 1989 (auction for transportation, similar objects); Bertsekas, Castanon and Tsaknakis
// 1993 (forward and reverse, for unequal sides); Bertsekas, Linear Network Optimization, ch. 4.
import type { Start } from "./assign.ts";
import { arcTo, type Columns } from "./columns.ts";
import type { Face } from "./face.ts";
import type { Places } from "./places.ts";
import { emptyPlaces, seat, unseat } from "./places.ts";

const fewSteps = [64, 1];
const manySteps = [2048, 256, 32, 4, 1];
/** Where everybody wants the same few, small steps take too many bids; then it begins anew with larger ones. */
const bidsInFewSteps = 8;
const bidsInManySteps = 200;
const chunk = 1024;
/** Beyond it a price would leave the range that is counted exactly; the paths then begin anew without an auction. */
const far = 2 ** 28;
const none = -(2 ** 30);

/** Prices and pairs of an earlier result, for a face that differs a little. */
export interface Known {
  prices: Int32Array;
  arcOf: Int32Array;
}

/** Yields the share done. */
export function* auctionPrices(
  face: Face,
  weight: Int32Array,
  columns: () => Columns,
  known?: Known,
): Generator<number, Start, void> {
  if (known) {
    const room = new Room(face, weight, columns, bidsInManySteps, known);
    if (yield* bidding(room, [1])) return room.start();
  } else if (!face.mustMatch.includes(0)) {
    const room = new Room(face, weight, columns, bidsInFewSteps);
    if (yield* bidding(room, fewSteps)) return room.start();
  }
  const room = new Room(face, weight, columns, bidsInManySteps);
  if (yield* bidding(room, manySteps)) return room.start();
  return { prices: new Int32Array(face.educators) };
}

/** False when it took too many bids, or prices ran away. */
function* bidding(room: Room, steps: number[]): Generator<number, boolean, void> {
  for (const [at, step] of steps.entries()) {
    room.begin(step);
    while (room.bidSome(chunk)) yield (at + 0.3) / steps.length;
    room.listOpen();
    while (room.lowerSome(chunk)) yield (at + 0.7) / steps.length;
    if (room.isLost) return false;
  }
  return true;
}

class Room {
  readonly prices: Int32Array;
  readonly places: Places;
  /** Prices ran away, or more bids were made than an auction is worth. */
  isLost = false;
  readonly #face: Face;
  readonly #weight: Int32Array;
  readonly #columns: () => Columns;
  /** What each learner was ready to pay for the place held. */
  readonly #bids: Int32Array;
  /** Who waits to bid: a stack. */
  readonly #waiting: Int32Array;
  #count = 0;
  #step = 0;
  /** What a bid without a second choice goes up by: as true as any, and beyond every weight. */
  readonly #lone: number;
  #left: number;
  /** While lowering: what each learner gains now, and the educators to look at: a stack. */
  readonly #gain: Int32Array;
  readonly #open: Int32Array;
  readonly #isListed: Uint8Array;
  #openCount = 0;

  constructor(face: Face, weight: Int32Array, columns: () => Columns, bidsPerLearner: number, known?: Known) {
    this.#face = face;
    this.#weight = weight;
    this.#columns = columns;
    this.prices = new Int32Array(face.educators);
    this.places = emptyPlaces(face);
    this.#bids = new Int32Array(face.learners);
    this.#waiting = new Int32Array(face.learners);
    this.#gain = new Int32Array(face.learners);
    this.#open = new Int32Array(face.educators);
    this.#isListed = new Uint8Array(face.educators);
    let most = 0;
    for (let arc = 0; arc < weight.length; arc++) if (weight[arc]! > most) most = weight[arc]!;
    this.#lone = most + 1;
    this.#left = bidsPerLearner * (face.learners + 64);
    if (known) this.#takeOver(known);
  }

  /** Sends away whom the smaller step no longer holds, and calls all who have nobody to bid. */
  begin(step: number): void {
    const { learners, educator } = this.#face;
    const { arcOf } = this.places;
    this.#step = step;
    this.#count = 0;
    for (let l = learners - 1; l >= 0; l--) {
      const arc = arcOf[l]!;
      if (arc >= 0) {
        const price = this.prices[educator[arc]!]!;
        if (!this.#isBeaten(l, this.#weight[arc]! - price + step)) continue;
        unseat(this.#face, this.places, l);
      }
      this.#waiting[this.#count++] = l;
    }
  }

  start(): Start {
    return { prices: this.prices, arcOf: this.places.arcOf };
  }

  /** Makes at most so many bids; false when nobody waits any more. */
  bidSome(most: number): boolean {
    for (let bids = 0; bids < most && this.#count > 0; bids++) {
      const loser = this.#bid(this.#waiting[--this.#count]!);
      if (loser >= 0) this.#waiting[this.#count++] = loser;
    }
    this.#left -= most;
    if (this.#left < 0) this.isLost = true;
    return this.#count > 0 && !this.isLost;
  }

  /** Notes what everybody gains, and which educators have a price or a duty but an open place. */
  listOpen(): void {
    const { learners, educators, educator } = this.#face;
    this.#openCount = 0;
    for (let e = educators - 1; e >= 0; e--) this.#list(e);
    if (this.#openCount === 0) return;
    for (let l = 0; l < learners; l++) {
      const arc = this.places.arcOf[l]!;
      this.#gain[l] = arc < 0 ? 0 : this.#weight[arc]! - this.prices[educator[arc]!]!;
    }
  }

  /** Lowers the prices of at most so many; false when no educator is left to look at. */
  lowerSome(most: number): boolean {
    for (let looks = 0; looks < most && this.#openCount > 0 && !this.isLost; looks++) {
      const e = this.#open[--this.#openCount]!;
      this.#isListed[e] = 0;
      this.#lower(e);
    }
    this.#left -= most;
    if (this.#left < 0) this.isLost = true;
    return this.#openCount > 0 && !this.isLost;
  }

  #takeOver({ prices, arcOf }: Known): void {
    const { learners, educator, capacity, mustFill } = this.#face;
    for (let e = 0; e < prices.length; e++) this.prices[e] = mustFill[e] === 1 ? prices[e]! : Math.max(0, prices[e]!);
    for (let l = 0; l < learners; l++) {
      const arc = arcOf[l]!;
      if (arc < 0 || this.places.load[educator[arc]!]! >= capacity[educator[arc]!]!) continue;
      seat(this.#face, this.places, l, arc);
      this.#bids[l] = this.prices[educator[arc]!]!;
    }
  }

  #isBeaten(learner: number, enough: number): boolean {
    const { rowStart, educator, mustMatch } = this.#face;
    if (enough < 0 && mustMatch[learner] === 0) return true;
    const end = rowStart[learner + 1]!;
    for (let arc = rowStart[learner]!; arc < end; arc++)
      if (this.#weight[arc]! - this.prices[educator[arc]!]! > enough) return true;
    return false;
  }

  /** One bid. Returns who lost a place by it, or -1. */
  #bid(learner: number): number {
    const { rowStart, educator, capacity, mustMatch } = this.#face;
    const { prices } = this;
    const weight = this.#weight;
    let best = mustMatch[learner] === 0 ? 0 : none;
    let second = best;
    let bestArc = -1;
    const end = rowStart[learner + 1]!;
    for (let arc = rowStart[learner]!; arc < end; arc++) {
      const worth = weight[arc]! - prices[educator[arc]!]!;
      if (worth <= second) continue;
      if (worth > best) {
        second = best;
        best = worth;
        bestArc = arc;
      } else second = worth;
    }
    if (bestArc < 0) return -1;
    const e = educator[bestArc]!;
    const bid = prices[e]! + (second === none ? this.#lone : best - second) + this.#step;
    if (bid > far) this.isLost = true;
    const isFull = this.places.load[e]! >= capacity[e]!;
    const loser = isFull ? this.#lowestHolder(e) : -1;
    if (loser >= 0) unseat(this.#face, this.places, loser);
    seat(this.#face, this.places, learner, bestArc);
    this.#bids[learner] = bid;
    if (this.places.load[e] === capacity[e]) prices[e] = Math.max(prices[e]!, this.#bids[this.#lowestHolder(e)]!);
    return loser;
  }

  #lowestHolder(e: number): number {
    const { first, load, holder } = this.places;
    let lowest = holder[first[e]!]!;
    const end = first[e]! + load[e]!;
    for (let slot = first[e]! + 1; slot < end; slot++) {
      const l = holder[slot]!;
      if (this.#bids[l]! < this.#bids[lowest]!) lowest = l;
    }
    return lowest;
  }

  #list(e: number): void {
    const isWanting = this.prices[e]! > 0 || this.#face.mustFill[e] === 1;
    if (!isWanting || this.#isListed[e] === 1 || this.places.load[e]! >= this.#face.capacity[e]!) return;
    this.#isListed[e] = 1;
    this.#open[this.#openCount++] = e;
  }

  /** Fills the open places of one educator from the best offers, the price falling to the next best; or lets it be 0. */
  #lower(e: number): void {
    const { capacity, mustFill } = this.#face;
    const { start, learner, weight } = this.#columns();
    const gain = this.#gain;
    const end = start[e + 1]!;
    while (this.places.load[e]! < capacity[e]!) {
      this.#hideHolders(e);
      let best = none;
      let second = none;
      let who = -1;
      for (let at = start[e]!; at < end; at++) {
        const offer = weight[at]! - gain[learner[at]!]!;
        if (offer <= second) continue;
        if (offer > best) {
          second = best;
          best = offer;
          who = learner[at]!;
        } else second = offer;
      }
      const isWanted = who >= 0 && (mustFill[e] === 1 ? best > none / 2 : best > this.#step);
      if (!isWanted) {
        if (mustFill[e] === 1) this.isLost = true;
        return this.#setPrice(e, mustFill[e] === 1 ? this.prices[e]! : 0);
      }
      const floor =
        mustFill[e] === 1
          ? second < none / 2
            ? best - this.#lone
            : second - this.#step
          : Math.max(0, second - this.#step);
      this.#setPrice(e, Math.min(this.prices[e]!, floor));
      if (this.prices[e]! < -far) this.isLost = true;
      this.#move(who, e);
      if (this.prices[e] === 0 && mustFill[e] === 0) return;
    }
  }

  /** Those who are there already make no offer: their gain counts as out of reach until a price is set. */
  #hideHolders(e: number): void {
    const { first, load, holder } = this.places;
    for (let slot = first[e]!; slot < first[e]! + load[e]!; slot++) this.#gain[holder[slot]!] = far * 2;
  }

  #setPrice(e: number, price: number): void {
    const { first, load, holder, arcOf } = this.places;
    this.prices[e] = price;
    for (let slot = first[e]!; slot < first[e]! + load[e]!; slot++) {
      const l = holder[slot]!;
      this.#gain[l] = this.#weight[arcOf[l]!]! - price;
      this.#bids[l] = price;
    }
  }

  #move(learner: number, e: number): void {
    const old = this.places.arcOf[learner]!;
    if (old >= 0) unseat(this.#face, this.places, learner);
    const arc = arcTo(this.#face, learner, e);
    seat(this.#face, this.places, learner, arc);
    this.#gain[learner] = this.#weight[arc]! - this.prices[e]!;
    this.#bids[learner] = this.prices[e]!;
    if (old >= 0) this.#list(this.#face.educator[old]!);
  }
}
