import assert from "node:assert/strict";
import { test } from "node:test";
import type { Relationship } from "../agreements/relationship.ts";
import { type EducatorLane, learnersIn } from "./educator-home.ts";

const lane = (...states: Relationship["state"][]) =>
  ({ learners: states.map((state) => ({ relationship: { state }, facts: null })) }) as unknown as EducatorLane;

test("whom an educator guides is who has signed; the others wait, and a lane of theirs alone is not held yet", () => {
  assert.deepEqual(learnersIn([lane("in force", "paused", "awaiting"), lane("awaiting"), lane()]), {
    guided: 2,
    held: 1,
    awaiting: 2,
  });
});
