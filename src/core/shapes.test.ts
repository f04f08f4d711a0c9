import assert from "node:assert/strict";
import { test } from "node:test";
import { Day, dayNamed } from "./shapes.ts";

test("an empty day is asked for by its name, and only another one is told the format", () => {
  const told = (shape: typeof Day, given: unknown) =>
    shape.safeParse(given).error?.issues.map(({ message }) => message);
  assert.deepEqual(told(Day, ""), ["Choose a day."]);
  assert.deepEqual(told(dayNamed("the last day"), ""), ["Choose the last day."]);
  assert.deepEqual(told(dayNamed("the last day"), "soon"), ["Must be a day, such as 2026-11-23."]);
  assert.deepEqual(told(Day, null), ["Must be a day, such as 2026-11-23."]);
  // PostgreSQL has no year 0.
  assert.deepEqual(told(Day, "0000-01-01"), ["Must be a day, such as 2026-11-23."]);
  assert.ok(Day.safeParse("0001-01-01").success);
});
