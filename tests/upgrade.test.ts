// A school that was founded on an earlier Chiron's tables is brought forward: from each earlier list of files on, every
// row it had is there as it was, the tables are those of a new database, and its people go on.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { type Connection, openDoor } from "../src/db/door.ts";
import { migrate } from "../src/db/migrate.ts";
import { schemaFiles } from "../src/db/schema-files.ts";
import { startTestServer } from "./help/test-server.ts";
import { foundWorld } from "./help/world.ts";

const server = await startTestServer();
const folder = mkdtempSync(join(tmpdir(), "chiron-upgrade-"));
const { admin, login, loginPassword, stewardKey } = server.coordinates;
const opened: { end(): Promise<void> }[] = [];
after(async () => {
  for (const one of opened) await one.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const source = join(import.meta.dirname, "..", "src");
const files = await schemaFiles();
/** The first list with which a school can be founded. */
const first = files.findIndex(({ name }) => name.startsWith("0009"));
const lists = files.slice(first, -1).map((_, at) => files.slice(0, first + at + 1));

/** The program as it was when `list` was all of its files. */
async function earlier(list: typeof files): Promise<typeof migrate> {
  const place = join(folder, list.at(-1)!.name);
  const left = new Set(list.map(({ name }) => name));
  const isOf = (path: string) => !path.endsWith(".sql") || left.has(path.split(/[/\\]/).at(-1)!);
  for (const slice of ["core", "db", "people"])
    cpSync(join(source, slice), join(place, "src", slice), { recursive: true, filter: isOf });
  symlinkSync(join(source, "..", "node_modules"), join(place, "node_modules"), "junction");
  const module = (await import(pathToFileURL(join(place, "src", "db", "migrate.ts")).href)) as {
    migrate: typeof migrate;
  };
  return module.migrate;
}

async function newDatabase(database: string): Promise<{ connection: Connection; sql: postgres.Sql }> {
  const root = postgres({ ...admin, max: 1, onnotice: () => undefined });
  await root.unsafe(`create database ${database}`);
  await root.end();
  const connection = { ...admin, database };
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined });
  opened.push(sql);
  return { connection, sql };
}

const forward = (connection: Connection, by = migrate, onProgress?: (line: string) => void) =>
  by({
    admin: connection,
    loginRole: "chiron_login",
    loginPassword,
    stewardKey,
    ...(onProgress ? { onProgress } : {}),
  });

const fresh = await newDatabase("fresh");
await forward(fresh.connection);
const wanted = await shapeOf(fresh.sql);

for (const [at, list] of lists.entries())
  test(`a school founded on the tables up to ${list.at(-1)!.name} is brought forward`, async () => {
    const { connection, sql } = await newDatabase(`earlier_${at}`);
    await forward(connection, await earlier(list));
    assert.equal((await sql`select from migrations`).length, list.length);
    const door = await openDoor({ ...login, database: connection.database! }, stewardKey);
    opened.push({ end: () => door.close() });
    const database = { admin: connection, owner: connection, login, stewardKey, drop: async () => undefined };
    const world = await foundWorld(database, door, "wexcombe");
    const before = await rowsOf(sql);
    assert.ok(before.people!.length > 10);

    const said: string[] = [];
    await forward(connection, migrate, (line) => said.push(line));
    const rest = files.slice(list.length).map(({ name }) => `Updating the database: ${name}`);
    assert.deepEqual(said, rest);
    assert.deepEqual(await shapeOf(sql), wanted);
    assert.deepEqual(await rowsOf(sql, before), before);

    assert.equal((await world.ask("amara", "GET", "/me")).status, 200, "who was signed in still is");
    const found = await world.ask("ravi", "GET", "/people?named=Tomas");
    assert.equal(found.body.items.length, 1, "who was there before is found by what came later");
  });

type Rows = Record<string, Record<string, unknown>[]>;

/** Every table's rows; with `like`, of its tables and in its columns alone. */
async function rowsOf(sql: postgres.Sql, like?: Rows): Promise<Rows> {
  const tables = await sql`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`;
  const rows: Rows = {};
  for (const name of like ? Object.keys(like) : tables.map((table) => String(table.name))) {
    const found = await sql`select to_jsonb(t) as row from ${sql(name)} t`;
    const columns = Object.keys(like?.[name]?.[0] ?? found[0]?.row ?? {});
    rows[name] = found
      .map(({ row }) => Object.fromEntries(columns.map((column) => [column, row[column]])))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return rows;
}

/** Columns, rules, policies, rights, functions and triggers: all that a table is besides its rows. */
async function shapeOf(sql: postgres.Sql): Promise<string[]> {
  const lines = await sql`
    select format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) as line
    from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and attnum > 0 and not attisdropped
    union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
    union all select format('%s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check) from pg_policies
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'app'::regnamespace and prokind = 'f'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select format('%s %s %s', relname, relacl, relforcerowsecurity) from pg_class
    where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and relkind in ('r', 'v')
    order by 1`;
  assert.ok(lines.length > 200);
  return lines.map(({ line }) => String(line));
}
