// What the two homes read beside the earlier slices' own rows: always the asker's, as far as their rules let them see.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Program } from "../programs/program.ts";
import { JudgingDuty, LearnerFacts } from "./educator-home.ts";
import { Standing } from "./learner-home.ts";

const LearnerRow = z.object({ classYear: z.number().int(), campus: z.string() });

/** Null when the asker is no learner. */
export function findLearnerRow(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof LearnerRow> | null> {
  return tx.maybe(
    LearnerRow,
    sql`select class_year, campus from learners where school_id = ${schoolId} and learner_id = ${personId}`,
  );
}

/** Newest first. Of two rows from the same day the one written last counts. */
export function standingsOf(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Standing>[]> {
  return tx.rows(
    Standing,
    sql`
    select phase, status, "from" from (
      select distinct on (from_day) phase, status, from_day as "from" from standings
      where school_id = ${schoolId} and learner_id = ${personId} order by from_day desc, at desc) s
    order by "from" desc`,
  );
}

const About = z.object({ educatorId: Id, about: z.string() });

/** Department and campus of these educators, by id. */
export async function aboutEducators(tx: Tx, { schoolId }: Me, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows(
    About,
    sql`
    select educator_id, concat_ws(', ', nullif(department, ''), nullif(campus, '')) as about from educators
    where school_id = ${schoolId} and educator_id = any (${ids}::uuid[])`,
  );
  return new Map(rows.map(({ educatorId, about }) => [educatorId, about]));
}

/** Class, campus and present standing of these learners, as far as the asker sees them. */
export function factsOfLearners(tx: Tx, { schoolId, today }: Me, ids: string[]): Promise<LearnerFacts[]> {
  return tx.rows(
    LearnerFacts,
    sql`
    select l.learner_id, l.class_year, l.campus, s.phase, s.status from learners l
    left join lateral (select phase, status from standings where (school_id, learner_id) = (l.school_id, l.learner_id)
      and from_day <= ${today}::date order by from_day desc, at desc limit 1) s on true
    where l.school_id = ${schoolId} and l.learner_id = any (${ids}::uuid[])`,
  );
}

/** The asker's own duties of assessment and supervision, of today or ahead; those alike but for the learner as one. */
export function judgingDuties(tx: Tx, { schoolId, personId, today }: Me): Promise<JudgingDuty[]> {
  return tx.rows(
    JudgingDuty,
    sql`
    select duty, about, class_year, count(learner_id)::int as learners, lower(during) as "from", upper(during) as "to" from duties
    where school_id = ${schoolId} and educator_id = ${personId} and duty in ('assesses', 'supervises')
      and coalesce(upper(during), 'infinity') > ${today}::date
    group by duty, about, class_year, during order by lower(during), about limit 50`,
  );
}

const Read = z.object({ program: Program, version: z.number().int() });
export type UnreadCharter = z.infer<typeof Read>;

/** Programs whose charter in force the asker has not acknowledged. */
export function unreadCharters(tx: Tx, { schoolId, personId, today }: Me): Promise<UnreadCharter[]> {
  return tx.rows(
    Read,
    sql`
    select c.program, c.version from (select distinct on (program) program, version from charters
      where school_id = ${schoolId} and (in_force_from <= ${today}::date or version = 1) order by program, version desc) c
    where not exists (select from acknowledgements a where a.school_id = ${schoolId} and (a.program, a.version) = (c.program, c.version)
      and a.person_id = ${personId})`,
  );
}

const Wording = z.object({ relationshipId: Id, version: z.number().int() });

/** The newest wording of the ground rules of these relationships, by relationship. */
export async function wordingsOf(tx: Tx, { schoolId }: Me, relationshipIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.rows(
    Wording,
    sql`
    select relationship_id, max(version) as version from agreements
    where school_id = ${schoolId} and relationship_id = any (${relationshipIds}::uuid[]) group by relationship_id`,
  );
  return new Map(rows.map(({ relationshipId, version }) => [relationshipId, version]));
}
