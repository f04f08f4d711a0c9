import assert from "node:assert/strict";
import { test } from "node:test";
import { seededProblem } from "../../../tests/help/problems.ts";
import { assign } from "./assign.ts";
import { mostMatched } from "./cardinality.ts";
import { wholeFace, mostFace, originOf } from "./face.ts";
import { arcsIn } from "./bottleneck.ts";
import { heaviest } from "./heaviest.ts";
import { lowerPrices } from "./lowest-prices.ts";
import { sift } from "./sift.ts";

function outcomeOf<T>(work: Generator<number, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

test("few arcs lead to the total and the lowest prices that all arcs lead to", () => {
  let sifted = 0;
  for (const [seed, learners, educators, places] of [
    [1, 600, 200, 5],
    [2, 600, 200, 2],
    [3, 300, 300, 1],
    [4, 500, 40, 30],
  ] as const) {
    const problem = seededProblem(seed, learners, educators, 36, places);
    const whole = wholeFace(problem);
    const most = outcomeOf(mostMatched(whole, new Int32Array(learners).fill(-1)));
    const face = mostFace(whole, most.prices);
    const possible = arcsIn(
      face,
      most.arcOf.map((arc) => (arc < 0 ? -1 : originOf(whole, arc))),
    );
    const scorings: ((score: number, arc: number) => number)[] = [
      (score) => score,
      (_, arc) => face.educator[arc]! * 30,
      (score) => score >> 11,
    ];
    for (const scoring of scorings) {
      const weight = Int32Array.from({ length: face.educator.length }, (_, arc) =>
        scoring(problem.score[originOf(face, arc)]!, arc),
      );
      const found = outcomeOf(heaviest(face, weight, possible));
      if (found.few.face !== face) sifted++;
      const plain = outcomeOf(assign(face, weight));
      const totalOf = (arcOf: Int32Array) => arcOf.reduce((sum, arc) => sum + (arc < 0 ? 0 : weight[arc]!), 0);
      assert.equal(totalOf(found.arcOf!), totalOf(plain.arcOf!), `seed ${seed}`);
      lowerPrices(face, weight, plain.prices, plain.arcOf!);
      const isBelow = plain.prices.some((price) => price < 0);
      if (!isBelow) assert.deepEqual(found.prices, plain.prices, `seed ${seed}`);
      assert.equal(
        outcomeOf(sift(face, weight, found.prices, 0, found.arcOf!, possible))?.better ?? 0,
        0,
        `seed ${seed}`,
      );
    }
  }
  assert.ok(sifted >= 4, `${sifted} were sifted`);
});
