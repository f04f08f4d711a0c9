// Incidents and exceptions as rows.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import {
  actsOn,
  type Facts,
  Incident,
  type OfficeAct,
  openOn,
  type Openings,
  othersOn,
  programOf,
  wayOut,
} from "./incident.ts";

const Row = Incident.omit({ wayOut: true, program: true, acts: true, others: true }).extend({
  ambient: z.boolean(),
  coolingDays: z.number(),
  excusable: z.boolean(),
  endable: z.boolean(),
});

export interface IncidentFilter {
  state: "open" | "ahead" | "closed";
  /** With "ahead": begins within so many days. */
  days: number;
}

/** Soonest first, after (first day, id). */
export async function incidentsAfter(
  tx: Tx,
  me: Me,
  filter: IncidentFilter,
  after: [string, string] | null,
  limit: number,
): Promise<Incident[]> {
  const rows = await tx.rows(
    Row,
    sql`
    with page as (${pageOf(me, filter, after, limit)}), approvers as materialized (${approvers})
    select x.*, coalesce(c.collides, false) and x.closed is null as collides, coalesce(c.excusable, false) as excusable, ${endable} as endable,
      case when not isempty(c.days) then jsonb_build_object('from', lower(c.days), 'to', upper(c.days)) end as left,
      (select max(e.until) from exceptions e left join duties d on (d.school_id, d.duty_id) = (x.school_id, x.duty_id)
        where (e.school_id, e.learner_id, e.wall) = (x.school_id, x.learner_id, x.wall) and e.until > ${me.today}::date
          and (e.duty_id = x.duty_id or e.relationship_id = coalesce(d.relationship_id, x.relationship_id))) as excepted_to,
      -- Nobody approves an exception for themselves.
      array(select a.email from approvers a where c.excusable and a.person_id not in (x.learner_id, x.educator_id) order by 1) as approvers
    from page x left join app.collisions(array(select incident_id from page)) c using (incident_id)
    order by x."from", x.incident_id`,
  );
  return rows.map(({ ambient, coolingDays, excusable, endable: canEnd, approvers: addresses, ...row }) => {
    const openings = { ...row, ambient, excusable, endable: canEnd };
    const acts = row.closed === null ? actsOn(openings, me) : [];
    return {
      ...row,
      program: programOf(row),
      wayOut: wayOut({ ...row, ambient, coolingDays } satisfies Facts, canBeTaken(openings, row.closed !== null, me)),
      acts,
      others: row.closed === null ? othersOn(openings, me) : [],
      approvers: acts.includes("ask for an exception") ? addresses : [],
    };
  });
}

/** Undefined: all. Rules that begin on a day ahead collide with what is signed then, and not yet today. */
function canBeTaken(openings: Openings, isClosed: boolean, { today }: Me): OfficeAct[] | undefined {
  const open = openOn(openings, today);
  return isClosed || (!openings.collides && open.length > 0) ? undefined : open;
}

/** As `app.end_for_incident` looks for what it ends. */
const endable = sql`exists (select from relationships r
  where (r.school_id, r.learner_id, r.educator_id) = (x.school_id, x.learner_id, x.educator_id) and r.ended_on is null
    and (r.relationship_id = x.relationship_id or exists (select from duties d where (d.school_id, d.relationship_id) = (r.school_id, r.relationship_id)
      and (d.duty_id = x.duty_id or d.duty_id = x.against_duty_id))))`;

const approvers = sql`select distinct p.person_id, p.email from offices o
  join office_capabilities k on (k.office, k.capability) = (o.office, 'approve exceptions')
  join people p on (p.school_id, p.person_id) = (o.school_id, o.person_id)
  where o.school_id = (select app.school()) and o.ended_at is null`;

const pageOf = (
  { schoolId, today }: Me,
  { state, days }: IncidentFilter,
  after: [string, string] | null,
  limit: number,
) => sql`
    select * from (
      select i.school_id, i.incident_id, i.kind, i.learner_id, l.given_name || ' ' || l.family_name as learner, i.educator_id, e.given_name || ' ' || e.family_name as educator,
        i.wall, i.duty_id, i.relationship_id, i.duty, s.duty as against, s.duty_id as against_duty_id, coalesce(nullif(d.about, ''), o.about, '') as about,
        lower(i.during) as from, upper(i.during) as to, i.found_at,
        lower(i.during) - ${today}::date as days_ahead,
        coalesce(case when i.duty in ('assesses', 'supervises') then d.learner_id is null and d.duty_id is not null else o.learner_id is null and o.duty_id is not null end, false) as ambient,
        coalesce(s.cooling_days, 0) as cooling_days,
        case when c.incident_id is not null then jsonb_build_object('outcome', c.outcome, 'by', b.given_name || ' ' || b.family_name,
          'at', to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as closed
      from incidents i
      join people l on (l.school_id, l.person_id) = (i.school_id, i.learner_id)
      join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
      left join duties d on (d.school_id, d.duty_id) = (i.school_id, i.duty_id)
      left join stands s on (s.school_id, s.stand_id) = (i.school_id, i.against_id)
      left join duties o on (o.school_id, o.duty_id) = (s.school_id, s.duty_id)
      left join incident_closures c on (c.school_id, c.incident_id) = (i.school_id, i.incident_id)
      left join people b on (b.school_id, b.person_id) = (c.school_id, c.closed_by)
      where i.school_id = ${schoolId} and (c.incident_id is not null) = (${state} = 'closed')
        and not (i.incident_id = any ((select app.waived_incidents())::uuid[]))
        and (${state} <> 'ahead' or (lower(i.during) > ${today}::date and lower(i.during) < ${today}::date + ${days}::int))) x
    where ${all([asked(after, ([day, id]) => sql`("from", incident_id) > (${day}::date, ${id}::uuid)`)])}
    order by "from", incident_id limit ${limit}`;

export async function closeIncident(
  tx: Tx,
  { schoolId, personId }: Me,
  incidentId: string,
  outcome: string,
): Promise<number> {
  return tx.run(sql`
    insert into incident_closures (school_id, incident_id, outcome, closed_by)
    select school_id, incident_id, ${outcome}, ${personId} from incidents where school_id = ${schoolId} and incident_id = ${incidentId}`);
}

/** How many relationships it ended: none where no open incident names one. */
export async function endRelationshipOf(tx: Tx, incidentId: string): Promise<number> {
  const Ended = z.object({ ended: z.number() });
  return (await tx.one(Ended, sql`select app.end_for_incident(${incidentId}) as ended`)).ended;
}

const Key = z.object({ exceptionId: Id });

/** What is to stand: a duty that is there, or a relationship that awaits signatures, on one wall. */
export interface Excepted {
  wall: string;
  dutyId?: string | undefined;
  relationshipId?: string | undefined;
}

export interface NewException extends Excepted {
  learnerId: string;
  educatorId: string;
  because: string;
  until: Day;
}

/** Until then the duty stands, by the database; that of a relationship once both have signed. */
export async function addException(
  tx: Tx,
  { schoolId, personId, today }: Me,
  exception: NewException,
): Promise<string> {
  const { learnerId, educatorId, wall, dutyId, relationshipId, because, until } = exception;
  const row = await tx.one(
    Key,
    sql`
    insert into exceptions (school_id, learner_id, educator_id, wall, duty_id, relationship_id, because, from_day, until, approved_by)
    values (${schoolId}, ${learnerId}, ${educatorId}, ${wall}, ${dutyId ?? null}, ${relationshipId ?? null}, ${because}, ${today}::date, ${until}::date, ${personId}) returning exception_id`,
  );
  return row.exceptionId;
}

const First = z.object({ day: Day.nullable() });

/** The first day of today and later on which it may not stand; null when no open incident says so. */
export async function firstCollision(
  tx: Tx,
  { schoolId }: Me,
  learnerId: string,
  { wall, dutyId, relationshipId }: Excepted,
): Promise<Day | null> {
  const { day } = await tx.one(
    First,
    sql`
    select min(lower(c.days)) as day from app.collisions(array(select incident_id from incidents
      where school_id = ${schoolId} and learner_id = ${learnerId} and wall = ${wall}
        and (duty_id = ${dutyId ?? null}::uuid or relationship_id = ${relationshipId ?? null}::uuid))) c`,
  );
  return day;
}
