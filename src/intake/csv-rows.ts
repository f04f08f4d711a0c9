// The rows of a CSV text, read piece by piece each time somebody goes through them: they are never all in memory.
import Papa from "papaparse";

export interface Row {
  /** The line of the file on which the row begins, from 1; for a spreadsheet its row. */
  line: number;
  cells: string[];
}

/** Read again by each that goes through it. */
export interface Rows {
  [Symbol.iterator](): IteratorObject<Row, undefined>;
}

const pieceUsual = 256 * 1024;

/** Rows with nothing in them are left out. `refuse` is asked for what to throw at a quotation mark that is not closed. */
export function csvRows(
  text: string,
  separator: string,
  refuse: (line: number) => Error,
  pieceLength = pieceUsual,
): Rows {
  const parts = { ...partsOf(text, separator), pieceLength };
  return { [Symbol.iterator]: () => rowsIn(text, parts, refuse) };
}

interface Parts {
  parser: Papa.Parser;
  lineBreak: string;
  pieceLength: number;
}

interface Piece {
  data: string[][];
  errors: { type: string; row: number }[];
  meta: { cursor: number };
}

function partsOf(text: string, separator: string): Omit<Parts, "pieceLength"> {
  const { linebreak } = Papa.parse(text.slice(0, pieceUsual), { delimiter: separator, preview: 1 }).meta;
  // Files put together from others end their lines in both ways. Of "\r\n" the "\r" is space at a row's end, and trimmed.
  const newline = linebreak === "\r" ? "\r" : "\n";
  return { parser: new Papa.Parser({ delimiter: separator, newline }), lineBreak: newline };
}

function* rowsIn(
  text: string,
  { parser, lineBreak, pieceLength }: Parts,
  refuse: (line: number) => Error,
): Generator<Row, undefined> {
  let line = 1;
  let length = pieceLength;
  for (let at = 0; at < text.length;) {
    const isLast = at + length >= text.length;
    // What a piece ends within is left for the next one.
    const { data, errors, meta } = parser.parse(text.slice(at, at + length), 0, !isLast) as Piece;
    const faulty = new Set(errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
    for (const [nth, raw] of data.entries()) {
      // Where a quotation mark is not closed, the rows behind it are lost in one cell.
      if (faulty.has(nth)) throw refuse(line);
      const cells = raw.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) yield { line, cells };
      line += 1 + breaksIn(raw, lineBreak);
    }
    if (isLast) return undefined;
    at += meta.cursor;
    // A row longer than a piece: a longer piece.
    length = data.length === 0 ? length * 2 : pieceLength;
  }
  return undefined;
}

function breaksIn(cells: string[], lineBreak: string): number {
  let breaks = 0;
  for (const cell of cells)
    for (let at = cell.indexOf(lineBreak); at >= 0; at = cell.indexOf(lineBreak, at + 1)) breaks += 1;
  return breaks;
}
