// A file of requirements taken into a set: what is sound comes in, each fault is named by line and field, and the same file
// again changes nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { neutralised, unneutralised } from "../intake/export-cell.ts";
import { areHeadings, columnOf, csvColumns, type CsvColumn, csvRowOf, type Given, readRow } from "./csv.ts";
import { merged } from "./csv-merge.ts";
import { cycleIn, type Requirement, sound } from "./requirement.ts";

const row = (cells: Partial<Record<CsvColumn, string>>, line = 2) =>
  readRow(line, new Map(Object.entries(cells) as [CsvColumn, string][]));
const given = (cells: Partial<Record<CsvColumn, string>>, line = 2): Given => {
  const read = row(cells, line);
  assert.ok(!Array.isArray(read), JSON.stringify(read));
  return read;
};
const faultsOf = (cells: Partial<Record<CsvColumn, string>>) => {
  const read = row(cells);
  assert.ok(Array.isArray(read), JSON.stringify(read));
  return read.map(({ field }) => field);
};
const take = (before: Requirement[], rows: Given[]) => merged("file.csv", before, rows);

test("headings are known by the API's names and by those that people use", () => {
  assert.deepEqual(["Title", "Due date", "Class", "signed_by", "Waits for", "Owner"].map(columnOf), [
    "title",
    "dueOn",
    "classYear",
    "signedBy",
    "dependsOn",
    undefined,
  ]);
  assert.equal(areHeadings(["Requirement", "Deadline", "Class"]), true);
  assert.equal(areHeadings(["Name", "Email"]), false);
});

test("each cell that cannot be used is named, and all of a row at once", () => {
  assert.deepEqual(faultsOf({ title: "", kind: "essay", dueOn: "31/31/2026", signedBy: "dean", classYear: "20" }), [
    "title",
    "dueOn",
    "kind",
    "signedBy",
    "classYear",
  ]);
  assert.deepEqual(faultsOf({ title: '=HYPERLINK("x")' }), ["title"]);
  assert.deepEqual(faultsOf({ title: "x", dueOn: "2026-01-02", dueEvent: "opens" }), ["dueEvent"]);
  assert.deepEqual(faultsOf({ title: "x", dueEvent: "", dueOn: "", dueDays: "3" }), ["dueDays"]);
  assert.deepEqual(faultsOf({ title: "x", key: "Not A Key" }), ["key"]);
  assert.deepEqual(faultsOf({ title: "x", dueOn: "03/04/2026" }), ["dueOn"]);
});

test("what the file has no column for stays, and what it names and leaves empty is emptied", () => {
  const [before] = take(
    [],
    [given({ title: "Form", phase: "clerkship", dueOn: "2026-10-01", how: "At the desk" })],
  ).items;
  const [after] = take([before!], [given({ title: "Form", dueOn: "" }, 2)]).items;
  assert.deepEqual(after, { ...before, due: null });
});

test("rows may wait for each other by key or title, in any order; what a refused row would have brought is missed by others", () => {
  const { items, refused } = take(
    [],
    [
      given({ title: "Second", dependsOn: "First" }, 2),
      given({ title: "First", key: "one" }, 3),
      given({ title: "Third", dependsOn: "nowhere" }, 4),
      given({ title: "Fourth", dependsOn: "Third" }, 5),
    ],
  );
  assert.deepEqual(
    items.map(({ title, dependsOn }) => [title, dependsOn]),
    [
      ["Second", ["one"]],
      ["First", []],
    ],
  );
  assert.deepEqual(
    refused.map(({ line, field }) => [line, field]),
    [
      [4, "dependsOn"],
      [5, "dependsOn"],
    ],
  );
});

test("a circle is refused at the row that closes it, with the circle; a second row of one key is refused, too", () => {
  const { items, refused } = take(
    [],
    [
      given({ title: "A", key: "a", dependsOn: "b" }, 2),
      given({ title: "B", key: "b", dependsOn: "a" }, 3),
      given({ title: "C", key: "a" }, 4),
    ],
  );
  assert.deepEqual(items, []);
  assert.deepEqual(
    refused.map(({ line, field }) => [line, field]),
    [
      [4, "key"],
      [3, "dependsOn"],
      [2, "dependsOn"],
    ],
  );
  assert.match(refused[1]!.because, /a waits for b waits for a|b waits for a waits for b/);
});

const cellOf = fc.oneof(fc.constant(""), fc.stringMatching(/^[A-Za-zé=+@'-][A-Za-z0-9 é'-]{0,12}$/));
const requirements: fc.Arbitrary<Requirement[]> = fc
  .uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
      title: fc.stringMatching(/^[A-Za-zé'-][A-Za-z0-9 é]{0,20}[a-z]$/),
      kind: fc.constantFrom("requirement", "milestone", "letter", "document"),
      phase: cellOf.map((cell) => cell.trim()),
      classYear: fc.constantFrom(null, 2027, 2030),
      due: fc.constantFrom(null, { on: "2026-10-01" }, { event: "opens", days: -30 }),
      dependsOn: fc.constant([] as string[]),
      signedBy: fc.constantFrom("learner", "advisor", "office"),
      how: cellOf.map((cell) => cell.trim()),
    }),
    { selector: ({ key }) => key, maxLength: 8 },
  )
  .map(
    (items) => items.map((item, at) => ({ ...item, dependsOn: at > 0 ? [items[at - 1]!.key] : [] })) as Requirement[],
  );

test("a set that is written out and read in is the same set, and again it changes nothing", () => {
  fc.assert(
    fc.property(requirements, (items) => {
      const rows = items.map((item, at) =>
        given(
          Object.fromEntries(csvRowOf(item).map((cell, nth) => [csvColumns[nth], unneutralised(neutralised(cell))])),
          at + 2,
        ),
      );
      const first = take([], rows);
      assert.deepEqual(first.refused, []);
      assert.deepEqual(first.items, items);
      const again = take(first.items, rows);
      assert.deepEqual([again.items, again.added, again.changed, again.unchanged], [items, 0, 0, items.length]);
    }),
  );
});

test("whatever rows come, the set stays sound, and rows are taken, refused or as they were", () => {
  const anyRow = fc.record({
    title: fc.constantFrom("A", "B", "C", "D"),
    key: fc.constantFrom("", "a", "b"),
    dependsOn: fc.constantFrom("", "A", "b; C", "D", "z"),
  });
  fc.assert(
    fc.property(requirements, fc.array(anyRow, { maxLength: 8 }), (before, cells) => {
      const rows = cells.map((one, at) => given(one, at + 2));
      const { items, added, changed, unchanged, refused } = take(before, rows);
      assert.equal(cycleIn(items), null);
      if (items.length > 0) assert.ok(Array.isArray(sound(items)));
      assert.equal(added + changed + unchanged + new Set(refused.map(({ line }) => line)).size, rows.length);
      assert.equal(items.length, before.length + added);
    }),
  );
});
