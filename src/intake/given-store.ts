// What an import was given: each file as a table, and as what it is read.
import { Refusal } from "../core/refusal.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { fingerprintOf, guessKind } from "./kinds.ts";
import type { Note } from "./judged.ts";
import { guessReading, type ReadFile, type Reading, readRows, type Remembered } from "./reading.ts";
import { rememberedReadings } from "./store.ts";
import { readTable, type Table } from "./table.ts";

export interface GivenFile {
  name: string;
  base64: string;
  reading?: Reading | undefined;
}

interface Understood extends Omit<Table, "rows" | "sheetsBehind"> {
  reading: Reading | null;
  unclearDates: boolean;
}

export interface Given {
  understood: Understood[];
  read: ReadFile[];
  notes: Note[];
}

/** Refuses a name that two of them have. The files' bytes are let go of in there; their text with what is read from it. */
export async function readFiles(tx: Tx, me: Me, files: GivenFile[]): Promise<Given> {
  refuseTwice(files);
  const remembered = await rememberedReadings(tx, me);
  const isHeading = (name: string) => (cells: string[]) =>
    remembered.has(fingerprintOf(cells)) || guessKind(name, cells) !== null;
  const tables = await Promise.all(
    files.map(({ name, base64 }) => readTable(name, Buffer.from(base64, "base64"), isHeading(name))),
  );
  const understood = tables.map((table, at) => understand(table, files[at]?.reading, remembered));
  const read = tables.flatMap((table, at) => {
    const reading = understood[at]?.reading;
    return reading ? [readRows(table, reading)] : [];
  });
  return { understood, read, notes: [...tables.flatMap(aboveNote), ...tables.flatMap(sheetsNote)] };
}

function aboveNote({ name, linesAbove }: Table): Note[] {
  if (linesAbove === 0) return [];
  const lines = linesAbove === 1 ? "One line above the headings was" : `${linesAbove} lines above the headings were`;
  return [{ file: name, words: `${lines} left out. They are not among its rows.` }];
}

function sheetsNote({ name, sheetsBehind }: Table): Note[] {
  if (sheetsBehind.length === 0) return [];
  const words = `Only its first sheet is read. Save each of the others as a file of its own: ${sheetsBehind.join(", ")}.`;
  return [{ file: name, words }];
}

function understand(table: Table, given: Reading | undefined, remembered: Map<string, Remembered>): Understood {
  const { rows: _, sheetsBehind: __, ...shown } = table;
  const guess = guessReading(table, (fingerprint) => remembered.get(fingerprint));
  const reading = given ?? guess?.reading ?? null;
  // What is not needed of a file does not come back either.
  const used = new Set(Object.values(reading?.mapping ?? {}));
  return {
    ...shown,
    sample: shown.sample.map((cells) => cells.map((cell, at) => (used.has(at) ? cell : ""))),
    reading,
    unclearDates: given === undefined && guess?.unclear === true,
  };
}

function refuseTwice(files: GivenFile[]): void {
  const twice = files.find(({ name }, at) => files.findIndex((other) => other.name === name) !== at);
  if (twice === undefined) return;
  throw new Refusal("invalid", "file.twice", `${twice.name} is here twice. Leave one of the two out.`, [
    { field: "files", because: `Send ${twice.name} once.` },
  ]);
}
