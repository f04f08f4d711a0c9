// Months as weeks: every day of the month once, whole weeks without a gap, whatever the month.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../core/shapes.ts";
import { isSameMonth, monthFrom, weeksOf } from "./calendar.ts";

const day = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays("1950-01-01", days));

test("a month's weeks follow each other from Sunday, hold each of its days once, and no week without one", () => {
  fc.assert(
    fc.property(day, (one) => {
      const weeks = weeksOf(one);
      const days = weeks.flat();
      for (const [at, each] of days.entries()) assert.equal(each, addDays(days[0]!, at));
      assert.equal(new Date(`${days[0]}T00:00:00Z`).getUTCDay(), 0);
      for (const week of weeks) assert.ok(week.length === 7 && week.some((each) => isSameMonth(each, one)));
      const own = days.filter((each) => isSameMonth(each, one));
      assert.ok(own.includes(one));
      assert.ok(!isSameMonth(addDays(own[0]!, -1), one) && !isSameMonth(addDays(own.at(-1)!, 1), one));
    }),
  );
});

test("months away and back are the month itself, across years", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -40, max: 40 }), (one, months) => {
      assert.ok(isSameMonth(monthFrom(monthFrom(one, months), -months), one));
    }),
  );
  assert.equal(monthFrom("2026-12-31", 1), "2027-01-01");
  assert.equal(monthFrom("2026-01-31", -1), "2025-12-01");
});
