// Writes sound rows into the school, as the person who imports, in their transaction.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { writeDuties, writePreferences, writeRelationships, writeTrainings } from "./duty-rows-store.ts";
import { writeEducators, writeLearners, writePeople } from "./people-rows-store.ts";
import type { SoundDuty, SoundEducator, SoundLearner, SoundRows } from "./sound.ts";
import { Packed } from "./packed.ts";
import { Touched } from "./touched.ts";
import type { Writer } from "./write-store.ts";

/** Rows of one statement; enough to be fast, few enough to stay small in memory. */
const chunkRows = 1000;

const Import = z.object({ importId: Id, today: Day });

/** `known` is who was here before, by id of the school's own systems; whom this import brings is learned beside it. */
export async function beginImport(
  tx: Tx,
  me: Me,
  files: string[],
  known: ReadonlyMap<string, string>,
): Promise<Writer> {
  const { schoolId } = me;
  const { importId, today } = await tx.one(
    Import,
    sql`
    insert into imports (school_id, made_by, files) values (${schoolId}, ${me.personId}, ${files}::jsonb)
    returning import_id, app.today(school_id) as today`,
  );
  // Plans that this connection keeps may be from when the school was empty, and read it whole for every row.
  await tx.run(sql`discard plans`);
  // From here on one event per table stands for all its rows.
  await tx.run(sql`select set_config('app.batch', ${importId}, true)`);
  const ids = new Packed();
  for (const [id, personId] of known) ids.set(id, personId);
  return { tx, schoolId, importId, today, ids, added: {}, changed: {}, touched: new Touched() };
}

/** `tell` hears after every statement which share of the rows is written. */
export async function writeRows(
  writer: Writer,
  rows: SoundRows,
  tell: (share: number) => Promise<void>,
): Promise<void> {
  const steps = stepsOf(writer, rows);
  const of = steps.reduce((sum, { list }) => sum + list.length, 0);
  let done = 0;
  for (const { list, write } of steps)
    for (let at = 0; at < list.length; at += chunkRows) {
      await write(at, at + chunkRows);
      done += Math.min(chunkRows, list.length - at);
      await tell(done / of);
    }
}

export async function endImport({ tx, schoolId, importId, added, changed }: Writer): Promise<void> {
  await tx.run(sql`
    update imports set counts = ${{ added, changed }}::jsonb where school_id = ${schoolId} and import_id = ${importId}`);
}

interface Step {
  list: unknown[];
  write(from: number, to: number): Promise<void>;
}

/** In the order in which rows need each other: people before what they do, duties before the pairs they close. */
function stepsOf(writer: Writer, rows: SoundRows): Step[] {
  const peopleStep = <T extends SoundLearner | SoundEducator>(
    list: T[],
    write: (writer: Writer, chunk: T[], newcomers: Set<string>) => Promise<void>,
  ): Step => ({
    list,
    write: async (from, to) => {
      const chunk = list.slice(from, to);
      await write(writer, chunk, await writePeople(writer, chunk));
    },
  });
  const step = <T>(list: T[], write: (writer: Writer, chunk: T[]) => Promise<void>): Step => ({
    list,
    write: (from, to) => write(writer, list.slice(from, to)),
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
