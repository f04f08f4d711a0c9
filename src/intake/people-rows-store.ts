// An import's people: names and addresses, then what learners and educators are.
import { type Sql, sql } from "../db/sql.ts";
import type { SoundEducator, SoundLearner } from "./sound.ts";
import { add, change, upsert, type Writer } from "./write-store.ts";

/** Names, addresses and source ids. Somebody known by any of their ids, or by their address, is the same person. */
export async function writePeople(writer: Writer, chunk: (SoundLearner | SoundEducator)[]): Promise<void> {
  const { tx, schoolId, importId } = writer;
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
  const differing = sql`
    from people p join (${known}) k on p.school_id = ${schoolId} and p.person_id = k.person_id
    where (p.given_name, p.family_name, lower(p.email)) is distinct from (k.given_name, k.family_name, lower(k.email))`;
  await change(
    writer,
    "people",
    sql`select p.person_id as key, to_jsonb(p) as before ${differing}`,
    sql`update people t set given_name = d.given_name, family_name = d.family_name, email = d.email
      from (select k.person_id, k.given_name, k.family_name, k.email ${differing}) d
      where t.school_id = ${schoolId} and t.person_id = d.person_id`,
  );
  await add(
    writer,
    "people",
    sql`
    insert into people (school_id, given_name, family_name, email, import_id)
    select ${schoolId}, given_name, family_name, email, ${importId} from (${known}) k where person_id is null`,
  );
  await tx.run(sql`
    insert into source_ids (school_id, source_id, person_id, import_id)
    select ${schoolId}, s.source_id, k.person_id, ${importId}
    from (${known}) k cross join lateral unnest(k.source_ids) as s (source_id)
    where k.person_id is not null on conflict do nothing`);
}

const ofPeople = (schoolId: string) =>
  sql`join source_ids on source_ids.school_id = ${schoolId} and source_ids.source_id = g.source_id`;

export async function writeLearners(writer: Writer, chunk: SoundLearner[]): Promise<void> {
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
    select source_ids.person_id as learner_id, g.* from jsonb_to_recordset(${given}::jsonb) as g (source_id text, class_year int,
      campus text, phase text, status text, interests text[], needs text[], languages text[]) ${ofPeople(schoolId)}`;
  await upsert(writer, {
    table: "learners",
    key: ["learner_id"],
    columns: ["class_year", "campus"],
    rows,
    marked: true,
  });
  await add(
    writer,
    "standings",
    sql`
    insert into standings (school_id, learner_id, from_day, phase, status, import_id)
    select ${schoolId}, r.learner_id, app.today(${schoolId}), r.phase, r.status, ${importId} from (${rows}) r
    where row(r.phase, r.status) is distinct from (select row(s.phase, s.status) from standings s
      where (s.school_id, s.learner_id) = (${schoolId}, r.learner_id) order by s.from_day desc, s.at desc limit 1)`,
  );
  const columns = ["interests", "needs", "languages"];
  await upsert(writer, { table: "learner_profiles", key: ["learner_id"], columns, rows, marked: false });
}

export async function writeEducators(writer: Writer, chunk: SoundEducator[]): Promise<void> {
  const { schoolId } = writer;
  const given = chunk.map(
    ({ sourceId, department, campus, skills, languages, effortPercent, pausedUntil, places }) => ({
      source_id: sourceId,
      department,
      campus,
      skills,
      languages,
      effort_percent: effortPercent,
      paused_until: pausedUntil,
      programs: places,
    }),
  );
  const rows: Sql = sql`
    select source_ids.person_id as educator_id, g.* from jsonb_to_recordset(${given}::jsonb) as g (source_id text, department text,
      campus text, skills text[], languages text[], effort_percent numeric, paused_until date, programs jsonb) ${ofPeople(schoolId)}`;
  const places = sql`
    select r.educator_id, p.key as program, p.value::int as places from (${rows}) r cross join lateral jsonb_each_text(r.programs) p`;
  const key = ["educator_id"];
  const shown = ["department", "campus", "skills", "languages"];
  await upsert(writer, { table: "educators", key, columns: shown, rows, marked: true });
  await upsert(writer, {
    table: "educator_terms",
    key,
    columns: ["effort_percent", "paused_until"],
    rows,
    marked: false,
  });
  await upsert(writer, {
    table: "capacities",
    key: ["educator_id", "program"],
    columns: ["places"],
    rows: places,
    marked: false,
  });
}
