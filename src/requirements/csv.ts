// A set of requirements as a table: the columns of its file, how their cells are read, and how a set is written out.
import * as read from "../intake/cells.ts";
import { plain } from "../intake/field.ts";
import { Key, kinds, parts, type Requirement } from "./requirement.ts";

/** Under the names that the API and an export use. */
export const csvColumns = [
  "key",
  "title",
  "kind",
  "phase",
  "classYear",
  "dueOn",
  "dueEvent",
  "dueDays",
  "dependsOn",
  "signedBy",
  "how",
] as const;
export type CsvColumn = (typeof csvColumns)[number];

const also: Partial<Record<CsvColumn, string[]>> = {
  title: ["requirement", "task", "what is to be done"],
  kind: ["type"],
  classYear: ["class", "cohort", "graduation year"],
  dueOn: ["due", "due date", "deadline"],
  dueEvent: ["event"],
  dueDays: ["days", "offset"],
  dependsOn: ["after", "waits for", "dependencies", "prerequisites"],
  signedBy: ["sign-off", "signs off", "signed off by"],
  how: ["description", "note", "notes", "instructions"],
};

/** Of a heading, without case, spaces and punctuation. */
export function columnOf(heading: string): CsvColumn | undefined {
  const word = plain(heading);
  return csvColumns.find((column) => [column, ...(also[column] ?? [])].some((name) => plain(name) === word));
}

/** Headings of a file of requirements name at least what is to be done, and one thing more. */
export function areHeadings(cells: string[]): boolean {
  const found = new Set(cells.map(columnOf));
  return found.has("title") && found.size > 2;
}

export function csvRowOf({ key, title, kind, phase, classYear, due, dependsOn, signedBy, how }: Requirement): string[] {
  const byEvent = due !== null && "event" in due ? due : null;
  return [
    key,
    title,
    kind,
    phase,
    classYear === null ? "" : String(classYear),
    due !== null && "on" in due ? due.on : "",
    byEvent?.event ?? "",
    byEvent === null ? "" : String(byEvent.days),
    dependsOn.join("; "),
    signedBy,
    how,
  ].map((cell) => (marked.test(cell) ? `'${cell}` : cell));
}

/** With quotation marks before what a spreadsheet would take for a formula: one of them is an export's. */
const marked = /^'+[=+\-@\t\r]/;

/** What a row says; what it has no column for is left as it is. */
export interface Given {
  line: number;
  key: string;
  title: string;
  fields: Partial<Omit<Requirement, "key" | "title" | "due" | "dependsOn">>;
  /** Undefined: the file has no column for dates. */
  due: Requirement["due"] | undefined;
  /** Keys or titles; undefined: no column. */
  dependsOn: string[] | undefined;
}

export interface Fault {
  field: CsvColumn;
  value: string;
  because: string;
  fix: string;
}

/** One row, by its columns; each cell that cannot be used is a fault of its own. */
export function readRow(line: number, cells: ReadonlyMap<CsvColumn, string>): Given | Fault[] {
  const faults: Fault[] = [];
  const cellOf = (column: CsvColumn) => unquoted(cells.get(column) ?? "");
  const take = <T>(field: CsvColumn, how: (cell: string) => read.Read<T>, empty: T): T => {
    const value = cellOf(field);
    if (value === "") return empty;
    const result = how(value);
    if ("value" in result) return result.value;
    faults.push({ field, value, because: result.because, fix: result.fix });
    return empty;
  };
  const fault = (field: CsvColumn, because: string, fix: string) =>
    faults.push({ field, value: cellOf(field), because, fix });
  const key = take("key", keyIn, "");
  const title = take("title", within(200), "");
  if (cellOf("title") === "") fault("title", "It is empty.", "Write what is to be done.");
  const due = dueIn({ cells, cellOf, take, fault });
  const fields: Given["fields"] = {};
  if (cells.has("kind")) fields.kind = take("kind", oneOf(kinds), "requirement");
  if (cells.has("signedBy")) fields.signedBy = take("signedBy", oneOf(parts), "advisor");
  if (cells.has("phase")) fields.phase = take("phase", within(60), "");
  if (cells.has("how")) fields.how = take("how", within(500), "");
  if (cells.has("classYear")) fields.classYear = take<number | null>("classYear", read.whole(1950, 2200), null);
  const dependsOn = cells.has("dependsOn") ? take("dependsOn", keysIn, []) : undefined;
  return faults.length > 0 ? faults : { line, key, title, fields, due, dependsOn };
}

interface Reading {
  cells: ReadonlyMap<CsvColumn, string>;
  cellOf: (column: CsvColumn) => string;
  take: <T>(field: CsvColumn, how: (cell: string) => read.Read<T>, empty: T) => T;
  fault: (field: CsvColumn, because: string, fix: string) => void;
}

function dueIn({ cells, cellOf, take, fault }: Reading): Requirement["due"] | undefined {
  if (!cells.has("dueOn") && !cells.has("dueEvent")) return undefined;
  const on = take("dueOn", read.day("iso"), "");
  const event = take("dueEvent", keyIn, "");
  const days = take("dueDays", read.whole(-1500, 1500), 0);
  if (cellOf("dueOn") !== "" && cellOf("dueEvent") !== "")
    fault("dueEvent", "The row has a day and an event.", "Keep one of the two.");
  if (cellOf("dueDays") !== "" && cellOf("dueEvent") === "")
    fault("dueDays", "It counts from an event, and none is named.", "Name the event, or leave the days empty.");
  if (event !== "") return { event, days };
  return on === "" ? null : { on };
}

function keyIn(cell: string): read.Read<string> {
  if (Key.safeParse(cell).success) return { value: cell };
  return { because: "It is no key.", fix: "Write 1 to 60 small letters, digits and hyphens, or leave it empty." };
}

function within(most: number): (cell: string) => read.Read<string> {
  return (cell) => {
    const short = read.text(cell.slice(0, 200));
    if ("because" in short) return short;
    const rest = read.text(cell.slice(200, 400));
    if ("because" in rest && !/formula/.test(rest.because)) return rest;
    if (cell.length > most) return { because: `It is longer than ${most} characters.`, fix: "Shorten it." };
    return { value: cell };
  };
}

function oneOf<T extends string>(words: readonly T[]): (cell: string) => read.Read<T> {
  return (cell) => {
    const value = words.find((word) => word === cell.toLowerCase());
    return value === undefined
      ? { because: "It is none of the words known here.", fix: `Write ${words.join(", ")}.` }
      : { value };
  };
}

/** Parted by semicolons; a list of an export in JSON is read, too. */
function keysIn(cell: string): read.Read<string[]> {
  return read.list(/^\[.*\]$/.test(cell) ? cell.slice(1, -1).replaceAll('"', "").replaceAll(",", ";") : cell);
}

function unquoted(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell;
}
