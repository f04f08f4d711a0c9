// Founding a school: its charters, its rules of the wall, and the first administrator, who then invites everyone else.
import { z } from "zod";
import { Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { PersonKey } from "./steward-store.ts";
import type { Office } from "./roles.ts";

const Founded = z.object({ schoolId: Id });
const Added = z.object({ personId: Id });

export interface NewSchool {
  slug: string;
  name: string;
  timeZone: string;
  demo?: boolean;
}

/** What a new school starts with; given by the caller, since programs come later than people. */
export interface Beginnings {
  rules: { duty: string; wall: string; side: string; coolingDays: number }[];
  charters: Record<string, unknown>;
}

/** As the steward. */
export async function foundSchool(
  tx: Tx,
  { slug, name, timeZone, demo = false }: NewSchool,
  { rules, charters }: Beginnings,
): Promise<string> {
  const { schoolId } = await tx.one(
    Founded,
    sql`
    insert into schools (slug, name, time_zone, demo) values (${slug}, ${name}, ${timeZone}, ${demo}) returning school_id`,
  );
  await tx.run(
    sql`insert into rulesets (school_id, ruleset, from_day, because) values (${schoolId}, 1, null, 'Founded')`,
  );
  for (const { duty, wall, side, coolingDays } of rules)
    await tx.run(sql`
      insert into duty_rules (school_id, ruleset, duty, wall, side, cooling_days)
      values (${schoolId}, 1, ${duty}, ${wall}, ${side}, ${coolingDays})`);
  for (const [program, body] of Object.entries(charters))
    await tx.run(sql`
      insert into charters (school_id, program, version, in_force_from, body, ruleset, because)
      values (${schoolId}, ${program}, 1, app.today(${schoolId}), ${body}::jsonb, 1, 'Founded')`);
  return schoolId;
}

/** As the steward: a person with offices, for the first administrator and for the demo's personas. */
export async function addOfficer(
  tx: Tx,
  schoolId: string,
  {
    givenName,
    familyName,
    email,
    offices,
  }: { givenName: string; familyName: string; email: string; offices: Office[] },
): Promise<PersonKey> {
  const { personId } = await tx.one(
    Added,
    sql`
    insert into people (school_id, given_name, family_name, email)
    values (${schoolId}, ${givenName}, ${familyName}, ${email}) returning person_id`,
  );
  for (const office of offices)
    await tx.run(sql`insert into offices (school_id, person_id, office) values (${schoolId}, ${personId}, ${office})`);
  return { schoolId, personId };
}
