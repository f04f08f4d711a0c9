// Small random matching problems, and the plain enumeration that their answers are compared with.
import fc from "fast-check";
import type { LevelProblem } from "../../src/matching/engine/problem.ts";

export interface Arc {
  learner: number;
  educator: number;
  score: number;
  current?: boolean;
}

/** Arcs in any order, one per pair, as a problem. */
export function problemOf(learners: number, capacity: readonly number[], arcs: readonly Arc[]): LevelProblem {
  const sorted = arcs.toSorted((one, other) => one.learner - other.learner || one.educator - other.educator);
  const rowStart = new Int32Array(learners + 1);
  for (const { learner } of arcs) for (let l = learner; l < learners; l++) rowStart[l + 1]!++;
  return {
    learners,
    educators: capacity.length,
    rowStart,
    educator: Int32Array.from(sorted, (arc) => arc.educator),
    score: Int32Array.from(sorted, (arc) => arc.score),
    current: Uint8Array.from(sorted, (arc) => (arc.current ? 1 : 0)),
    capacity: Int32Array.from(capacity),
  };
}

/** The arcs of a problem, as `problemOf` takes them. */
export function arcsOf(problem: LevelProblem): Required<Arc>[] {
  const found: Required<Arc>[] = [];
  for (let learner = 0; learner < problem.learners; learner++) {
    for (let arc = problem.rowStart[learner]!; arc < problem.rowStart[learner + 1]!; arc++) {
      const educator = problem.educator[arc]!;
      found.push({ learner, educator, score: problem.score[arc]!, current: problem.current?.[arc] === 1 });
    }
  }
  return found;
}

const scores = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2 }).map((step) => step * 5000),
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 10_000 }),
);

/** Up to 6 learners and 4 educators; ties, zero capacities, empty rows and shortage are common. */
export const smallProblem: fc.Arbitrary<LevelProblem> = fc
  .record({
    learners: fc.integer({ min: 0, max: 6 }),
    capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ learners, capacity }) =>
    fc
      .array(fc.option(fc.record({ score: scores, current: fc.boolean() }), { freq: 2 }), {
        minLength: learners * capacity.length,
        maxLength: learners * capacity.length,
      })
      .map((cells) => {
        const arcs: Arc[] = [];
        cells.forEach((cell, at) => {
          if (cell) arcs.push({ ...cell, learner: Math.floor(at / capacity.length), educator: at % capacity.length });
        });
        return problemOf(learners, capacity, arcs);
      }),
  );

/** A middle-sized problem from a seed, for what enumeration cannot reach. */
export function seededProblem(
  seed: number,
  learners: number,
  educators: number,
  choices: number,
  places: number,
): LevelProblem {
  let state = (seed * 2_654_435_761) | 1;
  const below = (end: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
  const arcs: Arc[] = [];
  for (let learner = 0; learner < learners; learner++) {
    const row = new Set(Array.from({ length: choices }, () => below(educators)));
    for (const educator of row) arcs.push({ learner, educator, score: below(10_001), current: below(choices) === 0 });
  }
  return problemOf(
    learners,
    Array.from({ length: educators }, () => below(places + 1)),
    arcs,
  );
}

/** Every possible matching of a small problem, as the arc per learner or -1. */
export function* everyMatching(problem: LevelProblem): Generator<readonly number[], void, void> {
  const room = [...problem.capacity];
  const chosen: number[] = [];
  function* from(learner: number): Generator<readonly number[], void, void> {
    if (learner === problem.learners) {
      yield chosen;
      return;
    }
    chosen[learner] = -1;
    yield* from(learner + 1);
    for (let arc = problem.rowStart[learner]!; arc < problem.rowStart[learner + 1]!; arc++) {
      const educator = problem.educator[arc]!;
      if (room[educator] === 0) continue;
      room[educator]!--;
      chosen[learner] = arc;
      yield* from(learner + 1);
      room[educator]!++;
    }
    chosen[learner] = -1;
  }
  yield* from(0);
}
