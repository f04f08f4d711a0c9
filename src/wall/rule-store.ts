// Rulesets as rows, and what changing them would set against the wall.
import { z } from "zod";
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { joined, sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import type { DutyRule } from "../programs/charter.ts";
import { NewConflict } from "./rule-change.ts";

const Newest = z.object({ ruleset: z.number() });

export async function newestRuleset(tx: Tx, { schoolId }: Me): Promise<number> {
  return (await tx.one(Newest, sql`select max(ruleset) as ruleset from rulesets where school_id = ${schoolId}`))
    .ruleset;
}

/** The next ruleset, and all stands derived anew from its day on. */
export async function addRuleset(
  tx: Tx,
  { schoolId, personId }: Me,
  ruleset: number,
  from: Day,
  because: string,
  rules: DutyRule[],
): Promise<void> {
  await tx.run(sql`
    insert into rulesets (school_id, ruleset, from_day, because, made_by) values (${schoolId}, ${ruleset}, ${from}::date, ${because}, ${personId})`);
  await tx.run(sql`
    insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days) values ${joined(
      rules.map(
        ({ duty, wall, side, coolingDays }) =>
          sql`(${schoolId}, ${ruleset}, ${duty}, ${wall}, ${side}, ${coolingDays}::int)`,
      ),
    )}`);
  await tx.run(sql`select app.rederive(${schoolId})`);
}

const Known = z.object({ incidentId: z.string() });

/** Incidents that are there now, closed ones too, so that those a change adds can be told apart. */
export async function incidentIds(tx: Tx, { schoolId }: Me): Promise<string[]> {
  const rows = await tx.rows(Known, sql`select incident_id from incidents where school_id = ${schoolId}`);
  return rows.map(({ incidentId }) => incidentId);
}

export function conflictsSince(tx: Tx, { schoolId }: Me, known: string[]): Promise<NewConflict[]> {
  return tx.rows(
    NewConflict,
    sql`
    select i.learner_id, l.given_name || ' ' || l.family_name as learner, i.educator_id, e.given_name || ' ' || e.family_name as educator,
      i.wall, i.duty, s.duty as against, lower(i.during) as from, upper(i.during) as to
    from incidents i
    join people l on (l.school_id, l.person_id) = (i.school_id, i.learner_id)
    join people e on (e.school_id, e.person_id) = (i.school_id, i.educator_id)
    left join stands s on (s.school_id, s.stand_id) = (i.school_id, i.against_id)
    where i.school_id = ${schoolId} and not i.incident_id = any (${known}::uuid[]) order by 2, 4, 5 limit 500`,
  );
}
