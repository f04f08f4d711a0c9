// A learner's interests, needs and wishes as rows.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { programs } from "../programs/program.ts";
import { ranked, type WishFields, Wishes } from "./wish.ts";

const One = z.object({ there: z.boolean() });

/** Whether this is a learner whom the asker sees. */
export async function seesLearner(tx: Tx, { schoolId }: Me, learnerId: string): Promise<boolean> {
  const query = sql`select exists (select from learners where school_id = ${schoolId} and learner_id = ${learnerId}) as there`;
  return (await tx.one(One, query)).there;
}

export function findWishes(tx: Tx, { schoolId }: Me, learnerId: string): Promise<Wishes> {
  return tx.one(
    Wishes,
    sql`
    select coalesce(l.interests, '{}') as interests, coalesce(l.needs, '{}') as needs, coalesce(l.languages, '{}') as languages,
      coalesce((select jsonb_agg(jsonb_build_object('program', p.program, 'educatorId', p.educator_id, 'never', p.rank is null,
          'educator', e.given_name || ' ' || e.family_name)
          order by array_position(${[...programs]}::text[], p.program), p.rank nulls last, e.family_name, e.given_name, p.educator_id)
        from preferences p join people e on (e.school_id, e.person_id) = (p.school_id, p.educator_id)
        where p.school_id = ${schoolId} and p.learner_id = ${learnerId}), '[]') as wishes
    from (select) as always left join learner_profiles l on l.school_id = ${schoolId} and l.learner_id = ${learnerId}`,
  );
}

/** Which of these are educators here. */
export async function educatorsAmong(tx: Tx, { schoolId }: Me, ids: string[]): Promise<Set<string>> {
  const query = sql`select educator_id from educators where school_id = ${schoolId} and educator_id = any (${ids}::uuid[])`;
  const rows = await tx.rows(z.object({ educatorId: Id }), query);
  return new Set(rows.map(({ educatorId }) => educatorId));
}

/** Leaves alone what stays as it is, so that no event tells of it. Who writes at once waits at the profile's row. */
export async function writeWishes(tx: Tx, { schoolId }: Me, learnerId: string, fields: WishFields): Promise<void> {
  const { interests, needs, languages } = fields;
  await tx.run(sql`
    insert into learner_profiles as l (school_id, learner_id, interests, needs, languages)
    values (${schoolId}, ${learnerId}, ${interests}::text[], ${needs}::text[], ${languages}::text[])
    on conflict (school_id, learner_id) do update
      set interests = excluded.interests, needs = excluded.needs, languages = excluded.languages
      where (l.interests, l.needs, l.languages) is distinct from (excluded.interests, excluded.needs, excluded.languages)`);
  const given = ranked(fields).map(({ program, educatorId, rank }) => ({ program, educator_id: educatorId, rank }));
  const wished = sql`jsonb_to_recordset(${given}::jsonb) as w (program text, educator_id uuid, rank int)`;
  const kept = sql`array(select p.preference_id from preferences p join ${wished} using (program, educator_id)
    where p.school_id = ${schoolId} and p.learner_id = ${learnerId})`;
  await tx.run(sql`select app.withdraw_wishes(${learnerId}, ${kept})`);
  await tx.run(sql`update preferences p set rank = w.rank from ${wished}
    where p.school_id = ${schoolId} and p.learner_id = ${learnerId} and (p.program, p.educator_id) = (w.program, w.educator_id)
      and p.rank is distinct from w.rank`);
  await tx.run(sql`insert into preferences (school_id, learner_id, program, educator_id, rank)
    select ${schoolId}, ${learnerId}, w.program, w.educator_id, w.rank from ${wished}
    on conflict (school_id, learner_id, program, educator_id) where voided_by is null and withdrawn_at is null do nothing`);
}
