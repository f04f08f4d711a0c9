// The rows of a CSV text, read piece by piece each time somebody goes through them: they are never all in memory.
import Papa from "papaparse";
import { unneutralised } from "./export-cell.ts";

export interface Row {
  /** The line of the file on which the row begins, from 1; for a spreadsheet its row. */
  line: number;
  cells: string[];
}

/** Read again by each that goes through it. */
export interface Rows {
  [Symbol.iterator](): IteratorObject<Row, undefined>;
}

/** In pieces, wherever they end. Read again by each that goes through it. */
export type Text = Iterable<string>;

const startLetters = 65_536;

/** So much of it as tells how it is written. */
export function startOf(text: Text): string {
  let start = "";
  for (const piece of text) {
    start += piece;
    if (start.length >= startLetters) break;
  }
  return start.slice(0, startLetters);
}

/** Rows with nothing in them are left out. `refuse` is asked for what to throw at a quotation mark that is not closed. */
export function csvRows(text: Text, separator: string, refuse: (line: number) => Error): Rows {
  const parts = partsOf(text, separator);
  return { [Symbol.iterator]: () => rowsIn(text, parts, refuse) };
}

interface Parts {
  parser: Papa.Parser;
  lineBreak: string;
}

interface Piece {
  data: string[][];
  errors: { type: string; row: number }[];
  meta: { cursor: number };
}

function partsOf(text: Text, separator: string): Parts {
  const { linebreak } = Papa.parse(startOf(text), { delimiter: separator, preview: 1 }).meta;
  // Files put together from others end their lines in both ways. Of "\r\n" the "\r" is space at a row's end, and trimmed.
  const newline = linebreak === "\r" ? "\r" : "\n";
  return { parser: new Papa.Parser({ delimiter: separator, newline }), lineBreak: newline };
}

function* rowsIn(text: Text, { parser, lineBreak }: Parts, refuse: (line: number) => Error): Generator<Row, undefined> {
  let line = 1;
  for (const { data, errors } of parsed(text, parser)) {
    const faulty = new Set(errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
    for (const [nth, raw] of data.entries()) {
      // Where a quotation mark is not closed, the rows behind it are lost in one cell.
      if (faulty.has(nth)) throw refuse(line);
      const cells = raw.map((cell) => unneutralised(cell.trim()));
      if (cells.some((cell) => cell !== "")) yield { line, cells };
      line += 1 + breaksIn(raw, lineBreak);
    }
  }
  return undefined;
}

function* parsed(text: Text, parser: Papa.Parser): Generator<Piece> {
  let rest = "";
  let enough = 0;
  for (const piece of text) {
    rest += piece;
    if (rest.length < enough) continue;
    // The row that a piece ends within is left for the next one.
    const part = parser.parse(rest, 0, true) as Piece;
    rest = rest.slice(part.meta.cursor);
    // A row longer than a piece: looked at again once there is twice as much, so that a long one takes no long time.
    enough = part.data.length === 0 ? rest.length * 2 : 0;
    yield part;
  }
  if (rest !== "") yield parser.parse(rest, 0, false) as Piece;
}

function breaksIn(cells: string[], lineBreak: string): number {
  let breaks = 0;
  for (const cell of cells)
    for (let at = cell.indexOf(lineBreak); at >= 0; at = cell.indexOf(lineBreak, at + 1)) breaks += 1;
  return breaks;
}
