// Takes an import's files, in the transaction of who imports: reads, judges, writes, and tells what came of it.
// Whether anything stays is the caller's to say.
import type { Tell } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import type { Me } from "../people/me.ts";
import { beginImport, endImport, writeRows } from "./apply-store.ts";
import { judge } from "./judge.ts";
import type { Answers, Judged } from "./judged.ts";
import type { HandOn } from "./judging.ts";
import { type Given, type GivenFile, readFiles } from "./given-store.ts";
import type { ReadFile } from "./reading.ts";
import { collisionsOf, knownIds, rememberReading } from "./store.ts";
import { countOf, type Touched } from "./touched.ts";
import type { Writer } from "./write-store.ts";

export async function takeFiles(tx: Tx, me: Me, files: GivenFile[], answers: Answers, tell: Tell) {
  const { read, ...given } = await readFiles(tx, me, files);
  const known = await knownIds(tx, me);
  if (given.understood.some(({ reading, unclearDates }) => reading === null || unclearDates)) {
    const report = reportOf(given, await judge(read, known, answers));
    return { importId: null, ...report, added: {}, changed: {}, collisions: [], collisionCount: 0 };
  }
  const names = files.map(({ name }) => name);
  const writer = await beginImport(tx, me, names);
  const judged = await judge(read, known, answers, await writing(writer, read, tell));
  await endImport(writer);
  for (const { header, reading } of given.understood)
    if (reading) await rememberReading(tx, me, { ...reading, header });
  const { importId, added, changed, touched } = writer;
  const collisions = await collisionsOf(tx, me, importId);
  // As late as can be: whoever hangs up before this has stopped it.
  const of = rowsIn(read);
  await tell(of, of);
  return { importId, ...reportOf(given, judged, touched), added, changed, ...collisions };
}

function reportOf(
  { understood, notes: before }: Omit<Given, "read">,
  { files, refused, questions, notes }: Judged,
  touched?: Touched,
) {
  const counts = files.map((file) => countOf(file, touched));
  return { understood, files: counts, refused, questions, notes: [...before, ...notes] };
}

/** Writes what judging hands on, and tells of how many rows that comes; of all only once everything else is done. */
async function writing(writer: Writer, read: ReadFile[], tell: Tell): Promise<HandOn> {
  const of = rowsIn(read);
  let done = 0;
  await tell(done, of);
  return async (sound, seen) => {
    await writeRows(writer, sound, async (share) => {
      const now = done + Math.floor((seen - done) * share);
      if (now < of) await tell(now, of);
    });
    done = seen;
  };
}

function rowsIn(read: ReadFile[]): number {
  return read.reduce((sum, file) => sum + file.rowsIn, 0);
}
