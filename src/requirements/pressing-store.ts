// Whose plan presses first, reckoned by the database for a whole school, so that only a page of plans is read. The same
// rules are in plan.ts for one plan; tests/plans-page.test.ts holds the two together.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { called } from "../people/person-store.ts";
import { columns, isHere, learners } from "./plan-store.ts";
import { type Group, soonDays } from "./plan.ts";
import { newest } from "./store.ts";

export interface Wanted {
  classYear?: number | undefined;
  phase?: string | undefined;
  /** Words of a name, or nearly so. */
  named?: string | undefined;
  group?: Group | undefined;
  setId?: string | undefined;
  key?: string | undefined;
}

/** With `pressing` as plan.ts says it. */
const Pressing = z.object({ personId: Id, pressing: z.string() });

/** By what presses, then by id. */
export function pressingAfter(
  tx: Tx,
  me: Me,
  wanted: Wanted & { after: [string, string] | null; limit: number },
): Promise<z.infer<typeof Pressing>[]> {
  return tx.rows(
    Pressing,
    sql`${reckoned(me, wanted)}
    select person_id, pressing from reckoned
    where ${all([asked(wanted.after, ([need, id]) => sql`(pressing, person_id) > (${need}, ${id}::uuid)`)])}
    order by pressing, person_id limit ${wanted.limit}`,
  );
}

const Late = z.object({ classYear: z.number().int(), learners: z.number().int(), since: Day });

/** The classes of which somebody is late: how many, and the oldest date. */
export function lateByClass(tx: Tx, me: Me): Promise<z.infer<typeof Late>[]> {
  return tx.rows(
    Late,
    sql`${reckoned(me, { group: "late" })}
    select class_year, count(*)::int as learners, min(pressing)::date as since from reckoned
    group by class_year order by class_year`,
  );
}

const Choices = z.object({ classYears: z.array(z.number().int()), phases: z.array(z.string()) });

/** The classes and phases of the learners who are here. */
export function choicesOf(tx: Tx, { schoolId, today }: Me): Promise<z.infer<typeof Choices>> {
  return tx.one(
    Choices,
    sql`select coalesce(array_agg(distinct class_year order by class_year), '{}') as class_years,
      coalesce(array_agg(distinct phase order by phase) filter (where phase <> ''), '{}') as phases
    from (select ${columns} from ${learners(today)} where l.school_id = ${schoolId} and ${isHere}) here`,
  );
}

/**
 * What is asked of each class with its dates and the places of what has to be done before; who is here; which places of
 * each are over; and out of these, each learner's groups and the date that presses.
 */
function reckoned({ schoolId, today }: Me, wanted: Wanted): Sql {
  return sql`
    with asked as materialized (
      select r.set_id, r.key, r.class_year, r.due_on, r.due_event, r.due_days, r.depends_on, (row_number() over ())::int as place
      from requirement_sets s join requirements r using (school_id, set_id, version) where s.school_id = ${schoolId} and ${newest}),
    days as materialized (
      select distinct on (class_year, event) class_year, event, on_day from timeline_days
      where school_id = ${schoolId} order by class_year, event, version desc),
    slots as materialized (
      select y.class_year, a.set_id, a.key, a.place, coalesce(a.due_on, d.on_day + a.due_days) as due,
        array(select b.place from asked b where b.set_id = a.set_id and b.key = any (a.depends_on)
          and coalesce(b.class_year, y.class_year) = y.class_year) as before
      from (select distinct class_year from learners where school_id = ${schoolId}) y
      join asked a on coalesce(a.class_year, y.class_year) = y.class_year
      left join days d on (d.class_year, d.event) = (y.class_year, a.due_event)),
    here as materialized (
      select ${columns} from ${learners(today)}
      where ${all([
        sql`l.school_id = ${schoolId} and ${isHere}`,
        asked(wanted.classYear, (year) => sql`l.class_year = ${year}`),
        asked(wanted.phase, (phase) => sql`coalesce(s.phase, '') = ${phase}`),
        called(wanted.named),
      ])}),
    -- Looked up rather than joined: the database takes these few rows for one, and would go through all of them each time.
    places as materialized (select jsonb_object_agg(set_id || ' ' || key, place) as by_name from asked),
    over as materialized (
      select learner_id, array_agg(((select by_name from places) ->> (set_id || ' ' || key))::int) as places
      from (select distinct on (learner_id, set_id, key) learner_id, set_id, key, state from requirement_states
        where school_id = ${schoolId} and learner_id = any (array(select person_id from here))
        order by learner_id, set_id, key, turn desc) n
      where state in ('done', 'waived') group by learner_id),
    reckoned as (
      select h.person_id, h.class_year, coalesce(to_char(x.first, 'YYYY-MM-DD'), '~') collate "C" as pressing
      from here h left join over o on o.learner_id = h.person_id
      cross join lateral (
        select min(coalesce(s.due, '9999-12-31')) filter (where s.group_name in ('late', 'soon', 'next')) as first,
          ${fits(wanted)} as fits
        -- The offset keeps a group from being reckoned again wherever it is named.
        from (select set_id, key, due, ${groupName(today)} as group_name from slots
          where class_year = h.class_year offset 0) s) x
      where x.fits)`;
}

const groupName = (today: string) => sql`
  case when place = any (o.places) then 'done' when before <> '{}' and not before <@ coalesce(o.places, '{}') then 'blocked'
    when due < ${today}::date then 'late' when due <= ${today}::date + ${soonDays}::int then 'soon' else 'next' end`;

/** Whether something is in the group that somebody asked for, and the requirement is in the plan and not over. */
function fits({ group, setId, key }: Wanted): Sql {
  return all([
    asked(group, (name) => sql`coalesce(bool_or(s.group_name = ${name}), false)`),
    asked(
      key,
      (one) =>
        sql`coalesce(bool_or(s.set_id = ${setId ?? null}::uuid and s.key = ${one} and s.group_name <> 'done'), false)`,
    ),
  ]);
}
