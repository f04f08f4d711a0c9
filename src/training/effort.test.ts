import assert from "node:assert/strict";
import { test } from "node:test";
import { effortOf } from "./effort.ts";

test("five percent of a year is 104 hours, and every learner asks for what the charter says", () => {
  const effort = effortOf(5, [
    { learners: 3, places: 3, hoursPerLearnerYear: 9 },
    { learners: 10, places: 20, hoursPerLearnerYear: 2 },
  ]);
  assert.deepEqual(effort, { allocatedHours: 104, demandedHours: 47, promisedHours: 67, leftHours: 57, state: "fits" });
});

test("over when more is asked for than given, under when hardly any of it is used, none without either", () => {
  const load = (learners: number) => [{ learners, places: 0, hoursPerLearnerYear: 6 }];
  assert.equal(effortOf(0, load(1)).state, "over");
  assert.equal(effortOf(0, load(1)).leftHours, -6);
  assert.equal(effortOf(10, load(1)).state, "under");
  assert.equal(effortOf(0, load(0)).state, "none");
  assert.equal(effortOf(1, load(3)).state, "fits");
});

test("more learners than places promise no less than what is asked for already", () => {
  assert.equal(effortOf(5, [{ learners: 4, places: 3, hoursPerLearnerYear: 9 }]).promisedHours, 36);
});
