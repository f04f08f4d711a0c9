import assert from "node:assert/strict";
import { test } from "node:test";
import { seededProblem } from "../../tests/help/problems.ts";
import { matchByLevels } from "./engine/levels.ts";
import { defaultLevels } from "./engine/problem.ts";
import { continuityCurve, helpfulPlaces } from "./study.ts";

const short = seededProblem(5, 60, 12, 8, 3);

test("the places found really help, by just as much as is said, and nothing helps by more learners", () => {
  const matching = matchByLevels(short, defaultLevels);
  const found = helpfulPlaces(short, defaultLevels, matching);
  assert.ok(found.length > 0);
  const gains = Array.from({ length: short.educators }, (_, column) => {
    const capacity = short.capacity.slice();
    capacity[column] = (capacity[column] ?? 0) + 1;
    return matching.unmatched - matchByLevels({ ...short, capacity }, defaultLevels).unmatched;
  });
  assert.equal(found[0]?.matched, Math.max(...gains));
  for (const { column, matched } of found) assert.equal(matched, gains[column]);
});

test("the more a relationship in force is worth, the fewer are moved and the less the scores add up to", () => {
  const current = new Uint8Array(short.educator.length);
  for (let l = 0; l < short.learners; l += 2) current[short.rowStart[l] ?? 0] = 1;
  const steps = continuityCurve({ ...short, current }, false);
  assert.equal(steps.length, 6);
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (before === undefined) continue;
    assert.ok(step.moved <= before.moved && step.total <= before.total);
  }
  assert.ok((steps.at(-1)?.moved ?? 0) < (steps[0]?.moved ?? 0));
  assert.deepEqual(continuityCurve({ ...short, current: new Uint8Array(short.educator.length) }, false), []);
});
