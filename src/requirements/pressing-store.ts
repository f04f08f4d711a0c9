// Whose plan presses first, reckoned by the database for a whole school, so that only a page of plans is read. The same
// rules are in plan.ts for one plan; tests/plans-page.test.ts holds the two together.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, type Sql, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { called, standingOf } from "../people/person-store.ts";
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

/** The classes of which somebody is late: how many, and the oldest date. Only what has its date over is looked at. */
export function lateByClass(tx: Tx, { schoolId, today }: Me): Promise<z.infer<typeof Late>[]> {
  return tx.rows(
    Late,
    sql`with ${slotsOf(schoolId)},
    ${overOf(schoolId, sql`true`)},
    late as materialized (
      select l.school_id, l.learner_id, l.class_year, min(s.due) as since
      from learners l join slots s on s.class_year = l.class_year left join over o on o.learner_id = l.learner_id
      where l.school_id = ${schoolId} and s.due < ${today}::date and ${isOpen}
      group by l.school_id, l.learner_id, l.class_year)
    select l.class_year, count(*)::int as learners, min(l.since) as since
    from late l join people p on (p.school_id, p.person_id) = (l.school_id, l.learner_id)
    left join lateral (${standingOf(today)}) s on true
    where ${isHere} group by l.class_year order by l.class_year`,
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

/** What is asked of each class, with its dates and the places of what has to be done before. */
const slotsOf = (schoolId: string) => sql`
    asked as materialized (
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
      left join days d on (d.class_year, d.event) = (y.class_year, a.due_event))`;

/** Which places of each learner are over. `whose` narrows states `n`. */
const overOf = (schoolId: string, whose: Sql) => sql`
    over as materialized (
      select n.learner_id, array_agg(a.place order by a.place) as places
      from requirement_states n
      -- As arrays: of the few rows of \`asked\` the database believes there to be one, and would go through them for each state.
      join unnest(array(select set_id from asked order by place), array(select key from asked order by place),
        array(select place from asked order by place)) as a (set_id, key, place) on (a.set_id, a.key) = (n.set_id, n.key)
      where n.school_id = ${schoolId} and n.state in ('done', 'waived') and ${whose}
        -- Turns follow each other without a gap, so the next one overtook it; most states have none.
        and (n.learner_id, n.set_id, n.key, n.turn) not in (select learner_id, set_id, key, turn - 1 from requirement_states
          where school_id = ${schoolId} and turn > 1)
      group by n.learner_id)`;

/** Neither over nor kept waiting: of a slot `s` and what is over, `o`. */
const isOpen = sql`(o.places is null or not s.place = any (o.places)) and (s.before = '{}' or s.before <@ coalesce(o.places, '{}'))`;

/** Who is here, and what is over of each; and out of these and what is asked, each learner's groups and the date that presses. */
function reckoned({ schoolId, today }: Me, wanted: Wanted): Sql {
  const { classYear, phase, named } = wanted;
  // Of a whole school, a list of ids would be looked up for each state.
  const isNarrow = classYear !== undefined || phase !== undefined || named !== undefined;
  return sql`
    with ${slotsOf(schoolId)},
    here as materialized (
      select ${columns} from ${learners(today)}
      where ${all([
        sql`l.school_id = ${schoolId} and ${isHere}`,
        asked(classYear, (year) => sql`l.class_year = ${year}`),
        asked(phase, (name) => sql`coalesce(s.phase, '') = ${name}`),
        called(named),
      ])}),
    ${overOf(schoolId, isNarrow ? sql`n.learner_id = any (array(select person_id from here))` : sql`true`)},
    plans as materialized (
      select h.person_id, h.class_year, coalesce(o.places, '{}') as places from here h left join over o on o.learner_id = h.person_id),
    -- Learners of a class of whom the same is over have the same groups, so these are reckoned once.
    kinds as materialized (
      select o.class_year, o.places, coalesce(to_char(x.first, 'YYYY-MM-DD'), '~') collate "C" as pressing
      from (select distinct class_year, places from plans) o
      cross join lateral (
        select min(coalesce(s.due, '9999-12-31')) filter (where s.group_name in ('late', 'soon', 'next')) as first,
          ${fits(wanted)} as fits
        -- The offset keeps a group from being reckoned again wherever it is named.
        from (select set_id, key, due, ${groupName(today)} as group_name from slots
          where class_year = o.class_year offset 0) s) x
      where x.fits),
    reckoned as (select person_id, pressing from plans join kinds using (class_year, places))`;
}

const groupName = (today: string) => sql`
  case when place = any (o.places) then 'done' when before <> '{}' and not before <@ o.places then 'blocked'
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
