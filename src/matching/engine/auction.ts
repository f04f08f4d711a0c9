// Prices and pairs to begin with, by an auction in rounds of ever smaller steps. Forward, each learner who waits bids
// for the best educator up to the point where the second best would do as well, and a step more; the lowest bid loses
// its place. Backward, an educator with a price but an open place lowers it until a learner comes or the price is 0.
// After each round nobody could gain more than a step by moving; the shortest paths of assign.ts do the last step.
// Sources: Bertsekas and Castanon 1989 (auction for transportation, similar objects); Bertsekas, Castanon and Tsaknakis
// 1993 (forward and reverse, for unequal sides); Bertsekas, Linear Network Optimization, ch. 4.
import type { Begun } from "./assign.ts";
import { LazyColumns } from "./columns.ts";
import type { Face } from "./face.ts";
import { far, Lowering, none } from "./lowering.ts";
import { Seats } from "./seats.ts";

/** One step for a school whose two kinds of shortage do not meet: small enough that few are left to the paths. */
const onlyStep = 16;
/** Where they meet, or everybody wants the same few, larger steps come first. */
const steps = [2048, 256, 32, 4, 1];
/** With one step, half of the learners sit after two bids each, or small steps lead nowhere. */
const bidsUntilHalfSit = 2;
const bidsInOnlyStep = 16;
const bidsInSteps = 200;
/** Scores of few levels tie so often that a whole point is too large a step: bids are in parts of a point. */
const coarse = 1024;
const parts = 16;
const chunk = 1024;

/** Yields the share done. */
export function* auctionPrices(face: Face, weight: Int32Array): Generator<number, Begun, void> {
  let most = 0;
  for (let arc = 0; arc < weight.length; arc++) if (weight[arc]! > most) most = weight[arc]!;
  yield 0;
  if (most >= coarse) return yield* pricesOf(face, weight, most);
  const finer = weight.map((one) => one * parts);
  const { prices, arcOf } = yield* pricesOf(face, finer, most * parts);
  return { prices: prices.map((price) => Math.round(price / parts)), arcOf };
}

function* pricesOf(face: Face, weight: Int32Array, most: number): Generator<number, Begun, void> {
  const columns = new LazyColumns(face, weight);
  if (isApart(face)) {
    const only = new Auction(face, weight, columns, most, bidsInOnlyStep);
    only.askMost();
    const step = Math.max(1, Math.min(onlyStep, most >> 9));
    if (yield* sharesOf(only.round(step, bidsUntilHalfSit), 0, 1)) return only;
    const guessed = new Auction(face, weight, columns, most, bidsInOnlyStep);
    guessed.guess();
    guessed.askMost();
    const isRight = yield* sharesOf(guessed.round(step, bidsUntilHalfSit), 0, 2);
    if (isRight && (yield* sharesOf(guessed.round(1), 1, 2))) return guessed;
  }
  const auction = new Auction(face, weight, columns, most, bidsInSteps);
  for (const [at, step] of steps.entries()) {
    if (yield* sharesOf(auction.round(step), at, steps.length)) continue;
    return { prices: new Int32Array(face.educators), arcOf: new Int32Array(face.learners).fill(-1) };
  }
  return auction;
}

function* sharesOf(round: Generator<void, boolean, void>, at: number, all: number): Generator<number, boolean, void> {
  for (let step = round.next(); ; step = round.next()) {
    if (step.done) return step.value;
    yield (at + 0.5) / all;
  }
}

/** Whether nobody who must be matched could be with an educator who must be full: then prices only have to rise, or fall. */
function isApart({ learners, rowStart, educator, mustMatch, mustFill }: Face): boolean {
  if (!mustFill.includes(1)) return true;
  for (let l = 0; l < learners; l++) {
    if (mustMatch[l] === 0) continue;
    const end = rowStart[l + 1]!;
    for (let arc = rowStart[l]!; arc < end; arc++) if (mustFill[educator[arc]!] === 1) return false;
  }
  return true;
}

class Auction {
  readonly prices: Int32Array;
  readonly #face: Face;
  readonly #weight: Int32Array;
  readonly #columns: LazyColumns;
  readonly #seats: Seats;
  /** 1 for who waits. They bid in the order of their numbers, round and round, since that reads memory in order. */
  readonly #waits: Uint8Array;
  #waiting = 0;
  #next = 0;
  #step = 0;
  /** What a bid without a second choice goes up by: as true as any, and beyond every weight. */
  readonly #lone: number;
  /** Bids left; below 0 when prices ran away, or more were made than an auction is worth. */
  #left: number;

  constructor(face: Face, weight: Int32Array, columns: LazyColumns, most: number, bidsPerLearner: number) {
    this.#face = face;
    this.#weight = weight;
    this.#columns = columns;
    this.prices = new Int32Array(face.educators);
    this.#seats = new Seats(face);
    this.#waits = new Uint8Array(face.learners);
    this.#lone = most + 1;
    this.#left = bidsPerLearner * (face.learners + 64);
  }

  get arcOf(): Int32Array {
    return this.#seats.arcOf;
  }

  /** Educators who must be full begin at a price that nobody pays, to come down until somebody does. */
  askMost(): void {
    for (let e = 0; e < this.prices.length; e++) if (this.#face.mustFill[e] === 1) this.prices[e] = this.#lone;
  }

  /** Prices that are right where an educator is worth the same to everybody: what they are worth beyond the last needed. */
  guess(): void {
    const { learners, educators, educator, capacity } = this.#face;
    const sum = new Float64Array(educators);
    const count = new Int32Array(educators);
    for (let arc = 0; arc < educator.length; arc++) {
      sum[educator[arc]!]! += this.#weight[arc]!;
      count[educator[arc]!]!++;
    }
    const mean = sum.map((all, e) => (count[e] === 0 ? 0 : Math.round(all / count[e]!)));
    const order = Int32Array.from(mean.keys()).sort((one, other) => mean[other]! - mean[one]!);
    let last = 0;
    for (let places = 0; last < educators && places < learners; last++) places += capacity[order[last]!]!;
    const needed = last < educators ? mean[order[last]!]! : 0;
    for (let e = 0; e < educators; e++) this.prices[e] = Math.max(0, mean[e]! - needed);
  }

  /** Forward, then backward; false when it is lost. */
  *round(step: number, untilHalfSit = Infinity): Generator<void, boolean, void> {
    const { learners } = this.#face;
    const half = this.#left - untilHalfSit * learners;
    this.#begin(step);
    while (this.#bidSome(chunk)) {
      if (this.#left < half && this.#waiting > learners / 2) return false;
      yield;
    }
    if (this.#left < 0) return false;
    const lowering = new Lowering(this.#face, this.#weight, this.#columns, this.prices, this.#seats, step, this.#lone);
    yield* lowering.begin();
    while (lowering.lowerSome(chunk)) {
      this.#left -= chunk;
      if (this.#left < 0) return false;
      yield;
    }
    return !lowering.isLost;
  }

  /** Sends away whom the smaller step no longer holds, and calls all who have nobody to bid. */
  #begin(step: number): void {
    const { learners, educator } = this.#face;
    const { arcOf } = this.#seats;
    this.#step = step;
    this.#waiting = 0;
    this.#next = 0;
    for (let l = 0; l < learners; l++) {
      const arc = arcOf[l]!;
      if (arc >= 0) {
        if (!this.#isBeaten(l, this.#weight[arc]! - this.prices[educator[arc]!]! + step)) continue;
        this.#seats.unseat(l);
      }
      this.#waits[l] = 1;
      this.#waiting++;
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

  /** Makes about so many bids; false when nobody waits any more. */
  #bidSome(most: number): boolean {
    const { learners } = this.#face;
    const waits = this.#waits;
    let l = this.#next;
    let bids = 0;
    while (bids < most && this.#waiting > 0) {
      while (waits[l] === 0) l = l + 1 === learners ? 0 : l + 1;
      bids++;
      waits[l] = 0;
      // Who loses a place is seldom far down a list of few: then it is quicker to let them bid at once.
      let loser = this.#bid(l);
      if (loser < 0) this.#waiting--;
      else if (this.#waiting > learners >> 6) waits[loser] = 1;
      else {
        while (loser >= 0 && bids < most) {
          bids++;
          loser = this.#bid(loser);
        }
        if (loser >= 0) waits[loser] = 1;
        else this.#waiting--;
      }
    }
    this.#next = l;
    this.#left -= bids;
    return this.#waiting > 0 && this.#left >= 0;
  }

  /** One bid. Returns who lost a place by it, or -1. */
  #bid(learner: number): number {
    const { rowStart, educator, mustMatch } = this.#face;
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
    if (bid > far) this.#left = -1;
    const loser = this.#seats.outbid(learner, bestArc, e, bid);
    const { lowest } = this.#seats;
    if (lowest > prices[e]!) prices[e] = lowest;
    return loser;
  }
}
