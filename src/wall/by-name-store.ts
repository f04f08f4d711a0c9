// Who stands where by the learner's name, from few rows however many stands there are.
import { z } from "zod";
import { Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { all, asked, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Stand } from "./stand.ts";
import { standColumns, type StandFilter, standsAsked, standTablesOf } from "./store.ts";

/** Where a page ended: family name, given name and id of the learner, first day and id of the stand. */
export const ByLearner = z.tuple([z.string(), z.string(), Id, Day, Id]);
const Named = Stand.extend({ familyName: z.string(), givenName: z.string() });

/** By the learner's name, and the soonest to begin first within a learner. */
export function standsByName(
  tx: Tx,
  { schoolId }: Me,
  filter: StandFilter,
  after: z.infer<typeof ByLearner> | null,
  limit: number,
): Promise<z.infer<typeof Named>[]> {
  const isAfter = asked(
    after,
    ([family, given, learnerId, from, standId]) =>
      sql`(l.family_name, l.given_name, l.person_id, lower(s.during), s.stand_id) > (${family}, ${given}, ${learnerId}::uuid, ${from}::date, ${standId}::uuid)`,
  );
  return tx.rows(
    Named,
    sql`
    -- Learners in the order of their names, until as many have a stand as rows are asked for.
    with next as (
      select l.person_id from people l
      where ${all([
        sql`l.school_id = ${schoolId} and l.voided_by is null`,
        asked(after, ([family, given]) => sql`(l.family_name, l.given_name) >= (${family}, ${given})`),
        sql`exists (
          select from stands s left join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
          where ${all([
            ...standsAsked(schoolId, filter),
            sql`l.person_id in (s.lo, s.hi)`,
            sql`d.educator_id is distinct from l.person_id`,
            isAfter,
          ])})`,
      ])}
      order by l.family_name, l.given_name, l.person_id limit ${limit}),
    page as (
      select distinct s.* from next n join stands s on n.person_id in (s.lo, s.hi)
      where ${all(standsAsked(schoolId, filter))})
    select ${standColumns}, l.family_name, l.given_name from ${standTablesOf(sql`page`)}
    where ${all([sql`l.person_id in (select person_id from next)`, isAfter])}
    order by l.family_name, l.given_name, l.person_id, lower(s.during), s.stand_id limit ${limit}`,
  );
}

export function learnerKeys({ familyName, givenName, learnerId, from, standId }: z.infer<typeof Named>): string[] {
  return [familyName, givenName, learnerId, from, standId];
}
