// Where people stand, read under the asker's own rules.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { noteRead } from "../people/person-store.ts";
import { Duty, Wall } from "../programs/charter.ts";
import { Exception } from "./exception.ts";
import { Stand } from "./stand.ts";

/** The school's day, asked once per statement. */
const today = sql`(select app.today(app.school()))`;

const name = (alias: Sql) => sql`${alias}.given_name || ' ' || ${alias}.family_name`;

/** `s`: a stand with its duty `d` (missing where it is not the asker's to read), and the two people. Whoever is not the educator is the learner. */
export const standColumns = sql`
  s.stand_id, s.duty_id, l.person_id as learner_id, ${name(sql`l`)} as learner, e.person_id as educator_id, ${name(sql`e`)} as educator,
  s.wall, s.side, s.duty, coalesce(d.about, '') as about, lower(s.during) as from, upper(s.during) as to, upper(s.blocked) as cools_until,
  s.exception_id is not null as excepted`;
export const standTablesOf = (stands: Sql) => sql`
  ${stands} s
  left join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
  join people e on e.school_id = s.school_id and e.person_id = coalesce(d.educator_id, case when s.lo = (select app.person()) then s.hi else s.lo end)
  join people l on l.school_id = s.school_id and l.person_id = case when e.person_id = s.lo then s.hi else s.lo end`;
const standTables = standTablesOf(sql`stands`);

export interface StandFilter {
  person: string | null;
  wall: string | null;
  side: string | null;
  on: string | null;
}

/** What is asked of each stand `s`. */
export function standsAsked(schoolId: string, { person, wall, side, on }: StandFilter): Sql[] {
  return [
    sql`s.school_id = ${schoolId}`,
    asked(person, (id) => sql`${id} in (s.lo, s.hi)`),
    asked(wall, (value) => sql`s.wall = ${value}`),
    asked(side, (value) => sql`s.side = ${value}`),
    asked(on, (day) => sql`s.during @> ${day}::date`),
  ].filter((one) => one !== null);
}

/** The latest to begin first, after (first day, id). */
export function standsAfter(
  tx: Tx,
  { schoolId }: Me,
  filter: StandFilter,
  after: [string, string] | null,
  limit: number,
): Promise<Stand[]> {
  return tx.rows(
    Stand,
    sql`
    with page as (
      select s.* from stands s
      where ${all([
        ...standsAsked(schoolId, filter),
        asked(after, ([first, id]) => sql`(lower(s.during), s.stand_id) < (${first}::date, ${id}::uuid)`),
      ])}
      order by lower(s.during) desc, s.stand_id desc limit ${limit})
    select ${standColumns} from ${standTablesOf(sql`page`)} order by lower(s.during) desc, s.stand_id desc`,
  );
}

/** The asker's own stands of today and later. */
export function ownStands(tx: Tx, { schoolId, personId }: Me): Promise<Stand[]> {
  return tx.rows(
    Stand,
    sql`
    select ${standColumns} from ${standTables}
    where s.school_id = ${schoolId} and ${personId} in (s.lo, s.hi) and coalesce(upper(s.blocked), 'infinity') > ${today}
    order by lower(s.during), s.wall, s.stand_id limit 500`,
  );
}

const Conflict = z.object({ dutyId: Id, personId: Id, name: z.string(), from: Day, to: Day.nullable() });

export function ownConflicts(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Conflict>[]> {
  return tx.rows(
    Conflict,
    sql`
    select d.duty_id, p.person_id, ${name(sql`p`)} as name, lower(d.during) as from, upper(d.during) as to
    from duties d join people p on p.school_id = d.school_id and p.person_id = case when d.educator_id = ${personId} then d.learner_id else d.educator_id end
    where d.school_id = ${schoolId} and d.duty = 'conflicts' and d.made_by = ${personId} and coalesce(upper(d.during), 'infinity') > ${today}
    order by lower(d.during)`,
  );
}

const Roles = z.object({ isLearner: z.boolean(), isEducator: z.boolean() });

export function rolesOf(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Roles>> {
  return tx.one(
    Roles,
    sql`select exists (select from learners where school_id = ${schoolId} and learner_id = ${personId}) as is_learner,
      exists (select from educators where school_id = ${schoolId} and educator_id = ${personId}) as is_educator`,
  );
}

const Named = z.object({ personId: Id, name: z.string() });

/** Those of the ids whom the asker may see. */
export function namesOf(tx: Tx, { schoolId }: Me, ids: string[]): Promise<z.infer<typeof Named>[]> {
  return tx.rows(
    Named,
    sql`select person_id, ${name(sql`p`)} as name from people p where school_id = ${schoolId} and person_id = any (${ids}::uuid[])`,
  );
}

const Available = z.object({ duty: Duty, available: z.boolean() });

export function answersFor(
  tx: Tx,
  learnerId: string,
  educatorId: string,
  from: string,
  to: string | null,
): Promise<z.infer<typeof Available>[]> {
  return tx.rows(
    Available,
    sql`select duty, available from app.may_these_two(${learnerId}, ${educatorId}, ${from}::date, ${to}::date)`,
  );
}

const Reason = z.object({
  wanted: Duty,
  wall: Wall,
  side: Stand.shape.side,
  duty: Duty,
  about: z.string(),
  from: Day,
  to: Day.nullable(),
  coolsUntil: Day.nullable(),
  coolingDays: z.number(),
});
export type Reason = z.infer<typeof Reason>;

/** What the asker may see of why a duty is closed to these two. */
export function reasonsFor(
  tx: Tx,
  { schoolId }: Me,
  learnerId: string,
  educatorId: string,
  from: string,
  to: string | null,
): Promise<Reason[]> {
  return tx.rows(
    Reason,
    sql`
    select distinct r.duty as wanted, s.wall, s.side, s.duty, coalesce(d.about, '') as about, lower(s.during) as from, upper(s.during) as to,
      upper(s.blocked) as cools_until, s.cooling_days
    from stands s
    left join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
    join duty_rules r on r.school_id = s.school_id and r.wall = s.wall and r.side <> s.side and r.duty <> 'conflicts'
    join app.ruleset_days(s.school_id) rd on rd.ruleset = r.ruleset and rd.days && daterange(${from}::date, ${to}::date)
    where s.school_id = ${schoolId} and s.lo = least(${learnerId}::uuid, ${educatorId}::uuid) and s.hi = greatest(${learnerId}::uuid, ${educatorId}::uuid)
      and s.exception_id is null
      and s.blocked && (daterange(${from}::date, ${to}::date + r.cooling_days) * daterange(lower(rd.days), upper(rd.days) + r.cooling_days))
    order by 1, 2, 6`,
  );
}

/** By id after that one; for the asker's own, pass their id as `person`. */
export function exceptionsAfter(
  tx: Tx,
  { schoolId }: Me,
  person: string | null,
  after: [string, string] | null,
  limit: number,
): Promise<Exception[]> {
  return tx.rows(
    Exception,
    sql`
    select x.exception_id, x.learner_id, ${name(sql`l`)} as learner, x.educator_id, ${name(sql`e`)} as educator, x.wall,
      coalesce(d.duty, app.duty_of(r.program, r.counsels)) as duty, x.because,
      x.from_day as from, x.until, app.approver_name(x.exception_id) as approved_by, x.approved_at
    from exceptions x
    join people l on (l.school_id, l.person_id) = (x.school_id, x.learner_id)
    join people e on (e.school_id, e.person_id) = (x.school_id, x.educator_id)
    left join duties d on (d.school_id, d.duty_id) = (x.school_id, x.duty_id)
    left join relationships r on (r.school_id, r.relationship_id) = (x.school_id, x.relationship_id)
    where ${all([
      sql`x.school_id = ${schoolId}`,
      asked(person, (id) => sql`${id} in (x.learner_id, x.educator_id)`),
      asked(
        after,
        ([at, id]) =>
          sql`(date_trunc('milliseconds', x.approved_at), x.exception_id) < (${at}::timestamptz, ${id}::uuid)`,
      ),
    ])}
    order by date_trunc('milliseconds', x.approved_at) desc, x.exception_id desc limit ${limit}`,
  );
}

export interface OfPair {
  learnerId: string;
  educatorId: string;
  dutyId?: string | undefined;
  relationshipId?: string | undefined;
}

/** Whether the duty or relationship is of that educator toward that learner, as far as the asker may see it. */
export async function isOfPair(
  tx: Tx,
  { schoolId }: Me,
  { learnerId, educatorId, dutyId, relationshipId }: OfPair,
): Promise<boolean> {
  const found = await tx.run(sql`
    select from relationships where (school_id, relationship_id, learner_id, educator_id) = (${schoolId}, ${relationshipId ?? null}::uuid, ${learnerId}, ${educatorId})
    union all
    select from duties where school_id = ${schoolId} and duty_id = ${dutyId ?? null}::uuid and educator_id = ${educatorId} and coalesce(learner_id, ${learnerId}) = ${learnerId}
      and exists (select from people where school_id = ${schoolId} and person_id = ${learnerId})`);
  return found > 0;
}

/** Leaves the event of having asked for what concerns these people; a list for all of them has nobody to tell. */
export async function noteReads(tx: Tx, me: Me, subject: string, people: (string | null)[]): Promise<void> {
  for (const person of people) if (person !== null && person !== me.personId) await noteRead(tx, subject, person);
}
