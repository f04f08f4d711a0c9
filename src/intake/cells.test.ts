// Days as schools write them: each is read in one way, or a human says in which.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DateOrderGuess, day, type DateOrder, text } from "./cells.ts";

const orderOf = (cells: string[]) => {
  const guess = new DateOrderGuess();
  for (const cell of cells) guess.see(cell);
  return guess.order;
};

test("a file's days say their order, and where they say two, a human does", () => {
  const cases: [string[], DateOrder | "unclear"][] = [
    [["2026-08-03", "", "2026/09/01"], "iso"],
    [["2026-08-03", "TBD", "n/a", "unknown"], "iso"],
    [["03/04/2026", "13/04/2026"], "dmy"],
    [["3.4.2026"], "dmy"],
    [["03/04/2026", "04/13/2026", "2026-08-03"], "mdy"],
    [["03/04/2026", "2026-08-03"], "unclear"],
    [["13/04/2026", "04/13/2026", "03/04/2026"], "unclear"],
    [["3 Aug 2026", "Aug 14, 2026"], "iso"],
  ];
  for (const [cells, order] of cases) assert.equal(orderOf(cells), order, cells.join(" | "));
});

test("a day is read in its order, by its month's name, and without its time of day", () => {
  const cases: [DateOrder, string, string | null][] = [
    ["iso", "2026-08-03", "2026-08-03"],
    ["iso", "2026-08-03T00:00:00Z", "2026-08-03"],
    ["dmy", "3/8/2026", "2026-08-03"],
    ["mdy", "8/3/2026 9:00 AM", "2026-08-03"],
    ["mdy", "8/3/2026 00:00 UTC", "2026-08-03"],
    ["mdy", "8/3/2026 00:00:00 EST", "2026-08-03"],
    ["mdy", "03-AUG-2026", "2026-08-03"],
    ["mdy", "3 August 2026", "2026-08-03"],
    ["dmy", "Aug 3, 2026", "2026-08-03"],
    ["dmy", "3. Aug 2026", "2026-08-03"],
    ["dmy", "03-AUG-26", null],
    ["dmy", "31 Feb 2026", null],
    ["dmy", "3/8/2026/1", null],
    ["iso", "2026-08--03", null],
    ["iso", "August 2026", null],
    ["iso", "TBD", null],
    ["iso", "03/04/2026", null],
    ["iso", "04/04/2026", "2026-04-04"],
    ["iso", "03.04.2026", "2026-04-03"],
    ["dmy", "", null],
  ];
  for (const [order, cell, expected] of cases) {
    const read = day(order)(cell);
    assert.equal("value" in read ? read.value : null, expected, `${order} ${cell}`);
  }
});

test("a space of no width would make two ids of one", () => {
  for (const sign of ["\u200b", "\u2060", "\ufeff", "\u00ad"])
    assert.ok("because" in text(`S1${sign}`), sign.codePointAt(0)?.toString(16));
  assert.deepEqual(text("نیلوفر\u200cجان"), { value: "نیلوفر\u200cجان" }, "a joiner belongs to Persian words");
});
