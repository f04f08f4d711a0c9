// What the asker put off. The policy keeps everybody to their own rows.
import type { Day } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { Snooze } from "./snooze.ts";

/** Those that still hold. */
export function ownSnoozes(tx: Tx, { schoolId, personId, today }: Me): Promise<Snooze[]> {
  return tx.rows(
    Snooze,
    sql`
    select line, until from snoozes
    where school_id = ${schoolId} and person_id = ${personId} and (until is null or until > ${today}::date)`,
  );
}

/** A line of which it is said again is put off anew. */
export async function putOff(tx: Tx, { schoolId, personId }: Me, lines: string[], until: Day | null): Promise<void> {
  await tx.run(sql`
    insert into snoozes (school_id, person_id, line, until)
    select distinct ${schoolId}::uuid, ${personId}::uuid, line, ${until}::date from unnest(${lines}::text[]) as line
    on conflict (school_id, person_id, line) do update set until = excluded.until, at = clock_timestamp()`);
}

/** Those of these lines that were put off; others are left as they are. */
export async function bringBack(tx: Tx, { schoolId, personId, today }: Me, lines: string[]): Promise<void> {
  await tx.run(sql`
    update snoozes set until = ${today}::date, at = clock_timestamp()
    where school_id = ${schoolId} and person_id = ${personId} and line = any (${lines}::text[])`);
}
