// From judging to writing: what judging hands on is written at once, and how far that has come is told.
import type { Tell } from "../core/progress.ts";
import { endImport, writeRows } from "./apply-store.ts";
import type { Judged } from "./judged.ts";
import type { HandOn } from "./judging.ts";
import type { ReadFile } from "./reading.ts";
import { rememberApart } from "./told-apart-store.ts";
import type { Writer } from "./write-store.ts";

/** Writes what judging hands on, and tells of how many rows that comes; of all only once everything else is done. */
export async function writing(writer: Writer, read: ReadFile[], tell: Tell): Promise<HandOn> {
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

/** What was answered belongs to the import, and counts among what it added. */
export async function endWriting(writer: Writer, { apart }: Judged): Promise<void> {
  await rememberApart(writer, apart);
  await endImport(writer);
}

export function rowsIn(read: ReadFile[]): number {
  return read.reduce((sum, file) => sum + file.rowsIn, 0);
}
