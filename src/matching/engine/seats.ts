// Who sits where in an auction, and for which bid. What one bid touches lies side by side in memory, which is most of
// what a bid costs in a large school.
import type { Face } from "./face.ts";
import { firstPlaces } from "./places.ts";

export class Seats {
  /** Per educator 4 numbers: first slot, slots taken, slots in all, and one not used, so that none crosses a cache line. */
  readonly desks: Int32Array;
  /** Per slot: who sits there, and the bid. */
  readonly seats: Int32Array;
  /** Arc of the face by which each learner sits, -1 for none. */
  readonly arcOf: Int32Array;
  /** The lowest bid of the educator last bid for, or -1 while a slot is open. */
  lowest = -1;
  educator: Int32Array;
  readonly #slotOf: Int32Array;

  constructor(face: Face) {
    this.educator = face.educator;
    const first = firstPlaces(face);
    this.desks = new Int32Array(face.educators * 4);
    for (let e = 0; e < face.educators; e++) {
      this.desks[e * 4] = first[e]!;
      this.desks[e * 4 + 2] = first[e + 1]! - first[e]!;
    }
    this.seats = new Int32Array(first[face.educators]! * 2);
    this.arcOf = new Int32Array(face.learners).fill(-1);
    this.#slotOf = new Int32Array(face.learners);
  }

  hasRoom(e: number): boolean {
    return this.desks[e * 4 + 1]! < this.desks[e * 4 + 2]!;
  }

  seat(learner: number, arc: number, bid: number): void {
    const e = this.educator[arc]!;
    const slot = this.desks[e * 4]! + this.desks[e * 4 + 1]!++;
    this.#take(slot, learner, arc, bid);
  }

  unseat(learner: number): void {
    const { seats, desks } = this;
    const e = this.educator[this.arcOf[learner]!]!;
    const last = desks[e * 4]! + --desks[e * 4 + 1]!;
    const slot = this.#slotOf[learner]!;
    const moved = seats[last * 2]!;
    seats[slot * 2] = moved;
    seats[slot * 2 + 1] = seats[last * 2 + 1]!;
    this.#slotOf[moved] = slot;
    this.arcOf[learner] = -1;
  }

  /** Seats a learner who bids for educator e. Returns who gave way, or -1. */
  outbid(learner: number, arc: number, e: number, bid: number): number {
    const { seats, desks } = this;
    const first = desks[e * 4]!;
    const taken = desks[e * 4 + 1]!;
    const all = desks[e * 4 + 2]!;
    if (taken < all) {
      desks[e * 4 + 1] = taken + 1;
      this.#take(first + taken, learner, arc, bid);
      this.lowest = -1;
      if (taken + 1 === all) this.lowest = seats[this.#lowestSlot(first, all) * 2 + 1]!;
      return -1;
    }
    const slot = this.#lowestSlot(first, all);
    const loser = seats[slot * 2]!;
    this.arcOf[loser] = -1;
    this.#take(slot, learner, arc, bid);
    this.lowest = seats[this.#lowestSlot(first, all) * 2 + 1]!;
    return loser;
  }

  #lowestSlot(first: number, count: number): number {
    const { seats } = this;
    let lowest = first;
    let least = seats[first * 2 + 1]!;
    for (let slot = first + 1; slot < first + count; slot++) {
      const bid = seats[slot * 2 + 1]!;
      if (bid >= least) continue;
      least = bid;
      lowest = slot;
    }
    return lowest;
  }

  #take(slot: number, learner: number, arc: number, bid: number): void {
    this.seats[slot * 2] = learner;
    this.seats[slot * 2 + 1] = bid;
    this.#slotOf[learner] = slot;
    this.arcOf[learner] = arc;
  }
}
