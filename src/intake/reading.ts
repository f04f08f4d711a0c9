// How one file is read: as which kind, by which columns, with days in which order; guessed, and then a human's to change.
import { z } from "zod";
import { DateOrderGuess, dateOrders, day, type Read } from "./cells.ts";
import { guessKind, guessMapping, kindNamed, kinds } from "./kinds.ts";
import { spelled } from "./field.ts";
import type { RefusedRow } from "./judged.ts";
import { encodings } from "./layout.ts";
import type { Table } from "./table.ts";

export const Reading = z.object({
  kind: z.enum(kinds.map(({ kind }) => kind) as [string, ...string[]]),
  /** Field key to column number, from 0; null for a field without a column. */
  mapping: z.record(z.string(), z.number().int().nonnegative().nullable()),
  dateOrder: z.enum(dateOrders),
});
export type Reading = z.infer<typeof Reading>;

/** What a human says of it. Without the order of days, that is found out. */
export const GivenReading = Reading.partial({ dateOrder: true });
export type GivenReading = z.infer<typeof GivenReading>;

/** How files with these headings were read the last time; the columns may stand in another order now. */
export const Remembered = Reading.extend({
  header: z.array(z.string()),
  /** Only where it was chosen: what was found out is found out again. */
  encoding: z.enum(encodings).optional(),
});
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

/** As was said, or else as it is guessed. Null when no kind fits; `unclear` when days could be read in two ways. */
export function readingOf(
  table: Table,
  given: GivenReading | undefined,
  remembered: Remembered | undefined,
): { reading: Reading; unclear: boolean } | null {
  const how = given ?? guessed(table, remembered);
  if (how === null) return null;
  const { kind, mapping } = how;
  if (how.dateOrder !== undefined) return { reading: { kind, mapping, dateOrder: how.dateOrder }, unclear: false };
  const days = kindNamed(kind)?.fields.filter(({ isDay }) => isDay) ?? [];
  const order = dateOrderIn(
    table,
    days.flatMap(({ key }) => mapping[key] ?? []),
  );
  if (order !== "unclear") return { reading: { kind, mapping, dateOrder: order }, unclear: false };
  // A remembered order helps only where it was a choice, and for the columns for which it was: days as YYYY-MM-DD never
  // needed one.
  const chosen = given !== undefined || remembered?.dateOrder === "iso" ? undefined : remembered?.dateOrder;
  return { reading: { kind, mapping, dateOrder: chosen ?? "iso" }, unclear: chosen === undefined };
}

function guessed({ name, header }: Table, known: Remembered | undefined): GivenReading | null {
  const kind = known === undefined ? guessKind(name, header) : kindNamed(known.kind);
  if (kind === null || kind === undefined) return null;
  return { kind: kind.kind, mapping: known === undefined ? guessMapping(kind, header) : moved(known, header) };
}

/** One for all columns of days, as whoever exports a file writes them. */
function dateOrderIn({ rows }: Table, columns: number[]) {
  const guess = new DateOrderGuess();
  if (columns.length > 0) for (const { cells } of rows) for (const column of columns) guess.see(cells[column] ?? "");
  return guess.order;
}

/** The columns that were chosen, where they stand now: by their headings as they are written, else as they are spelled. */
function moved({ mapping, header: before }: Remembered, header: string[]): Reading["mapping"] {
  const now = header.map(spelled);
  const placeOf = (column: number) => {
    const heading = before[column] ?? "";
    if (header[column] === heading) return column;
    const exact = header.indexOf(heading);
    return exact >= 0 ? exact : now.indexOf(spelled(heading));
  };
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
