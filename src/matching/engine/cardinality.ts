// As many learners matched as can be, in rounds: each round looks, from all who wait at once, for the shortest ways to
// an open place, and takes as many as do not cross. When no way is left, the educators reached prove it: the learners
// who wait, and all who stand where they could, have no place outside of these.
// Sources: Hopcroft and Karp 1973; Dinic 1970; for the proof Koenig 1931.
import type { Face } from "./face.ts";
import type { Places } from "./places.ts";
import { emptyPlaces, seat, unseat } from "./places.ts";

export interface MostMatched {
  arcOf: Int32Array;
  /** 1 on the educators that are too few for all who could only stand there, else 0. */
  prices: Int32Array;
}

/** `arcOf` is a possible matching to begin with. Yields the share done. */
export function* mostMatched(face: Face, arcOf: Int32Array): Generator<number, MostMatched, void> {
  const places = emptyPlaces(face);
  yield 0;
  for (let l = 0; l < face.learners; l++) if (arcOf[l]! >= 0) seat(face, places, l, arcOf[l]!);
  yield 0;
  const ways = new Ways(face, places);
  while (ways.look()) {
    yield 0.5;
    ways.takeAll();
  }
  return { arcOf: places.arcOf, prices: ways.level.map((level) => (level >= 0 ? 1 : 0)) };
}

class Ways {
  /** Steps from the nearest who waits to each educator, -1 where none leads. */
  readonly level: Int32Array;
  readonly #face: Face;
  readonly #places: Places;
  /** Learners in the order they were reached; those who wait come first. */
  readonly #queue: Int32Array;
  #waiting = 0;
  #deepest = 0;
  /** How far the arcs of a learner and the holders of an educator have been tried in this round. */
  readonly #nextArc: Int32Array;
  readonly #nextHolder: Int32Array;
  readonly #way: Int32Array;
  readonly #arcs: Int32Array;

  constructor(face: Face, places: Places) {
    this.#face = face;
    this.#places = places;
    this.level = new Int32Array(face.educators);
    this.#queue = new Int32Array(face.learners);
    this.#nextArc = new Int32Array(face.learners);
    this.#nextHolder = new Int32Array(face.educators);
    this.#way = new Int32Array(face.educators + 1);
    this.#arcs = new Int32Array(face.educators + 1);
  }

  /** Numbers the educators by their distance from those who wait; true when an open place is among the nearest. */
  look(): boolean {
    const { rowStart, educator, capacity, learners } = this.#face;
    const { arcOf, holder, first, load } = this.#places;
    this.level.fill(-1);
    this.#nextHolder.fill(0);
    let count = 0;
    for (let l = 0; l < learners; l++) if (arcOf[l]! < 0) this.#queue[count++] = l;
    this.#waiting = count;
    let isFound = false;
    for (let depth = 0, at = 0; at < count && !isFound; depth++) {
      this.#deepest = depth;
      for (const end = count; at < end; at++) {
        const l = this.#queue[at]!;
        this.#nextArc[l] = rowStart[l]!;
        const last = rowStart[l + 1]!;
        for (let arc = rowStart[l]!; arc < last; arc++) {
          const e = educator[arc]!;
          if (this.level[e]! >= 0) continue;
          this.level[e] = depth;
          if (load[e]! < capacity[e]!) isFound = true;
          else for (let slot = first[e]!; slot < first[e]! + load[e]!; slot++) this.#queue[count++] = holder[slot]!;
        }
      }
    }
    return isFound;
  }

  /** Follows the numbers from each who waits; a learner or educator found useless is not tried again in the round. */
  takeAll(): void {
    for (let at = 0; at < this.#waiting; at++) this.#takeFrom(this.#queue[at]!);
  }

  #takeFrom(root: number): void {
    const { rowStart, educator, capacity } = this.#face;
    const { holder, first, load } = this.#places;
    this.#way[0] = root;
    for (let depth = 0; depth >= 0;) {
      const l = this.#way[depth]!;
      const arc = this.#nextArc[l]!;
      if (arc === rowStart[l + 1]!) {
        depth--;
        continue;
      }
      const e = educator[arc]!;
      const isNext = this.level[e] === depth;
      this.#arcs[depth] = arc;
      if (isNext && load[e]! < capacity[e]!) return this.#shift(depth);
      if (!isNext || depth === this.#deepest || this.#nextHolder[e]! >= load[e]!) this.#nextArc[l]!++;
      else this.#way[++depth] = holder[first[e]! + this.#nextHolder[e]!++]!;
    }
  }

  /** Everyone on the way moves on by one, the last into the open place. */
  #shift(depth: number): void {
    const { arcOf } = this.#places;
    for (let at = depth; at >= 0; at--) {
      const l = this.#way[at]!;
      if (arcOf[l]! >= 0) unseat(this.#face, this.#places, l);
      seat(this.#face, this.#places, l, this.#arcs[at]!);
    }
  }
}
