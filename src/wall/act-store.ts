// Duties of judges, declared conflicts and assessments as rows. Stands follow from them in the database.
import { z } from "zod";

import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Assessment, JudgeDuty } from "./judge.ts";

const dutyRows = sql`
  select d.duty_id, d.duty, d.educator_id, e.given_name || ' ' || e.family_name as educator, d.learner_id, l.given_name || ' ' || l.family_name as learner,
    d.class_year, d.about, d.source, lower(d.during) as from, upper(d.during) as to
  from duties d
  join people e on (e.school_id, e.person_id) = (d.school_id, d.educator_id)
  left join people l on (l.school_id, l.person_id) = (d.school_id, d.learner_id)`;

export interface DutyFilter {
  educator: string | null;
  learner: string | null;
  /** Lasts on this day or begins later. */
  since: string | null;
}

/** The soonest to begin first, after (first day, id). */
export function dutiesAfter(
  tx: Tx,
  { schoolId }: Me,
  { educator, learner, since }: DutyFilter,
  after: [string, string] | null,
  limit: number,
): Promise<JudgeDuty[]> {
  return tx.rows(
    JudgeDuty,
    sql`${dutyRows}
    where ${all([
      sql`d.school_id = ${schoolId} and d.duty in ('assesses', 'supervises')`,
      asked(educator, (id) => sql`d.educator_id = ${id}`),
      asked(learner, (id) => sql`d.learner_id = ${id}`),
      asked(since, (day) => sql`coalesce(upper(d.during), 'infinity') > ${day}::date`),
      asked(after, ([first, id]) => sql`(lower(d.during), d.duty_id) > (${first}::date, ${id}::uuid)`),
    ])}
    order by lower(d.during), d.duty_id limit ${limit}`,
  );
}

export function findDuty(tx: Tx, { schoolId }: Me, dutyId: string): Promise<JudgeDuty | null> {
  return tx.maybe(
    JudgeDuty,
    sql`${dutyRows} where d.school_id = ${schoolId} and d.duty_id = ${dutyId} and d.duty in ('assesses', 'supervises')`,
  );
}

export interface NewDuty {
  duty: string;
  educatorId: string;
  learnerId: string | null;
  classYear: number | null;
  about: string;
  from: string;
  to: string | null;
}

export async function addDuty(
  tx: Tx,
  { schoolId, personId }: Me,
  { duty, educatorId, learnerId, classYear, about, from, to }: NewDuty,
): Promise<string> {
  const dutyId = crypto.randomUUID();
  await tx.run(sql`
    insert into duties (school_id, duty_id, duty, educator_id, learner_id, class_year, about, during, source, made_by)
    values (${schoolId}, ${dutyId}, ${duty}, ${educatorId}, ${learnerId}, ${classYear}, ${about}, daterange(${from}::date, ${to}::date), 'office', ${personId})`);
  return dutyId;
}

export async function endDutyOn(tx: Tx, { schoolId }: Me, dutyId: string, day: string): Promise<number> {
  return tx.run(
    sql`update duties set during = daterange(lower(during), ${day}::date) where school_id = ${schoolId} and duty_id = ${dutyId}`,
  );
}

/** By a named act in the asker's name. */
export async function voidDuty(tx: Tx, { schoolId, personId }: Me, dutyId: string, because: string): Promise<void> {
  const voidId = crypto.randomUUID();
  await tx.run(
    sql`insert into voids (school_id, void_id, act, because, voided_by) values (${schoolId}, ${voidId}, 'correction', ${because}, ${personId})`,
  );
  await tx.run(sql`select app.void_duties(${[dutyId]}::uuid[], ${voidId})`);
}

/** The learner of the two is whoever is one; without any, the one it is declared about stands on the educator's side. */
export async function addConflict(
  tx: Tx,
  { schoolId, personId }: Me,
  other: string,
  askerIsLearner: boolean,
): Promise<void> {
  const [learner, educator] = askerIsLearner ? [personId, other] : [other, personId];
  await tx.run(sql`
    insert into duties (school_id, duty, educator_id, learner_id, during, source, tolerates, made_by)
    values (${schoolId}, 'conflicts', ${educator}, ${learner}, daterange(app.today(${schoolId}), null), 'declared', true, ${personId})`);
}

/** Ends today; one declared today lasts the day. */
export function endConflict(tx: Tx, { schoolId, personId }: Me, dutyId: string): Promise<number> {
  return tx.run(sql`
    update duties set during = daterange(lower(during), greatest(app.today(school_id), lower(during) + 1))
    where school_id = ${schoolId} and duty_id = ${dutyId} and duty = 'conflicts' and made_by = ${personId} and upper_inf(during)`);
}

export interface SentAssessment {
  learnerId: string;
  assessorId: string;
  on: string;
  source: string;
  sourceId: string;
}

const Key = z.object({ source: z.string(), sourceId: z.string() });
type Key = z.infer<typeof Key>;

const sentColumns = sql`"learnerId" uuid, "assessorId" uuid, "on" date, source text, "sourceId" text`;

/** Those recorded or noted before. */
export function knownAssessments(tx: Tx, { schoolId }: Me, sent: SentAssessment[]): Promise<Key[]> {
  return tx.rows(
    Key,
    sql`
    select x.source, x."sourceId" as source_id from jsonb_to_recordset(${sent}::jsonb) x (${sentColumns})
    where exists (select from assessments a where (a.school_id, a.source, a.source_id) = (${schoolId}, x.source, x."sourceId"))
      or exists (select from incidents i where (i.school_id, i.source, i.source_id) = (${schoolId}, x.source, x."sourceId") and i.kind = 'assessment')`,
  );
}

/** Records those that a judge's stand permits, and says which. */
export function addAssessments(tx: Tx, { schoolId }: Me, sent: SentAssessment[]): Promise<Key[]> {
  return tx.rows(
    Key,
    sql`
    insert into assessments (school_id, learner_id, assessor_id, on_day, source, source_id, stand_id)
    select ${schoolId}, y."learnerId", y."assessorId", y."on", y.source, y."sourceId", y.stand_id from (
      select x.*, app.judge_stand(x."learnerId", x."assessorId", x."on") as stand_id from jsonb_to_recordset(${sent}::jsonb) x (${sentColumns})) y
    where y.stand_id is not null
    returning source, source_id`,
  );
}

/** Those that no duty permits: never dropped. */
export async function noteAssessments(tx: Tx, { schoolId }: Me, sent: SentAssessment[]): Promise<void> {
  if (sent.length === 0) return;
  await tx.run(sql`
    insert into incidents (school_id, learner_id, educator_id, wall, during, kind, duty, on_day, source, source_id)
    select ${schoolId}, x."learnerId", x."assessorId", 'assessment', daterange(x."on", x."on" + 1), 'assessment', 'assesses', x."on", x.source, x."sourceId"
    from jsonb_to_recordset(${sent}::jsonb) x (${sentColumns})`);
}

export function assessmentsAfter(
  tx: Tx,
  { schoolId }: Me,
  learner: string | null,
  after: [string, string] | null,
  limit: number,
): Promise<z.infer<typeof Assessment>[]> {
  return tx.rows(
    Assessment,
    sql`
    select a.assessment_id, a.learner_id, l.given_name || ' ' || l.family_name as learner, a.assessor_id, e.given_name || ' ' || e.family_name as assessor,
      a.on_day as "on", a.source, a.source_id
    from assessments a
    join people l on (l.school_id, l.person_id) = (a.school_id, a.learner_id)
    join people e on (e.school_id, e.person_id) = (a.school_id, a.assessor_id)
    where ${all([
      sql`a.school_id = ${schoolId}`,
      asked(learner, (id) => sql`a.learner_id = ${id}`),
      asked(after, ([day, id]) => sql`(a.on_day, a.assessment_id) < (${day}::date, ${id}::uuid)`),
    ])}
    order by a.on_day desc, a.assessment_id desc limit ${limit}`,
  );
}
