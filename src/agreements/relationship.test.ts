import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../core/refusal.ts";
import { isDue, pauseNow, pauseRefusal, stateOf } from "./relationship.ts";

const today = "2026-11-23";
const running = { startedOn: "2026-09-01", endedOn: null, pause: null, renewOn: "2027-09-01" };

test("a state follows from the days alone", () => {
  const until = (from: string, to: string) => ({ ...running, pause: { from, until: to } });
  assert.equal(stateOf({ ...running, startedOn: null }, today), "awaiting");
  assert.equal(stateOf(running, today), "in force");
  assert.equal(stateOf(until("2026-11-23", "2026-11-24"), today), "paused");
  assert.equal(
    stateOf(until("2026-11-01", "2026-11-23"), today),
    "in force",
    "the day of return is the first one back",
  );
  assert.equal(stateOf(until("2026-11-24", "2026-12-24"), today), "in force", "a pause ahead is none yet");
  assert.equal(stateOf({ ...until("2026-11-01", "2026-12-24"), endedOn: today }, today), "ended");
  assert.equal(stateOf({ ...running, startedOn: null, endedOn: today }, today), "ended", "it may end unsigned");
});

test("a pause that is over or taken back is none; one ahead is told", () => {
  assert.equal(pauseNow({ ...running, pause: { from: today, until: today } }, today), null);
  assert.equal(pauseNow({ ...running, pause: { from: "2026-11-01", until: today } }, today), null);
  const ahead = { from: "2026-12-01", until: "2026-12-20" };
  assert.deepEqual(pauseNow({ ...running, pause: ahead }, today), ahead);
});

test("renewal is due from 30 days ahead, and never for what has ended or was not signed", () => {
  assert.equal(isDue({ ...running, renewOn: "2026-12-23" }, today), true);
  assert.equal(isDue({ ...running, renewOn: "2026-12-24" }, today), false);
  assert.equal(isDue({ ...running, renewOn: "2026-12-01", endedOn: today }, today), false);
  assert.equal(isDue({ ...running, renewOn: null }, today), false);
});

test("a pause begins today or later and lasts at most a year", () => {
  assert.equal(pauseRefusal({ from: today, until: "2026-11-24" }, today), null);
  assert.equal(pauseRefusal({ from: today, until: "2027-11-24" }, today), null);
  for (const span of [
    { from: "2026-11-22", until: "2026-12-24" },
    { from: today, until: today },
    { from: today, until: "2027-11-25" },
  ])
    assert.ok(pauseRefusal(span, today) instanceof Refusal, JSON.stringify(span));
});
