// What waits, read under the asker's own rules: a queue of something that they may not see is empty for them.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { dutyOf, Program, programs } from "../programs/program.ts";
import { learnerFacts, name, today } from "./facts-store.ts";
import { Ahead, Line } from "./queue.ts";
import { awaitedLines, draftLines, proposalLines, unmatchedLines } from "./run-lines-store.ts";
import { shakenLines } from "./shaken-store.ts";

/** The day on which a relationship was written, as the school counts days. */
const writtenOn = sql`(r.at at time zone (select time_zone from schools where school_id = (select app.school())))::date`;

/** By duty, the program of the relationship that it belongs to. */
const programOfDuty = Object.fromEntries(programs.map((program) => [dutyOf[program], program]));

export async function linesOf(tx: Tx, me: Me): Promise<Line[]> {
  const lists = await Promise.all(
    [wallLines, draftLines, awaitedLines, proposalLines, shakenLines, unmatchedLines, unsignedLines, capacityLines].map(
      (read) => read(tx, me),
    ),
  );
  return lists.flat();
}

/** What the educator of an incident does that may not be; of the duty that it meets the wall's page tells those who may know. */
const meets = sql`
  case i.duty when 'advises' then ' advises them' when 'counsels' then ' counsels them' when 'coaches' then ' coaches them' when 'mentors' then ' mentors them'
    when 'assesses' then ' assesses them' when 'supervises' then ' supervises them' else ' is not available to them' end || ', against the wall'`;

const Incident = Line.omit({ program: true }).extend({ program: Program.nullable() });

/** Not over, and not under an exception by which a relationship that waits for signatures may begin. */
const standsInTheWay = (incident: Sql) => sql`coalesce(upper(${incident}.during), 'infinity') > ${today}
  and not (${incident}.incident_id = any ((select app.waived_incidents())::uuid[]))`;

function wallLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Incident,
    sql`
    select 'wall ' || i.incident_id as key, 'wall' as queue, f.person_id, f.name as who, ${name(sql`e`)} as with_whom,
      coalesce(${programOfDuty}::jsonb ->> i.duty, (select r.program from relationships r where r.school_id = i.school_id and r.learner_id = i.learner_id and r.educator_id = i.educator_id and r.ended_on is null order by r.program limit 1)) as program,
      case when i.kind = 'assessment' then 'An assessment took place that no duty permits.'
        else ${name(sql`e`)} || ${meets} || case when lower(i.during) > ${today} then ' from ' || to_char(lower(i.during), 'Mon FMDD') || ' on.' else '.' end end as found,
      greatest(lower(i.during) - 3, ${today}) as by,
      case i.duty when 'supervises' then 'Ask for another supervisor' when 'assesses' then 'Ask for another assessor' else 'Find somebody else for this role' end as next,
      'open incident' as action, i.incident_id::text as target, '{}'::text[] as addresses, f.phase, f.campus
    from incidents i join (${learnerFacts}) f on (f.school_id, f.person_id) = (i.school_id, i.learner_id)
    join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
    where i.school_id = ${schoolId} and ${standsInTheWay(sql`i`)}
      and not exists (select from incident_closures c where (c.school_id, c.incident_id) = (i.school_id, i.incident_id))`,
  );
}

/** One that a wall keeps from beginning waits among the incidents: signing would not help it. */
function unsignedLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    select 'unsigned ' || r.relationship_id as key, 'unsigned' as queue, f.person_id, f.name as who, ${name(sql`e`)} as with_whom, r.program,
      case when s.learner_signed then 'Waits for ' || ${name(sql`e`)} when s.educator_signed then 'Waits for ' || f.name else 'Waits for both' end
        || case ${today} - ${writtenOn} when 0 then ', since today.' when 1 then ', one day.' else ', ' || (${today} - ${writtenOn}) || ' days.' end as found,
      greatest(${writtenOn} + 14, ${today}) as by,
      case when s.learner_signed or s.educator_signed then 'Ask them to read and sign' else 'Ask both to read and sign' end as next,
      'open relationship' as action, r.relationship_id::text as target,
      array(select q.email from people q where q.school_id = r.school_id
        and ((q.person_id = r.learner_id and not s.learner_signed) or (q.person_id = r.educator_id and not s.educator_signed))) as addresses,
      f.phase, f.campus
    from relationships r join (${learnerFacts}) f on (f.school_id, f.person_id) = (r.school_id, r.learner_id)
    join people e on (e.school_id, e.person_id) = (r.school_id, r.educator_id)
    join app.agreement_states(array(select relationship_id from relationships
      where school_id = ${schoolId} and started_on is null and ended_on is null)) s on s.relationship_id = r.relationship_id
    where r.school_id = ${schoolId} and r.started_on is null and r.ended_on is null
      and not exists (select from incidents i where (i.school_id, i.relationship_id) = (r.school_id, r.relationship_id) and ${standsInTheWay(sql`i`)}
        and not exists (select from incident_closures c where (c.school_id, c.incident_id) = (i.school_id, i.incident_id)))`,
  );
}

function capacityLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    select 'capacity ' || c.program || c.educator_id as key, 'capacity' as queue, c.educator_id as person_id, ${name(sql`e`)} as who, null as with_whom, c.program,
      case when t.paused_until > ${today} then 'Away until ' || to_char(t.paused_until, 'Mon FMDD') || ', and guides ' || r.running || '.'
        else 'Guides ' || r.running || ', with ' || case c.places when 0 then 'no place' when 1 then 'one place' else c.places || ' places' end || '.' end as found,
      null as by, case when t.paused_until > ${today} then 'Offer cover, or a pause' else 'Raise the places, or move one learner' end as next,
      'open person' as action, c.educator_id::text as target, '{}'::text[] as addresses, null as phase, ed.campus
    from capacities c
    join (select educator_id, program, count(*)::int as running from relationships
      where school_id = ${schoolId} and ended_on is null group by educator_id, program) r using (educator_id, program)
    join educators ed on (ed.school_id, ed.educator_id) = (c.school_id, c.educator_id)
    join educator_terms t on (t.school_id, t.educator_id) = (c.school_id, c.educator_id)
    join people e on (e.school_id, e.person_id) = (c.school_id, c.educator_id)
    where c.school_id = ${schoolId} and (r.running > c.places or t.paused_until > ${today})`,
  );
}

/** More bars than this are no picture; the wall's page has them all. */
const aheadMost = 40;

export async function aheadOf(tx: Tx, { schoolId }: Me): Promise<{ ahead: Ahead[]; aheadCount: number }> {
  const found = await tx.rows(
    Ahead.extend({ of: z.number() }),
    sql`
    select count(*) over ()::int as of, i.incident_id, ${name(sql`l`)} as who, ${name(sql`e`)} as with_whom,
      coalesce(${programOfDuty}::jsonb ->> i.duty, (select r.program from relationships r where r.school_id = i.school_id
        and r.learner_id = i.learner_id and r.educator_id = i.educator_id and r.ended_on is null order by r.program limit 1)) as program,
      coalesce(nullif(d.about, ''), 'Somebody else must take this role') as duty, lower(i.during) as from, upper(i.during) as to,
      greatest(lower(i.during) - ${today}, 0) as days_ahead
    from incidents i left join duties d using (school_id, duty_id)
    join people l on (l.school_id, l.person_id) = (i.school_id, i.learner_id)
    join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
    where i.school_id = ${schoolId} and coalesce(upper(i.during), 'infinity') > ${today}
      and lower(i.during) < ${today} + 84
      and not exists (select from incident_closures c where (c.school_id, c.incident_id) = (i.school_id, i.incident_id))
    order by lower(i.during), 3 limit ${aheadMost}`,
  );
  return { ahead: found.map((one) => Ahead.parse(one)), aheadCount: found[0]?.of ?? 0 };
}

const LastImport = z.object({ at: z.string().nullable() });

export async function rostersReadAt(tx: Tx, { schoolId }: Me): Promise<string | null> {
  const { at } = await tx.one(
    LastImport,
    sql`select max(made_at) as at from imports where school_id = ${schoolId} and undone_by is null`,
  );
  return at;
}
