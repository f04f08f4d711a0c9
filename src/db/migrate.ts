// Brings a database forward, never back: roles first, then the numbered SQL files that it has not seen yet.
// Three servers that start at once apply each file once, since an advisory lock lets one at a time through.
import postgres from "postgres";
import { Refusal } from "../core/refusal.ts";
import { capabilitiesOf } from "../people/roles.ts";
import type { Connection } from "./door.ts";
import { lacking, schemaFiles } from "./schema-files.ts";

const lockKey = 4_410_551;

interface Migration {
  /** A role that may create roles and objects in the database; only migration ever uses it. */
  admin: Connection;
  /** The role that will serve; it is created with `loginPassword` when absent. */
  loginRole: string;
  loginPassword?: string;
  stewardKey: string;
  onProgress?: (line: string) => void;
}

export async function migrate({ admin, loginRole, loginPassword, stewardKey, onProgress }: Migration): Promise<void> {
  const pool = postgres({ ...admin, max: 1, onnotice: () => undefined });
  try {
    await refuseOldServer(pool);
    await pool`select pg_advisory_lock(${lockKey})`;
    await createRoles(pool, loginRole, loginPassword);
    await applyNew(pool, onProgress);
    await letOwnerRead(pool);
    await writeKnown(pool, stewardKey);
    await pool`select pg_advisory_unlock(${lockKey})`;
  } finally {
    await pool.end({ timeout: 5 });
  }
}

async function applyNew(pool: postgres.Sql, onProgress?: (line: string) => void): Promise<void> {
  await pool`create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default now())`;
  await pool`revoke all on migrations from public`;
  await pool`alter table migrations enable row level security`;
  // A server without the owner's role can then tell whether the database is its own version's.
  await pool`grant select on migrations to chiron_steward`;
  await pool`drop policy if exists known on migrations`;
  await pool`create policy known on migrations for select to chiron_steward using (true)`;
  const seen = new Map((await pool`select name, hash from migrations`).map(({ name, hash }) => [name, hash] as const));
  for (const { name, text, hash } of lacking(await schemaFiles(), seen)) {
    onProgress?.(`Updating the database: ${name}`);
    await pool.begin(async (tx) => {
      await tx.unsafe(text).simple();
      await tx`insert into migrations (name, hash) values (${name}, ${hash})`;
    });
  }
}

/**
 * A managed database's owner is no superuser, so the forced policies would hide every row from its backups and checks.
 * It could lift the policies anyway, and nothing is served in its name; this says openly that it reads.
 */
async function letOwnerRead(pool: postgres.Sql): Promise<void> {
  const tables = await pool`
    select c.oid::regclass::text as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind = 'r' and row_security_active(c.oid)
      and not exists (select from pg_policy where polrelid = c.oid and polname = 'owner_reads')`;
  for (const { name } of tables)
    await pool.unsafe(`create policy owner_reads on ${String(name)} for select to current_user using (true)`);
}

const innerRoles = ["chiron_app", "chiron_steward", "chiron_reader", "chiron_keeper"];

/** Roles belong to the whole cluster, so another database may be creating them at this moment. */
async function createRoles(pool: postgres.Sql, loginRole: string, loginPassword?: string): Promise<void> {
  for (const role of innerRoles) await createRole(pool, role, "nologin noinherit");
  await createRole(pool, loginRole, "login noinherit");
  if (loginPassword !== undefined)
    await pool.unsafe(`alter role ${quoted(loginRole)} password '${loginPassword.replaceAll("'", "''")}'`);
  await pool.unsafe(`grant chiron_app, chiron_steward to ${quoted(loginRole)}`);
  await pool.unsafe(`grant ${innerRoles.join(", ")} to current_user`);
  const [database] = await pool`select current_database() as name`;
  await pool.unsafe(`grant connect, temporary on database ${quoted(database?.name)} to ${quoted(loginRole)}`);
  await pool
    .unsafe(`grant create on database ${quoted(database?.name)} to chiron_reader, chiron_keeper`)
    .catch(() => undefined);
}

async function createRole(pool: postgres.Sql, role: string, options: string): Promise<void> {
  await pool.unsafe(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${quoted(role)} ${options}; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
}

/** What code and database must agree on: capabilities of the offices, the steward's key. */
async function writeKnown(pool: postgres.Sql, stewardKey: string): Promise<void> {
  const pairs = Object.entries(capabilitiesOf).flatMap(([office, may]) =>
    may.map((capability) => ({ office, capability })),
  );
  await pool.begin(async (tx) => {
    await tx`alter table office_capabilities no force row level security`;
    await tx`delete from office_capabilities`;
    await tx`insert into office_capabilities ${tx(pairs)}`;
    await tx`alter table office_capabilities force row level security`;
    await tx`alter table steward_keys no force row level security`;
    await tx`insert into steward_keys values (sha256(convert_to(${stewardKey}::text, 'UTF8'))) on conflict do nothing`;
    await tx`alter table steward_keys force row level security`;
  });
}

async function refuseOldServer(pool: postgres.Sql): Promise<void> {
  const [row] =
    await pool`select current_setting('server_version_num')::int as version, current_setting('server_version') as name`;
  if (row && row.version < 150_000)
    throw new Refusal(
      "invalid",
      "database.version",
      `Chiron needs PostgreSQL 15 or newer; this server is ${row.name}.`,
    );
}

function quoted(name: unknown): string {
  return `"${String(name).replaceAll('"', '""')}"`;
}
