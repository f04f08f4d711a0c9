// Places many learners at once, in rounds: one shortest-path search from all who wait raises prices until the nearest
// open place costs nothing more; then as many ways as do not cross are taken. Where scores tie, one round does what
// thousands of single searches would.
// Every arc keeps gain(learner) + price(educator) - weight >= 0, its length here; arcs in use have length 0.
// Sources: Hopcroft and Karp 1973; Gabow and Tarjan 1989; Ahuja, Magnanti and Orlin, Network Flows, ch. 9 and 12.
import type { Face } from "./face.ts";
import type { Places } from "./places.ts";
import { seat, unseat } from "./places.ts";
import { Queue } from "./queue.ts";

const far = 2 ** 30;
const chunk = 4096;

export class Rounds {
  /** Educators within reach of the last search: a set of them proves it when the search found nothing. */
  readonly reached: Int32Array;
  reachedCount = 0;
  readonly #face: Face;
  readonly #weight: Int32Array;
  readonly #price: Int32Array;
  readonly #places: Places;
  readonly #distance: Int32Array;
  /** The round in which an educator was reached, looked at, and entered on a way. */
  readonly #seen: Int32Array;
  readonly #done: Int32Array;
  readonly #level: Int32Array;
  readonly #line: Int32Array;
  #deepest = 0;
  readonly #nextHolder: Int32Array;
  readonly #nextArc: Int32Array;
  /** The way that is being tried: learners, their gains, and the arcs by which they would move. */
  readonly #way: Int32Array;
  readonly #gains: Int32Array;
  readonly #arcs: Int32Array;
  readonly #queue: Queue;
  #round = 0;
  #best = far;

  constructor(face: Face, weight: Int32Array, price: Int32Array, places: Places) {
    const { learners, educators } = face;
    this.#face = face;
    this.#weight = weight;
    this.#price = price;
    this.#places = places;
    this.reached = new Int32Array(educators);
    this.#distance = new Int32Array(educators);
    this.#seen = new Int32Array(educators);
    this.#done = new Int32Array(educators);
    this.#level = new Int32Array(educators);
    this.#line = new Int32Array(learners);
    this.#nextHolder = new Int32Array(educators);
    this.#nextArc = new Int32Array(learners);
    this.#way = new Int32Array(educators + 1);
    this.#gains = new Int32Array(educators + 1);
    this.#arcs = new Int32Array(educators + 1);
    this.#queue = new Queue(this.#distance);
  }

  /**
   * Matches all of `waiting`, or lets go whose gain is used up; false when some cannot be matched and must be.
   * `gain` is what each of them gains by the best arc. Yields the share done.
   */
  *place(waiting: Int32Array, gain: Int32Array): Generator<number, boolean, void> {
    let count = waiting.length;
    while (count > 0) {
      while (this.#layer(waiting, gain, count)) {
        count = this.#takeAll(waiting, gain, count);
        yield 1 - count / waiting.length;
      }
      if (count === 0) break;
      yield* this.#look(waiting, gain, count);
      if (this.#best === far) return false;
      this.#raisePrices();
      for (let at = 0; at < count; at++) gain[at]! -= this.#best;
    }
    return true;
  }

  #takeAll(waiting: Int32Array, gain: Int32Array, count: number): number {
    let left = 0;
    for (let at = 0; at < count; at++) {
      if (this.#takeFrom(waiting[at]!, gain[at]!)) continue;
      waiting[left] = waiting[at]!;
      gain[left++] = gain[at]!;
    }
    return left;
  }

  /** Numbers the educators by steps of length 0 from those who wait; true when a way's end is among the nearest. */
  #layer(waiting: Int32Array, gain: Int32Array, count: number): boolean {
    const { rowStart, educator, capacity, mustMatch } = this.#face;
    const { first, load, holder, arcOf } = this.#places;
    const level = this.#level;
    const queue = this.#line;
    level.fill(-1);
    let end = 0;
    for (let at = 0; at < count; at++) queue[end++] = waiting[at]!;
    let isFound = false;
    for (let depth = 0, at = 0; at < end && !isFound; depth++) {
      this.#deepest = depth;
      for (const last = end; at < last; at++) {
        const l = queue[at]!;
        const own = at < count ? gain[at]! : this.#weight[arcOf[l]!]! - this.#price[educator[arcOf[l]!]!]!;
        if (own === 0 && mustMatch[l] === 0) isFound = true;
        const stop = rowStart[l + 1]!;
        for (let arc = rowStart[l]!; arc < stop; arc++) {
          const e = educator[arc]!;
          if (this.#weight[arc]! - this.#price[e]! !== own || level[e]! >= 0) continue;
          level[e] = depth;
          this.#nextHolder[e] = 0;
          if (load[e]! < capacity[e]!) isFound = true;
          else for (let slot = first[e]!; slot < first[e]! + load[e]!; slot++) queue[end++] = holder[slot]!;
        }
      }
    }
    return isFound;
  }

  *#look(waiting: Int32Array, gain: Int32Array, count: number): Generator<number, void, void> {
    this.#round++;
    this.#queue.clear();
    this.reachedCount = 0;
    this.#best = far;
    const share = 1 - count / waiting.length;
    for (let at = 0; at < count; at++) {
      this.#scanRow(waiting[at]!, gain[at]!, 0);
      if (at % chunk === chunk - 1) yield share;
    }
    const { first, load, holder, arcOf } = this.#places;
    for (let looked = 1; this.#queue.size > 0; looked++) {
      const e = this.#queue.take();
      const distance = this.#distance[e]!;
      if (distance >= this.#best) return;
      this.#done[e] = this.#round;
      const end = first[e]! + load[e]!;
      for (let slot = first[e]!; slot < end && this.#best > distance; slot++) {
        const other = holder[slot]!;
        this.#scanRow(other, this.#weight[arcOf[other]!]! - this.#price[e]!, distance);
      }
      if (looked % chunk === 0) yield share;
    }
  }

  #scanRow(learner: number, gain: number, base: number): void {
    const { rowStart, educator, capacity, mustMatch } = this.#face;
    const { load } = this.#places;
    const start = base + gain;
    if (mustMatch[learner] === 0 && start < this.#best) this.#best = start;
    const end = rowStart[learner + 1]!;
    for (let arc = rowStart[learner]!; arc < end; arc++) {
      const e = educator[arc]!;
      const distance = start + this.#price[e]! - this.#weight[arc]!;
      if (distance >= this.#best) continue;
      if (load[e]! < capacity[e]!) this.#best = distance;
      else this.#reach(e, distance);
    }
  }

  #reach(e: number, distance: number): void {
    if (this.#seen[e] !== this.#round) {
      this.#seen[e] = this.#round;
      this.#distance[e] = distance;
      this.reached[this.reachedCount++] = e;
      this.#queue.add(e);
    } else if (this.#done[e] !== this.#round && this.#distance[e]! > distance) {
      this.#distance[e] = distance;
      this.#queue.lowered(e);
    }
  }

  /** Of all educators nearer than the end, so that the nearest ways have length 0. */
  #raisePrices(): void {
    for (let at = 0; at < this.reachedCount; at++) {
      const e = this.reached[at]!;
      const short = this.#best - this.#distance[e]!;
      if (short <= 0) continue;
      const price = this.#price[e]! + short;
      if (price > far / 4) throw new RangeError("The prices left the range that can be counted exactly.");
      this.#price[e] = price;
    }
  }

  /** Follows arcs of length 0 to an open place or to somebody who gains nothing; each educator is entered once a round. */
  #takeFrom(root: number, gain: number): boolean {
    const { rowStart, educator, capacity, mustMatch } = this.#face;
    const { holder, first, load, arcOf } = this.#places;
    const weight = this.#weight;
    const price = this.#price;
    this.#enter(0, root, gain);
    for (let depth = 0; depth >= 0;) {
      const l = this.#way[depth]!;
      const own = this.#gains[depth]!;
      if (own === 0 && mustMatch[l] === 0) return this.#shift(depth, -1);
      const arc = this.#nextArc[l]!;
      if (arc === rowStart[l + 1]!) {
        depth--;
        continue;
      }
      const e = educator[arc]!;
      if (this.#level[e] !== depth || weight[arc]! - price[e]! !== own) {
        this.#nextArc[l]!++;
        continue;
      }
      if (load[e]! < capacity[e]!) return this.#shift(depth, arc);
      if (depth === this.#deepest || this.#nextHolder[e]! >= load[e]!) {
        this.#nextArc[l]!++;
        continue;
      }
      this.#arcs[depth] = arc;
      const next = holder[first[e]! + this.#nextHolder[e]!++]!;
      this.#enter(++depth, next, weight[arcOf[next]!]! - price[e]!);
    }
    return false;
  }

  #enter(depth: number, learner: number, gain: number): void {
    this.#way[depth] = learner;
    this.#gains[depth] = gain;
    this.#nextArc[learner] = this.#face.rowStart[learner]!;
  }

  /** Everyone on the way moves on by one; the last by `arc`, or out where it is -1. */
  #shift(depth: number, arc: number): true {
    const { arcOf } = this.#places;
    this.#arcs[depth] = arc;
    for (let at = depth; at >= 0; at--) {
      const l = this.#way[at]!;
      if (arcOf[l]! >= 0) unseat(this.#face, this.#places, l);
      if (this.#arcs[at]! >= 0) seat(this.#face, this.#places, l, this.#arcs[at]!);
    }
    return true;
  }
}
