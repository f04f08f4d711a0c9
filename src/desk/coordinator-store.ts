// What waits, read under the asker's own rules: a queue of something that they may not see is empty for them.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { learnerFacts, name, today } from "./facts-store.ts";
import { planLines } from "./plan-lines-store.ts";
import { Line } from "./queue.ts";
import { draftLines, proposalLines } from "./run-lines-store.ts";
import { shakenLines } from "./shaken-store.ts";
import { wallLines } from "./wall-lines-store.ts";

/** The day on which a relationship was written, as the school counts days. */
const writtenOn = sql`(r.at at time zone (select time_zone from schools where school_id = (select app.school())))::date`;

export async function linesOf(tx: Tx, me: Me): Promise<Line[]> {
  const lists = await Promise.all(
    [wallLines, draftLines, proposalLines, shakenLines, unsignedLines, planLines, capacityLines].map((read) =>
      read(tx, me),
    ),
  );
  return lists.flat();
}

/** Not over, and not under an exception by which a relationship that waits for signatures may begin. */
const standsInTheWay = (incident: Sql) => sql`coalesce(upper(${incident}.during), 'infinity') > ${today}
  and not (${incident}.incident_id = any ((select app.waived_incidents())::uuid[]))`;

/** One that a wall keeps from beginning waits among the incidents: signing would not help it. */
function unsignedLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    select concat_ws(' ', 'unsigned', r.relationship_id, s.learner_signed, s.educator_signed) as key, 'unsigned' as queue, f.person_id, f.name as who, ${name(sql`e`)} as with_whom, r.program,
      case when s.learner_signed then 'Waits for ' || ${name(sql`e`)} when s.educator_signed then 'Waits for ' || f.name else 'Waits for both' end
        || case ${today} - ${writtenOn} when 0 then ', since today.' when 1 then ', one day.' else ', ' || (${today} - ${writtenOn}) || ' days.' end as found,
      greatest(${writtenOn} + 14, ${today}) as by,
      case when s.learner_signed or s.educator_signed then 'Ask them to read and sign' else 'Ask both to read and sign' end as next,
      'open relationship' as action, r.relationship_id::text as target,
      array_remove(array[case when not s.learner_signed then f.email end, case when not s.educator_signed then e.email end], null) as addresses, 0 as awaited,
      f.phase, f.campus
    from relationships r join (${learnerFacts}) f on (f.school_id, f.person_id) = (r.school_id, r.learner_id)
    join people e on (e.school_id, e.person_id) = (r.school_id, r.educator_id)
    join app.agreement_states(array(select relationship_id from relationships
      where school_id = ${schoolId} and started_on is null and ended_on is null)) s on s.relationship_id = r.relationship_id
    where r.school_id = ${schoolId} and r.started_on is null and r.ended_on is null
      and not exists (select from open_incidents i where (i.school_id, i.relationship_id) = (r.school_id, r.relationship_id) and ${standsInTheWay(sql`i`)})`,
  );
}

function capacityLines(tx: Tx, { schoolId }: Me): Promise<Line[]> {
  return tx.rows(
    Line,
    sql`
    select concat_ws(' ', 'capacity', c.program, c.educator_id, r.running, c.places, t.paused_until) as key, 'capacity' as queue, c.educator_id as person_id, ${name(sql`e`)} as who, null as with_whom, c.program,
      case when t.paused_until > ${today} then 'Away, back on ' || to_char(t.paused_until, 'Mon FMDD') || ', and guides ' || r.running || '.'
        else 'Guides ' || r.running || ', with ' || case c.places when 0 then 'no place' when 1 then 'one place' else c.places || ' places' end || '.' end as found,
      null as by, case when t.paused_until > ${today} then 'Offer cover, or a pause' else 'Raise the places, or move one learner' end as next,
      'open person' as action, c.educator_id::text as target, '{}'::text[] as addresses, 0 as awaited, null as phase, ed.campus
    from capacities c
    join (select educator_id, program, count(*)::int as running from relationships
      where school_id = ${schoolId} and ended_on is null group by educator_id, program) r using (educator_id, program)
    join educators ed on (ed.school_id, ed.educator_id) = (c.school_id, c.educator_id)
    join educator_terms t on (t.school_id, t.educator_id) = (c.school_id, c.educator_id)
    join people e on (e.school_id, e.person_id) = (c.school_id, c.educator_id)
    where c.school_id = ${schoolId} and (r.running > c.places or t.paused_until > ${today})`,
  );
}

const LastImport = z.object({ at: z.string().nullable() });

export async function rostersReadAt(tx: Tx, { schoolId }: Me): Promise<string | null> {
  const { at } = await tx.one(
    LastImport,
    sql`select max(made_at) as at from imports where school_id = ${schoolId} and undone_by is null`,
  );
  return at;
}
