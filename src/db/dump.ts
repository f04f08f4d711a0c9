// Backups: every row of every table, read in one moment, as lines of text; and back into an empty database.
// The same file moves a school from the embedded PostgreSQL to a managed one, or to the next major version.
import { once } from "node:events";
import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { type Writable, pipeline } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import postgres from "postgres";
import { Refusal } from "../core/refusal.ts";
import type { Connection } from "./door.ts";

const format = "chiron backup 1";

interface Header {
  format: string;
  at: string;
  migrations: { name: string; hash: string }[];
  tables: string[];
}

/** What is known anew by every migration, and what belongs to one server only. */
const leftOut = ["migrations", "office_capabilities", "steward_keys"];

/** Writes the file whole or not at all; returns how many rows of which table it holds. */
export async function backUp(admin: Connection, file: string): Promise<Record<string, number>> {
  const pool = postgres({ ...admin, max: 1, onnotice: () => undefined });
  const unfinished = `${file}.unfinished`;
  try {
    const gzip = createGzip();
    const written = new Promise<void>((resolve, reject) =>
      pipeline(gzip, createWriteStream(unfinished, { mode: 0o600 }), (error) => (error ? reject(error) : resolve())),
    );
    const rows = await pool.begin("isolation level repeatable read read only", (tx) => writeTables(tx, gzip));
    gzip.end();
    await written;
    renameSync(unfinished, file);
    return rows;
  } finally {
    rmSync(unfinished, { force: true });
    await pool.end({ timeout: 5 });
  }
}

async function writeTables(tx: postgres.TransactionSql, out: Writable): Promise<Record<string, number>> {
  await refuseBlind(tx);
  const tables = await tablesOf(tx);
  const migrations = await tx<{ name: string; hash: string }[]>`select name, hash from migrations order by name`;
  const header: Header = { format, at: new Date().toISOString(), migrations: [...migrations], tables };
  await write(out, `${JSON.stringify(header)}\n`);
  const rows: Record<string, number> = {};
  for (const table of tables) {
    rows[table] = 0;
    await write(out, `-- ${table}\n`);
    const source = await tx`copy ${tx(table)} (${tx(await columnsOf(tx, table))}) to stdout`.readable();
    for await (const chunk of source) {
      const bytes = chunk as Buffer;
      for (const byte of bytes) if (byte === 10) rows[table]++;
      await write(out, bytes);
    }
    await write(out, "\\.\n");
    // The driver stops its socket at a row longer than the stream holds, and leaves it so where that row was the last:
    // the next statement would wait for ever. To be asked for more is what starts it again.
    source._read(0);
  }
  return rows;
}

/** A role from which policies hide rows would write a backup without them, and nobody would know. */
async function refuseBlind(tx: postgres.TransactionSql): Promise<void> {
  const hidden = await tx`
    select from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and row_security_active(c.oid)
      and not exists (select from pg_policy where polrelid = c.oid and polname = 'owner_reads' and c.relowner = any(polroles)
        and pg_has_role(c.relowner, 'usage'))`;
  if (hidden.length > 0)
    throw new Refusal(
      "forbidden",
      "backup.blind",
      "This role does not see every row. Give DATABASE_ADMIN_URL the role that owns the tables, and start Chiron with it once.",
    );
}

/**
 * Fills an empty, migrated database from a backup, in one transaction.
 *
 * Refuses a file that is no backup (`backup.format`), one of another version of the tables (`backup.version`),
 * one that was cut short (`backup.short`), and a database with a school in it (`backup.full`).
 */
export async function restore(admin: Connection, file: string): Promise<Record<string, number>> {
  const pool = postgres({ ...admin, max: 1, onnotice: () => undefined });
  try {
    return await pool.begin(async (tx) => {
      const [school] = await tx`select from schools limit 1`;
      if (school)
        throw new Refusal(
          "conflict",
          "backup.full",
          "There is a school in this database already. Restore into a new folder with --data.",
        );
      const close = await openTables(tx);
      const rows = await readTables(tx, linesOf(file));
      await close();
      return rows;
    });
  } finally {
    await pool.end({ timeout: 5 });
  }
}

/**
 * Lets the owner of the tables write them in any order. Triggers would derive stands and write events a second time;
 * the rows of both are in the file. Constraints hold: those between tables are checked by the function returned,
 * which puts everything back. Until the commit nobody else sees any of it.
 */
async function openTables(tx: postgres.TransactionSql): Promise<() => Promise<void>> {
  const tables = await tx`
    select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'`;
  const keys = await tx`
    select conrelid::regclass::text as name, quote_ident(conname) as key from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`;
  const alter = (list: typeof tables, change: (row: postgres.Row) => string) =>
    tx.unsafe(list.map((row) => `alter table ${String(row.name)} ${change(row)};`).join("\n")).simple();
  await alter(tables, () => "no force row level security, disable trigger user");
  await alter(keys, ({ key }) => `alter constraint ${String(key)} deferrable initially deferred`);
  return async () => {
    await tx`set constraints all immediate`;
    await alter(keys, ({ key }) => `alter constraint ${String(key)} not deferrable`);
    await alter(tables, () => "force row level security, enable trigger user");
  };
}

async function readTables(tx: postgres.TransactionSql, lines: Lines): Promise<Record<string, number>> {
  await refuseOther(tx, (await lines.next()).value ?? "");
  const rows: Record<string, number> = {};
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const table = line.value.startsWith("-- ") ? line.value.slice(3) : "";
    if (table === "") throw new Refusal("invalid", "backup.format", "This file is damaged. Take another backup.");
    rows[table] = await readTable(tx, table, lines);
  }
  return rows;
}

async function readTable(tx: postgres.TransactionSql, table: string, lines: Lines): Promise<number> {
  const into = await tx`copy ${tx(table)} (${tx(await columnsOf(tx, table))}) from stdin`.writable();
  const rows = await writeRows(into, lines).catch(async (error: unknown) => {
    // Ends the copy, without which nothing can be taken back; its own end is of no interest.
    into.on("error", () => undefined);
    await ended(into).catch(() => undefined);
    throw error;
  });
  await taken(tx, table, into);
  return rows;
}

/** The rows up to the table's end, counted. */
async function writeRows(into: Writable, lines: Lines): Promise<number> {
  for (let rows = 0; ; rows++) {
    const line = await lines.next();
    if (line.done) throw new Refusal("invalid", "backup.short", "This file was cut short. Take another backup.");
    if (line.value === "\\.") return rows;
    await write(into, `${line.value}\n`);
  }
}

async function refuseOther(tx: postgres.TransactionSql, line: string): Promise<void> {
  const header = headerOf(line);
  if (header?.format !== format)
    throw new Refusal("invalid", "backup.format", "This is not a backup that Chiron wrote.");
  const here = await tx`select name, hash from migrations order by name`;
  const same =
    here.length === header.migrations.length && here.every(({ hash }, at) => hash === header.migrations[at]?.hash);
  if (!same)
    throw new Refusal(
      "conflict",
      "backup.version",
      "This backup was written by another version of Chiron. Restore it with that version, then update.",
    );
}

function headerOf(line: string): Header | null {
  try {
    return JSON.parse(line) as Header;
  } catch {
    return null;
  }
}

type Lines = AsyncGenerator<string, undefined>;

/** By line feeds only: other line separators may stand in a value as they are. */
async function* linesOf(file: string): Lines {
  let rest = "";
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding("utf8");
  try {
    for await (const chunk of text) {
      const pieces = (rest + String(chunk)).split("\n");
      rest = pieces.pop() ?? "";
      yield* pieces;
    }
  } catch (error) {
    throw damageIn(error) ?? error;
  }
  return undefined;
}

/** What a file that cannot be unpacked is; null for another trouble. */
function damageIn(error: unknown): Refusal | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR")
    return new Refusal("invalid", "backup.short", "This file was cut short. Take another backup.");
  if (code === "Z_DATA_ERROR")
    return new Refusal("invalid", "backup.format", "This is not a backup that Chiron wrote.");
  return null;
}

async function tablesOf(tx: postgres.TransactionSql): Promise<string[]> {
  const rows =
    await tx`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  return rows.map(({ relname }) => relname as string).filter((name) => !leftOut.includes(name));
}

/** Computed columns are computed again. */
async function columnsOf(tx: postgres.TransactionSql, table: string): Promise<string[]> {
  const rows = await tx`
    select attname from pg_attribute where attrelid = quote_ident(${table})::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`;
  return rows.map(({ attname }) => attname as string);
}

/** The driver does not tell when a copy was refused, but the next statement does. */
async function taken(tx: postgres.TransactionSql, table: string, into: Writable): Promise<void> {
  const end = ended(into);
  // The next statement may only be sent once the copy's own end is on its way.
  do await new Promise((resolve) => setImmediate(resolve));
  while (into.writableLength > 0);
  const next = tx`select 1`.then(
    () => undefined,
    () => {
      throw new Refusal(
        "invalid",
        "backup.rows",
        `The rows of ${table} break a rule of the database, so the file is damaged. Nothing was restored. Take another backup.`,
      );
    },
  );
  await Promise.race([next, end.then(() => next)]);
}

async function write(out: Writable, chunk: string | Buffer): Promise<void> {
  if (!out.write(chunk)) await once(out, "drain");
}

function ended(out: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    out.once("error", reject);
    out.once("finish", resolve);
    out.end();
  });
}
