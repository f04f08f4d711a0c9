// What the database's catalogue must say of every table, policy and function; each fault as a sentence.
import type postgres from "postgres";

/** Deleting is meant for these: spent counters, a credential that must open nothing any more, the ids of an import taken back. */
const deletable = "('attempts', 'challenges', 'passkeys', 'source_ids')";
/** Of the server, not of a school. */
const ofServer =
  "('schools', 'office_capabilities', 'challenges', 'attempts', 'founding_links', 'steward_keys', 'migrations')";
/** Where the database alone says when a row was written, and everything else that a request does not send. */
const dated = "('requests', 'handovers', 'handover_answers', 'replies', 'request_closings', 'resource_lists')";
const roles = "('chiron_app', 'chiron_steward', 'chiron_reader', 'chiron_keeper')";

const faults: Record<string, string> = {
  "has no forced row-level security": `
    select relname as what from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
  "is a view without security_invoker": `
    select relname as what from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and relkind in ('v', 'm')
      and not coalesce(reloptions @> '{security_invoker=true}', false)`,
  "does not begin its primary key with school_id": `
    select c.conrelid::regclass::text as what from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'p' and r.relnamespace = 'public'::regnamespace and r.relname not in ${ofServer}
      and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'school_id'`,
  "has a foreign key that does not begin with school_id": `
    select c.conrelid::regclass::text || ' (' || c.conname || ')' as what from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and r.relnamespace = 'public'::regnamespace
      and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'school_id'`,
  "grants delete, truncate, references or trigger": `
    select table_name || ' to ' || grantee || ' (' || lower(privilege_type) || ')' as what from information_schema.role_table_grants
    where table_schema = 'public' and (grantee in ${roles} or grantee = 'PUBLIC')
      and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or (privilege_type = 'DELETE' and table_name not in ${deletable}))`,
  "lets a request say when it was written": `
    select table_name || ' (' || column_name || ')' as what from information_schema.column_privileges p
    where table_schema = 'public' and grantee = 'chiron_app' and privilege_type = 'INSERT' and table_name in ${dated}
      and exists (select from information_schema.columns c where (c.table_schema, c.table_name, c.column_name) = (p.table_schema, p.table_name, p.column_name)
        and c.column_default like 'clock_timestamp%')`,
  "grants anything to everybody": `
    select distinct table_name as what from information_schema.role_table_grants where table_schema = 'public' and grantee = 'PUBLIC'`,
  "is a function that runs as its owner without a fixed search_path": `
    select oid::regprocedure::text as what from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace) and prosecdef
      and not exists (select from unnest(coalesce(proconfig, '{}')) as setting where setting like 'search_path=%')`,
  "is a function that everybody may call": `
    select p.oid::regprocedure::text as what from pg_proc p where p.pronamespace = 'app'::regnamespace
      and (p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0))`,
  "is a function that runs as somebody who may log in or pass the policies": `
    select p.oid::regprocedure::text as what from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.pronamespace = 'app'::regnamespace and p.prosecdef and (r.rolsuper or r.rolbypassrls or r.rolcanlogin)`,
  "is a role with too much power": `
    select rolname as what from pg_roles where rolname in ${roles} and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`,
  "has a policy that calls a function for each row": `
    select c.relname || ' (' || p.polname || ')' as what from pg_policy p join pg_class c on c.oid = p.polrelid
    cross join lateral (values (pg_get_expr(p.polqual, p.polrelid)), (pg_get_expr(p.polwithcheck, p.polrelid))) e (said)
    where regexp_replace(e.said, 'SELECT app\\.[a-z_]+\\([^()]*\\)', '', 'g') ~ 'app\\.(person|school|may|capabilities|counterparts|educators_here|my_relationships|my_runs|steward)\\('`,
  "is missing, deferrable or not validated": `
    select 'wall.one-side' as what where not exists (select from pg_constraint where conname = 'wall.one-side' and conrelid = 'stands'::regclass
      and contype = 'x' and convalidated and not condeferrable)`,
};

export async function faultsIn(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const found: string[] = [];
  for (const [fault, query] of Object.entries(faults))
    for (const { what } of await sql.unsafe(query)) found.push(`${String(what)}: ${fault}.`);
  return found;
}
