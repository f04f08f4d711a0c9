// Which row of a file names its columns: many systems write a title, a date and a filter above them.
import type { Row, Rows } from "./csv-rows.ts";

/** Whether these cells are headings that we know. */
export type IsHeading = (cells: string[]) => boolean;

export interface Heading {
  cells: string[];
  /** How many rows stand above it. */
  at: number;
}

/** Titles stand at the top; further down, what looks like headings is another table. */
const lookedAt = 20;

/**
 * The first row with headings that we know, below `above` rows that say something else. Titles fill fewer cells than
 * the headings under them: where a row above fills as many, that one may be headings that we do not know. Null when no
 * row is plainly it.
 */
export function plainHeading(rows: Rows, above: number, isHeading: IsHeading): Heading | null {
  const first: Row[] = [...rows[Symbol.iterator]().drop(above).take(lookedAt)];
  const at = first.findIndex(({ cells }) => isHeading(cells));
  const cells = first[at]?.cells;
  if (cells === undefined) return null;
  const areTitles = first.slice(0, at).every((row) => filledIn(row.cells) < filledIn(cells));
  return areTitles ? { cells, at: above + at } : null;
}

/** Whether the first row fills fewer cells than one of those below it: then it is a title rather than the headings. */
export function beginsWithTitle(rows: Rows, above: number): boolean {
  const [head, ...below] = [...rows[Symbol.iterator]().drop(above).take(lookedAt)];
  return head !== undefined && below.some(({ cells }) => filledIn(cells) > filledIn(head.cells));
}

function filledIn(cells: string[]): number {
  return cells.filter((cell) => cell !== "").length;
}
