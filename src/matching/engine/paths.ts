// Shortest augmenting paths with prices, forward from a learner without a place and backward from an educator with a
// place that has to be filled. A learner's gain is weight - price of the own arc; every arc keeps
// gain(learner) + price(educator) - weight >= 0, which is its length here, and the arcs in use have length 0.
// Sources: Edmonds and Karp 1972; Tomizawa 1971; Ahuja, Magnanti and Orlin, Network Flows, ch. 9 and 12.
import { arcTo, type LazyColumns } from "./columns.ts";
import type { Face } from "./face.ts";
import type { Places } from "./places.ts";
import { seat, unseat } from "./places.ts";
import { Queue } from "./queue.ts";

const far = 2 ** 30;

export class Paths {
  /** Educators within reach of the last search: a set of them proves it when the search found nothing. */
  readonly reached: Int32Array;
  reachedCount = 0;
  /** Learners whose arcs have been looked at so far: what the searches cost. */
  rowsRead = 0;
  readonly #face: Face;
  readonly #weight: Int32Array;
  readonly #price: Int32Array;
  readonly #places: Places;
  readonly #distance: Int32Array;
  readonly #seen: Int32Array;
  readonly #done: Int32Array;
  /** Per educator: who would move, and by which arc (forward: into it; backward: out of it). */
  readonly #mover: Int32Array;
  readonly #by: Int32Array;
  readonly #queue: Queue;
  /** Educators at exactly the present distance: no need to order them. */
  readonly #near: Int32Array;
  #nearCount = 0;
  #turn = 0;
  #best = far;
  #endLearner = -1;
  #endArc = -1;
  #endEducator = -1;
  readonly #columns: LazyColumns;

  constructor(face: Face, weight: Int32Array, price: Int32Array, places: Places, columns: LazyColumns) {
    this.#columns = columns;
    this.#face = face;
    this.#weight = weight;
    this.#price = price;
    this.#places = places;
    this.reached = new Int32Array(face.educators);
    this.#distance = new Int32Array(face.educators);
    this.#seen = new Int32Array(face.educators);
    this.#done = new Int32Array(face.educators);
    this.#mover = new Int32Array(face.educators);
    this.#by = new Int32Array(face.educators);
    this.#near = new Int32Array(face.educators);
    this.#queue = new Queue(this.#distance);
  }

  /** What the learner's best arc is worth at the present prices, at least 0 for one who may stay unmatched. */
  bestGain(learner: number): number {
    const { rowStart, educator, mustMatch } = this.#face;
    let gain = mustMatch[learner] === 1 ? -Infinity : 0;
    const end = rowStart[learner + 1]!;
    for (let arc = rowStart[learner]!; arc < end; arc++) {
      const worth = this.#weight[arc]! - this.#price[educator[arc]!]!;
      if (worth > gain) gain = worth;
    }
    return gain;
  }

  /** Matches one learner more (or lets one go whose gain is used up); false when that is impossible. */
  placeLearner(learner: number): boolean {
    this.#begin();
    const gain = this.bestGain(learner);
    if (gain === -Infinity) return false;
    this.#scanRow(learner, gain, 0);
    for (let e = this.#next(); e >= 0; e = this.#next()) {
      const { first, load, holder, arcOf } = this.#places;
      const distance = this.#distance[e]!;
      const end = first[e]! + load[e]!;
      for (let slot = first[e]!; slot < end && this.#best > distance; slot++) {
        const other = holder[slot]!;
        this.#scanRow(other, this.#weight[arcOf[other]!]! - this.#price[e]!, distance);
      }
    }
    if (this.#best === far) return false;
    this.#shiftPrices(1);
    this.#moveForward();
    return true;
  }

  /** Fills one place of an educator, or lowers the price to 0 where the place may stay open; false when impossible. */
  fillPlace(educator: number): boolean {
    this.#begin();
    this.#reach(educator, 0);
    if (this.#face.mustFill[educator] === 0) this.#offerRelease(educator, 0);
    for (let e = this.#next(); e >= 0; e = this.#next()) this.#scanColumn(e, this.#distance[e]!);
    if (this.#best === far) return false;
    this.#shiftPrices(-1);
    this.#moveBackward(educator);
    return true;
  }

  #begin(): void {
    this.#turn++;
    this.#queue.clear();
    this.#nearCount = 0;
    this.reachedCount = 0;
    this.#best = far;
  }

  /** The nearest educator not yet looked at, or -1 when none is nearer than the best end found. */
  #next(): number {
    if (this.#nearCount > 0) {
      const e = this.#near[--this.#nearCount]!;
      if (this.#distance[e]! >= this.#best) return -1;
      this.#done[e] = this.#turn;
      return e;
    }
    if (this.#queue.size === 0) return -1;
    const e = this.#queue.take();
    if (this.#distance[e]! >= this.#best) return -1;
    this.#done[e] = this.#turn;
    return e;
  }

  /** Notes a distance to an educator when it is the shortest so far. */
  #reach(e: number, distance: number): boolean {
    if (this.#seen[e] !== this.#turn) {
      this.#seen[e] = this.#turn;
      this.#distance[e] = distance;
      this.reached[this.reachedCount++] = e;
      this.#queue.add(e);
      return true;
    }
    if (this.#done[e] === this.#turn || this.#distance[e]! <= distance) return false;
    this.#distance[e] = distance;
    this.#queue.lowered(e);
    return true;
  }

  #scanRow(learner: number, gain: number, base: number): void {
    const { rowStart, educator, capacity, mustMatch } = this.#face;
    const { load } = this.#places;
    const start = base + gain;
    this.rowsRead++;
    if (mustMatch[learner] === 0 && start < this.#best) this.#endAt(start, learner, -1);
    const end = rowStart[learner + 1]!;
    for (let arc = rowStart[learner]!; arc < end; arc++) {
      const e = educator[arc]!;
      const distance = start + this.#price[e]! - this.#weight[arc]!;
      if (distance >= this.#best) continue;
      if (load[e]! < capacity[e]!) {
        this.#endAt(distance, learner, arc);
        if (distance === base) return;
      } else if (this.#reach(e, distance)) {
        this.#mover[e] = learner;
        this.#by[e] = arc;
      }
    }
  }

  #endAt(distance: number, learner: number, arc: number): void {
    this.#best = distance;
    this.#endLearner = learner;
    this.#endArc = arc;
  }

  /** An educator who may have an open place can give one up at the cost of the price. */
  #offerRelease(e: number, base: number): void {
    const distance = base + this.#price[e]!;
    if (distance >= this.#best) return;
    this.#endAt(distance, -1, -1);
    this.#endEducator = e;
  }

  #scanColumn(e: number, base: number): void {
    const { educator, mustFill } = this.#face;
    const { arcOf } = this.#places;
    const columns = this.#columns.get();
    const start = base + this.#price[e]!;
    const end = columns.start[e + 1]!;
    for (let at = columns.start[e]!; at < end; at++) {
      const learner = columns.learner[at]!;
      const own = arcOf[learner]!;
      const offer = start - columns.weight[at]!;
      if (own < 0) {
        if (offer < this.#best) this.#endAt(offer, learner, arcTo(this.#face, learner, e));
        continue;
      }
      const from = educator[own]!;
      if (from === e) continue;
      const distance = offer + this.#weight[own]! - this.#price[from]!;
      if (distance >= this.#best || !this.#reach(from, distance)) continue;
      this.#mover[from] = learner;
      this.#by[from] = arcTo(this.#face, learner, e);
      if (mustFill[from] === 0) this.#offerRelease(from, distance);
    }
  }

  /** Raises (1) or lowers (-1) the prices of all educators nearer than the end, so that the path found has length 0. */
  #shiftPrices(sign: number): void {
    for (let at = 0; at < this.reachedCount; at++) {
      const e = this.reached[at]!;
      const short = this.#best - this.#distance[e]!;
      if (short <= 0) continue;
      const price = this.#price[e]! + sign * short;
      if (Math.abs(price) > far / 4) throw new RangeError("The prices left the range that can be counted exactly.");
      this.#price[e] = price;
    }
  }

  #moveForward(): void {
    const { arcOf } = this.#places;
    let learner = this.#endLearner;
    let arc = this.#endArc;
    for (;;) {
      const old = arcOf[learner]!;
      if (old >= 0) unseat(this.#face, this.#places, learner);
      if (arc >= 0) seat(this.#face, this.#places, learner, arc);
      if (old < 0) return;
      const freed = this.#face.educator[old]!;
      learner = this.#mover[freed]!;
      arc = this.#by[freed]!;
    }
  }

  #moveBackward(target: number): void {
    let learner = this.#endLearner;
    let arc = this.#endArc;
    let e = learner >= 0 ? this.#face.educator[arc]! : this.#endEducator;
    while (e !== target) {
      const mover = this.#mover[e]!;
      unseat(this.#face, this.#places, mover);
      if (learner >= 0) seat(this.#face, this.#places, learner, arc);
      learner = mover;
      arc = this.#by[e]!;
      e = this.#face.educator[arc]!;
    }
    if (learner >= 0) seat(this.#face, this.#places, learner, arc);
  }
}
