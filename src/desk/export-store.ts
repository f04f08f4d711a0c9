// Reads whole tables as the asker: the policies leave out what they may not see.
import { z } from "zod";
import { outside, type Tx } from "../db/door.ts";
import { all, asked, named, sql } from "../db/sql.ts";
import { type Exported, tableOf } from "./exported.ts";

const Row = z.object({
  start: z.string(),
  content: z.string(),
  row: z.record(z.string(), z.unknown()).transform(outside),
});
export type Row = z.infer<typeof Row>;

/**
 * In the order of their content, after (how it begins, its fingerprint): a row that comes or changes meanwhile puts no
 * other one on two pages or on none. A marker with the whole content would be as long as the row.
 */
export function exportRows(tx: Tx, record: Exported, after: [string, string] | null, limit: number): Promise<Row[]> {
  return tx.rows(
    Row,
    sql`
    select start, content, to_json(t) as row from (select left(text, 200) as start, md5(text) as content, t
      from (select to_jsonb(t)::text as text, t from ${named(tableOf(record))} t) as texts) as rows
    where ${all([asked(after, ([start, content]) => sql`(start, content) > (${start}, ${content})`)])}
    order by start, content limit ${limit}`,
  );
}

const Column = z.object({ name: z.string() });

/** In the order of the table, under the names that they have outside. */
export async function columnsOf(tx: Tx, record: Exported): Promise<string[]> {
  const columns = await tx.rows(
    Column,
    sql`
    select attname::text as name from pg_attribute
    where attrelid = to_regclass(${tableOf(record)}::text) and attnum > 0 and not attisdropped order by attnum`,
  );
  return Object.keys(outside(Object.fromEntries(columns.map(({ name }) => [name, null]))));
}

/** Leaves each of them the event that somebody exported what they may see of them. */
export async function noteExport(tx: Tx, people: string[]): Promise<void> {
  await tx.run(sql`select app.note_export(${people}::uuid[])`);
}
