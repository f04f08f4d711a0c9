// The log's lines about reading, for the person whom they are about.
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "./me.ts";
import { Reading } from "./reading.ts";

/** Newest first, after (instant, id). Instants are cut to what a cursor carries, so that no line falls between two pages. */
export function readingsAfter(
  tx: Tx,
  { schoolId, personId }: Me,
  after: [at: string, id: string] | null,
  limit: number,
): Promise<Reading[]> {
  return tx.rows(
    Reading,
    sql`
    select e.event_id as reading_id, date_trunc('milliseconds', e.at) as at, e.subject,
      jsonb_build_object('personId', e.actor_id, 'name', p.given_name || ' ' || p.family_name,
        'offices', array(select distinct office from offices o where (o.school_id, o.person_id) = (e.school_id, e.actor_id)
          and o.given_at <= e.at and (o.ended_at is null or o.ended_at > e.at) order by 1)) as reader
    from events e left join people p on (p.school_id, p.person_id) = (e.school_id, e.actor_id)
    where e.school_id = ${schoolId} and e.about_id = ${personId} and e.verb = 'read' and e.actor_id <> ${personId}
      and (${after?.[0] ?? null}::timestamptz is null
        or (date_trunc('milliseconds', e.at), e.event_id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by date_trunc('milliseconds', e.at) desc, e.event_id desc limit ${limit}`,
  );
}
