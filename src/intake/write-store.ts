// How an import writes: in large statements, rows that are there already left alone, what changes noted first.
import { z } from "zod";
import { type Day, Id } from "../core/shapes.ts";
import type { Tx } from "../db/door.ts";
import { joined, named, type Sql, sql } from "../db/sql.ts";
import type { Packed } from "./packed.ts";
import type { Touched } from "./touched.ts";

export interface Writer {
  tx: Tx;
  schoolId: string;
  importId: string;
  /** The school's civil day. */
  today: Day;
  /** By id in the school's own systems, who that is here; grows with the people that come. */
  ids: Packed;
  /** By table: how many rows came to be, and how many changed. */
  added: Record<string, number>;
  changed: Record<string, number>;
  /** Rows of the files that did one of these. */
  touched: Touched;
}

const Key = z.object({ key: z.string() });

export async function add({ tx, added }: Writer, table: string, statement: Sql): Promise<void> {
  added[table] = (added[table] ?? 0) + (await tx.run(statement));
}

/** Adds, and tells which rows came to be: of each the columns of `key`, with spaces between. Nothing without any. */
export async function addTelling(writer: Writer, table: string, key: string[], statement: Sql): Promise<Set<string>> {
  if (key.length === 0) {
    await add(writer, table, statement);
    return new Set();
  }
  const { tx, added } = writer;
  const keys = await tx.rows(Key, sql`${statement} returning concat_ws(' ', ${joined(key.map(named))}) as key`);
  added[table] = (added[table] ?? 0) + keys.length;
  return new Set(keys.map((one) => one.key));
}

/**
 * Notes the old rows before `statement` changes them. Both must select the same ones. Tells which they are: of each
 * the columns of `key`, with spaces between.
 */
export async function change(
  writer: Writer,
  table: string,
  key: string[],
  old: Sql,
  statement: Sql,
): Promise<Set<string>> {
  const { tx, schoolId, importId, changed } = writer;
  const keyBefore = joined(key.map((column) => sql`before ->> ${column}::text`));
  const noted = await tx.rows(
    Key,
    sql`insert into import_changes (school_id, import_id, changed, key, before)
    select ${schoolId}, ${importId}, ${table}, old.key, old.before from (${old}) old
    returning concat_ws(' ', ${keyBefore}) as key`,
  );
  const keys = new Set(noted.map((one) => one.key));
  if (keys.size === 0) return keys;
  // Without statistics the planner would compare each row with each.
  const [, rows] = await Promise.all([
    tx.run(sql`select set_config('enable_nestloop', 'off', true)`),
    tx.run(statement),
    tx.run(sql`select set_config('enable_nestloop', 'on', true)`),
  ]);
  changed[table] = (changed[table] ?? 0) + rows;
  return keys;
}

export interface Upsert {
  table: string;
  /** Columns that, with the school, find a row; the first is the id that the undo goes by unless `id` is given. */
  key: string[];
  id?: string;
  /** Columns of the key that tell whose row it is, where not all of them do. */
  told?: string[];
  columns: string[];
  /** A select that gives the key's columns and the others. */
  rows: Sql;
  /** Whether the table says which import a row came from. */
  marked: boolean;
  /** None of the rows can be there already. */
  areNew?: boolean;
  /** Of the unique rule that a row would break, for rules that skip voided rows. */
  unlessThere?: Sql;
}

/** Changes the rows that differ and adds those that are not there. Tells both, unless all of them are new. */
export async function upsert(
  writer: Writer,
  { table, key, id, told = key, columns, rows, marked, areNew = false, unlessThere }: Upsert,
): Promise<Set<string>> {
  const { schoolId, importId } = writer;
  const of = (alias: string, names: string[]) => joined(names.map((column) => sql`${named(alias)}.${named(column)}`));
  const names = joined(["school_id", ...key, ...columns, ...(marked ? ["import_id"] : [])].map(named));
  const adding = sql`
    insert into ${named(table)} (${names})
    select ${schoolId}, ${of("r", [...key, ...columns])} ${marked ? sql`, ${importId}` : sql``} from (${rows}) r
    on conflict ${unlessThere ?? sql``} do nothing`;
  if (areNew) return addTelling(writer, table, [], adding);
  const differing = sql`
    from (${rows}) r cross join lateral (select * from ${named(table)} x
      where x.school_id = ${schoolId} and (${of("x", key)}) = (${of("r", key)}) offset 0) t
    where row(${of("t", columns)}) is distinct from row(${of("r", columns)})`;
  const assignments = joined(columns.map((column) => sql`${named(column)} = d.${named(column)}`));
  const changed = await change(
    writer,
    table,
    told,
    sql`select t.${named(id ?? key[0] ?? "")} as key, to_jsonb(t) as before ${differing}`,
    sql`update ${named(table)} t set ${assignments} from (select r.* ${differing}) d
      where t.school_id = ${schoolId} and (${of("t", key)}) = (${of("d", key)})`,
  );
  return new Set([...changed, ...(await addTelling(writer, table, told, adding))]);
}

/** Who has this id, of the school's systems or ours, as an export names people; rows that name nobody were refused before. */
export function personOf({ ids }: Writer, id: string): string {
  const personId = ids.get(id) ?? (Id.safeParse(id).success ? id : undefined);
  if (personId === undefined) throw new Error("a row that names nobody was judged sound");
  return personId;
}
