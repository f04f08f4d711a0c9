import assert from "node:assert/strict";
import { test } from "node:test";
import Papa from "papaparse";
import { csvOf, neutralised, unneutralised } from "./export-cell.ts";

test("what a spreadsheet would run is plain text, and numbers stay numbers", () => {
  for (const cell of ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "\r=1"]) assert.equal(neutralised(cell), `'${cell}`);
  for (const cell of ["=1+1", "'=1+1", "''@x", "'-1", "-1", "'t Hooft", "'", ""])
    assert.equal(unneutralised(neutralised(cell)), cell);
  for (const cell of ["-1", "+12,5", "plain", "", "a=b"]) assert.equal(neutralised(cell), cell);
});

test("every cell is read again as it was written, whatever stands in it", () => {
  const rows = [
    ["a,b", 'say "yes"', "two\r\nlines"],
    [" spaces ", "", "ü"],
  ];
  const { data } = Papa.parse(csvOf(["x", "y", "z"], rows), { skipEmptyLines: true });
  assert.deepEqual(data, [["x", "y", "z"], ...rows]);
});
