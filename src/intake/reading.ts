// How one file is read: as which kind, by which columns, with days in which order; guessed, and then a human's to change.
import { z } from "zod";
import { DateOrderGuess, dateOrders, day, type Read } from "./cells.ts";
import { fingerprintOf, guessKind, guessMapping, kindNamed, kinds } from "./kinds.ts";
import { plain } from "./field.ts";
import type { RefusedRow } from "./judged.ts";
import type { Table } from "./table.ts";

export const Reading = z.object({
  kind: z.enum(kinds.map(({ kind }) => kind) as [string, ...string[]]),
  /** Field key to column number, from 0; null for a field without a column. */
  mapping: z.record(z.string(), z.number().int().nonnegative().nullable()),
  dateOrder: z.enum(dateOrders),
});
export type Reading = z.infer<typeof Reading>;

/** How files with these headings were read the last time; the columns may stand in another order now. */
export const Remembered = Reading.extend({ header: z.array(z.string()) });
export type Remembered = z.infer<typeof Remembered>;

/** A row whose every cell could be read, by field key. */
export interface ReadRow {
  file: string;
  line: number;
  values: Record<string, unknown>;
}

export interface ReadFile {
  name: string;
  kind: string;
  rowsIn: number;
  /** Of a kind whose rows are no record of ours: all of them. */
  leftOut: number;
  /** Read again by each that goes through them, so that they are never all in memory. */
  rows: Iterable<ReadRow>;
  refused: RefusedRow[];
}

/** Null when no kind fits; `unclear` when the days of a column could be read in two ways. */
export function guessReading(
  table: Table,
  remembered: (fingerprint: string) => Remembered | undefined,
): { reading: Reading; unclear: boolean } | null {
  const known = remembered(fingerprintOf(table.header));
  const kind = known === undefined ? guessKind(table.name, table.header) : kindNamed(known.kind);
  if (kind === null || kind === undefined) return null;
  const mapping = known === undefined ? guessMapping(kind, table.header) : moved(known, table.header);
  const columns = kind.fields.filter(({ isDay }) => isDay).flatMap(({ key }) => mapping[key] ?? []);
  const order = dateOrderIn(table, columns);
  // A remembered order helps only where it was a choice: days as YYYY-MM-DD never needed one.
  const chosen = known?.dateOrder === "iso" ? undefined : known?.dateOrder;
  const isUnclear = order === "unclear" && chosen === undefined;
  return {
    reading: { kind: kind.kind, mapping, dateOrder: order === "unclear" ? (chosen ?? "iso") : order },
    unclear: isUnclear,
  };
}

/** One for all columns of days, as whoever exports a file writes them. */
function dateOrderIn({ rows }: Table, columns: number[]) {
  const guess = new DateOrderGuess();
  if (columns.length > 0) for (const { cells } of rows) for (const column of columns) guess.see(cells[column] ?? "");
  return guess.order;
}

/** The columns that were chosen, where they stand now. */
function moved({ mapping, header: before }: Remembered, header: string[]): Reading["mapping"] {
  const now = header.map(plain);
  const placeOf = (column: number) =>
    before[column] === header[column] ? column : now.indexOf(plain(before[column] ?? ""));
  return Object.fromEntries(
    Object.entries(mapping).map(([key, column]) => {
      const place = column === null ? -1 : placeOf(column);
      return [key, place < 0 ? null : place];
    }),
  );
}

/** Every row is either read whole or refused with its first fault; none is lost. */
export function readRows(table: Table, { kind: name, mapping, dateOrder }: Reading): ReadFile {
  const { fields, leftOut } = kindNamed(name) ?? { fields: [] };
  const readers = fields.map((field) => ({
    ...field,
    at: mapping[field.key] ?? -1,
    read: remembering(field.isDay ? day(dateOrder) : field.read),
  }));
  const refused: RefusedRow[] = [];
  let sound = 0;
  for (const _ of rowsRead(table, readers, (one) => refused.push(one))) sound += 1;
  return {
    name: table.name,
    kind: name,
    rowsIn: table.rowCount,
    leftOut: leftOut === undefined ? 0 : sound,
    rows: { [Symbol.iterator]: () => rowsRead(table, readers, () => undefined) },
    refused,
  };
}

function* rowsRead(table: Table, readers: Reader[], tell: (refused: RefusedRow) => void): Generator<ReadRow> {
  for (const { line, cells } of table.rows) {
    const refuse: Refuse = (field, value, because, fix) => tell({ file: table.name, line, field, value, because, fix });
    const odd = oddIn(table, cells);
    if (odd !== null) refuse("row", cells.at(-1) ?? "", odd.because, odd.fix);
    const values = odd === null ? readCells(readers, cells, refuse) : null;
    if (values !== null) yield { file: table.name, line, values };
  }
}

/** A spreadsheet leaves the empty cells at a row's end out; in CSV, they belong to the row. */
function oddIn({ format, header }: Table, cells: string[]): { because: string; fix: string } | null {
  if (cells.length > header.length)
    return {
      because: "It has more cells than the heading.",
      fix: "Put cells that hold the separator in quotes.",
    };
  if (cells.length < header.length && format === "csv")
    return { because: "It has fewer cells than the heading.", fix: "Write a separator for each cell, empty ones too." };
  return null;
}

const rememberedMost = 1000;

/** Most columns say a few things again and again: each is read once, and kept once. */
function remembering(read: Reader["read"]): Reader["read"] {
  const known = new Map<string, Read<unknown>>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const result = read(cell);
    if (known.size < rememberedMost) known.set(cell, result);
    return result;
  };
}

type Reader = { key: string; label: string; required: boolean; at: number; read: (cell: string) => Read<unknown> };
type Refuse = (field: string, value: string, because: string, fix: string) => void;

function readCells(readers: Reader[], cells: string[], refuse: Refuse): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const { key, label, required, at, read } of readers) {
    const cell = cells[at] ?? "";
    // A field without a column is left out: it says nothing, and what is here stays.
    if (at < 0 && !required) continue;
    values[key] = null;
    if (cell === "" && !required) continue;
    const result = cell === "" ? missing(label, at) : read(cell);
    if ("because" in result) {
      refuse(key, cell, result.because, result.fix);
      return null;
    }
    values[key] = result.value;
  }
  return values;
}

function missing(label: string, at: number): { because: string; fix: string } {
  return at < 0
    ? {
        because: `No column holds this: ${label}.`,
        fix: "Choose its column on the import page, or name it in the heading.",
      }
    : { because: `${label} is missing.`, fix: "Fill it in." };
}
