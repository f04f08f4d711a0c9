// Seeded schools with three roles over the same people, for the coupled match: 50 candidates for each learner, of whom
// a quarter are advisors and nine in ten coaches and mentors; the wall closes one pair in five to coaching and
// mentoring; a pair takes 1, 4 and 2 units of effort. Budgets are drawn around the same mean for everybody and add up
// to `supply` times what all would take.
import type { CoupledProblem } from "../../src/matching/engine/coupled-problem.ts";
import type { ArcProblem } from "../../src/matching/engine/problem.ts";
import { makeInstance } from "./instances.ts";

export interface CoupledSchool {
  learners: number;
  educators: number;
  supply: number;
  seed: number;
}

const roles = [
  { name: "advising", effort: 1, share: 0.25, places: [10, 40], walled: false },
  { name: "coaching", effort: 4, share: 0.9, places: [2, 4], walled: true },
  { name: "mentoring", effort: 2, share: 0.9, places: [2, 4], walled: true },
] as const;

export function coupledSchool({ learners, educators, supply, seed }: CoupledSchool): CoupledProblem {
  const base = makeInstance({ learners, educators, choices: 50, seed, places: [1, 3] });
  const chance = chanceFrom(seed + 1000);
  const isClosed = Uint8Array.from(base.educator, () => (chance() < 0.2 ? 1 : 0));
  const made = roles.map(({ name, effort, share, places: [least, most], walled }) => {
    const takes = Uint8Array.from({ length: educators }, () => (chance() < share ? 1 : 0));
    const capacity = Int32Array.from(takes, (one) => one * (least + Math.floor(chance() * (most - least + 1))));
    return {
      name,
      effort,
      problem: withArcs(
        base,
        chance,
        capacity,
        (arc) => takes[base.educator[arc]!] === 1 && !(walled && isClosed[arc] === 1),
      ),
    };
  });
  const drawn = Float64Array.from({ length: educators }, () => 0.5 + chance());
  const asked = learners * roles.reduce((sum, { effort }) => sum + effort, 0);
  const perDraw = (supply * asked) / drawn.reduce((sum, one) => sum + one, 0);
  return { roles: made, budget: Int32Array.from(drawn, (one) => Math.round(one * perDraw)) };
}

/** Each role weighs the same people a little differently. */
function withArcs(
  base: ArcProblem,
  chance: () => number,
  capacity: Int32Array,
  keep: (arc: number) => boolean,
): ArcProblem {
  const rowStart = new Int32Array(base.learners + 1);
  const [educator, score]: [number[], number[]] = [[], []];
  for (let l = 0; l < base.learners; l++) {
    for (let arc = base.rowStart[l]!; arc < base.rowStart[l + 1]!; arc++) {
      const points = Math.round(0.8 * base.score[arc]! + 2000 * chance());
      if (!keep(arc)) continue;
      educator.push(base.educator[arc]!);
      score.push(points);
    }
    rowStart[l + 1] = educator.length;
  }
  return {
    learners: base.learners,
    educators: base.educators,
    rowStart,
    educator: Int32Array.from(educator),
    score: Int32Array.from(score),
    capacity,
  };
}

/** Numbers from 0 up to 1 by a seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
