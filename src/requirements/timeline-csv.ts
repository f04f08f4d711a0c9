// The dates of classes as a table: the columns of its file, how a row is read, and what a file's rows change. Rows that a file
// does not name stay as they are; a row without its day is refused, so that no half-filled sheet takes a date out.
import * as read from "../intake/cells.ts";
import type { RefusedRow } from "../intake/judged.ts";
import type { Day } from "../core/shapes.ts";
import { type Fault, headingOf, keyIn, readingOf, within } from "./csv-cells.ts";
import { keyFor } from "./requirement.ts";
import type { KeptDay } from "./timeline.ts";

/** Under the names that the API uses. */
export const timelineColumns = ["classYear", "event", "title", "on", "beginsPhase", "source"] as const;
export type TimelineColumn = (typeof timelineColumns)[number];

const also: Partial<Record<TimelineColumn, string[]>> = {
  classYear: ["class", "cohort", "graduation year"],
  event: ["key"],
  title: ["what", "name", "what happens"],
  on: ["day", "date", "on day"],
  beginsPhase: ["phase begins", "begins a phase"],
  source: ["where the day is from", "link"],
};

export function timelineColumnOf(heading: string): TimelineColumn | undefined {
  return headingOf(heading, timelineColumns, also);
}

export const neededColumns: readonly TimelineColumn[] = ["classYear", "title", "on"];

export function areTimelineHeadings(cells: string[]): boolean {
  const found = new Set(cells.map(timelineColumnOf));
  return neededColumns.filter((column) => found.has(column)).length > 1;
}

export function timelineRowOf({ classYear, event, title, on, beginsPhase, source }: KeptDay): string[] {
  return [String(classYear), event, title, on ?? "", beginsPhase ? "true" : "false", source];
}

/** What a row says; what it has no column for is left as it is. */
export interface GivenDay {
  line: number;
  classYear: number;
  /** Empty: known by its title, or new. */
  event: string;
  title: string;
  on: Day;
  beginsPhase?: boolean;
  source?: string;
}

/** One row, by its columns; each cell that cannot be used is a fault of its own. */
export function readDay(line: number, cells: ReadonlyMap<TimelineColumn, string>): GivenDay | Fault<TimelineColumn>[] {
  const { cellOf, take, fault, faults } = readingOf(cells);
  const classYear = take("classYear", read.whole(1950, 2200), 0);
  if (cellOf("classYear") === "") fault("classYear", "It is empty.", "Write the year of the class, such as 2030.");
  const event = take("event", keyIn, "");
  const title = take("title", within(200), "");
  if (cellOf("title") === "") fault("title", "It is empty.", "Write what happens on this day.");
  const on = take("on", read.day("iso"), "");
  if (cellOf("on") === "") fault("on", "It is empty.", "Write the day, or leave the row out.");
  const given: GivenDay = { line, classYear, event, title, on };
  if (cells.has("beginsPhase")) given.beginsPhase = take("beginsPhase", read.trueOrFalse, false);
  if (cells.has("source")) given.source = take("source", within(300), "");
  return faults.length > 0 ? faults : given;
}

export interface MergedDays {
  /** What is to be written: each with the version that it follows. */
  days: KeptDay[];
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
}

/** Among all that ever was written (`kept`), so that an event that was taken out comes back under its own key. */
export function mergedDays(file: string, kept: readonly KeptDay[], rows: readonly GivenDay[]): MergedDays {
  const merged: MergedDays = { days: [], added: 0, changed: 0, unchanged: 0, refused: [] };
  const seen = new Map<string, number>();
  for (const { row, event } of named(kept, rows)) {
    const { line, classYear } = row;
    const earlier = seen.get(`${classYear} ${event}`);
    if (earlier !== undefined) {
      const [field, value] = row.event === "" ? ["title", row.title] : ["event", event];
      const because = `Line ${earlier} is about the same date of this class.`;
      merged.refused.push({ file, line, field, value, because, fix: "Keep one of the two." });
      continue;
    }
    seen.set(`${classYear} ${event}`, line);
    const before = kept.find((day) => day.classYear === classYear && day.event === event);
    const next = dayWith(before, { ...row, event });
    if (before === undefined || before.on === null) merged.added++;
    else if (JSON.stringify(timelineRowOf(before)) === JSON.stringify(timelineRowOf(next))) {
      merged.unchanged++;
      continue;
    } else merged.changed++;
    merged.days.push(next);
  }
  return merged;
}

/** Each row with its key: its own, the one of its title in that class, or a new one. */
function* named(kept: readonly KeptDay[], rows: readonly GivenDay[]): Iterable<{ row: GivenDay; event: string }> {
  const byTitle = new Map(kept.map(({ classYear, title, event }) => [`${classYear} ${title}`, event]));
  const taken = new Set([...kept.map(({ event }) => event), ...rows.map(({ event }) => event)]);
  // One title of several classes is one event: requirements of every class count from it.
  const fresh = new Map(kept.map(({ title, event }) => [title, event]));
  for (const { title, event } of rows) if (event !== "") fresh.set(title, event);
  const occupied = new Set([...kept, ...rows].map(({ classYear, event }) => `${classYear} ${event}`));
  for (const row of rows) {
    const shared = fresh.get(row.title);
    const free = shared !== undefined && !occupied.has(`${row.classYear} ${shared}`) ? shared : undefined;
    let event = row.event === "" ? (byTitle.get(`${row.classYear} ${row.title}`) ?? free) : row.event;
    if (event === undefined) {
      event = keyFor(row.title, taken);
      taken.add(event);
      fresh.set(row.title, event);
    }
    yield { row, event };
  }
}

function dayWith(before: KeptDay | undefined, { line: _line, ...row }: GivenDay): KeptDay {
  return { beginsPhase: false, source: "", version: 0, ...before, ...row };
}
