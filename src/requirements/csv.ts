// A set of requirements as a table: the columns of its file, how their cells are read, and how a set is written out.
import * as read from "../intake/cells.ts";
import { type Fault, headingOf, keyIn, type Reading, readingOf, within } from "./csv-cells.ts";
import { kinds, parts, type Requirement } from "./requirement.ts";

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

export function columnOf(heading: string): CsvColumn | undefined {
  return headingOf(heading, csvColumns, also);
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
  ];
}

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

/** One row, by its columns; each cell that cannot be used is a fault of its own. */
export function readRow(line: number, cells: ReadonlyMap<CsvColumn, string>): Given | Fault<CsvColumn>[] {
  const reading = readingOf(cells);
  const { cellOf, take, fault, faults } = reading;
  const key = take("key", keyIn, "");
  const title = take("title", within(200), "");
  if (cellOf("title") === "") fault("title", "It is empty.", "Write what is to be done.");
  const due = dueIn(reading);
  const fields: Given["fields"] = {};
  if (cells.has("kind")) fields.kind = take("kind", oneOf(kinds), "requirement");
  if (cells.has("signedBy")) fields.signedBy = take("signedBy", oneOf(parts), "advisor");
  if (cells.has("phase")) fields.phase = take("phase", within(60), "");
  if (cells.has("how")) fields.how = take("how", within(500), "");
  if (cells.has("classYear")) fields.classYear = take<number | null>("classYear", read.whole(1950, 2200), null);
  const dependsOn = cells.has("dependsOn") ? take("dependsOn", keysIn, []) : undefined;
  return faults.length > 0 ? faults : { line, key, title, fields, due, dependsOn };
}

function dueIn({ cells, cellOf, take, fault }: Reading<CsvColumn>): Requirement["due"] | undefined {
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
