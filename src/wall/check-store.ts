// What the wall's check rests on, read once: of the asker only, and as far as their own rules let them see.
import { z } from "zod";
import { addDays, Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Duty } from "../programs/charter.ts";
import { Excepted, OpenIncidents, type WallFacts } from "./check.ts";

const Guiding = z.object({ personId: Id, name: z.string(), duty: Duty });
const Judging = z.object({ personId: Id, from: Day });
const Assessed = z.object({ personId: Id, name: z.string(), on: Day });
const Horizon = z.object({ at: z.string(), knownUntil: Day.nullable() });

/** Of one side only, for who is learner and educator both. Closed stands and other people's are not theirs to see. */
export async function wallFacts(tx: Tx, me: Me, as: WallFacts["as"]): Promise<WallFacts> {
  const [guiding, judging, incidents, exceptions, assessed, { at, knownUntil }] = await Promise.all([
    tx.rows(Guiding, sql`${guides(me, as)} select distinct person_id, name, duty from guides order by name, duty`),
    judgingOf(tx, me, as),
    tx.rows(
      OpenIncidents,
      sql`select wall, from_day as from, until as to, incidents from app.my_incidents()
        where as_learner = ${as === "learner"} order by from_day, wall`,
    ),
    exceptionsOf(tx, me, as),
    assessedBy(tx, me, as),
    horizonOf(tx, me),
  ]);
  const last = [knownUntil, ...incidents.map(({ to }) => to)]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  const { today } = me;
  return {
    as,
    today,
    checkedAt: at,
    guiding,
    judging,
    incidents,
    exceptions,
    assessed,
    knownUntil: last === undefined ? null : addDays(last, -1),
  };
}

/** Whoever stands on a guiding side with the asker today, the asker being the one or the other of the duty. */
function guides({ schoolId, personId, today }: Me, as: WallFacts["as"]) {
  const other = as === "learner" ? sql`d.educator_id` : sql`d.learner_id`;
  const own = as === "learner" ? sql`d.learner_id` : sql`d.educator_id`;
  return sql`
    with guides as (
      select s.lo, s.hi, s.wall, s.during, p.person_id, p.given_name || ' ' || p.family_name as name, s.duty
      from stands s join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id) and ${own} = ${personId}
      join people p on p.school_id = s.school_id and p.person_id = ${other}
      where s.school_id = ${schoolId} and ${personId}::uuid in (s.lo, s.hi) and s.side not in ('judge', 'closed') and s.during @> ${today}::date)`;
}

function judgingOf(tx: Tx, me: Me, as: WallFacts["as"]) {
  return tx.rows(
    Judging,
    sql`${guides(me, as)}
    select g.person_id, min(greatest(lower(s.during), ${me.today}::date)) as from
    from stands s join (select distinct lo, hi, person_id from guides) g on (g.lo, g.hi) = (s.lo, s.hi)
    where s.school_id = ${me.schoolId} and s.side = 'judge' and s.exception_id is null and coalesce(upper(s.during), 'infinity') > ${me.today}::date
    group by 1 order by 2`,
  );
}

/** The days of an exception are those on which something stands by it; of a relationship that is not signed, nothing does yet. */
function exceptionsOf(tx: Tx, { schoolId, personId, today }: Me, as: WallFacts["as"]) {
  const [own, other] =
    as === "learner" ? [sql`e.learner_id`, sql`e.educator_id`] : [sql`e.educator_id`, sql`e.learner_id`];
  return tx.rows(
    Excepted,
    sql`
    select e.wall, p.person_id, p.given_name || ' ' || p.family_name as name, s.from, coalesce(s.until, e.until) as until, e.because,
      app.approver_name(e.exception_id) as approved_by
    from exceptions e
    left join people p on (p.school_id, p.person_id) = (e.school_id, ${other})
    cross join lateral (select min(lower(x.during)) as from, max(upper(x.during)) as until from stands x
      where (x.school_id, x.exception_id) = (e.school_id, e.exception_id)) s
    where e.school_id = ${schoolId} and ${own} = ${personId} and coalesce(s.until, e.until) > ${today}::date
      and (s.from is not null or exists (select from relationships r
        where (r.school_id, r.relationship_id) = (e.school_id, e.relationship_id) and r.started_on is null and r.ended_on is null))
    order by s.from nulls last, 5`,
  );
}

/** A record that a guide made on a day on which they guided; only an exception lets one be made. */
function assessedBy(tx: Tx, me: Me, as: WallFacts["as"]) {
  const [own, other] =
    as === "learner" ? [sql`a.learner_id`, sql`a.assessor_id`] : [sql`a.assessor_id`, sql`a.learner_id`];
  return tx.rows(
    Assessed,
    sql`${guides(me, as)}
    select g.person_id, g.name, max(a.on_day) as on from guides g
    join assessments a on a.school_id = ${me.schoolId} and ${own} = ${me.personId} and ${other} = g.person_id and g.during @> a.on_day
    where g.wall = 'assessment' group by 1, 2 order by 3, 2`,
  );
}

/** The end of the last duty of a judge that has one, toward the asker or of theirs. */
function horizonOf(tx: Tx, { schoolId, personId, today }: Me) {
  return tx.one(
    Horizon,
    sql`
    select clock_timestamp() as at, (select max(upper(during)) from stands where school_id = ${schoolId} and ${personId}::uuid in (lo, hi)
      and side = 'judge' and upper(during) > ${today}::date) as known_until`,
  );
}
