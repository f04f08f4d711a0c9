// The arcs of a face seen from the educators, each with its weight beside it, so that a search backward reads one
// stretch of memory. Built once for each objective, and only when something looks backward.
import type { Face } from "./face.ts";

export interface Columns {
  /** educators + 1 offsets. */
  start: Int32Array;
  learner: Int32Array;
  /** 16 bits where they do. */
  weight: Int32Array | Uint16Array;
}

export function columnsOf({ learners, educators, rowStart, educator }: Face, weight: Int32Array): Columns {
  const start = new Int32Array(educators + 1);
  for (let arc = 0; arc < educator.length; arc++) start[educator[arc]! + 1]!++;
  for (let e = 0; e < educators; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const learner = new Int32Array(educator.length);
  const worth = weight.every((one) => one >= 0 && one < 2 ** 16)
    ? new Uint16Array(weight.length)
    : new Int32Array(weight.length);
  for (let l = 0; l < learners; l++) {
    const end = rowStart[l + 1]!;
    for (let arc = rowStart[l]!; arc < end; arc++) {
      const at = next[educator[arc]!]!++;
      learner[at] = l;
      worth[at] = weight[arc]!;
    }
  }
  return { start, learner, weight: worth };
}

/** Builds them when first asked. */
export function lazyColumns(face: Face, weight: Int32Array): () => Columns {
  let columns: Columns | undefined;
  return () => (columns ??= columnsOf(face, weight));
}

/** The arc of a learner to an educator whom a column lists. */
export function arcTo({ rowStart, educator }: Face, learner: number, e: number): number {
  let arc = rowStart[learner]!;
  while (educator[arc] !== e) arc++;
  return arc;
}
