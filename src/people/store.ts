// The asker's own rows: who they are, where they are signed in.
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import { Account } from "./account.ts";
import { Me } from "./me.ts";

/** Null when the session is unknown, ended or expired. */
export function findMe(tx: Tx): Promise<Me | null> {
  return tx.maybe(Me, sql`select person_id, school_id, may, reads_only, today from app.me()`);
}

export function theAccount(tx: Tx, { personId, schoolId, may, today }: Me): Promise<Account> {
  return tx.one(
    Account,
    sql`
    select p.person_id, p.given_name, p.family_name, p.email, ${may}::text[] as may,
      array(select office from offices o where o.school_id = p.school_id and o.person_id = p.person_id and o.ended_at is null order by 1) as offices,
      exists (select from learners l where l.school_id = p.school_id and l.learner_id = p.person_id) as is_learner,
      exists (select from educators e where e.school_id = p.school_id and e.educator_id = p.person_id) as is_educator,
      jsonb_build_object('schoolId', s.school_id, 'name', s.name, 'slug', s.slug, 'timeZone', s.time_zone,
        'demo', s.demo, 'today', ${today}::date) as school
    from people p join schools s using (school_id)
    where p.school_id = ${schoolId} and p.person_id = ${personId}`,
  );
}
