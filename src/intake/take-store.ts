// Takes an import's files, in the transaction of who imports: reads, judges, writes, and tells what came of it.
// Whether anything stays is the caller's to say.
import { Refusal } from "../core/refusal.ts";
import type { Tell } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { applyRows } from "./apply-store.ts";
import { judge } from "./judge.ts";
import type { Answers } from "./judged.ts";
import { guessReading, type Reading, readRows, type Remembered } from "./reading.ts";
import { collisionsOf, knownIds, rememberedReadings, rememberReading } from "./store.ts";
import { readTable, type Table } from "./table.ts";
import { countOf } from "./touched.ts";

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
  reading?: Reading | undefined;
}

interface Understood extends Omit<Table, "rows"> {
  reading: Reading | null;
  unclearDates: boolean;
}

export async function takeFiles(tx: Tx, me: Me, files: GivenFile[], answers: Answers, tell: Tell) {
  refuseTwice(files);
  // The files' text is let go of in there, before the first row is written.
  const { understood, judged } = await readFiles(tx, me, files, answers);
  const { sound, refused, questions, notes } = judged;
  const report = { understood, files: judged.files.map((file) => countOf(file)), refused, questions, notes };
  if (understood.some(({ reading, unclearDates }) => reading === null || unclearDates))
    return { importId: null, ...report, added: {}, changed: {}, collisions: [], collisionCount: 0 };
  const names = files.map(({ name }) => name);
  const { importId, added, changed, touched, written } = await applyRows(tx, me, sound, names, tell);
  for (const { header, reading } of understood) if (reading) await rememberReading(tx, me, { ...reading, header });
  const collisions = await collisionsOf(tx, me, importId);
  // As late as can be: whoever hangs up before this has stopped it.
  await tell(written, written);
  const counts = judged.files.map((file) => countOf(file, touched));
  return { importId, ...report, files: counts, added, changed, ...collisions };
}

async function readFiles(tx: Tx, me: Me, files: GivenFile[], answers: Answers) {
  const remembered = await rememberedReadings(tx, me);
  const tables = await Promise.all(files.map(({ name, bytes }) => readTable(name, bytes)));
  const understood = tables.map((table, at) => understand(table, files[at]?.reading, remembered));
  const read = tables.flatMap((table, at) => {
    const reading = understood[at]?.reading;
    return reading ? [readRows(table, reading)] : [];
  });
  return { understood, judged: judge(read, await knownIds(tx, me), answers) };
}

function understand(table: Table, given: Reading | undefined, remembered: Map<string, Remembered>): Understood {
  const { rows: _, ...shown } = table;
  const guess = guessReading(table, (fingerprint) => remembered.get(fingerprint));
  return {
    ...shown,
    reading: given ?? guess?.reading ?? null,
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
