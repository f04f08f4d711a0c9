-- Roles, the context that SQL cannot forge, and the events that every write leaves behind.
-- chiron_app and chiron_steward are entered per transaction by a login that owns nothing; chiron_reader owns
-- what policies call; chiron_keeper owns what the database derives by itself (stands, events).

create extension if not exists btree_gist;

create schema app;
revoke all on schema public from public;
grant usage on schema public, app to chiron_app, chiron_steward, chiron_reader, chiron_keeper;
grant create on schema app to chiron_reader, chiron_keeper;

-- The server's own secret, hashed. NOTE: nobody but the reader may look; it is written by the migration.
create table steward_keys (key_hash bytea primary key);
alter table steward_keys enable row level security;
alter table steward_keys force row level security;
grant select on steward_keys to chiron_reader;
-- The policy helpers read it to recognise the steward.
create policy steward_keys_reader on steward_keys for select to chiron_reader using (true);

create table schools (
  school_id uuid primary key default gen_random_uuid(),
  slug text not null constraint "school.slug" unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null default 'UTC',
  demo boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);
comment on constraint "school.slug" on schools is 'Another school already has this short name. Choose another one.';

create table office_capabilities (office text, capability text, primary key (office, capability));

create table people (
  school_id uuid not null references schools,
  person_id uuid not null default gen_random_uuid(),
  given_name text not null check (length(given_name) between 1 and 200),
  family_name text not null check (length(family_name) between 1 and 200),
  email text not null check (length(email) between 3 and 320),
  left_on date,
  import_id uuid,
  voided_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id)
);
create unique index "person.email" on people (school_id, lower(email)) where voided_by is null;
comment on index "person.email" is 'Another person of this school already has this email address.';

create table offices (
  school_id uuid not null,
  office_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  office text not null check (office in ('coordinator', 'director', 'dean', 'registrar', 'reviewer', 'safety', 'administrator')),
  given_by uuid,
  given_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (school_id, office_id),
  foreign key (school_id, person_id) references people,
  foreign key (school_id, given_by) references people
);
create unique index "office.held" on offices (school_id, person_id, office) where ended_at is null;
comment on index "office.held" is 'This person already holds this office.';

-- One row per sign-in or API key; the secret itself is kept nowhere.
create table sessions (
  school_id uuid not null,
  session_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('browser', 'key')),
  label text not null default '',
  secret_hash bytea not null,
  capabilities text[],
  reads_only boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, session_id),
  foreign key (school_id, person_id) references people
);
create unique index sessions_secret on sessions (secret_hash);
create index sessions_person on sessions (school_id, person_id);

-- ---------------------------------------------------------------- who is asking

set local role chiron_reader;

-- These are called by nearly every statement. PL/pgSQL keeps their plans from one statement to the next, in every version
-- of PostgreSQL that we serve on; SQL functions do so only from 18 on. SELECT INTO takes half as long as RETURN (SELECT).

-- The session of this transaction: found by the hash of a secret that only its holder knows. Functions keep it in a variable:
-- in a WHERE it would be made anew for each row of a table that is small enough to be read in one go.
create function app.session_hash() returns bytea language sql stable
  return sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'));

create function app.person() returns uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  secret bytea := app.session_hash();
  asker uuid;
begin
  select person_id into asker from sessions
    where secret_hash = secret and ended_at is null and expires_at > clock_timestamp();
  return asker;
end $$;

create function app.school() returns uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  secret bytea := app.session_hash();
  theirs uuid;
begin
  select school_id into theirs from sessions
    where secret_hash = secret and ended_at is null and expires_at > clock_timestamp();
  return theirs;
end $$;

create function app.steward() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare hash bytea := sha256(convert_to(nullif(current_setting('app.steward', true), ''), 'UTF8'));
begin
  perform from steward_keys where key_hash = hash;
  return found;
end $$;

create function app.may(wanted text) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  secret bytea := app.session_hash();
  allowed boolean;
begin
  select (s.capabilities is null or wanted = any (s.capabilities)) and exists (
      select from offices o where o.school_id = s.school_id and o.person_id = s.person_id and o.ended_at is null
        and exists (select from office_capabilities c where c.office = o.office and c.capability = wanted))
    into allowed from sessions s
    where s.secret_hash = secret and s.ended_at is null and s.expires_at > clock_timestamp();
  return coalesce(allowed, false);
end $$;

-- The school's civil day, by the wall clock and its own time zone, never the session's.
create function app.today(school uuid) returns date language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare today date;
begin
  select (clock_timestamp() at time zone time_zone)::date into today from schools where school_id = school;
  return today;
end $$;

-- The asker in one answer; no row for a session that is unknown, ended or expired. `may` is everything that their offices
-- allow today; an API key may carry less than its holder, never more.
create function app.me() returns table (person_id uuid, school_id uuid, may text[], reads_only boolean, today date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare secret bytea := app.session_hash();
begin
  return query select s.person_id, s.school_id,
      array(select distinct c.capability from offices o join office_capabilities c on c.office = o.office
        where (o.school_id, o.person_id) = (s.school_id, s.person_id) and o.ended_at is null
          and (s.capabilities is null or c.capability = any (s.capabilities)) order by 1),
      s.reads_only, (clock_timestamp() at time zone h.time_zone)::date
    from sessions s join schools h on h.school_id = s.school_id
    where s.secret_hash = secret and s.ended_at is null and s.expires_at > clock_timestamp();
end $$;

create function app.capabilities() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare allowed text[];
begin
  select coalesce((select may from app.me()), '{}') into allowed;
  return allowed;
end $$;

reset role;

revoke all on all functions in schema app from public;
grant execute on all functions in schema app to chiron_app, chiron_steward, chiron_reader, chiron_keeper;

-- ---------------------------------------------------------------- events: content-free, one per write

create table events (
  school_id uuid not null references schools,
  event_id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  verb text not null check (verb in ('add', 'change', 'read', 'import', 'undo')),
  subject text not null,
  subject_id uuid,
  about_id uuid,
  rows int not null default 1,
  primary key (school_id, event_id)
);
create index events_about on events (school_id, about_id, at);
create index events_actor on events (school_id, actor_id, at);
create index events_batch on events (school_id, subject_id) where verb = 'import';

grant select, insert, update (rows) on events to chiron_keeper;
grant select on events to chiron_app;
alter table events enable row level security;
alter table events force row level security;
-- The database itself writes them, beside each write. NOTE: nobody else may change one, and no delete is granted to anyone.
create policy events_keeper on events to chiron_keeper using (true) with check (true);
-- You see what you did and what was done about you; who manages access sees who gave which access to whom, and nothing
-- else: that somebody wrote, met, or declared a conflict is told by the mere line.
create policy events_mine on events for select to chiron_app using (
  school_id = (select app.school())
  and (actor_id = (select app.person()) or about_id = (select app.person())
    or (subject in ('office', 'invitation') and (select app.may('manage access')))));

set local role chiron_keeper;
-- Refuses in the words of a constraint or an index of that name, which stand there alone. For guards that find sooner, or
-- where the constraint cannot look, what it would have found.
create function app.refuse(rule text) returns void language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare sentence text; begin
  select coalesce(obj_description(c.oid, 'pg_constraint'), (select obj_description(i.oid, 'pg_class') from pg_class i where i.relname = rule)) into sentence
    from (select) as always left join pg_constraint c on c.conname = rule;
  raise exception using message = sentence, constraint = rule;
end $$;
revoke all on function app.refuse(text) from public;


-- After a write: one event per row, or one per table while an import is at work. A key that only reads gets no further.
-- Arguments: subject word, id column, column of the person whom it is about ('' when nobody), and where not all rows
-- count, which do.
-- What the database derives by itself bears no actor: the act that caused it has its own event, where it may have one.
-- A relationship's ending has none, so that nobody learns from the events which of the two ended it.
create function app.record_event() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  about text := case when tg_argv[2] = '' then 'null::uuid' else format('%I', tg_argv[2]) end;
  word text := case tg_op when 'INSERT' then 'add' else 'change' end;
  batch record;
  secret bytea := app.session_hash();
  actor text := case when pg_trigger_depth() > 1 then 'null::uuid' else 'app.person()' end;
begin
  if exists (select from sessions s where s.secret_hash = secret and s.reads_only) then
    raise exception 'This key only reads.' using constraint = 'key.reads';
  end if;
  if nullif(current_setting('app.batch', true), '') is not null then
    -- However many statements an import takes, a table has one event of it, which counts its rows.
    execute format('select school_id, count(*) from written where %s group by school_id', coalesce(tg_argv[3], 'true')) into batch;
    if batch.count > 0 then
      update events set rows = rows + batch.count
      where school_id = batch.school_id and verb = 'import' and subject = tg_argv[0] and subject_id = current_setting('app.batch')::uuid;
      if not found then
        insert into events (school_id, actor_id, verb, subject, subject_id, rows)
        values (batch.school_id, case when pg_trigger_depth() > 1 then null else app.person() end, 'import', tg_argv[0], current_setting('app.batch')::uuid, batch.count);
      end if;
    end if;
  else
    execute format('insert into events (school_id, actor_id, verb, subject, subject_id, about_id)
      select school_id, %s, %L, %L, %I, %s from written where %s', actor, word, tg_argv[0], tg_argv[1], about, coalesce(tg_argv[3], 'true'));
  end if;
  return null;
end $$;

-- Whether somebody's reading leaves events: an office's and an educator's do, a resident's who teaches among them. A
-- learner's leaves none: they read what they share with somebody, and nobody is told how often they look. (PL/pgSQL here
-- and below, since learners and educators come later.)
create function app.leaves_readings(school uuid, reader uuid, allowed text[]) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return allowed <> '{}' or exists (select from educators e where (e.school_id, e.educator_id) = (school, reader))
    or not exists (select from learners l where (l.school_id, l.learner_id) = (school, reader));
end $$;

-- A read of another person's record leaves one event.
create function app.note_read(subject text, about uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare asker record;
begin
  select * into asker from app.me();
  if asker.person_id is null or asker.person_id = about or not app.leaves_readings(asker.school_id, asker.person_id, asker.may) then return; end if;
  insert into events (school_id, actor_id, verb, subject, subject_id, about_id)
  values (asker.school_id, asker.person_id, 'read', subject, about, about);
end $$;

-- Whoever exports reads many records of each person, page by page: that is one event a person, and the next an hour later.
-- Without an office it is told to the learners whom the asker guides or judges: the directory of educators is open.
create function app.note_export(about uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare asker record;
begin
  select * into asker from app.me();
  if asker.person_id is null or not app.leaves_readings(asker.school_id, asker.person_id, asker.may) then return; end if;
  insert into events (school_id, actor_id, verb, subject, subject_id, about_id)
  select p.school_id, asker.person_id, 'read', 'export', p.person_id, p.person_id
  from people p where p.school_id = asker.school_id and p.person_id = any (about) and p.person_id <> asker.person_id
    and (asker.may <> '{}' or exists (select from learners l where (l.school_id, l.learner_id) = (p.school_id, p.person_id))
      and (p.person_id = any (app.counterparts()) or exists (select from duties d where (d.school_id, d.educator_id, d.learner_id) = (p.school_id, asker.person_id, p.person_id))))
    and not exists (select from events e where (e.school_id, e.actor_id, e.about_id) = (p.school_id, asker.person_id, p.person_id)
      and e.verb = 'read' and e.subject = 'export' and e.at > clock_timestamp() - interval '1 hour');
end $$;

reset role;
revoke all on function app.record_event(), app.note_read(text, uuid), app.note_export(uuid[]), app.leaves_readings(uuid, uuid, text[]) from public;
grant execute on function app.note_read(text, uuid), app.note_export(uuid[]) to chiron_app;
grant execute on function app.record_event() to chiron_app, chiron_steward, chiron_keeper;

-- Used by the migrations: gives a table its two event triggers.
create function app.watch(watched regclass, subject text, id text, about text) returns void language plpgsql as $$
begin
  execute format('create trigger events_add after insert on %s referencing new table as written
    for each statement execute function app.record_event(%L, %L, %L)', watched, subject, id, about);
  execute format('create trigger events_change after update on %s referencing new table as written
    for each statement execute function app.record_event(%L, %L, %L)', watched, subject, id, about);
end $$;
revoke all on function app.watch(regclass, text, text, text) from public;

-- ---------------------------------------------------------------- policies

grant select on schools to chiron_app, chiron_reader, chiron_keeper;
grant select, insert, update on schools to chiron_steward;
alter table schools enable row level security;
alter table schools force row level security;
-- You see your own school.
create policy schools_mine on schools for select to chiron_app using (school_id = (select app.school()));
-- The server founds schools and lists them for sign-in.
create policy schools_steward on schools to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- Policies and derived rows need the school's time zone.
create policy schools_reader on schools for select to chiron_reader, chiron_keeper using (true);

grant select on office_capabilities to chiron_app, chiron_reader, chiron_steward;
alter table office_capabilities enable row level security;
alter table office_capabilities force row level security;
-- What an office may do is no secret. NOTE: only the migration writes it, from people/roles.ts.
create policy office_capabilities_all on office_capabilities for select using (true);

grant select on offices to chiron_app, chiron_reader;
grant insert, update (ended_at) on offices to chiron_app;
grant select, insert, update on offices to chiron_steward;
alter table offices enable row level security;
alter table offices force row level security;
-- Who holds which office is known to everyone in the school: it is how one knows who may see what.
create policy offices_school on offices for select to chiron_app using (school_id = (select app.school()));
-- Whoever manages access gives an office, in their own name.
create policy offices_give on offices for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('manage access')) and given_by = (select app.person()));
-- Whoever manages access ends an office.
create policy offices_end on offices for update to chiron_app
  using (school_id = (select app.school()) and (select app.may('manage access'))) with check (school_id = (select app.school()));
-- The first administrator is made by the server.
create policy offices_steward on offices to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- Capabilities follow from offices.
create policy offices_reader on offices for select to chiron_reader using (true);
select app.watch('schools', 'school', 'school_id', '');
select app.watch('offices', 'office', 'office_id', 'person_id');

grant select on sessions to chiron_reader, chiron_app;
grant select, insert, update on sessions to chiron_steward;
alter table sessions enable row level security;
alter table sessions force row level security;
-- You see where you are signed in. NOTE: writing is the steward's, so that no request can lengthen its own session.
create policy sessions_mine on sessions for select to chiron_app
  using (school_id = (select app.school()) and person_id = (select app.person()));
-- Sign-in, sign-out and keys.
create policy sessions_steward on sessions to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- The context is looked up here.
create policy sessions_reader on sessions for select to chiron_reader using (true);
