// Reads whole tables as the asker: the policies leave out what they may not see.
import { z } from "zod";
import type { Tx } from "../db/door.ts";
import { named, sql } from "../db/sql.ts";
import type { Exported } from "./exported.ts";

const Row = z.object({ row: z.record(z.string(), z.unknown()) });

/** One row more than asked for, so that the caller knows whether there is a next page. */
export async function exportRows(
  tx: Tx,
  table: Exported,
  from: number,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const rows = await tx.rows(
    Row,
    sql`
    select to_jsonb(t) as row from ${named(table)} t order by to_jsonb(t)::text offset ${from} limit ${limit + 1}`,
  );
  return rows.map(({ row }) => row);
}
