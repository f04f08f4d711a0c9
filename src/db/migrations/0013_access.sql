-- Access: invitations and offices given by an administrator; passkeys, sessions and API keys kept by each person themselves.

-- A challenge of a passkey ceremony: for one person's registration, or for a sign-in by whoever answers it. Used once.
create table challenges (
  challenge_hash bytea primary key,
  school_id uuid,
  person_id uuid,
  expires_at timestamptz not null,
  foreign key (school_id, person_id) references people (school_id, person_id)
);
alter table challenges enable row level security;
alter table challenges force row level security;
grant select, insert, delete on challenges to chiron_steward;
-- Ceremonies are the steward's alone. NOTE: deleting is how a challenge is used, so that no answer fits twice.
create policy challenges_steward on challenges to chiron_steward using ((select app.steward())) with check ((select app.steward()));

-- An invitation is taken back by a row's day, never by deleting it.
alter table invitations add column withdrawn_at timestamptz, add column made_at timestamptz not null default clock_timestamp();
create index invitations_person on invitations (school_id, person_id);

grant insert on sessions to chiron_keeper;
-- A key is made by the function below, for nobody but the asker. NOTE: a browser's session is the steward's to open.
create policy sessions_key on sessions for insert to chiron_keeper with check (kind = 'key');
grant select, insert, update (withdrawn_at) on invitations to chiron_keeper;
grant select, delete, update (label) on passkeys to chiron_keeper;
grant select on passwords to chiron_keeper;
-- Invitations are made and taken back by the functions below.
create policy invitations_keeper on invitations to chiron_keeper using (true) with check (true);
-- Passkeys are taken away by their holder, through the function below. NOTE: deleting is meant: a credential that is gone must open nothing.
create policy passkeys_keeper on passkeys for delete to chiron_keeper using (true);
-- Listed for their holder, and counted for who gives access.
create policy passkeys_sight on passkeys for select to chiron_keeper using (true);
-- Locked while the last way in is looked for. NOTE: none is changed.
create policy passkeys_lock on passkeys for update to chiron_keeper using (true) with check (false);
-- Whether somebody has a password, never which.
create policy passwords_keeper on passwords for select to chiron_keeper using (true);

set local role chiron_keeper;

-- Whether the asker sits in a browser themselves: a key opens no doors to further keys.
create function app.in_person() returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from sessions where secret_hash = app.session_hash() and kind = 'browser' and ended_at is null and expires_at > clock_timestamp()) $$;

-- An invitation for somebody of the asker's school; the ones before it open nothing any more.
create function app.invite(invited uuid, hash bytea, days int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.may('manage access') or not app.in_person()
    or not exists (select from people where school_id = app.school() and person_id = invited and voided_by is null and left_on is null) then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  update invitations set withdrawn_at = clock_timestamp()
  where school_id = app.school() and person_id = invited and used_at is null and withdrawn_at is null;
  insert into invitations (school_id, person_id, secret_hash, invited_by, expires_at)
  values (app.school(), invited, hash, app.person(), clock_timestamp() + make_interval(days => days));
end $$;

create function app.withdraw_invitations(invited uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  if not app.may('manage access') then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  update invitations set withdrawn_at = clock_timestamp()
  where school_id = app.school() and person_id = invited and used_at is null and withdrawn_at is null;
  get diagnostics touched = row_count;
  return touched;
end $$;

-- How somebody gets in, for who manages access: never a secret, never when they were here.
create function app.access_of(wanted uuid) returns table (has_password boolean, passkeys int, invited_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from passwords w where (w.school_id, w.person_id) = (p.school_id, p.person_id)),
    (select count(*)::int from passkeys k where (k.school_id, k.person_id) = (p.school_id, p.person_id)),
    (select max(expires_at) from invitations i where (i.school_id, i.person_id) = (p.school_id, p.person_id)
      and i.used_at is null and i.withdrawn_at is null and i.expires_at > clock_timestamp())
  from people p where p.school_id = app.school() and p.person_id = wanted and p.voided_by is null
    and (app.may('manage access') or p.person_id = app.person()) $$;

-- A key of the asker's own. What it carries is held against their offices at each use; a name that no office has is refused here.
create function app.add_key(name text, wanted text[], reads boolean, hash bytea, days int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.in_person() then
    raise exception 'Make a key where you are signed in yourself; a key makes none.' using constraint = 'key.in-person';
  end if;
  if not wanted <@ app.capabilities() then
    raise exception 'A key carries what your own offices allow, and no more.' using constraint = 'key.capabilities';
  end if;
  insert into sessions (school_id, person_id, kind, label, secret_hash, capabilities, reads_only, expires_at)
  values (app.school(), app.person(), 'key', name, hash, wanted, reads, clock_timestamp() + make_interval(days => days));
end $$;

-- Ends a session or a key of the asker's own.
create function app.end_own_session(wanted uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  update sessions set ended_at = clock_timestamp()
  where school_id = app.school() and person_id = app.person() and session_id = wanted and ended_at is null and app.in_person();
  get diagnostics touched = row_count;
  return touched;
end $$;

create function app.own_passkeys() returns table (passkey_id uuid, label text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select passkey_id, label, created_at from passkeys where school_id = app.school() and person_id = app.person() order by created_at $$;

-- Takes a passkey of the asker's away; the last way in stays.
create function app.drop_passkey(wanted uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  if not app.in_person() then return 0; end if;
  -- One at a time, so that the last two are not taken away at once.
  perform from passkeys where school_id = app.school() and person_id = app.person() for update;
  if not exists (select from passwords where school_id = app.school() and person_id = app.person())
    and (select count(*) from passkeys where school_id = app.school() and person_id = app.person()) = 1 then
    raise exception 'This is your only way in. Add another passkey or a password first.' using constraint = 'passkey.last';
  end if;
  delete from passkeys where school_id = app.school() and person_id = app.person() and passkey_id = wanted;
  get diagnostics touched = row_count;
  return touched;
end $$;

-- A school keeps somebody who can give access. The lock lets two administrators' goodbyes come one after the other.
create function app.guard_offices() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.ended_at is not null and old.ended_at is null and old.office = 'administrator' then
    perform from schools where school_id = old.school_id for update;
    if (select count(*) from offices where school_id = old.school_id and office = 'administrator' and ended_at is null) = 1 then
      raise exception 'A school needs an administrator. Give the office to somebody else first.' using constraint = 'office.last';
    end if;
  end if;
  return new;
end $$;
reset role;

grant select, update (name) on schools to chiron_keeper;
revoke all on function app.in_person(), app.invite(uuid, bytea, int), app.withdraw_invitations(uuid), app.access_of(uuid), app.add_key(text, text[], boolean, bytea, int),
  app.end_own_session(uuid), app.own_passkeys(), app.drop_passkey(uuid), app.guard_offices() from public;
grant execute on function app.in_person(), app.invite(uuid, bytea, int), app.withdraw_invitations(uuid), app.access_of(uuid),
  app.add_key(text, text[], boolean, bytea, int), app.end_own_session(uuid), app.own_passkeys(), app.drop_passkey(uuid) to chiron_app;
create trigger offices_guard before update on offices for each row execute function app.guard_offices();
-- Locked while the last administrator is looked for.
create policy schools_lock on schools for update to chiron_keeper using (true) with check (false);

select app.watch('invitations', 'invitation', 'invitation_id', 'person_id');

-- Ways in leave events like everything else, which their holder reads: a sign-in or key and its end, a password, a passkey.
-- NOTE: no mirror, by which somebody looks at what another sees of them: it is no sign-in, and nobody's to be told of.
create trigger events_add after insert on sessions referencing new table as written
  for each statement execute function app.record_event('session', 'session_id', 'person_id', $$kind <> 'mirror'$$);
create trigger events_change after update on sessions referencing new table as written
  for each statement execute function app.record_event('session', 'session_id', 'person_id', $$kind <> 'mirror'$$);
select app.watch('passwords', 'password', 'person_id', 'person_id');
select app.watch('passkeys', 'passkey', 'passkey_id', 'person_id');
-- A passkey's counter changes with each sign-in, which has its own event.
drop trigger events_change on passkeys;
create trigger events_drop after delete on passkeys referencing old table as written
  for each statement execute function app.record_event('passkey', 'passkey_id', 'person_id');
