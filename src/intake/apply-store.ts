// Writes sound rows into the school, as the person who imports, in their transaction. Rows that are there already
// are left alone; what changes is noted first, so that the whole import can be undone.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { dutyOf } from "../programs/program.ts";
import type { SoundEducator, SoundLearner, SoundRows } from "./sound.ts";

/** Rows of one statement; enough to be fast, few enough to stay small in memory. */
const chunkRows = 5000;

export interface Applied {
  importId: string;
  /** By table: how many rows came to be, and how many changed. */
  added: Record<string, number>;
  changed: Record<string, number>;
}

const Import = z.object({ importId: Id });

export async function applyRows(
  tx: Tx,
  me: Me,
  rows: SoundRows,
  files: string[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Applied> {
  const { importId } = await tx.one(
    Import,
    sql`
    insert into imports (school_id, made_by, files) values (${me.schoolId}, ${me.personId}, ${files}::jsonb) returning import_id`,
  );
  // From here on one event per table stands for all its rows.
  await tx.run(sql`select set_config('app.batch', ${importId}, true)`);
  const applied: Applied = { importId, added: {}, changed: {} };
  const writer: Writer = { tx, schoolId: me.schoolId, importId, applied };
  const steps: [unknown[], (chunk: never[]) => Promise<void>][] = [
    [rows.educators, (chunk) => writePeople(writer, chunk)],
    [rows.learners, (chunk) => writePeople(writer, chunk)],
    [rows.educators, (chunk) => writeEducators(writer, chunk)],
    [rows.learners, (chunk) => writeLearners(writer, chunk)],
    [rows.duties, (chunk) => writeDuties(writer, chunk)],
    [rows.trainings, (chunk) => writeTrainings(writer, chunk)],
    [rows.preferences, (chunk) => writePreferences(writer, chunk)],
    [rows.relationships, (chunk) => writeRelationships(writer, chunk)],
  ];
  const of = steps.reduce((sum, [list]) => sum + list.length, 0);
  let done = 0;
  for (const [list, write] of steps)
    for (let at = 0; at < list.length; at += chunkRows) {
      const chunk = list.slice(at, at + chunkRows);
      await write(chunk as never[]);
      onProgress((done += chunk.length), of);
    }
  const counts = { added: applied.added, changed: applied.changed };
  await tx.run(
    sql`update imports set counts = ${counts}::jsonb where school_id = ${me.schoolId} and import_id = ${importId}`,
  );
  return applied;
}

interface Writer {
  tx: Tx;
  schoolId: string;
  importId: string;
  applied: Applied;
}

async function add({ tx, applied }: Writer, table: string, statement: Sql): Promise<void> {
  applied.added[table] = (applied.added[table] ?? 0) + (await tx.run(statement));
}

/** Notes the old row before `statement` changes it. Both see the same rows, since both select by `where`. */
async function change(
  { tx, schoolId, importId, applied }: Writer,
  table: string,
  old: Sql,
  statement: Sql,
): Promise<void> {
  await tx.run(sql`insert into import_changes (school_id, import_id, changed, key, before)
    select ${schoolId}, ${importId}, ${table}, old.key, old.before from (${old}) old`);
  applied.changed[table] = (applied.changed[table] ?? 0) + (await tx.run(statement));
}

/** Names, addresses and source ids. Somebody known by any of their ids, or by their address, is the same person. */
async function writePeople(writer: Writer, chunk: (SoundLearner | SoundEducator)[]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ sourceId, alsoIds, givenName, familyName, email }) => ({
    source_ids: [sourceId, ...alsoIds],
    given_name: givenName,
    family_name: familyName,
    email,
  }));
  const known = sql`
    select g.*, coalesce(
        (select person_id from source_ids s where s.school_id = ${schoolId} and s.source_id = any (g.source_ids) limit 1),
        (select person_id from people p where p.school_id = ${schoolId} and lower(p.email) = lower(g.email) and p.voided_by is null)) as person_id
    from jsonb_to_recordset(${given}::jsonb) as g (source_ids text[], given_name text, family_name text, email text)`;
  const differs = sql`
    from people p join (${known}) k on p.school_id = ${schoolId} and p.person_id = k.person_id
    where (p.given_name, p.family_name, lower(p.email)) is distinct from (k.given_name, k.family_name, lower(k.email))`;
  await change(
    writer,
    "people",
    sql`select p.person_id as key, to_jsonb(p) as before ${differs}`,
    sql`update people t set given_name = d.given_name, family_name = d.family_name, email = d.email
      from (select k.person_id, k.given_name, k.family_name, k.email ${differs}) d where t.school_id = ${schoolId} and t.person_id = d.person_id`,
  );
  await add(
    writer,
    "people",
    sql`
    insert into people (school_id, given_name, family_name, email, import_id)
    select ${schoolId}, given_name, family_name, email, ${importId} from (${known}) k where person_id is null`,
  );
  await writer.tx.run(sql`
    insert into source_ids (school_id, source_id, person_id, import_id)
    select ${schoolId}, s.source_id, k.person_id, ${importId} from (${known}) k cross join lateral unnest(k.source_ids) as s (source_id)
    where k.person_id is not null on conflict do nothing`);
}

const personOf = (schoolId: string, column: Sql) =>
  sql`join source_ids on source_ids.school_id = ${schoolId} and source_ids.source_id = ${column}`;

async function writeLearners(writer: Writer, chunk: SoundLearner[]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ sourceId, classYear, campus, phase, status, interests, needs, languages }) => ({
    source_id: sourceId,
    class_year: classYear,
    campus,
    phase,
    status,
    interests,
    needs,
    languages,
  }));
  const rows = sql`
    select source_ids.person_id, g.* from jsonb_to_recordset(${given}::jsonb)
      as g (source_id text, class_year int, campus text, phase text, status text, interests text[], needs text[], languages text[])
    ${personOf(schoolId, sql`g.source_id`)}`;
  const differs = sql`
    from learners l join (${rows}) r on l.school_id = ${schoolId} and l.learner_id = r.person_id where (l.class_year, l.campus) is distinct from (r.class_year, r.campus)`;
  await change(
    writer,
    "learners",
    sql`select l.learner_id as key, to_jsonb(l) as before ${differs}`,
    sql`update learners t set class_year = d.class_year, campus = d.campus
      from (select r.person_id, r.class_year, r.campus ${differs}) d where t.school_id = ${schoolId} and t.learner_id = d.person_id`,
  );
  await add(
    writer,
    "learners",
    sql`
    insert into learners (school_id, learner_id, class_year, campus, import_id)
    select ${schoolId}, person_id, class_year, campus, ${importId} from (${rows}) r on conflict do nothing`,
  );
  await add(
    writer,
    "standings",
    sql`
    insert into standings (school_id, learner_id, from_day, phase, status, import_id)
    select ${schoolId}, r.person_id, app.today(${schoolId}), r.phase, r.status, ${importId} from (${rows}) r
    where (r.phase, r.status) is distinct from (select (s.phase, s.status) from standings s
      where (s.school_id, s.learner_id) = (${schoolId}, r.person_id) order by s.from_day desc, s.at desc limit 1)`,
  );
  const profileDiffers = sql`
    from learner_profiles l join (${rows}) r on l.school_id = ${schoolId} and l.learner_id = r.person_id
    where (l.interests, l.needs, l.languages) is distinct from (r.interests, r.needs, r.languages)`;
  await change(
    writer,
    "learner_profiles",
    sql`select l.learner_id as key, to_jsonb(l) as before ${profileDiffers}`,
    sql`update learner_profiles t set interests = d.interests, needs = d.needs, languages = d.languages
      from (select r.person_id, r.interests, r.needs, r.languages ${profileDiffers}) d where t.school_id = ${schoolId} and t.learner_id = d.person_id`,
  );
  await add(
    writer,
    "learner_profiles",
    sql`
    insert into learner_profiles (school_id, learner_id, interests, needs, languages)
    select ${schoolId}, person_id, interests, needs, languages from (${rows}) r on conflict do nothing`,
  );
}

async function writeEducators(writer: Writer, chunk: SoundEducator[]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(
    ({ sourceId, department, campus, skills, languages, effortPercent, pausedUntil, places }) => ({
      source_id: sourceId,
      department,
      campus,
      skills,
      languages,
      effort_percent: effortPercent,
      paused_until: pausedUntil,
      places,
    }),
  );
  const rows = sql`
    select source_ids.person_id, g.* from jsonb_to_recordset(${given}::jsonb)
      as g (source_id text, department text, campus text, skills text[], languages text[], effort_percent numeric, paused_until date, places jsonb)
    ${personOf(schoolId, sql`g.source_id`)}`;
  const differs = sql`
    from educators e join (${rows}) r on e.school_id = ${schoolId} and e.educator_id = r.person_id
    where (e.department, e.campus, e.skills, e.languages) is distinct from (r.department, r.campus, r.skills, r.languages)`;
  await change(
    writer,
    "educators",
    sql`select e.educator_id as key, to_jsonb(e) as before ${differs}`,
    sql`update educators t set department = d.department, campus = d.campus, skills = d.skills, languages = d.languages
      from (select r.person_id, r.department, r.campus, r.skills, r.languages ${differs}) d where t.school_id = ${schoolId} and t.educator_id = d.person_id`,
  );
  await add(
    writer,
    "educators",
    sql`
    insert into educators (school_id, educator_id, department, campus, skills, languages, import_id)
    select ${schoolId}, person_id, department, campus, skills, languages, ${importId} from (${rows}) r on conflict do nothing`,
  );
  const termsDiffer = sql`
    from educator_terms e join (${rows}) r on e.school_id = ${schoolId} and e.educator_id = r.person_id
    where (e.effort_percent, e.paused_until) is distinct from (r.effort_percent, r.paused_until)`;
  await change(
    writer,
    "educator_terms",
    sql`select e.educator_id as key, to_jsonb(e) as before ${termsDiffer}`,
    sql`update educator_terms t set effort_percent = d.effort_percent, paused_until = d.paused_until
      from (select r.person_id, r.effort_percent, r.paused_until ${termsDiffer}) d where t.school_id = ${schoolId} and t.educator_id = d.person_id`,
  );
  await add(
    writer,
    "educator_terms",
    sql`
    insert into educator_terms (school_id, educator_id, effort_percent, paused_until)
    select ${schoolId}, person_id, effort_percent, paused_until from (${rows}) r on conflict do nothing`,
  );
  const places = sql`select r.person_id, p.key as program, p.value::int as places from (${rows}) r cross join lateral jsonb_each_text(r.places) p`;
  const placesDiffer = sql`
    from capacities c join (${places}) r on c.school_id = ${schoolId} and c.educator_id = r.person_id and c.program = r.program where c.places <> r.places`;
  await change(
    writer,
    "capacities",
    sql`select c.educator_id as key, to_jsonb(c) as before ${placesDiffer}`,
    sql`update capacities t set places = d.places from (select r.* ${placesDiffer}) d
      where t.school_id = ${schoolId} and t.educator_id = d.person_id and t.program = d.program`,
  );
  await add(
    writer,
    "capacities",
    sql`
    insert into capacities (school_id, educator_id, program, places) select ${schoolId}, person_id, program, places from (${places}) r on conflict do nothing`,
  );
}

/** What a roster says has been decided elsewhere, so a collision is recorded as an incident and not refused. */
async function writeDuties(writer: Writer, chunk: SoundRows["duties"]): Promise<void> {
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
    select distinct ${schoolId}::uuid, g.duty, e.person_id, l.person_id, g.class_year, daterange(g.from_day, g.to_day), g.about, g.source, true, ${importId}::uuid
    from jsonb_to_recordset(${given}::jsonb) as g (duty text, educator text, learner text, class_year int, from_day date, to_day date, about text, source text)
    join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    left join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner
    where (g.learner is null) = (l.person_id is null) and not exists (select from duties d
      where d.school_id = ${schoolId} and d.duty = g.duty and d.educator_id = e.person_id and d.learner_id is not distinct from l.person_id
        and d.class_year is not distinct from g.class_year and d.during = daterange(g.from_day, g.to_day) and d.about = g.about)`,
  );
}

async function writeTrainings(writer: Writer, chunk: SoundRows["trainings"]): Promise<void> {
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
    from jsonb_to_recordset(${given}::jsonb) as g (educator text, module text, day date) join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    on conflict (school_id, educator_id, module, completed_on) where voided_by is null do nothing`,
  );
}

async function writePreferences(writer: Writer, chunk: SoundRows["preferences"]): Promise<void> {
  const { schoolId, importId } = writer;
  const given = chunk.map(({ learnerId, program, educatorId, rank }) => ({
    learner: learnerId,
    program,
    educator: educatorId,
    rank,
  }));
  const rows = sql`
    select l.person_id as learner_id, e.person_id as educator_id, g.program, g.rank
    from jsonb_to_recordset(${given}::jsonb) as g (learner text, program text, educator text, rank int)
    join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator`;
  const differs = sql`
    from preferences p join (${rows}) r on p.school_id = ${schoolId} and (p.learner_id, p.educator_id, p.program) = (r.learner_id, r.educator_id, r.program)
    where p.rank is distinct from r.rank`;
  await change(
    writer,
    "preferences",
    sql`select p.preference_id as key, to_jsonb(p) as before ${differs}`,
    sql`update preferences t set rank = d.rank from (select p.preference_id, r.rank ${differs}) d where t.school_id = ${schoolId} and t.preference_id = d.preference_id`,
  );
  await add(
    writer,
    "preferences",
    sql`
    insert into preferences (school_id, learner_id, program, educator_id, rank, import_id)
    select ${schoolId}, learner_id, program, educator_id, rank, ${importId} from (${rows}) r
    on conflict (school_id, learner_id, program, educator_id) where voided_by is null do nothing`,
  );
}

/** Pairs that exist today wait for their signatures. A pair that a wall closes does not enter: it becomes an incident. */
async function writeRelationships(writer: Writer, chunk: SoundRows["relationships"]): Promise<void> {
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
    join source_ids l on l.school_id = ${schoolId} and l.source_id = g.learner join source_ids e on e.school_id = ${schoolId} and e.source_id = g.educator
    where not exists (select from relationships x where x.school_id = ${schoolId} and x.learner_id = l.person_id and x.educator_id = e.person_id and x.program = g.program and x.ended_on is null)`;
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
    where not exists (select from (${collisions}) c where (c.learner_id, c.educator_id, c.program) = (r.learner_id, r.educator_id, r.program))
      and not exists (select from relationships x where x.school_id = ${schoolId} and x.learner_id = r.learner_id and x.program = r.program and x.ended_on is null)`,
  );
}
