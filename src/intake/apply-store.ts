// Writes sound rows into the school, as the person who imports, in their transaction.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import { type Tell, tellNobody } from "../core/progress.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { writeDuties, writePreferences, writeRelationships, writeTrainings } from "./duty-rows-store.ts";
import { writeEducators, writeLearners, writePeople } from "./people-rows-store.ts";
import type { SoundDuty, SoundEducator, SoundLearner, SoundRows } from "./sound.ts";
import { addressesOf, personIds } from "./store.ts";
import { Touched } from "./touched.ts";
import type { Writer } from "./write-store.ts";

/** Rows of one statement; enough to be fast, few enough to stay small in memory. */
const chunkRows = 5000;

export type Applied = Pick<Writer, "importId" | "added" | "changed" | "touched"> & { written: number };

const Import = z.object({ importId: Id, today: Day });

/**
 * `tell` hears how many rows of how many are written, once before the first. Not when all are: then its caller, who
 * has the last word, tells that the work is being kept.
 */
export async function applyRows(
  tx: Tx,
  me: Me,
  rows: SoundRows,
  files: string[],
  tell: Tell = tellNobody,
): Promise<Applied> {
  const { importId, today } = await tx.one(
    Import,
    sql`
    insert into imports (school_id, made_by, files) values (${me.schoolId}, ${me.personId}, ${files}::jsonb)
    returning import_id, app.today(school_id) as today`,
  );
  // Plans that this connection keeps may be from when the school was empty, and read it whole for every row.
  await tx.run(sql`discard plans`);
  // From here on one event per table stands for all its rows.
  await tx.run(sql`select set_config('app.batch', ${importId}, true)`);
  const ids = await personIds(tx, me);
  const counts = { newcomers: new Set<string>(), added: {}, changed: {}, touched: new Touched() };
  const writer: Writer = { tx, schoolId: me.schoolId, importId, today, ids, ...counts };
  const hasPeople = rows.educators.length + rows.learners.length > 0;
  const steps = stepsOf(writer, rows, hasPeople ? await addressesOf(tx, me) : new Map());
  const of = steps.reduce((sum, { list }) => sum + list.length, 0);
  let done = 0;
  await tell(0, of);
  for (const { list, write } of steps)
    for (let at = 0; at < list.length; at += chunkRows) {
      await write(at, at + chunkRows);
      done += Math.min(chunkRows, list.length - at);
      if (done < of) await tell(done, of);
    }
  const { added, changed, touched } = writer;
  await tx.run(sql`
    update imports set counts = ${{ added, changed }}::jsonb where school_id = ${me.schoolId} and import_id = ${importId}`);
  return { importId, added, changed, touched, written: of };
}

interface Step {
  list: unknown[];
  write(from: number, to: number): Promise<void>;
}

/** In the order in which rows need each other: people before what they do, duties before the pairs they close. */
function stepsOf(writer: Writer, rows: SoundRows, addresses: Map<string, string>): Step[] {
  const step = <T>(list: T[], write: (writer: Writer, chunk: T[]) => Promise<void>): Step => ({
    list,
    write: (from, to) => write(writer, list.slice(from, to)),
  });
  const peopleStep = <T extends SoundLearner | SoundEducator>(
    list: T[],
    write: (writer: Writer, chunk: T[]) => Promise<void>,
  ) =>
    step(list, async (to, chunk) => {
      await writePeople(to, chunk, addresses);
      await write(to, chunk);
    });
  const byLearner = (a: SoundDuty, b: SoundDuty) => compare(a.learnerId ?? "", b.learnerId ?? "");
  return [
    peopleStep(rows.educators, writeEducators),
    peopleStep(rows.learners, writeLearners),
    step(rows.duties.toSorted(byLearner), writeDuties),
    step(rows.trainings, writeTrainings),
    step(rows.preferences, writePreferences),
    step(rows.relationships, writeRelationships),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
