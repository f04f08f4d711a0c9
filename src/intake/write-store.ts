// How an import writes: in large statements, rows that are there already left alone, what changes noted first.
import type { Tx } from "../db/door.ts";
import { joined, named, type Sql, sql } from "../db/sql.ts";

export interface Writer {
  tx: Tx;
  schoolId: string;
  importId: string;
  /** By id in the school's own systems, who that is here; grows with the people that come. */
  ids: Map<string, string>;
  /** People who came with this very import: of them nothing can be there already. */
  newcomers: Set<string>;
  /** By table: how many rows came to be, and how many changed. */
  added: Record<string, number>;
  changed: Record<string, number>;
}

export async function add({ tx, added }: Writer, table: string, statement: Sql): Promise<void> {
  added[table] = (added[table] ?? 0) + (await tx.run(statement));
}

/** Notes the old rows before `statement` changes them. Both must select the same ones. */
export async function change(writer: Writer, table: string, old: Sql, statement: Sql): Promise<void> {
  const { tx, schoolId, importId, changed } = writer;
  const noted = await tx.run(sql`insert into import_changes (school_id, import_id, changed, key, before)
    select ${schoolId}, ${importId}, ${table}, old.key, old.before from (${old}) old`);
  if (noted === 0) return;
  // Without statistics the planner would compare each row with each.
  const [, rows] = await Promise.all([
    tx.run(sql`select set_config('enable_nestloop', 'off', true)`),
    tx.run(statement),
    tx.run(sql`select set_config('enable_nestloop', 'on', true)`),
  ]);
  changed[table] = (changed[table] ?? 0) + rows;
}

export interface Upsert {
  table: string;
  /** Columns that, with the school, find a row; the first is the id that the undo goes by unless `id` is given. */
  key: string[];
  id?: string;
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

/** Changes the rows that differ and adds those that are not there. */
export async function upsert(
  writer: Writer,
  { table, key, id, columns, rows, marked, areNew = false, unlessThere }: Upsert,
): Promise<void> {
  const { schoolId, importId } = writer;
  const of = (alias: string, names: string[]) => joined(names.map((column) => sql`${named(alias)}.${named(column)}`));
  if (!areNew) {
    const differing = sql`
    from (${rows}) r cross join lateral (select * from ${named(table)} x
      where x.school_id = ${schoolId} and (${of("x", key)}) = (${of("r", key)}) offset 0) t
    where row(${of("t", columns)}) is distinct from row(${of("r", columns)})`;
    const assignments = joined(columns.map((column) => sql`${named(column)} = d.${named(column)}`));
    await change(
      writer,
      table,
      sql`select t.${named(id ?? key[0] ?? "")} as key, to_jsonb(t) as before ${differing}`,
      sql`update ${named(table)} t set ${assignments} from (select r.* ${differing}) d
      where t.school_id = ${schoolId} and (${of("t", key)}) = (${of("d", key)})`,
    );
  }
  const names = joined(["school_id", ...key, ...columns, ...(marked ? ["import_id"] : [])].map(named));
  await add(
    writer,
    table,
    sql`
    insert into ${named(table)} (${names})
    select ${schoolId}, ${of("r", [...key, ...columns])} ${marked ? sql`, ${importId}` : sql``} from (${rows}) r
    on conflict ${unlessThere ?? sql``} do nothing`,
  );
}

/** Who has this id of the school's systems; rows that name nobody were refused before. */
export function personOf({ ids }: Writer, sourceId: string): string {
  const personId = ids.get(sourceId);
  if (personId === undefined) throw new Error("a row that names nobody was judged sound");
  return personId;
}
