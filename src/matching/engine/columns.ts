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

/** Learners between two breaths. */
const block = 2 ** 12;

export function columnsOf(face: Face, weight: Int32Array): Columns {
  const steps = buildColumns(face, weight);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* buildColumns(
  { learners, educators, rowStart, educator }: Face,
  weight: Int32Array,
): Generator<number, Columns, void> {
  const start = new Int32Array(educators + 1);
  let signs = 0;
  for (let l = 0; l < learners; l++) {
    if (l % block === block - 1) yield 0;
    const end = rowStart[l + 1]!;
    for (let arc = rowStart[l]!; arc < end; arc++) {
      start[educator[arc]! + 1]!++;
      signs |= weight[arc]! | (2 ** 16 - 1 - weight[arc]!);
    }
  }
  for (let e = 0; e < educators; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const learner = new Int32Array(educator.length);
  const worth = signs >= 0 ? new Uint16Array(weight.length) : new Int32Array(weight.length);
  for (let l = 0; l < learners; l++) {
    if (l % block === block - 1) yield 0;
    const end = rowStart[l + 1]!;
    for (let arc = rowStart[l]!; arc < end; arc++) {
      const at = next[educator[arc]!]!++;
      learner[at] = l;
      worth[at] = weight[arc]!;
    }
  }
  return { start, learner, weight: worth };
}

/** Built when first asked for. */
export class LazyColumns {
  readonly #face: Face;
  readonly #weight: Int32Array;
  #built: Columns | undefined;

  constructor(face: Face, weight: Int32Array) {
    this.#face = face;
    this.#weight = weight;
  }

  get(): Columns {
    return (this.#built ??= columnsOf(this.#face, this.#weight));
  }

  /** Builds them in steps, where somebody may be waiting for a breath. */
  *prepare(): Generator<number, void, void> {
    this.#built ??= yield* buildColumns(this.#face, this.#weight);
  }
}

/** The arc of a learner to an educator whom a column lists. */
export function arcTo({ rowStart, educator }: Face, learner: number, e: number): number {
  let arc = rowStart[learner]!;
  while (educator[arc] !== e) arc++;
  return arc;
}
