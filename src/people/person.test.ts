import assert from "node:assert/strict";
import { test } from "node:test";
import { leavingRefusal, pauseRefusal, standingOn, standingRefusal } from "./person.ts";

const today = "2026-11-23";
const standing = (from: string, status: "active" | "leave") => ({ from, phase: "clerkship", status });

test("the newest standing that has begun counts; of one day's, the one written last, which comes first", () => {
  const later = standing("2027-01-04", "active");
  const corrected = standing("2026-11-01", "leave");
  const mistaken = standing("2026-11-01", "active");
  assert.equal(standingOn([later, corrected, mistaken], today), corrected);
  assert.equal(standingOn([mistaken, later], "2027-01-04"), later);
  assert.equal(standingOn([later], today), later);
  assert.equal(standingOn([], today), null);
});

test("days outside what can be meant are refused at their field", () => {
  const fieldOf = (refusal: ReturnType<typeof pauseRefusal>) => refusal?.faults.map(({ field }) => field) ?? [];
  assert.deepEqual(fieldOf(pauseRefusal(today, today)), ["pausedUntil"]);
  assert.deepEqual(fieldOf(pauseRefusal("2028-11-24", today)), ["pausedUntil"]);
  assert.equal(pauseRefusal("2028-11-23", today), null);
  assert.equal(pauseRefusal(null, today), null);
  assert.deepEqual(fieldOf(standingRefusal(standing("2025-11-22", "leave"), today)), ["from"]);
  assert.deepEqual(fieldOf(standingRefusal(standing("2028-11-24", "leave"), today)), ["from"]);
  assert.equal(standingRefusal(standing("2025-11-23", "leave"), today), null);
  assert.deepEqual(fieldOf(leavingRefusal("2026-11-24", today)), ["leftOn"]);
  assert.equal(leavingRefusal(today, today), null);
  assert.equal(leavingRefusal(null, today), null);
});
