// People as rows. Which of them the asker finds, and how much of each, follows from the policies.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, joined, type Sql, sql } from "../db/sql.ts";
import type { Me } from "./me.ts";
import {
  type EducatorFields,
  type LearnerFields,
  Listed,
  Person,
  type PersonFields,
  type Places,
  type StandingFields,
} from "./person.ts";

export interface Wanted {
  named?: string | undefined;
  as?: "learner" | "educator" | "office" | undefined;
  status?: string | undefined;
  phase?: string | undefined;
  classYear?: number | undefined;
  campus?: string | undefined;
  program?: string | undefined;
  /** Family name, given name and id of the last one before. */
  after: [string, string, string] | null;
  limit: number;
}

/** By family name, then given name. Each word of `named` has to be a part of the name, or nearly so. */
export function peopleAfter(tx: Tx, { schoolId, today }: Me, wanted: Wanted): Promise<Listed[]> {
  return tx.rows(
    Listed,
    sql`
    with page as (
      select p.* from people p where p.school_id = ${schoolId} and ${all(conditionsOf(wanted, today))}
      order by p.family_name, p.given_name, p.person_id limit ${wanted.limit})
    select p.person_id, p.given_name, p.family_name, p.email, p.left_on,
      array(select office from offices o where (o.school_id, o.person_id) = (p.school_id, p.person_id) and o.ended_at is null order by 1) as offices,
      case when l.learner_id is not null then jsonb_build_object('classYear', l.class_year, 'campus', l.campus,
        'phase', coalesce(s.phase, ''), 'status', coalesce(s.status, 'active')) end as learner,
      case when e.educator_id is not null then jsonb_build_object('department', e.department, 'campus', e.campus,
        'pausedUntil', case when t.paused_until > ${today}::date then t.paused_until end) end as educator
    from page p
    left join learners l on (l.school_id, l.learner_id) = (p.school_id, p.person_id)
    left join lateral (${standingOf(today)}) s on true
    left join educators e on (e.school_id, e.educator_id) = (p.school_id, p.person_id)
    left join educator_terms t on (t.school_id, t.educator_id) = (p.school_id, p.person_id)
    order by p.family_name, p.given_name, p.person_id`,
  );
}

/** Of a person `p`: the newest standing that has begun, or the next to come. */
export const standingOf = (today: string) => sql`select phase, status from standings
  where (school_id, learner_id) = (p.school_id, p.person_id) order by from_day <= ${today}::date desc, from_day desc, at desc limit 1`;

const learnerWho = (condition: Sql) => sql`exists (select from learners l
  where (l.school_id, l.learner_id) = (p.school_id, p.person_id) and ${condition})`;
const educatorWho = (condition: Sql) => sql`exists (select from educators e
  where (e.school_id, e.educator_id) = (p.school_id, p.person_id) and ${condition})`;

/** On a person `p`. */
function conditionsOf(wanted: Wanted, today: string): (Sql | null)[] {
  return [
    called(wanted.named),
    asked(wanted.as, (kind) => kinds[kind]),
    asked(wanted.status, (status) => sql`(select status from (${standingOf(today)}) s) = ${status}`),
    asked(wanted.phase, (phase) => sql`(select phase from (${standingOf(today)}) s) = ${phase}`),
    asked(wanted.classYear, (year) => learnerWho(sql`l.class_year = ${year}`)),
    asked(
      wanted.campus,
      (campus) => sql`(${learnerWho(sql`l.campus = ${campus}`)} or ${educatorWho(sql`e.campus = ${campus}`)})`,
    ),
    asked(
      wanted.program,
      (program) => sql`exists (select from relationships r where r.school_id = p.school_id and r.program = ${program}
        and r.ended_on is null and p.person_id in (r.learner_id, r.educator_id))`,
    ),
    asked(
      wanted.after,
      ([family, given, id]) => sql`(p.family_name, p.given_name, p.person_id) > (${family}, ${given}, ${id}::uuid)`,
    ),
  ];
}

const kinds = {
  learner: learnerWho(sql`true`),
  educator: educatorWho(sql`true`),
  office: sql`exists (select from offices o where (o.school_id, o.person_id) = (p.school_id, p.person_id) and o.ended_at is null)`,
};

/** Of a person `p`: each word is a part of the name, or nearly so. */
export function called(named: string | undefined): Sql | null {
  const words = (named ?? "").split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  return joined(
    words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`((p.given_name || ' ' || p.family_name) ilike ${pattern}
        or (length(${word}) > 3 and word_similarity(${word}, p.given_name || ' ' || p.family_name) >= 0.5))`;
    }),
    " and ",
  );
}

/** Null also when the person is there but not the asker's to see. */
export function findPerson(tx: Tx, { schoolId, personId, may }: Me, id: string): Promise<Person | null> {
  const seesTerms = may.includes("see people") || id === personId;
  const seesIds = may.includes("see people") || may.includes("import people");
  return tx.maybe(
    Person,
    sql`
    select p.person_id, p.given_name, p.family_name, p.email, p.left_on,
      array(select office from offices o where (o.school_id, o.person_id) = (p.school_id, p.person_id) and o.ended_at is null order by 1) as offices,
      case when l.learner_id is not null then jsonb_build_object('classYear', l.class_year, 'campus', l.campus,
        'standings', coalesce((select jsonb_agg(jsonb_build_object('from', from_day, 'phase', phase, 'status', status) order by from_day desc, at desc)
          from standings s where (s.school_id, s.learner_id) = (l.school_id, l.learner_id)), '[]')) end as learner,
      case when e.educator_id is not null then jsonb_build_object('department', e.department, 'campus', e.campus, 'skills', e.skills,
        'languages', e.languages,
        'terms', case when ${seesTerms}::boolean then coalesce(
          (select jsonb_build_object('effortPercent', effort_percent, 'pausedUntil', paused_until) from educator_terms t
            where (t.school_id, t.educator_id) = (e.school_id, e.educator_id)), '{"effortPercent": 0, "pausedUntil": null}') end,
        'places', case when ${seesTerms}::boolean then coalesce((select jsonb_object_agg(program, places) from capacities c
          where (c.school_id, c.educator_id) = (e.school_id, e.educator_id)), '{}') end) end as educator,
      case when ${seesIds}::boolean then array(select source_id from source_ids i
        where (i.school_id, i.person_id) = (p.school_id, p.person_id) order by 1) end as source_ids
    from people p
    left join learners l on (l.school_id, l.learner_id) = (p.school_id, p.person_id)
    left join educators e on (e.school_id, e.educator_id) = (p.school_id, p.person_id)
    where p.school_id = ${schoolId} and p.person_id = ${id}`,
  );
}

/** Leaves the event of having read a record about this person; the database leaves none of one's own. */
export async function noteRead(tx: Tx, subject: string, personId: string): Promise<void> {
  await tx.run(sql`select app.note_read(${subject}, ${personId})`);
}

const Key = z.object({ personId: Id });

export async function insertPerson(tx: Tx, { schoolId }: Me, fields: z.infer<typeof PersonFields>): Promise<string> {
  const personId = crypto.randomUUID();
  // Without "returning": the asker may add somebody whom they do not see.
  await tx.run(sql`insert into people (school_id, person_id, given_name, family_name, email)
    values (${schoolId}, ${personId}, ${fields.givenName}, ${fields.familyName}, ${fields.email})`);
  return Key.parse({ personId }).personId;
}

/** What is left out stays as it is. */
export async function updatePerson(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  { givenName = null, familyName = null, email = null, leftOn }: PersonChange,
): Promise<number> {
  return tx.run(sql`
    update people set given_name = coalesce(${givenName}, given_name), family_name = coalesce(${familyName}, family_name),
      email = coalesce(${email}, email), left_on = case when ${leftOn !== undefined}::boolean then ${leftOn ?? null}::date else left_on end
    where school_id = ${schoolId} and person_id = ${id}`);
}

export interface PersonChange {
  givenName?: string | null | undefined;
  familyName?: string | null | undefined;
  email?: string | null | undefined;
  leftOn?: string | null | undefined;
}

export async function insertLearner(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  fields: z.infer<typeof LearnerFields>,
): Promise<void> {
  await tx.run(sql`insert into learners (school_id, learner_id, class_year, campus)
    values (${schoolId}, ${id}, ${fields.classYear}, ${fields.campus})`);
}

export function updateLearner(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  fields: z.infer<typeof LearnerFields>,
): Promise<number> {
  return tx.run(sql`update learners set class_year = ${fields.classYear}, campus = ${fields.campus}
    where school_id = ${schoolId} and learner_id = ${id}`);
}

export async function insertStanding(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  { from, phase, status }: StandingFields,
): Promise<void> {
  await tx.run(sql`insert into standings (school_id, learner_id, from_day, phase, status)
    values (${schoolId}, ${id}, ${from}::date, ${phase}, ${status})`);
}

export async function insertEducator(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  fields: z.infer<typeof EducatorFields>,
): Promise<void> {
  await tx.run(sql`insert into educators (school_id, educator_id, department, campus, skills, languages)
    values (${schoolId}, ${id}, ${fields.department}, ${fields.campus}, ${fields.skills}::text[], ${fields.languages}::text[])`);
}

export function updateEducator(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  fields: z.infer<typeof EducatorFields>,
): Promise<number> {
  return tx.run(sql`update educators set department = ${fields.department}, campus = ${fields.campus},
    skills = ${fields.skills}::text[], languages = ${fields.languages}::text[]
    where school_id = ${schoolId} and educator_id = ${id}`);
}

export async function putPlaces(tx: Tx, { schoolId }: Me, id: string, places: Places): Promise<void> {
  await tx.run(sql`
    insert into capacities (school_id, educator_id, program, places)
    select ${schoolId}, ${id}, program, places::int from jsonb_each_text(${places}::jsonb) as p (program, places)
    on conflict (school_id, educator_id, program) do update set places = excluded.places`);
}

/** Paid time that is left out stays as it is. */
export async function putTerms(
  tx: Tx,
  { schoolId }: Me,
  id: string,
  { pausedUntil, effortPercent = null }: { pausedUntil: string | null; effortPercent?: number | null | undefined },
): Promise<void> {
  await tx.run(sql`
    insert into educator_terms (school_id, educator_id, paused_until, effort_percent)
    values (${schoolId}, ${id}, ${pausedUntil}::date, coalesce(${effortPercent}::numeric, 0))
    on conflict (school_id, educator_id) do update set paused_until = excluded.paused_until,
      effort_percent = coalesce(${effortPercent}::numeric, educator_terms.effort_percent)`);
}
