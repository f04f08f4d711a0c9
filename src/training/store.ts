// What educators completed and the hours they are given, with their load in each program.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import { Completion } from "./certification.ts";

const Load = z.object({ program: Program, places: z.number(), learners: z.number() });
const EducatorRow = z.object({
  educatorId: z.string(),
  name: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  department: z.string(),
  effortPercent: z.number(),
  pausedUntil: z.string().nullable(),
  completions: z.array(Completion),
  loads: z.array(Load),
});
export type EducatorRow = z.infer<typeof EducatorRow>;

const educator = sql`
  select e.educator_id, p.given_name || ' ' || p.family_name as name, p.family_name, p.given_name, e.department,
    coalesce(t.effort_percent, 0) as effort_percent, case when t.paused_until > (select app.today(app.school())) then t.paused_until end as paused_until,
    coalesce((select jsonb_agg(jsonb_build_object('module', c.module, 'completedOn', c.completed_on) order by c.completed_on desc, c.module)
      from trainings c where (c.school_id, c.educator_id) = (e.school_id, e.educator_id)), '[]') as completions,
    coalesce((select jsonb_agg(jsonb_build_object('program', c.program, 'places', c.places, 'learners',
        (select count(*) from relationships r where (r.school_id, r.educator_id, r.program) = (c.school_id, c.educator_id, c.program) and r.ended_on is null)))
      from capacities c where (c.school_id, c.educator_id) = (e.school_id, e.educator_id)), '[]') as loads
  from educators e join people p on (p.school_id, p.person_id) = (e.school_id, e.educator_id) and p.left_on is null
  left join educator_terms t on (t.school_id, t.educator_id) = (e.school_id, e.educator_id)`;

/** Educators after (family name, given name, id), in that order. */
export function educatorsAfter(
  tx: Tx,
  { schoolId }: Me,
  after: [string, string, string] | null,
  limit: number,
): Promise<EducatorRow[]> {
  return tx.rows(
    EducatorRow,
    sql`${educator}
    where ${all([
      sql`e.school_id = ${schoolId}`,
      asked(
        after,
        ([family, given, id]) => sql`(p.family_name, p.given_name, e.educator_id) > (${family}, ${given}, ${id}::uuid)`,
      ),
    ])}
    order by p.family_name, p.given_name, e.educator_id limit ${limit}`,
  );
}

/** Null when there is no such educator. What the asker may not see of them is missing, so ask only for whom they may. */
export function findEducator(tx: Tx, { schoolId }: Me, educatorId: string): Promise<EducatorRow | null> {
  return tx.maybe(EducatorRow, sql`${educator} where e.school_id = ${schoolId} and e.educator_id = ${educatorId}`);
}

const Trained = z.object({ educatorId: z.string(), places: z.number(), completions: z.array(Completion) });

/** Everybody with places in a program, and what they completed: for the places that a change of training costs. */
export function trainedFor(tx: Tx, { schoolId }: Me, program: Program): Promise<z.infer<typeof Trained>[]> {
  return tx.rows(
    Trained,
    sql`
    select c.educator_id, c.places, coalesce((select jsonb_agg(jsonb_build_object('module', t.module, 'completedOn', t.completed_on))
      from trainings t where (t.school_id, t.educator_id) = (c.school_id, c.educator_id)), '[]') as completions
    from capacities c join educators e using (school_id, educator_id)
    where c.school_id = ${schoolId} and c.program = ${program} and c.places > 0`,
  );
}
