// An import's duties, completions, wishes, and the pairs that exist today.
import { z } from "zod";
import { sql } from "../db/sql.ts";
import type { SoundDuty, SoundRows } from "./sound.ts";
import { add, addTelling, personOf, upsert, type Writer } from "./write-store.ts";

const There = z.object({ there: z.string() });

/**
 * What a roster says has been decided elsewhere, so a collision is recorded as an incident and not refused.
 * Wants the chunk in the order of its learners, so that what is there already is read once and not for every chunk.
 */
export async function writeDuties(writer: Writer, chunk: SoundDuty[]): Promise<void> {
  const { tx, schoolId, importId, today } = writer;
  const given = chunk.map((duty) => dutyRow(writer, duty));
  const learners = [...new Set(given.flatMap(({ learner_id }) => learner_id ?? []))];
  const there = await tx.rows(
    There,
    sql`
    select json_build_array(duty, educator_id, learner_id, class_year, about, during)::text as there from duties
    where school_id = ${schoolId} and voided_by is null and learner_id = any (${learners}::uuid[])
    union all
    select json_build_array(duty, educator_id, learner_id, class_year, about, during)::text from duties
    where school_id = ${schoolId} and voided_by is null and learner_id is null and ${learners.length < given.length}`,
  );
  const fresh = freshOf(writer, chunk, given, keysOf(there));
  if (fresh.length === 0) return;
  await add(
    writer,
    "duties",
    sql`
    insert into duties (school_id, duty, educator_id, learner_id, class_year, during, about, source, tolerates, import_id)
    select ${schoolId}, g.duty, g.educator_id, g.learner_id, g.class_year,
      daterange(coalesce(g.from_day, ${today}::date), g.to_day), g.about, g.source, true, ${importId}
    from json_to_recordset(${fresh}::json) as g
      (duty text, educator_id uuid, learner_id uuid, class_year int, from_day date, to_day date, about text, source text)`,
  );
}

type DutyRow = ReturnType<typeof dutyRow>;

function dutyRow(writer: Writer, { duty, educatorId, learnerId, classYear, about, from, to, source }: SoundDuty) {
  return {
    duty,
    educator_id: personOf(writer, educatorId),
    learner_id: learnerId === null ? null : personOf(writer, learnerId),
    class_year: classYear,
    about,
    from_day: from,
    to_day: to,
    source,
  };
}

function keysOf(there: z.infer<typeof There>[]): Set<string> {
  const keys = new Set<string>();
  for (const one of there) {
    const [duty, educator, learner, classYear, about, during] = JSON.parse(one.there) as (string | null)[];
    const days = during?.slice(1, -1) ?? "";
    keys.add(JSON.stringify([duty, educator, learner, classYear, about, days]));
    // An import that knows no first day is content with any.
    keys.add(JSON.stringify([duty, educator, learner, classYear, about, `,${days.split(",")[1]}`]));
  }
  return keys;
}

/** Each duty once that is not there yet, and not over; the rows of all that say it are touched. */
function freshOf({ today, touched }: Writer, chunk: SoundDuty[], given: DutyRow[], there: Set<string>): DutyRow[] {
  const added = new Set<string>();
  return given.filter(({ duty, educator_id, learner_id, class_year, about, from_day, to_day }, at) => {
    const days = `${from_day ?? ""},${to_day ?? ""}`;
    const key = JSON.stringify([duty, educator_id, learner_id, class_year, about, days]);
    const isOver = from_day === null && to_day !== null && to_day <= today;
    if (there.has(key) || isOver) return false;
    touched.touch(chunk[at]?.lines ?? []);
    return !added.has(key) && added.add(key);
  });
}

export async function writeTrainings(writer: Writer, chunk: SoundRows["trainings"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ educatorId, module, completedOn }) => ({
    educator_id: personOf(writer, educatorId),
    module,
    day: completedOn,
  }));
  const keys = await addTelling(
    writer,
    "trainings",
    ["educator_id", "module", "completed_on"],
    sql`
    insert into trainings (school_id, educator_id, module, completed_on, import_id)
    select ${schoolId}, g.educator_id, g.module, g.day, ${importId}
    from json_to_recordset(${given}::json) as g (educator_id uuid, module text, day date)
    on conflict (school_id, educator_id, module, completed_on) where voided_by is null do nothing`,
  );
  writer.touched.touchThose(chunk, keys, ({ educatorId, module, completedOn }) => [
    `${personOf(writer, educatorId)} ${module} ${completedOn}`,
  ]);
}

export async function writePreferences(writer: Writer, chunk: SoundRows["preferences"]): Promise<void> {
  const given = chunk.map(({ learnerId, program, educatorId, rank }) => ({
    learner_id: personOf(writer, learnerId),
    program,
    educator_id: personOf(writer, educatorId),
    rank,
  }));
  const rows = sql`
    select g.* from json_to_recordset(${given}::json) as g (learner_id uuid, program text, educator_id uuid, rank int)
    where (g.learner_id, g.program, g.educator_id) not in (select w.learner_id, w.program, w.educator_id
      from app.withdrawn_wishes(${[...new Set(given.map((one) => one.learner_id))]}::uuid[]) w)`;
  const key = ["learner_id", "program", "educator_id"];
  const unlessThere = sql`(school_id, learner_id, program, educator_id) where voided_by is null and withdrawn_at is null`;
  const keys = await upsert(writer, {
    table: "preferences",
    key,
    id: "preference_id",
    columns: ["rank"],
    rows,
    marked: true,
    unlessThere,
  });
  writer.touched.touchThose(chunk, keys, ({ learnerId, program, educatorId }) => [
    `${personOf(writer, learnerId)} ${program} ${personOf(writer, educatorId)}`,
  ]);
}

/**
 * Pairs that exist today wait for their signatures. One that a wall closes waits too, and the database leaves an incident:
 * it begins once the other duty is somebody else's, or under an exception.
 */
export async function writeRelationships(writer: Writer, chunk: SoundRows["relationships"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ learnerId, educatorId, program, since }) => ({
    learner_id: personOf(writer, learnerId),
    educator_id: personOf(writer, educatorId),
    program,
    since,
  }));
  const entered = await addTelling(
    writer,
    "relationships",
    ["learner_id", "educator_id", "program"],
    sql`
    insert into relationships (school_id, program, learner_id, educator_id, since, import_id)
    select ${schoolId}, program, learner_id, educator_id, since, ${importId}
    from jsonb_to_recordset(${given}::jsonb) as g (learner_id uuid, educator_id uuid, program text, since date)
    where not exists (select from relationships x where x.school_id = ${schoolId} and x.learner_id = g.learner_id
      and x.program = g.program and x.ended_on is null)`,
  );
  writer.touched.touchThose(chunk, entered, ({ learnerId, educatorId, program }) => [
    `${personOf(writer, learnerId)} ${personOf(writer, educatorId)} ${program}`,
  ]);
}
