// What `chiron doctor` looks at in the database: its settings, its guards, and the wall itself, by a query of its own.
import postgres from "postgres";
import { Refusal } from "../core/refusal.ts";
import type { Connection } from "./door.ts";
import { lacking, schemaFiles } from "./schema-files.ts";

export interface Finding {
  what: string;
  ok: boolean;
  /** What was seen, and for a fault what to do. */
  saw: string;
}

export async function checkUp(admin: Connection): Promise<Finding[]> {
  const pool = postgres({ ...admin, max: 1, onnotice: () => undefined });
  try {
    const checks = [
      version,
      durability,
      checksums,
      tables,
      unguarded,
      triggers,
      deletions,
      wallConstraint,
      breaches,
      roles,
    ];
    const findings: Finding[] = [];
    for (const check of checks) findings.push(await check(pool));
    return findings;
  } finally {
    await pool.end({ timeout: 5 });
  }
}

/** The first minor versions without the known leaks of hidden rows through statistics (CVE-2025-8713). */
const soundMinors: Record<number, number> = { 15: 14, 16: 10, 17: 6 };

async function version(pool: postgres.Sql): Promise<Finding> {
  const [row] = await pool`select current_setting('server_version_num')::int as number`;
  const number = row?.number as number;
  const [major, minor] = [Math.floor(number / 10_000), number % 10_000];
  const ok = major >= 15 && minor >= (soundMinors[major] ?? 0);
  return {
    what: "PostgreSQL's version",
    ok,
    saw: ok ? `${major}.${minor}` : `${major}.${minor}: update it, older versions leak hidden rows`,
  };
}

async function durability(pool: postgres.Sql): Promise<Finding> {
  const rows =
    await pool`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`;
  const off = rows.filter(({ setting }) => setting === "off").map(({ name }) => name as string);
  return {
    what: "Writes survive a power cut",
    ok: off.length === 0,
    saw: off.length === 0 ? "fsync, full_page_writes and synchronous_commit are on" : `turn on ${off.join(", ")}`,
  };
}

async function checksums(pool: postgres.Sql): Promise<Finding> {
  const [row] = await pool`select current_setting('data_checksums') = 'on' as on`;
  return {
    what: "Damaged pages are noticed",
    ok: row?.on as boolean,
    saw: row?.on ? "data checksums are on" : "data checksums are off: set them with initdb or pg_checksums",
  };
}

async function unguarded(pool: postgres.Sql): Promise<Finding> {
  const rows = await pool`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
      and not (relrowsecurity and relforcerowsecurity)`;
  const names = rows.map(({ relname }) => relname as string);
  return {
    what: "Every table is under forced row-level security",
    ok: names.length === 0,
    saw: names.length === 0 ? "all of them" : `not ${names.join(", ")}`,
  };
}

async function tables(pool: postgres.Sql): Promise<Finding> {
  const what = "The tables are those of this version";
  const seen = new Map((await pool`select name, hash from migrations`).map(({ name, hash }) => [name, hash] as const));
  try {
    const rest = lacking(await schemaFiles(), seen);
    const saw = rest.length === 0 ? `${seen.size} files applied` : `${rest.length} files to come: start Chiron once`;
    return { what, ok: rest.length === 0, saw };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { what, ok: false, saw: error.because };
  }
}

async function triggers(pool: postgres.Sql): Promise<Finding> {
  const rows = await pool`
    select tgname, tgrelid::regclass::text as name from pg_trigger
    where tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) and tgenabled = 'D'`;
  return {
    what: "Triggers that derive stands and note events are on",
    ok: rows.length === 0,
    saw: rows.length === 0 ? "all of them" : rows.map(({ tgname, name }) => `off: ${tgname} on ${name}`).join(", "),
  };
}

async function deletions(pool: postgres.Sql): Promise<Finding> {
  const rows = await pool`
    select table_name as name from information_schema.role_table_grants
    where table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE') and grantee in ('PUBLIC', 'chiron_app', 'chiron_login')`;
  const names = rows.map(({ name }) => name as string);
  return {
    what: "History cannot be deleted",
    ok: names.length === 0,
    saw: names.length === 0 ? "nobody who is served may delete it" : `may be deleted: ${names.join(", ")}`,
  };
}

async function wallConstraint(pool: postgres.Sql): Promise<Finding> {
  const [row] =
    await pool`select convalidated and not condeferrable as ok from pg_constraint where conname = 'wall.one-side'`;
  return {
    what: "The wall's constraint stands",
    ok: row?.ok === true,
    saw: row?.ok === true ? "validated, not deferrable" : "it is missing or weakened: restore from a backup",
  };
}

async function breaches(pool: postgres.Sql): Promise<Finding> {
  const [row] = await pool`
    select count(*)::int as count, (select count(*)::int from stands where voided_by is null) as stands
    from stands a join stands b on (a.school_id, a.lo, a.hi, a.wall) = (b.school_id, b.lo, b.hi, b.wall) and a.stand_id < b.stand_id and a.side <> b.side
    where a.voided_by is null and b.voided_by is null and a.exception_id is null and b.exception_id is null
      and lower(a.during) < coalesce(upper(b.during) + b.cooling_days, 'infinity')
      and lower(b.during) < coalesce(upper(a.during) + a.cooling_days, 'infinity')`;
  return {
    what: "No pair is on two sides of a wall",
    ok: row?.count === 0,
    saw: `${row?.count} among ${row?.stands} stands`,
  };
}

async function roles(pool: postgres.Sql): Promise<Finding> {
  const rows = await pool`select rolname from pg_roles where rolname like 'chiron%' and (rolsuper or rolbypassrls)`;
  const names = rows.map(({ rolname }) => rolname as string);
  return {
    what: "No role of ours passes by the policies",
    ok: names.length === 0,
    saw: names.length === 0 ? "none is superuser or has BYPASSRLS" : names.join(", "),
  };
}
