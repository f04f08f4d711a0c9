// An import's duties, completions, wishes, and the pairs that exist today.
import { sql } from "../db/sql.ts";
import { dutyOf } from "../programs/program.ts";
import type { SoundRows } from "./sound.ts";
import { add, upsert, type Writer } from "./write-store.ts";

/** What a roster says has been decided elsewhere, so a collision is recorded as an incident and not refused. */
export async function writeDuties(writer: Writer, chunk: SoundRows["duties"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ duty, educatorId, learnerId, classYear, about, from, to, source }) => ({
    duty,
    educator: educatorId,
    learner: learnerId,
    class_year: classYear,
    about,
    from_day: from,
    to_day: to,
    source,
  }));
  await add(
    writer,
    "duties",
    sql`
    insert into duties (school_id, duty, educator_id, learner_id, class_year, during, about, source, tolerates, import_id)
    select distinct ${schoolId}::uuid, g.duty, e.person_id, l.person_id, g.class_year, daterange(g.from_day, g.to_day), g.about,
      g.source, true, ${importId}::uuid
    from jsonb_to_recordset(${given}::jsonb) as g
      (duty text, educator text, learner text, class_year int, from_day date, to_day date, about text, source text)
    join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    left join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner
    where (g.learner is null) = (l.person_id is null) and not exists (select from duties d
      where d.school_id = ${schoolId} and d.duty = g.duty and d.educator_id = e.person_id
        and d.learner_id is not distinct from l.person_id and d.class_year is not distinct from g.class_year
        and d.during = daterange(g.from_day, g.to_day) and d.about = g.about)`,
  );
}

export async function writeTrainings(writer: Writer, chunk: SoundRows["trainings"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ educatorId, module, completedOn }) => ({
    educator: educatorId,
    module,
    day: completedOn,
  }));
  await add(
    writer,
    "trainings",
    sql`
    insert into trainings (school_id, educator_id, module, completed_on, import_id)
    select ${schoolId}, e.person_id, g.module, g.day, ${importId}
    from jsonb_to_recordset(${given}::jsonb) as g (educator text, module text, day date)
    join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    on conflict (school_id, educator_id, module, completed_on) where voided_by is null do nothing`,
  );
}

export async function writePreferences(writer: Writer, chunk: SoundRows["preferences"]): Promise<void> {
  const { schoolId } = writer;
  const given = chunk.map(({ learnerId, program, educatorId, rank }) => ({
    learner: learnerId,
    program,
    educator: educatorId,
    rank,
  }));
  const rows = sql`
    select l.person_id as learner_id, g.program, e.person_id as educator_id, g.rank
    from jsonb_to_recordset(${given}::jsonb) as g (learner text, program text, educator text, rank int)
    join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner
    join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator`;
  const key = ["learner_id", "program", "educator_id"];
  const unlessThere = sql`(school_id, learner_id, program, educator_id) where voided_by is null`;
  await upsert(writer, {
    table: "preferences",
    key,
    id: "preference_id",
    columns: ["rank"],
    rows,
    marked: true,
    unlessThere,
  });
}

/** Pairs that exist today wait for their signatures. A pair that a wall closes does not enter: it becomes an incident. */
export async function writeRelationships(writer: Writer, chunk: SoundRows["relationships"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ learnerId, educatorId, program, since }) => ({
    learner: learnerId,
    educator: educatorId,
    program,
    since,
    duty: dutyOf[program],
  }));
  const rows = sql`
    select l.person_id as learner_id, e.person_id as educator_id, g.program, g.since, g.duty
    from jsonb_to_recordset(${given}::jsonb) as g (learner text, educator text, program text, since date, duty text)
    join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner
    join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    where not exists (select from relationships x where x.school_id = ${schoolId} and x.learner_id = l.person_id
      and x.educator_id = e.person_id and x.program = g.program and x.ended_on is null)`;
  const collisions = sql`
    select r.*, c.wall, c.against_id, c.days from (${rows}) r
    join app.collisions_of(array(select to_jsonb(x) from (${rows}) x)) c using (learner_id, educator_id, duty)`;
  await add(
    writer,
    "incidents",
    sql`
    insert into incidents (school_id, learner_id, educator_id, wall, during, kind, duty, against_id, import_id)
    select ${schoolId}, learner_id, educator_id, wall, days, 'relationship', duty, against_id, ${importId} from (${collisions}) c
    where not exists (select from incidents i where i.school_id = ${schoolId} and i.kind = 'relationship'
      and (i.learner_id, i.educator_id, i.wall, i.duty) = (c.learner_id, c.educator_id, c.wall, c.duty))`,
  );
  await add(
    writer,
    "relationships",
    sql`
    insert into relationships (school_id, program, learner_id, educator_id, since, import_id)
    select ${schoolId}, program, learner_id, educator_id, since, ${importId} from (${rows}) r
    where not exists (select from (${collisions}) c
        where (c.learner_id, c.educator_id, c.program) = (r.learner_id, r.educator_id, r.program))
      and not exists (select from relationships x where x.school_id = ${schoolId} and x.learner_id = r.learner_id
        and x.program = r.program and x.ended_on is null)`,
  );
}
