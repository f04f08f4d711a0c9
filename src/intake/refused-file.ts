// Refused rows as a file to correct and to import again: their own cells under the file's own headings, and behind them
// what is wrong. An import leaves those columns aside, by their names.
import { csvOf } from "./export-cell.ts";
import type { RefusedRow } from "./judged.ts";
import { plain } from "./field.ts";
import type { Rows } from "./csv-rows.ts";

const why = ["refused: line", "refused: field", "refused: reason", "refused: fix"];
const aside = new Set(why.map(plain));
/** Above the cells of a row that has more than the headings: while something stands there, the row still has. */
const beyond = "refused: cell too many";

/** The rows of `rows` that were refused, each once, with all that is said of it. */
export function refusedCsv(header: string[], rows: Rows, refused: RefusedRow[]): string {
  const linesOf = Map.groupBy(refused, ({ line }) => line);
  const found = [...rows].filter(({ line }) => linesOf.has(line));
  const width = found.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const filled = (cells: string[]) => [...cells, ...Array.from({ length: width - cells.length }, () => "")];
  const head = [...header, ...Array.from({ length: width - header.length }, () => beyond), ...why];
  return csvOf(
    head,
    found.map(({ line, cells }) => [...filled(cells), String(line), ...saidOf(linesOf.get(line) ?? [])]),
  );
}

function saidOf(refused: RefusedRow[]): string[] {
  const fields = [...new Set(refused.map(({ field }) => field))].join(", ");
  return [fields, refused.map(({ because }) => because).join(" "), refused.map(({ fix }) => fix).join(" ")];
}

/** Its own name, and that it holds what was refused. */
export function refusedName(name: string): string {
  return `${name.replace(/\.(csv|tsv|txt)$/i, "")}-refused.csv`;
}

/** Of the headings of a file, which are its own; and the rows below them with the cells that stand under these. */
export function ownColumns(head: string[]): { header: string[]; ownOf: (rows: Rows) => Rows } {
  const words = head.map(plain);
  if (!words.some((word) => aside.has(word))) return { header: head, ownOf: (rows) => rows };
  const isOwn = (_: string, at: number) => !aside.has(words[at] ?? "") && words[at] !== plain(beyond);
  const cellsOf = (cells: string[]) => {
    const more = cells.filter((_, at) => words[at] === plain(beyond));
    return [...cells.filter(isOwn), ...more.slice(0, more.findLastIndex((cell) => cell !== "") + 1)];
  };
  const ownOf = (rows: Rows): Rows => ({
    [Symbol.iterator]: () => rows[Symbol.iterator]().map(({ line, cells }) => ({ line, cells: cellsOf(cells) })),
  });
  return { header: head.filter(isOwn), ownOf };
}
