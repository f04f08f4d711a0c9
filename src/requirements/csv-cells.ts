// How the cells of a file about plans are read, each that cannot be used a fault of its own; and how they are written.
import * as read from "../intake/cells.ts";
import { plain } from "../intake/field.ts";
import { Key } from "./requirement.ts";

export interface Fault<Column extends string> {
  field: Column;
  value: string;
  because: string;
  fix: string;
}

export interface Reading<Column extends string> {
  cells: ReadonlyMap<Column, string>;
  cellOf: (column: Column) => string;
  take: <T>(field: Column, how: (cell: string) => read.Read<T>, empty: T) => T;
  fault: (field: Column, because: string, fix: string) => void;
  faults: Fault<Column>[];
}

/** Of one row. */
export function readingOf<Column extends string>(cells: ReadonlyMap<Column, string>): Reading<Column> {
  const faults: Fault<Column>[] = [];
  const cellOf = (column: Column) => cells.get(column) ?? "";
  const take = <T>(field: Column, how: (cell: string) => read.Read<T>, empty: T): T => {
    const value = cellOf(field);
    if (value === "") return empty;
    const result = how(value);
    if ("value" in result) return result.value;
    faults.push({ field, value, because: result.because, fix: result.fix });
    return empty;
  };
  const fault = (field: Column, because: string, fix: string) =>
    void faults.push({ field, value: cellOf(field), because, fix });
  return { cells, cellOf, take, fault, faults };
}

/** The column of a heading by its name or another one that people use, without case, spaces and punctuation. */
export function headingOf<Column extends string>(
  heading: string,
  columns: readonly Column[],
  also: Partial<Record<Column, string[]>>,
): Column | undefined {
  const word = plain(heading);
  return columns.find((column) => [column, ...(also[column] ?? [])].some((name) => plain(name) === word));
}

export function keyIn(cell: string): read.Read<string> {
  if (Key.safeParse(cell).success) return { value: cell };
  return { because: "It is no key.", fix: "Write 1 to 60 small letters, digits and hyphens, or leave it empty." };
}

export function within(most: number): (cell: string) => read.Read<string> {
  return (cell) => {
    const short = read.text(cell.slice(0, 200));
    if ("because" in short) return short;
    const rest = read.text(cell.slice(200, 400));
    if ("because" in rest && !/formula/.test(rest.because)) return rest;
    if (cell.length > most) return { because: `It is longer than ${most} characters.`, fix: "Shorten it." };
    return { value: cell };
  };
}
