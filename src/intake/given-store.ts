// What an import was given: each file as a table, and as what it is read.
import type { Pieces } from "../core/files.ts";
import { agreeing, plural } from "../core/plural.ts";
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { fingerprintOf, guessKind } from "./kinds.ts";
import type { Note } from "./judged.ts";
import type { Layout } from "./layout.ts";
import { type GivenReading, type ReadFile, type Reading, readingOf, readRows, type Remembered } from "./reading.ts";
import { rememberedReadings } from "./store.ts";
import { type Known, readTable, type Table } from "./table.ts";

export interface GivenFile {
  name: string;
  bytes: Pieces;
  layout?: Layout | undefined;
  reading?: GivenReading | undefined;
}

interface Understood extends Omit<Table, "rows" | "sheetsBehind"> {
  reading: Reading | null;
  unclearDates: boolean;
}

export interface Given {
  understood: Understood[];
  read: ReadFile[];
  /** What is to be remembered once the import is made. */
  memories: Remembered[];
  notes: Note[];
}

/** Refuses a name that two of them have. Their rows are read from the bytes again by each that goes through them. */
export async function readFiles(tx: Tx, me: Me, files: GivenFile[]): Promise<Given> {
  refuseTwice(files);
  const remembered = await rememberedReadings(tx, me);
  const tables = await tablesOf(files, remembered);
  const before = (header: string[]) => remembered.get(fingerprintOf(header));
  const understood = tables.map((table, at) => understand(table, files[at]?.reading, before(table.header)));
  const read = tables.flatMap((table, at) => {
    const { reading, unclearDates } = understood[at] ?? {};
    // Until the order is chosen nothing is taken, and meanwhile every other fault of a row can be told.
    return reading ? [readRows(table, unclearDates ? { ...reading, dateOrder: "dmy" } : reading)] : [];
  });
  const memories = understood.flatMap(({ header, reading }, at) => {
    const encoding = files[at]?.layout?.encoding ?? before(header)?.encoding;
    // UTF-8 tells itself, and would spoil the next file of those who write another.
    return reading ? [{ ...reading, header, encoding: encoding === "utf-8" ? undefined : encoding }] : [];
  });
  return { understood, read, memories, notes: [...tables.flatMap(aboveNote), ...tables.flatMap(sheetsNote)] };
}

/** As the headings that are remembered tell. */
export function tablesOf(files: GivenFile[], remembered: Map<string, Remembered>): Promise<Table[]> {
  const known = knownOf(remembered);
  return Promise.all(files.map((file) => readTable(file.name, file.bytes, known(file))));
}

function knownOf(remembered: Map<string, Remembered>): (file: GivenFile) => Known {
  const encodingFor = (cells: string[]) => remembered.get(fingerprintOf(cells))?.encoding;
  const encodings = new Set([...remembered.values()].flatMap(({ encoding }) => encoding ?? []));
  return ({ name, layout = {} }) => ({
    layout,
    isHeading: (cells) => remembered.has(fingerprintOf(cells)) || guessKind(name, cells) !== null,
    encodingFor,
    encodings,
  });
}

function aboveNote({ name, linesAbove }: Table): Note[] {
  if (linesAbove === 0) return [];
  const were = agreeing(linesAbove, "was left out, and counts as no row", "were left out, and count as no rows");
  const words = `${plural(linesAbove, "line")} above the headings ${were}.`;
  return [{ file: name, words }];
}

function sheetsNote({ name, sheetsBehind }: Table): Note[] {
  if (sheetsBehind.length === 0) return [];
  const words = `Only its first sheet is read. Save each of the others as a file of its own: ${sheetsBehind.join(", ")}.`;
  return [{ file: name, words }];
}

function understand(table: Table, given: GivenReading | undefined, remembered: Remembered | undefined): Understood {
  const { rows: _, sheetsBehind: __, ...shown } = table;
  const { reading, unclear } = readingOf(table, given, remembered) ?? { reading: null, unclear: false };
  // What is not needed of a file does not come back either.
  const used = new Set(Object.values(reading?.mapping ?? {}));
  return {
    ...shown,
    sample: shown.sample.map((cells) => cells.map((cell, at) => (used.has(at) ? cell : ""))),
    reading,
    unclearDates: unclear,
  };
}

function refuseTwice(files: GivenFile[]): void {
  const twice = files.find(({ name }, at) => files.findIndex((other) => other.name === name) !== at);
  if (twice === undefined) return;
  throw new Refusal("invalid", "file.twice", `${twice.name} is here twice. Leave one of the two out.`, [
    { field: "files", because: `Send ${twice.name} once.` },
  ]);
}
