import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../core/shapes.ts";
import { cadenceOf, dueBy, dueDays, graceDays } from "./cadence.ts";

const base = "2026-01-01";
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(base, days));
const facts = fc
  .record({
    everyDays: fc.integer({ min: 1, max: 730 }),
    startedOn: day,
    met: fc.option(fc.integer({ min: 0, max: 600 })),
    isPlanned: fc.boolean(),
    pause: fc.option(fc.record({ from: day, length: fc.integer({ min: 0, max: 366 }) })),
  })
  .map(({ met, pause, ...rest }) => ({
    ...rest,
    lastOn: met === null ? null : addDays(rest.startedOn, met),
    pause: pause === null ? null : { from: pause.from, until: addDays(pause.from, pause.length) },
  }));

test("the day is the cadence after the last meeting, or after the start while there was none", () => {
  assert.equal(dueBy({ everyDays: 90, startedOn: "2026-03-01", lastOn: null, pause: null }), "2026-05-30");
  assert.equal(dueBy({ everyDays: 90, startedOn: "2026-03-01", lastOn: "2026-04-01", pause: null }), "2026-06-30");
});

test("a pause moves the day by its days that lie between, and by no others", () => {
  const met = { everyDays: 30, startedOn: "2026-01-01", lastOn: "2026-03-01" };
  const paused = (from: string, until: string) => dueBy({ ...met, pause: { from, until } });
  assert.equal(paused("2026-03-10", "2026-03-20"), "2026-04-10");
  assert.equal(paused("2026-02-01", "2026-02-20"), "2026-03-31");
  assert.equal(paused("2026-02-20", "2026-03-06"), "2026-04-05");
  assert.equal(paused("2026-04-01", "2026-04-20"), "2026-03-31");
  assert.equal(paused("2026-03-10", "2026-03-10"), "2026-03-31");
});

test("near the day it is due, long after it silent, and neither while something is planned or all is paused", () => {
  const given = { everyDays: 90, startedOn: "2026-01-01", lastOn: null, isPlanned: false, pause: null };
  const due = dueBy(given);
  const state = (offset: number, more = {}) => cadenceOf({ ...given, ...more }, addDays(due, offset)).state;
  assert.deepEqual(
    [state(-15), state(-14), state(0), state(15), state(16)],
    ["in time", "due", "due", "due", "silent"],
  );
  assert.equal(state(100, { isPlanned: true }), "planned");
});

test("whatever the facts: the day never comes before the cadence is over, nor moves by more than the pause", () => {
  fc.assert(
    fc.property(facts, day, (given, today) => {
      const { everyDays, startedOn, lastOn, pause } = given;
      const plain = dueBy({ everyDays, startedOn, lastOn, pause: null });
      const due = dueBy(given);
      assert.ok(due >= plain);
      const length = pause === null ? 0 : (Date.parse(pause.until) - Date.parse(pause.from)) / 86_400_000;
      assert.ok(due <= addDays(plain, length));
      const { state } = cadenceOf(given, today);
      assert.equal(state === "planned", given.isPlanned);
      if (state === "silent") assert.ok(today > addDays(due, graceDays(everyDays)));
      if (state === "due") assert.ok(today >= addDays(due, -dueDays) && today <= addDays(due, graceDays(everyDays)));
      const isPaused = pause !== null && pause.from <= today && today < pause.until;
      if (isPaused) assert.ok(state === "in time" || state === "planned");
    }),
    { numRuns: 500 },
  );
});

test("meeting once more never brings the day nearer, and time only goes from in time to due to silent", () => {
  const order = ["in time", "due", "silent"];
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }), (given, later, more) => {
      const met = { ...given, lastOn: addDays(given.lastOn ?? given.startedOn, later), pause: null };
      assert.ok(dueBy(met) >= dueBy({ ...given, pause: null }));
      const unplanned = { ...met, isPlanned: false };
      const today = addDays(met.lastOn, later);
      const [now, then] = [today, addDays(today, more)].map((on) => order.indexOf(cadenceOf(unplanned, on).state));
      assert.ok((now ?? 0) <= (then ?? 0));
    }),
  );
});
