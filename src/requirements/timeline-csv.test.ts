// A file of dated events: what is sound changes its own events, each fault is named by its field, and what is written out comes
// back as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { neutralised, unneutralised } from "../intake/export-cell.ts";
import type { KeptDay } from "./timeline.ts";
import {
  areTimelineHeadings,
  type GivenDay,
  mergedDays,
  readDay,
  type TimelineColumn,
  timelineColumnOf,
  timelineColumns,
  timelineRowOf,
} from "./timeline-csv.ts";

type Cells = Partial<Record<TimelineColumn, string>>;
const read = (cells: Cells, line = 2) => readDay(line, new Map(Object.entries(cells) as [TimelineColumn, string][]));
const given = (cells: Cells, line = 2): GivenDay => {
  const row = read(cells, line);
  assert.ok(!Array.isArray(row), JSON.stringify(row));
  return row;
};
const kept = (more: Partial<KeptDay>): KeptDay => ({
  classYear: 2028,
  event: "opens",
  title: "Applications open",
  on: "2027-09-01",
  beginsPhase: false,
  source: "The match's calendar",
  version: 3,
  ...more,
});
const sound = { classYear: "2028", title: "Applications open", on: "2027-09-02" };

test("headings are known by the API's names and by those that people use", () => {
  const headings = ["Class", "key", "What", "Day", "begins_phase", "Where the day is from", "Owner"];
  assert.deepEqual(headings.map(timelineColumnOf), [...timelineColumns, undefined]);
  assert.equal(areTimelineHeadings(["Class", "What", "Day"]), true);
  assert.equal(areTimelineHeadings(["Name", "Email"]), false);
});

test("each cell that cannot be used is named, and all of a row at once", () => {
  const faultsOf = (cells: Cells) => {
    const faults = read(cells);
    assert.ok(Array.isArray(faults));
    return faults.map(({ field }) => field);
  };
  const all = { classYear: "28", event: "No key!", title: "=a(1)", on: "32.13.2027", beginsPhase: "maybe" };
  assert.deepEqual(faultsOf({ ...all, source: "s".repeat(301) }), [
    "classYear",
    "event",
    "title",
    "on",
    "beginsPhase",
    "source",
  ]);
  assert.deepEqual(faultsOf({ classYear: "", title: "", on: "" }), ["classYear", "title", "on"]);
});

test("what the file has no column for stays, an event that was taken out comes back, and the same again changes nothing", () => {
  const { days, added, changed } = mergedDays("f.csv", [kept({})], [given(sound)]);
  assert.deepEqual([days, added, changed], [[kept({ on: "2027-09-02" })], 0, 1]);
  const gone = mergedDays("f.csv", [kept({ on: null })], [given(sound)]);
  assert.deepEqual([gone.days, gone.added], [[kept({ on: "2027-09-02" })], 1]);
  const again = mergedDays("f.csv", days, [given(sound)]);
  assert.deepEqual([again.days, again.unchanged], [[], 1]);
});

test("a title is one event for all classes, unless another one has its key there", () => {
  const rows = [
    given({ ...sound, classYear: "2029" }, 2),
    given({ ...sound, title: "Ranking ends" }, 3),
    given({ ...sound, title: "Ranking ends", classYear: "2029" }, 4),
  ];
  const { days } = mergedDays("f.csv", [kept({})], rows);
  assert.deepEqual(
    days.map(({ classYear, event, version }) => [classYear, event, version]),
    [
      [2029, "opens", 0],
      [2028, "ranking-ends", 0],
      [2029, "ranking-ends", 0],
    ],
  );
  const other = mergedDays("f.csv", [kept({}), kept({ classYear: 2029, title: "Other" })], rows.slice(0, 1));
  assert.deepEqual(
    other.days.map(({ event }) => event),
    ["applications-open"],
  );
});

test("two rows about one date of a class: the first is taken, the second named", () => {
  const rows = [given(sound, 2), given({ ...sound, event: "opens", on: "2027-09-05" }, 3)];
  const { days, refused } = mergedDays("f.csv", [kept({})], rows);
  assert.deepEqual(
    days.map(({ on }) => on),
    ["2027-09-02"],
  );
  assert.deepEqual(
    refused.map(({ line, field, value }) => [line, field, value]),
    [[3, "event", "opens"]],
  );
});

test("whatever is written out comes back as it was", () => {
  const words = fc.stringMatching(/^[A-Za-z0-9'+\-"; ,.]{1,40}$/).map((text) => text.trim());
  const day = fc.record({
    classYear: fc.integer({ min: 1950, max: 2200 }),
    event: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/),
    title: words.filter((text) => text !== ""),
    on: fc
      .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    beginsPhase: fc.boolean(),
    source: words,
    version: fc.constant(1),
  });
  const timelines = fc.uniqueArray(day, { selector: ({ classYear, event }) => `${classYear} ${event}`, maxLength: 12 });
  fc.assert(
    fc.property(timelines, (all) => {
      const rows = all.map((one, at) => {
        const cells = timelineRowOf(one).map((cell) => unneutralised(neutralised(cell)));
        return given(Object.fromEntries(timelineColumns.map((column, nth) => [column, cells[nth]!])), at + 2);
      });
      const { days, unchanged, refused } = mergedDays("f.csv", all, rows);
      assert.deepEqual([days, unchanged, refused], [[], all.length, []]);
      const anew = mergedDays("f.csv", [], rows).days;
      assert.deepEqual(
        anew,
        all.map((one) => ({ ...one, version: 0 })),
      );
    }),
  );
});
