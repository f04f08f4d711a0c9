// The backward half of a round of the auction (see auction.ts): educators who have a price, or must be full, but have an
// open place lower their price until somebody comes.
import { arcTo, type LazyColumns } from "./columns.ts";
import type { Face } from "./face.ts";
import type { Seats } from "./seats.ts";

/** Beyond it a price would leave the range that is counted exactly; the paths then begin anew without an auction. */
export const far = 2 ** 28;
/** Learners between two breaths. */
const block = 2 ** 14;
export const none = -(2 ** 30);

export class Lowering {
  isLost = false;
  readonly #face: Face;
  readonly #weight: Int32Array;
  readonly #prices: Int32Array;
  readonly #seats: Seats;
  readonly #step: number;
  readonly #lone: number;
  /** What each learner gains now, and the educators to look at: a stack. */
  readonly #gain: Int32Array;
  readonly #open: Int32Array;
  readonly #isListed: Uint8Array;
  #count = 0;
  readonly #columns: LazyColumns;

  /** Notes which educators have a price or a duty but an open place. */
  constructor(
    face: Face,
    weight: Int32Array,
    columns: LazyColumns,
    prices: Int32Array,
    seats: Seats,
    step: number,
    lone: number,
  ) {
    this.#face = face;
    this.#weight = weight;
    this.#prices = prices;
    this.#seats = seats;
    this.#step = step;
    this.#lone = lone;
    this.#open = new Int32Array(face.educators);
    this.#isListed = new Uint8Array(face.educators);
    for (let e = face.educators - 1; e >= 0; e--) this.#list(e);
    this.#gain = new Int32Array(this.#count === 0 ? 0 : face.learners);
    this.#columns = columns;
  }

  /** Notes what everybody gains, in steps; it has to be done first. */
  *begin(): Generator<void, void, void> {
    if (this.#count === 0) return;
    for (let l = 0; l < this.#gain.length; l++) {
      if (l % block === block - 1) yield;
      const arc = this.#seats.arcOf[l]!;
      this.#gain[l] = arc < 0 ? 0 : this.#weight[arc]! - this.#prices[this.#face.educator[arc]!]!;
    }
    for (const _ of this.#columns.prepare()) yield;
  }

  /** Lowers the prices of at most so many; false when no educator is left to look at. */
  lowerSome(most: number): boolean {
    for (let looks = 0; looks < most && this.#count > 0 && !this.isLost; looks++) {
      const e = this.#open[--this.#count]!;
      this.#isListed[e] = 0;
      this.#lower(e);
    }
    return this.#count > 0 && !this.isLost;
  }

  #list(e: number): void {
    const isWanting = this.#prices[e]! > 0 || this.#face.mustFill[e] === 1;
    if (!isWanting || this.#isListed[e] === 1 || !this.#seats.hasRoom(e)) return;
    this.#isListed[e] = 1;
    this.#open[this.#count++] = e;
  }

  /** Fills the open places of one educator from the best offers, the price falling to the next best; or lets it be 0. */
  #lower(e: number): void {
    const { mustFill } = this.#face;
    const { start, learner, weight } = this.#columns.get();
    const gain = this.#gain;
    const end = start[e + 1]!;
    while (this.#seats.hasRoom(e)) {
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
        return this.#setPrice(e, mustFill[e] === 1 ? this.#prices[e]! : 0);
      }
      const floor =
        mustFill[e] === 1
          ? second < none / 2
            ? best - this.#lone
            : second - this.#step
          : Math.max(0, second - this.#step);
      this.#setPrice(e, Math.min(this.#prices[e]!, floor));
      if (this.#prices[e]! < -far) this.isLost = true;
      this.#move(who, e);
      if (this.#prices[e] === 0 && mustFill[e] === 0) return;
    }
  }

  /** Those who are there already make no offer: their gain counts as out of reach until a price is set. */
  #hideHolders(e: number): void {
    const { seats, desks } = this.#seats;
    const first = desks[e * 4]!;
    for (let slot = first; slot < first + desks[e * 4 + 1]!; slot++) this.#gain[seats[slot * 2]!] = far * 3;
  }

  #setPrice(e: number, price: number): void {
    const { seats, desks, arcOf } = this.#seats;
    const first = desks[e * 4]!;
    this.#prices[e] = price;
    for (let slot = first; slot < first + desks[e * 4 + 1]!; slot++) {
      const l = seats[slot * 2]!;
      this.#gain[l] = this.#weight[arcOf[l]!]! - price;
      seats[slot * 2 + 1] = price;
    }
  }

  #move(learner: number, e: number): void {
    const old = this.#seats.arcOf[learner]!;
    if (old >= 0) this.#seats.unseat(learner);
    const arc = arcTo(this.#face, learner, e);
    this.#seats.seat(learner, arc, this.#prices[e]!);
    this.#gain[learner] = this.#weight[arc]! - this.#prices[e]!;
    if (old >= 0) this.#list(this.#face.educator[old]!);
  }
}
