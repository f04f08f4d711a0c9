import assert from "node:assert/strict";
import { test } from "node:test";
import { seededProblem } from "../../../tests/help/problems.ts";
import { assign } from "./assign.ts";
import { wholeFace } from "./face.ts";
import type { Face } from "./face.ts";
import { emptyPlaces } from "./places.ts";
import { Rounds } from "./rounds.ts";

/** Everybody at once from prices 0; the total, after seeing that every pair is tight and every price stands on full places. */
function inRounds(face: Face, weight: Int32Array): number | null {
  const { learners, educators, rowStart, educator, capacity, mustMatch } = face;
  const prices = new Int32Array(educators);
  const places = emptyPlaces(face);
  const everyone = Int32Array.from({ length: learners }, (_, l) => l);
  const gainOf = (l: number): number => {
    let gain = mustMatch[l] === 1 ? -(2 ** 20) : 0;
    for (let arc = rowStart[l]!; arc < rowStart[l + 1]!; arc++)
      gain = Math.max(gain, weight[arc]! - prices[educator[arc]!]!);
    return gain;
  };
  const placing = new Rounds(face, weight, prices, places).place(everyone.slice(), everyone.map(gainOf));
  for (;;) {
    const step = placing.next();
    if (!step.done) continue;
    if (!step.value) return null;
    break;
  }
  let total = 0;
  for (let l = 0; l < learners; l++) {
    const arc = places.arcOf[l]!;
    if (arc < 0) assert.ok(mustMatch[l] === 0 && gainOf(l) === 0, `learner ${l} was let go at a gain`);
    else assert.equal(weight[arc]! - prices[educator[arc]!]!, gainOf(l), `learner ${l} would gain more elsewhere`);
    total += arc < 0 ? 0 : weight[arc]!;
  }
  for (let e = 0; e < educators; e++) {
    assert.ok(places.load[e]! <= capacity[e]!);
    assert.ok(
      prices[e]! >= 0 && (prices[e] === 0 || places.load[e] === capacity[e]),
      `educator ${e} has room at a price`,
    );
  }
  return total;
}

function oneByOne(face: Face, weight: Int32Array): number | null {
  const work = assign(face, weight);
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    return step.value.arcOf?.reduce((sum, arc) => sum + (arc < 0 ? 0 : weight[arc]!), 0) ?? null;
  }
}

test("many placed at once reach what they reach one by one, ties and shortage included", () => {
  for (const [seed, learners, educators, places] of [
    [1, 300, 100, 4],
    [2, 300, 100, 2],
    [3, 200, 200, 1],
    [4, 400, 30, 9],
  ] as const) {
    const problem = seededProblem(seed, learners, educators, 10, places);
    for (const levels of [1, 2, 6, 10_001]) {
      const weight = problem.score.map((score) => Math.round((score / 10_000) * (levels - 1)));
      for (const must of [0, 1]) {
        const face = wholeFace(problem);
        for (let l = 0; l < learners; l += 3) face.mustMatch[l] = must;
        assert.equal(inRounds(face, weight), oneByOne(face, weight), `seed ${seed}, ${levels} levels`);
      }
    }
  }
});

test("who has to be matched and cannot be is found out", () => {
  const problem = seededProblem(5, 120, 20, 6, 4);
  const face = { ...wholeFace(problem), mustMatch: new Uint8Array(120).fill(1) };
  assert.equal(inRounds(face, problem.score), null);
});
