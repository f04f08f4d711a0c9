// Rows read piece by piece are those of the text read as a whole, wherever a piece happens to end.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import Papa from "papaparse";
import { csvRows } from "./csv-rows.ts";

const refuse = (line: number) => new Error(`line ${line}`);
const cell = fc.string({ unit: fc.constantFrom("a", "é", "€", '"', ",", ";", " ", "\n"), maxLength: 12 });

test("a piece may end anywhere", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 60 }),
      (given, delimiter, newline, pieceLength) => {
        const text = Papa.unparse(given, { delimiter, newline, quotes: true });
        let line = 1;
        const expected = given.flatMap((raw) => {
          const at = line;
          line += raw.join("").split("\n").length;
          const cells = raw.map((one) => one.trim());
          return cells.some((one) => one !== "") ? [{ line: at, cells }] : [];
        });
        const rows = csvRows(inPieces(text, pieceLength), delimiter, refuse);
        assert.deepEqual([...rows], expected);
        assert.deepEqual([...rows], expected, "and a second time");
      },
    ),
    { numRuns: 500 },
  );
});

test("without quotation marks as well", () => {
  const text = Array.from({ length: 100 }, (_, at) => `${at},${"x".repeat(at % 7)}`).join("\r\n");
  for (const pieceLength of [1, 2, 3, 7, 100, 10_000])
    assert.deepEqual(
      [...csvRows(inPieces(text, pieceLength), ",", refuse)].map(({ line, cells }) => `${line}: ${cells.join()}`),
      Array.from({ length: 100 }, (_, at) => `${at + 1}: ${at},${"x".repeat(at % 7)}`),
    );
});

test("lines that end in both ways are rows of their own, quoted or not", () => {
  const text = 'a,b\r\n1,2\n3,"4"\r\n"5","six\r\nseven"\n8,9\r\n';
  for (const pieceLength of [1, 4, 5, 6, 9, 1000])
    assert.deepEqual(
      [...csvRows(inPieces(text, pieceLength), ",", refuse)].map(({ line, cells }) => `${line}: ${cells.join()}`),
      ["1: a,b", "2: 1,2", "3: 3,4", "4: 5,six\r\nseven", "6: 8,9"],
    );
});

test("a quotation mark that is not closed is told with its line, and one that a piece cuts off is not", () => {
  for (const pieceLength of [1, 5, 8, 9, 10, 40, 1000]) {
    const sound = `a,b\n1,"two  "\n"x\ny",3\n`;
    assert.equal([...csvRows(inPieces(sound, pieceLength), ",", refuse)].length, 3);
    assert.throws(() => [...csvRows(inPieces(`${sound}5,"six\n7,8\n9,10\n`, pieceLength), ",", refuse)], /line 5/);
    assert.throws(() => [...csvRows(inPieces(`${sound}"5"6,7\n8,9\n`, pieceLength), ",", refuse)], /line 5/);
  }
});

function inPieces(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
}
