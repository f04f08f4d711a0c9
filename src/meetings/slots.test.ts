import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../core/shapes.ts";
import { type Availability, availabilityRefusal } from "./availability.ts";
import { slotsOf } from "./slots.ts";
import { dayIn, instantOf } from "./zone.ts";

const always = { now: "1970-01-01T00:00:00.000Z", taken: [] };
const weekly = (timeZone: string, from: string, to: string, weekday: number, minutes = 60): Availability => ({
  timeZone,
  minutes,
  hours: [{ weekday, from, to }],
  exceptions: [],
});
const wallOf = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
const startsOf = (availability: Availability, from: string, days = 1) =>
  slotsOf(availability, { ...always, from, days }).map(({ startsAt }) => startsAt);

test("an hour of each week keeps its wall time when clocks change, in both hemispheres", () => {
  for (const [timeZone, from] of [
    ["America/New_York", "2026-10-04"],
    ["Europe/Berlin", "2026-03-01"],
    ["Australia/Sydney", "2026-09-06"],
    ["America/New_York", "2027-02-21"],
  ] as const) {
    const slots = startsOf(weekly(timeZone, "15:00", "16:00", 3), from, 70);
    assert.equal(slots.length, 10);
    assert.deepEqual(new Set(slots.map((slot) => wallOf(slot, timeZone))), new Set(["15:00"]));
    const hours = new Set(slots.map((slot) => new Date(slot).getUTCHours()));
    assert.equal(hours.size, 2, `${timeZone} changes its clocks within these weeks`);
  }
});

test("in the night in which clocks go forward the skipped hour is offered to nobody", () => {
  const night = weekly("America/New_York", "01:00", "04:00", 7);
  assert.deepEqual(startsOf(night, "2027-03-14"), ["2027-03-14T06:00:00.000Z", "2027-03-14T07:00:00.000Z"]);
  assert.equal(startsOf(night, "2027-03-21").length, 3);
});

test("in the night in which they go back the hour that comes twice is offered twice", () => {
  const night = weekly("America/New_York", "01:00", "02:00", 7, 30);
  assert.deepEqual(startsOf(night, "2026-11-01"), [
    "2026-11-01T05:00:00.000Z",
    "2026-11-01T05:30:00.000Z",
    "2026-11-01T06:00:00.000Z",
    "2026-11-01T06:30:00.000Z",
  ]);
});

test("a whole day away is a day of the educator's zone, however long it is", () => {
  const all: Availability = {
    timeZone: "America/New_York",
    minutes: 60,
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" })),
    exceptions: [{ from: "2026-11-01", last: "2026-11-01", hours: [] }],
  };
  const days = slotsOf(all, { ...always, from: "2026-10-31", days: 3 }).map(({ startsAt }) =>
    dayIn(startsAt, all.timeZone),
  );
  assert.deepEqual([...new Set(days)], ["2026-10-31", "2026-11-02"]);
  // 25 and 23 hours.
  const long = { ...all, exceptions: [] };
  assert.deepEqual(
    [startsOf(long, "2026-11-01").length, startsOf(long, "2027-03-14").length, startsOf(long, "2026-11-02").length],
    [25, 23, 24],
  );
});

test("hours of single days stand in place of the week's, and of two exceptions the later one counts", () => {
  const given: Availability = {
    ...weekly("Europe/Berlin", "09:00", "10:00", 1),
    exceptions: [
      { from: "2026-12-07", last: "2026-12-13", hours: [] },
      { from: "2026-12-07", last: "2026-12-07", hours: [{ from: "18:00", to: "19:00" }] },
    ],
  };
  assert.deepEqual(startsOf(given, "2026-12-07", 8), ["2026-12-07T17:00:00.000Z", "2026-12-14T08:00:00.000Z"]);
});

const zone = fc.constantFrom(
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Pacific/Apia",
  "UTC",
  "Africa/Casablanca",
);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days));
const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((at) => `${String(Math.floor(at / 4)).padStart(2, "0")}:${String((at % 4) * 15).padStart(2, "0")}`);
const availability = fc.record({
  timeZone: zone,
  minutes: fc.constantFrom(15, 20, 30, 45, 60, 90),
  hours: fc.array(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: quarter, to: fc.oneof(quarter, fc.constant("24:00")) }),
    { maxLength: 8 },
  ),
  exceptions: fc.constant<Availability["exceptions"]>([]),
});

test("whatever the hours: slots have their length, lie within them on the wall, and none overlaps another or what is taken", () => {
  fc.assert(
    fc.property(
      availability,
      day,
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 6 }),
      (given, from, minutes) => {
        fc.pre(availabilityRefusal(given) === null);
        const taken = minutes.map((at) => {
          const start = Date.parse(`${from}T00:00:00Z`) + at * 60_000;
          return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_000_000).toISOString() };
        });
        const now = `${addDays(from, 1)}T00:00:00.000Z`;
        const slots = slotsOf(given, { from, days: 14, now, taken });
        for (const [at, { startsAt, endsAt }] of slots.entries()) {
          assert.equal(Date.parse(endsAt) - Date.parse(startsAt), given.minutes * 60_000);
          assert.ok(startsAt > now);
          assert.ok(at === 0 || (slots[at - 1]?.endsAt ?? "") <= startsAt, "in order and apart");
          assert.ok(
            taken.every((one) => one.endsAt <= startsAt || endsAt <= one.startsAt),
            "free",
          );
          const wall = wallOf(startsAt, given.timeZone);
          const on = dayIn(startsAt, given.timeZone);
          const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
          // Where clocks jump by half an hour, the skipped beginning is as much later.
          assert.ok(
            given.hours.some((hours) => hours.weekday === weekday && hours.from <= wall && wall < hours.to),
            `${on} ${wall}`,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("a day without a change of clocks offers as many slots as fit its hours, at the same wall times each week", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(15, 30, 45, 60),
      quarter,
      quarter,
      fc.integer({ min: 0, max: 40 }),
      (minutes, from, to, weeks) => {
        fc.pre(from < to);
        const given = weekly("Asia/Kolkata", from, to, 2, minutes);
        const week = addDays("2026-01-05", weeks * 7);
        const slots = startsOf(given, week, 7).map((slot) => wallOf(slot, "Asia/Kolkata"));
        const later = startsOf(given, addDays(week, 7), 7).map((slot) => wallOf(slot, "Asia/Kolkata"));
        const length = (Date.parse(`1970-01-01T${to}Z`) - Date.parse(`1970-01-01T${from}Z`)) / 60_000;
        assert.equal(slots.length, Math.floor(length / minutes));
        assert.deepEqual(slots, later);
      },
    ),
  );
});

test("a wall time that clocks skip is refused, and one that comes twice is the first of the two", () => {
  assert.throws(() => instantOf("2027-03-14T02:30", "America/New_York"), { rule: "meeting.skipped" });
  assert.throws(() => instantOf("2027-03-28T02:00", "Europe/Berlin"), { rule: "meeting.skipped" });
  assert.equal(instantOf("2026-11-01T01:30", "America/New_York"), "2026-11-01T05:30:00.000Z");
  assert.equal(instantOf("2026-11-01T01:30-05:00", "America/New_York"), "2026-11-01T06:30:00.000Z");
  assert.equal(instantOf("2027-03-14T02:30", "Europe/Berlin"), "2027-03-14T01:30:00.000Z");
});

test("hours that end before they begin, or overlap, are named", () => {
  const given: Availability = {
    timeZone: "UTC",
    minutes: 30,
    hours: [
      { weekday: 1, from: "10:00", to: "09:00" },
      { weekday: 2, from: "09:00", to: "11:00" },
      { weekday: 2, from: "10:00", to: "12:00" },
    ],
    exceptions: [{ from: "2026-12-07", last: "2026-12-06", hours: [] }],
  };
  const refusal = availabilityRefusal(given);
  assert.deepEqual(
    refusal?.faults.map(({ field }) => field),
    ["hours", "hours", "exceptions"],
  );
  assert.match(refusal?.faults[1]?.because ?? "", /Tuesday: 10:00 to 12:00 overlaps/);
});

test("through a year in any zone: an hour of each day keeps its wall time, and a day away is whole, also where clocks change at midnight", () => {
  // Santiago, Beirut and Cairo change at midnight, Lord Howe by half an hour, Chatham lies 45 minutes off.
  const zones = ["America/Santiago", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Chatham"];
  const zone = fc.constantFrom(...zones, "America/New_York", "Europe/Berlin", "Asia/Kolkata");
  fc.assert(
    fc.property(zone, fc.integer({ min: 6, max: 22 }), fc.integer({ min: 0, max: 364 }), (timeZone, hour, at) => {
      const [from, to] = [`${String(hour).padStart(2, "0")}:00`, `${String(hour + 1).padStart(2, "0")}:00`];
      const away = addDays("2026-01-01", at);
      const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));
      const exceptions = [{ from: away, last: away, hours: [] }];
      const starts = startsOf({ timeZone, minutes: 60, hours, exceptions }, "2026-01-01", 365);
      const days = Array.from({ length: 365 }, (_, day) => addDays("2026-01-01", day)).filter((day) => day !== away);
      assert.deepEqual(
        starts.map((start) => `${dayIn(start, timeZone)} ${wallOf(start, timeZone)}`),
        days.map((day) => `${day} ${from}`),
      );
    }),
    { numRuns: 40 },
  );
});
