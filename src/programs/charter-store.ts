// Charters as rows: versions, which one is in force on a day, and who has read it.
import { z } from "zod";
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Charter, type CharterBody, DutyRule } from "./charter.ts";
import type { Program } from "./program.ts";

const columns = sql`program, version, in_force_from, body, ruleset, because, made_at`;

/** One charter for each program: of the versions that have begun by `day`, the newest. The first has always been in force. */
export function chartersInForce(tx: Tx, { schoolId }: Pick<Me, "schoolId">, day: Day): Promise<Charter[]> {
  return tx.rows(
    Charter,
    sql`
    select distinct on (program) ${columns} from charters
    where school_id = ${schoolId} and (in_force_from <= ${day}::date or version = 1) order by program, version desc`,
  );
}

export async function charterInForce(tx: Tx, me: Me, program: Program): Promise<Charter | null> {
  return (await chartersInForce(tx, me, me.today)).find((charter) => charter.program === program) ?? null;
}

/** Newest first, versions still to come included. */
export function versionsOf(tx: Tx, { schoolId }: Me, program: Program): Promise<Charter[]> {
  return tx.rows(
    Charter,
    sql`select ${columns} from charters where school_id = ${schoolId} and program = ${program} order by version desc`,
  );
}

export function newestCharters(tx: Tx, { schoolId }: Me): Promise<Charter[]> {
  return tx.rows(
    Charter,
    sql`
    select distinct on (program) ${columns} from charters where school_id = ${schoolId} order by program, version desc`,
  );
}

export interface NewCharter {
  program: Program;
  version: number;
  inForceFrom: Day;
  body: CharterBody;
  ruleset: number;
  because: string;
}

/** Refused by the database when somebody saved that version meanwhile. */
export async function addCharter(tx: Tx, { schoolId, personId }: Me, charter: NewCharter): Promise<void> {
  const { program, version, inForceFrom, body, ruleset, because } = charter;
  await tx.run(sql`
    insert into charters (school_id, program, version, in_force_from, body, ruleset, because, made_by)
    values (${schoolId}, ${program}, ${version}, ${inForceFrom}::date, ${body}::jsonb, ${ruleset}, ${because}, ${personId})`);
}

const Read = z.object({
  program: z.string(),
  version: z.number(),
  mine: z.boolean(),
  learners: z.number(),
  educators: z.number(),
});

/** Who has acknowledged which version: whether the asker has, and (for who may see them) how many learners and educators. */
export function acknowledgementsOf(tx: Tx, { schoolId, personId }: Me): Promise<z.infer<typeof Read>[]> {
  return tx.rows(
    Read,
    sql`
    select a.program, a.version, bool_or(a.person_id = ${personId}) as mine,
      count(*) filter (where not exists (select from educators e where (e.school_id, e.educator_id) = (a.school_id, a.person_id)))::int as learners,
      count(*) filter (where exists (select from educators e where (e.school_id, e.educator_id) = (a.school_id, a.person_id)))::int as educators
    from acknowledgements a where a.school_id = ${schoolId} group by 1, 2`,
  );
}

export async function acknowledge(
  tx: Tx,
  { schoolId, personId }: Me,
  program: Program,
  version: number,
): Promise<void> {
  await tx.run(sql`
    insert into acknowledgements (school_id, program, version, person_id) values (${schoolId}, ${program}, ${version}, ${personId})
    on conflict do nothing`);
}

/** All rules of the newest ruleset, of every duty. */
export function newestRules(tx: Tx, { schoolId }: Me): Promise<DutyRule[]> {
  return tx.rows(
    DutyRule,
    sql`
    select duty, wall, side, cooling_days from duty_rules
    where school_id = ${schoolId} and ruleset = (select max(ruleset) from rulesets where school_id = ${schoolId}) order by duty, wall`,
  );
}
