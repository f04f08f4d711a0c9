// What was settled together goes out only where each program's match is the best there is, given the others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../core/refusal.ts";
import type { Plan } from "./plan.ts";
import { settingsOf } from "./settings.ts";
import { bestAmong } from "./together.ts";

/** One learner, who scores 40 with the first educator and 90 with the second. */
const plan = {
  facts: { program: "coaching" },
  settings: settingsOf("coaching", "2026-11-02"),
  problem: {
    learners: 1,
    educators: 2,
    rowStart: Int32Array.of(0, 2),
    educator: Int32Array.of(0, 1),
    score: Int32Array.of(4000, 9000),
    capacity: Int32Array.of(1, 1),
  },
} as unknown as Plan;

test("a match that could still be better is refused with the way on, and the best one stands as it is", () => {
  assert.throws(
    () => bestAmong(plan, Int32Array.of(0)),
    (error) => error instanceof Refusal && error.rule === "run.unsettled" && /in a row/.test(error.because),
  );
  assert.deepEqual([...bestAmong(plan, Int32Array.of(1)).educatorOf], [1]);
});
