// Reads a file of other people's making into rows of text: CSV in any of its dialects, or a spreadsheet.
import Papa from "papaparse";
import readSheet from "read-excel-file/node";
import { type Pieces, sizeOf } from "../core/files.ts";
import { Refusal } from "../core/refusal.ts";
import { csvRows, type Rows, startOf } from "./csv-rows.ts";
import { beginningOf, encodingOf, markedIn, textOf } from "./encoding.ts";
import { unneutralised } from "./export-cell.ts";
import { beginsWithTitle, type IsHeading, plainHeading } from "./heading.ts";
import { type Encoding, type Layout, type Separator, separators } from "./layout.ts";
import { ownColumns } from "./refused-file.ts";
import { unpacksWithin } from "./zip.ts";

export interface Table {
  name: string;
  /** How the bytes were understood, to be shown and doubted. */
  format: "csv" | "xlsx";
  encoding: Encoding | "";
  separator: Separator | "";
  hasByteOrderMark: boolean;
  header: string[];
  /** The line of the file on which they stand. */
  headingLine: number;
  /** Rows above the headings, such as a title; they are no rows of the table. */
  linesAbove: number;
  rowCount: number;
  /** A few rows, their cells cut short, for the eye: the first ones, and one with letters that a wrong encoding spoils. */
  sample: string[][];
  rows: Rows;
  /** Sheets of a workbook behind its first, with something in them: they are not read. */
  sheetsBehind: string[];
}

/** How a table is to be read: what is known of headings, and what was said of this file. */
export interface Known {
  isHeading: IsHeading;
  /** By headings, the encoding that was chosen for such a file before. */
  encodingFor: (cells: string[]) => Encoding | undefined;
  /** Those that were ever chosen. */
  encodings: ReadonlySet<Encoding>;
  layout: Layout;
}

type Uncounted = Omit<Table, "rowCount" | "sample">;

const bytesMost = 64 * 1024 * 1024;
/** What a spreadsheet may become once it is unpacked. */
const unpackedMost = 512 * 1024 * 1024;
const rowsMost = 250_000;
const columnsMost = 200;
const cellMost = 10_000;
const sampleRows = 2;
const sampleLetters = 60;
const beyondAscii = /[^ -~\s]/;

/** Refuses with `file.*` what is empty, too large, no table at all, has a column twice, or a title above unknown headings. */
export async function readTable(name: string, bytes: Pieces, known: Known): Promise<Table> {
  const size = sizeOf(bytes);
  const beginning = beginningOf(bytes);
  if (size === 0) throw refused("file.empty", name, "is empty.", "Export it again.");
  if (size > bytesMost) throw refused("file.large", name, "is larger than 64 MB.", "Split it.");
  // The mark of Excel's old format, in which spreadsheets behind a password are kept, too.
  if (beginning.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw refused(
      "file.locked",
      name,
      "is protected by a password, or in Excel's old format (.xls).",
      "Save it as .xlsx without a password, or as CSV.",
    );
  const isSheet = beginning[0] === 0x50 && beginning[1] === 0x4b;
  const table = isSheet ? await readSpreadsheet(name, bytes, known) : readCsv(name, bytes, known);
  return { ...table, ...lookedThrough(table) };
}

function readCsv(name: string, bytes: Pieces, known: Known): Uncounted {
  const { layout, isHeading } = known;
  const { encoding, hasByteOrderMark } =
    layout.encoding === undefined
      ? encodingOf(bytes, () => recalledFor(bytes, known))
      : { encoding: layout.encoding, hasByteOrderMark: markedIn(bytes) !== undefined };
  const text = textOf(bytes, encoding);
  for (const piece of text)
    if (piece.includes("\0"))
      throw refused(
        "file.binary",
        name,
        "is not a table in this encoding.",
        "Save it as CSV or as a spreadsheet (.xlsx), or choose another encoding.",
      );
  const start = startOf(text);
  // Spreadsheets write a first line that says the separator, and is no row.
  const declared = /^sep=([,;|\t])\r?\n/i.exec(start)?.[1] as Separator | undefined;
  const unclosed = (line: number) =>
    refused(
      "file.quote",
      name,
      `has a quotation mark in line ${line} that is not closed, or is followed by other text.`,
      "Double a mark that belongs to a cell, and export it again.",
    );
  const rowsBy = (sign: Separator) => csvRows(text, sign, unclosed);
  const isParted = (sign: Separator) => hasHeading(rowsBy(sign), isHeading);
  const separator = layout.separator ?? declared ?? separatorOf(start, isParted);
  const how = { encoding, separator, hasByteOrderMark, sheetsBehind: [] };
  return { name, format: "csv", ...how, ...headed(name, rowsBy(separator), declared === undefined ? 0 : 1, known) };
}

/** The encoding that was chosen for a file with these headings, which only show once it is read in that encoding. */
function recalledFor(bytes: Pieces, { encodings, encodingFor }: Known): Encoding | undefined {
  const start = beginningOf(bytes);
  return [...encodings].find((encoding) => {
    const text = new TextDecoder(encoding).decode(start);
    const isChosen: IsHeading = (cells) => encodingFor(cells) === encoding;
    return separators.some((sign) =>
      hasHeading(
        csvRows([text], sign, () => refused("file.quote", "", "", "")),
        isChosen,
      ),
    );
  });
}

/**
 * The line that was said to name the columns, or that plainly does; else the first one, after `above` that say
 * something else.
 */
function headed(
  name: string,
  rows: Rows,
  above: number,
  { isHeading, layout: { headingLine } }: Known,
): Pick<Table, "header" | "headingLine" | "linesAbove" | "rows"> {
  const areOurs: IsHeading = (cells) => isHeading(ownColumns(cells).header);
  const at = headingLine === undefined ? headingAt(name, rows, above, areOurs) : rowOnLine(name, rows, headingLine);
  const [head] = rows[Symbol.iterator]().drop(at).take(1);
  const { cells, line } = head ?? { cells: [], line: 1 };
  const { header, ownOf } = ownColumns(cells);
  const below = { [Symbol.iterator]: () => rows[Symbol.iterator]().drop(at + 1) };
  return { header, headingLine: line, linesAbove: Math.max(0, at - above), rows: ownOf(below) };
}

function headingAt(name: string, rows: Rows, above: number, isHeading: IsHeading): number {
  const plain = plainHeading(rows, above, isHeading);
  if (plain === null && beginsWithTitle(rows, above))
    throw refused(
      "file.heading",
      name,
      "begins with a row that has fewer cells than those below it, and has no headings that we know in its first 20 rows.",
      "Say in which line its headings are, or take out the lines above them.",
    );
  return plain?.at ?? above;
}

function rowOnLine(name: string, rows: Rows, line: number): number {
  let at = 0;
  for (const row of rows) {
    if (row.line === line) return at;
    if (row.line > line) break;
    at += 1;
  }
  throw refused(
    "file.heading",
    name,
    `has no row that begins in line ${line}.`,
    "Choose another line for its headings.",
  );
}

/** By a separator that is not the file's, a quotation mark may stand in the middle of a cell: no headings. */
function hasHeading(rows: Rows, isHeading: IsHeading): boolean {
  try {
    return plainHeading(rows, 0, isHeading) !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * The one that parts the headings: where they are known, by which they are found; else by the first line that any sign
 * parts. Further down, free text may hold more of the others.
 */
function separatorOf(start: string, hasHeadingBy: (sign: Separator) => boolean): Separator {
  const lines = start.split(/[\r\n]+/, 20).map((line) => line.replace(/"[^"]*"/g, ""));
  const head = lines.find((line) => /[,;\t|]/.test(line)) ?? "";
  const signs = separators.toSorted((a, b) => head.split(b).length - head.split(a).length);
  return signs.find(hasHeadingBy) ?? signs[0] ?? ",";
}

async function readSpreadsheet(name: string, bytes: Pieces, known: Known): Promise<Uncounted> {
  if (known.layout.encoding !== undefined || known.layout.separator !== undefined)
    throw refused("file.layout", name, "is a spreadsheet, which has no encoding and no separator.", "Leave both out.");
  const damaged = () =>
    refused("file.damaged", name, "cannot be opened as a spreadsheet.", "Save it again, or as CSV.");
  const archive = Buffer.concat(bytes);
  const isSmall = await unpacksWithin(archive, unpackedMost).catch(() => {
    throw damaged();
  });
  if (!isSmall)
    throw refused(
      "file.large",
      name,
      "becomes larger than 512 MB once it is unpacked.",
      "Split it, or save it as CSV.",
    );
  const sheets = await readSheet(archive).catch(() => {
    throw damaged();
  });
  const [first = [], ...behind] = sheets.map(({ data }) => data as unknown[][]);
  const rows = first
    .map((row, at) => ({ line: at + 1, cells: row.map(wordsOf) }))
    .filter((row) => row.cells.some((cell) => cell !== ""));
  const sheetsBehind = sheets.slice(1).flatMap(({ sheet }, at) => ((behind[at]?.length ?? 0) > 0 ? [sheet] : []));
  const how = { encoding: "", separator: "", hasByteOrderMark: false } as const;
  return { name, format: "xlsx", ...how, sheetsBehind, ...headed(name, rows, 0, known) };
}

function wordsOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return unneutralised(String(cell).trim());
}

/** How many rows there are below the heading, and some of them; refuses what is too much of a table, or too little. */
function lookedThrough({ name, header, rows }: Uncounted): Pick<Table, "rowCount" | "sample"> {
  if (header.length === 0) throw refused("file.empty", name, "has no rows.", "Export it again.");
  if (header.length > columnsMost)
    throw refused("file.wide", name, `has more than ${columnsMost} columns.`, "Keep those that are needed.");
  const twice = header.find((column, at) => column !== "" && header.indexOf(column) !== at);
  if (twice !== undefined)
    throw refused("file.column", name, `has the column "${twice}" twice.`, "Rename or remove one.");
  const sample: string[][] = [];
  let telling: string[] | undefined;
  let rowCount = 0;
  for (const { line, cells } of rows) {
    rowCount += 1;
    if (rowCount <= sampleRows) sample.push(cells);
    else if (cells.some((cell) => beyondAscii.test(cell))) telling ??= cells;
    if (rowCount > rowsMost)
      throw refused("file.long", name, `has more than ${rowsMost.toLocaleString("en")} rows.`, "Split it.");
    if (cells.some((cell) => cell.length > cellMost))
      throw refused(
        "file.cell",
        name,
        `has a cell of more than ${cellMost.toLocaleString("en")} characters in line ${line}.`,
        "Shorten it.",
      );
  }
  const isTold = telling === undefined || sample.flat().some((cell) => beyondAscii.test(cell));
  const shown = isTold ? sample : [...sample, telling ?? []];
  // By way of JSON, since a piece of a string keeps the whole file in memory.
  const cut = JSON.stringify(shown.map((cells) => cells.map((cell) => cell.slice(0, sampleLetters))));
  return { rowCount, sample: JSON.parse(cut) as string[][] };
}

/** `because` ends the sentence that the file's name begins. */
function refused(rule: string, name: string, because: string, fix: string): Refusal {
  return new Refusal("invalid", rule, `${name} ${because}`, [{ field: name, because: fix }]);
}

/** CSV with every cell as it is. */
export function rawCsvOf(header: string[], rows: string[][]): string {
  return `${Papa.unparse([header, ...rows], { newline: "\r\n" })}\r\n`;
}
