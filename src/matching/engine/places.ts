// Who holds which place while a match is being built. Seating and unseating take constant time.
import type { Face } from "./face.ts";

export interface Places {
  /** Arc of the face by which each learner is matched, -1 when unmatched. */
  arcOf: Int32Array;
  /** Holders of educator e: `holder[first[e]]` up to `first[e] + load[e]`. */
  holder: Int32Array;
  first: Int32Array;
  load: Int32Array;
  slotOf: Int32Array;
}

/** Room for every possible holder: no educator can hold more learners than have an arc to them. */
export function emptyPlaces(face: Face): Places {
  const { learners, educators, educator, capacity } = face;
  const asked = new Int32Array(educators);
  for (let arc = 0; arc < educator.length; arc++) asked[educator[arc]!]!++;
  const first = new Int32Array(educators + 1);
  for (let e = 0; e < educators; e++) first[e + 1] = first[e]! + Math.min(asked[e]!, capacity[e]!);
  return {
    arcOf: new Int32Array(learners).fill(-1),
    holder: new Int32Array(first[educators]!),
    first,
    load: new Int32Array(educators),
    slotOf: new Int32Array(learners),
  };
}

export function seat(face: Face, places: Places, learner: number, arc: number): void {
  const e = face.educator[arc]!;
  const slot = places.first[e]! + places.load[e]!++;
  places.holder[slot] = learner;
  places.slotOf[learner] = slot;
  places.arcOf[learner] = arc;
}

export function unseat(face: Face, places: Places, learner: number): void {
  const e = face.educator[places.arcOf[learner]!]!;
  const last = places.first[e]! + --places.load[e]!;
  const moved = places.holder[last]!;
  const slot = places.slotOf[learner]!;
  places.holder[slot] = moved;
  places.slotOf[moved] = slot;
  places.arcOf[learner] = -1;
}
