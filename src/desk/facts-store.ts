// Pieces of SQL that several lists of the desk share.
import { type Sql, sql } from "../db/sql.ts";

/** The school's day, asked once per statement. */
export const today = sql`(select app.today(app.school()))`;

/** A learner's name, address, phase, status and campus, for the lines that are about one; to be narrowed by `and`. */
export const learnerFacts = sql`
  select p.school_id, p.person_id, p.given_name || ' ' || p.family_name as name, p.email, l.campus, s.phase, s.status
  from people p join learners l on (l.school_id, l.learner_id) = (p.school_id, p.person_id)
  left join lateral (select phase, status from standings s where (s.school_id, s.learner_id) = (p.school_id, p.person_id) and s.from_day <= ${today}
    order by s.from_day desc, s.at desc limit 1) s on true
  where true`;

export const name = (alias: Sql) => sql`${alias}.given_name || ' ' || ${alias}.family_name`;
