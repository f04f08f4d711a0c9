// Sets of requirements and dated events as rows: the newest version of each counts.
import { z } from "zod";
import { Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { type Requirement, RequirementSet } from "./requirement.ts";
import { KeptDay } from "./timeline.ts";

/** Of a version `s`: its requirements in order, in the shape of requirement.ts. */
const itemsOf = sql`coalesce((select jsonb_agg(jsonb_build_object('key', r.key, 'title', r.title, 'kind', r.kind, 'phase', r.phase,
    'classYear', r.class_year, 'dependsOn', r.depends_on, 'signedBy', r.signed_by, 'how', r.how,
    'due', case when r.due_on is not null then jsonb_build_object('on', r.due_on)
      when r.due_event is not null then jsonb_build_object('event', r.due_event, 'days', r.due_days) end) order by r.place)
  from requirements r where (r.school_id, r.set_id, r.version) = (s.school_id, s.set_id, s.version)), '[]')`;

/** Of a version `s`. */
export const newest = sql`s.version = (select max(version) from requirement_sets n where (n.school_id, n.set_id) = (s.school_id, s.set_id))`;

/** By name. */
export function setsOf(tx: Tx, { schoolId }: Me): Promise<RequirementSet[]> {
  return tx.rows(
    RequirementSet,
    sql`select s.set_id, s.version, s.name, s.written_at, ${itemsOf} as items from requirement_sets s
    where s.school_id = ${schoolId} and ${newest} order by s.name, s.set_id`,
  );
}

/** The newest version, or that one. */
export function findSet(tx: Tx, { schoolId }: Me, setId: string, version?: number): Promise<RequirementSet | null> {
  return tx.maybe(
    RequirementSet,
    sql`select s.set_id, s.version, s.name, s.written_at, ${itemsOf} as items from requirement_sets s
    where s.school_id = ${schoolId} and s.set_id = ${setId} and ${version === undefined ? newest : sql`s.version = ${version}`}`,
  );
}

const Version = z.object({ version: z.number().int(), because: z.string(), writtenAt: Instant, writtenBy: z.string() });

export function versionsOf(tx: Tx, { schoolId }: Me, setId: string): Promise<z.infer<typeof Version>[]> {
  return tx.rows(
    Version,
    sql`select s.version, s.because, s.written_at, coalesce(p.given_name || ' ' || p.family_name, '') as written_by
    from requirement_sets s left join people p on (p.school_id, p.person_id) = (s.school_id, s.written_by)
    where s.school_id = ${schoolId} and s.set_id = ${setId} order by s.version desc limit 20`,
  );
}

export interface NextVersion {
  setId: string;
  version: number;
  name: string;
  because: string;
  items: Requirement[];
}

/** Refused by the database when somebody wrote that version meanwhile, or where requirements wait in a circle. */
export async function addVersion(tx: Tx, { schoolId, personId }: Me, next: NextVersion): Promise<void> {
  const { setId, version, name, because, items } = next;
  await tx.run(sql`
    insert into requirement_sets (school_id, set_id, version, name, because, written_by)
    values (${schoolId}, ${setId}, ${version}, ${name}, ${because}, ${personId})`);
  const rows = items.map(({ due, ...item }, at) => ({
    key: item.key,
    place: at + 1,
    title: item.title,
    kind: item.kind,
    phase: item.phase,
    class_year: item.classYear,
    due_on: due !== null && "on" in due ? due.on : null,
    due_event: due !== null && "event" in due ? due.event : null,
    due_days: due !== null && "event" in due ? due.days : null,
    depends_on: item.dependsOn,
    signed_by: item.signedBy,
    how: item.how,
  }));
  await tx.run(sql`
    insert into requirements (school_id, set_id, version, key, place, title, kind, phase, class_year, due_on, due_event, due_days, depends_on, signed_by, how)
    select ${schoolId}, ${setId}, ${version}, r.key, r.place, r.title, r.kind, r.phase, r.class_year, r.due_on, r.due_event, r.due_days,
      array(select jsonb_array_elements_text(r.depends_on)), r.signed_by, r.how
    from jsonb_to_recordset(${rows}::jsonb) as r (key text, place int, title text, kind text, phase text, class_year int, due_on date,
      due_event text, due_days int, depends_on jsonb, signed_by text, how text)`);
}

/** The days that are there, by class and day; events taken out only on request, for their version. */
export function daysOf(tx: Tx, { schoolId }: Me, { withOut = false } = {}): Promise<KeptDay[]> {
  return tx.rows(
    KeptDay,
    sql`select * from (select distinct on (class_year, event) class_year, event, version, title, on_day as on, begins_phase, source
      from timeline_days where school_id = ${schoolId} order by class_year, event, version desc) as newest
    where ${withOut ? sql`true` : sql`"on" is not null`} order by class_year, "on", event`,
  );
}

/** Each as the version after the one that it bears. */
export async function addDays(tx: Tx, { schoolId, personId }: Me, days: KeptDay[]): Promise<void> {
  const rows = days.map((day) => ({
    class_year: day.classYear,
    event: day.event,
    version: day.version + 1,
    title: day.title,
    on_day: day.on,
    begins_phase: day.beginsPhase,
    source: day.source,
  }));
  await tx.run(sql`
    insert into timeline_days (school_id, class_year, event, version, title, on_day, begins_phase, source, written_by)
    select ${schoolId}, d.class_year, d.event, d.version, d.title, d.on_day, d.begins_phase, d.source, ${personId}
    from jsonb_to_recordset(${rows}::jsonb) as d (class_year int, event text, version int, title text, on_day date, begins_phase boolean, source text)`);
}
