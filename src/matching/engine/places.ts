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

export function emptyPlaces(face: Face): Places {
  const first = firstPlaces(face);
  return {
    arcOf: new Int32Array(face.learners).fill(-1),
    holder: new Int32Array(first[face.educators]!),
    first,
    load: new Int32Array(face.educators),
    slotOf: new Int32Array(face.learners),
  };
}

type ArcCounts = Pick<Face, "learners" | "educators" | "educator" | "capacity">;

/**
 * Where the places of each educator begin in a list of all. Where more are offered than there are learners, no educator
 * gets more than have an arc to them.
 */
export function firstPlaces({ learners, educators, educator, capacity }: ArcCounts): Int32Array {
  const first = new Int32Array(educators + 1);
  let all = 0;
  for (let e = 0; e < educators; e++) all += capacity[e]!;
  const isGenerous = all > 4 * learners;
  if (isGenerous) for (let arc = 0; arc < educator.length; arc++) first[educator[arc]! + 1]!++;
  for (let e = 0; e < educators; e++)
    first[e + 1] = first[e]! + (isGenerous ? Math.min(first[e + 1]!, capacity[e]!) : capacity[e]!);
  return first;
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
