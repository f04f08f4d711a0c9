// The answers "two people" of this school. They go with the import in which they were given: once that is taken back,
// they count no more, and the question comes back.
import { z } from "zod";
import { Instant } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { sql } from "../db/sql.ts";
import type { Me } from "../people/me.ts";
import { pairKey, type ToldApart, type ToldBefore } from "./told-apart.ts";
import { add, type Writer } from "./write-store.ts";

const Row = z.object({
  firstId: z.string(),
  secondId: z.string(),
  shares: z.array(z.string()),
  saidBy: z.string(),
  saidAt: Instant,
});

/** By pair of ids; of several answers all that they were given in the face of, and who gave the newest. */
export async function toldApart(tx: Tx, { schoolId }: Me): Promise<Map<string, ToldBefore>> {
  const rows = await tx.rows(
    Row,
    sql`
    select t.first_id, t.second_id, t.shares, p.given_name || ' ' || p.family_name as said_by, i.made_at as said_at
    from told_apart t join imports i on (i.school_id, i.import_id) = (t.school_id, t.import_id)
    join people p on (p.school_id, p.person_id) = (i.school_id, i.made_by)
    where t.school_id = ${schoolId} and i.undone_by is null order by i.made_at`,
  );
  const told = new Map<string, ToldBefore>();
  for (const { firstId, secondId, shares, saidBy, saidAt } of rows) {
    const key = pairKey(firstId, secondId);
    told.set(key, { saidBy, saidAt, shares: new Set([...(told.get(key)?.shares ?? []), ...shares]) });
  }
  return told;
}

export async function rememberApart(writer: Writer, apart: ToldApart[]): Promise<void> {
  if (apart.length === 0) return;
  const rows = apart.map(({ firstId, secondId, shares }) => ({ first_id: firstId, second_id: secondId, shares }));
  await add(
    writer,
    "told_apart",
    sql`
    insert into told_apart (school_id, import_id, first_id, second_id, shares)
    select ${writer.schoolId}, ${writer.importId}, t.first_id, t.second_id, t.shares
    from json_to_recordset(${rows}::json) as t (first_id text, second_id text, shares text[]) on conflict do nothing`,
  );
}
