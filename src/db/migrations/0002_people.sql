-- Learners and educators, each fact in the table of its audience; and how people sign in.

-- A named act that takes rows out of force without deleting them: nothing else may.
create table voids (
  school_id uuid not null references schools,
  void_id uuid not null default gen_random_uuid(),
  act text not null check (act in ('import undo', 'rule change', 'correction')),
  because text not null check (length(because) between 1 and 500),
  -- Null when the database did it because a relationship ended: who ended that is nobody else's business.
  voided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, void_id),
  foreign key (school_id, voided_by) references people
);

create table imports (
  school_id uuid not null references schools,
  import_id uuid not null default gen_random_uuid(),
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  files jsonb not null default '[]',
  counts jsonb not null default '{}',
  undone_by uuid,
  primary key (school_id, import_id),
  foreign key (school_id, made_by) references people,
  foreign key (school_id, undone_by) references voids
);
alter table people
  add foreign key (school_id, import_id) references imports,
  add foreign key (school_id, voided_by) references voids;

-- The id that a source system (registrar, personnel office) gives a person. Two ids may name one person.
create table source_ids (
  school_id uuid not null,
  source_id text not null check (length(source_id) between 1 and 200),
  person_id uuid not null,
  import_id uuid,
  primary key (school_id, source_id),
  foreign key (school_id, person_id) references people,
  foreign key (school_id, import_id) references imports
);
create index source_ids_person on source_ids (school_id, person_id);

create table learners (
  school_id uuid not null,
  learner_id uuid not null,
  class_year int not null constraint "learner.class-year" check (class_year between 1950 and 2200),
  campus text not null default '',
  import_id uuid,
  voided_by uuid,
  primary key (school_id, learner_id),
  foreign key (school_id, learner_id) references people (school_id, person_id),
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
comment on constraint "learner.class-year" on learners is 'The class year must be a year from 1950 to 2200.';
create index learners_class on learners (school_id, class_year);

-- Phase and status from a day on; the latest row that has begun counts. History stays.
create table standings (
  school_id uuid not null,
  standing_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  from_day date not null,
  phase text not null,
  status text not null constraint "standing.status" check (status in ('active', 'leave', 'graduated', 'withdrawn')),
  import_id uuid,
  voided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, standing_id),
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
create index standings_learner on standings (school_id, learner_id, from_day desc, at desc);

-- What a learner looks for: read by the match and by nobody whom the learner meets.
create table learner_profiles (
  school_id uuid not null,
  learner_id uuid not null,
  interests text[] not null default '{}',
  needs text[] not null default '{}',
  languages text[] not null default '{}',
  primary key (school_id, learner_id),
  foreign key (school_id, learner_id) references learners
);

create table educators (
  school_id uuid not null,
  educator_id uuid not null,
  department text not null default '',
  campus text not null default '',
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  import_id uuid,
  voided_by uuid,
  primary key (school_id, educator_id),
  foreign key (school_id, educator_id) references people (school_id, person_id),
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);

-- Places, time and pause of an educator: theirs and the office's, not the directory's.
create table educator_terms (
  school_id uuid not null,
  educator_id uuid not null,
  effort_percent numeric not null default 0 constraint "educator.effort" check (effort_percent between 0 and 100),
  paused_until date,
  primary key (school_id, educator_id),
  foreign key (school_id, educator_id) references educators
);
comment on constraint "educator.effort" on educator_terms is 'Effort must be a percentage from 0 to 100.';

create table capacities (
  school_id uuid not null,
  educator_id uuid not null,
  program text not null constraint "capacity.program" check (program in ('advising', 'coaching', 'mentoring')),
  places int not null constraint "capacity.places" check (places between 0 and 60),
  primary key (school_id, educator_id, program),
  foreign key (school_id, educator_id) references educators
);
comment on constraint "capacity.program" on capacities is 'There is no program of that name.';
comment on constraint "capacity.places" on capacities is 'Places must be a whole number from 0 to 60.';

-- ---------------------------------------------------------------- sign-in

create table invitations (
  school_id uuid not null,
  invitation_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  secret_hash bytea not null unique,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, invitation_id),
  foreign key (school_id, person_id) references people
);
create table passwords (
  school_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references people
);
create table passkeys (
  school_id uuid not null,
  passkey_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  label text not null default '',
  created_at timestamptz not null default clock_timestamp(),
  primary key (school_id, passkey_id),
  foreign key (school_id, person_id) references people
);
-- Counters of attempts, keyed by a hash, so that limits survive a restart and hold no address in the clear.
create table attempts (
  key_hash bytea primary key,
  count int not null,
  resets_at timestamptz not null
);
-- A POST repeated under the same key answers what it answered before.
create table idempotency_keys (
  school_id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  request_hash bytea not null,
  status int not null,
  body text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id, key),
  foreign key (school_id, person_id) references people
);

-- ---------------------------------------------------------------- policies

-- Row-level security on every table of this file, forced on its owner too.
do $$ declare t text; begin
  foreach t in array array['people', 'voids', 'imports', 'source_ids', 'learners', 'standings', 'learner_profiles', 'educators',
    'educator_terms', 'capacities', 'invitations', 'passwords', 'passkeys', 'attempts', 'idempotency_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- The learners whom the asker guides, and the educators who guide the asker. Filled by the agreements' migration,
-- since relationships and published proposals come later on the journey.
set local role chiron_reader;
create function app.counterparts() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return '{}'::uuid[];
end $$;
create function app.educators_here() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  theirs uuid[];
begin
  select coalesce(array_agg(educator_id), '{}') into theirs from educators where school_id = here and voided_by is null;
  return theirs;
end $$;
reset role;
revoke all on function app.counterparts(), app.educators_here() from public;
grant execute on function app.counterparts(), app.educators_here() to chiron_app, chiron_reader, chiron_keeper;

grant select, insert, update on people to chiron_app;
grant select, insert on people to chiron_steward;
grant select on people to chiron_reader;
-- You see yourself, every educator, and whoever you share a program with; offices that need names see all names.
create policy people_see on people for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and (
    person_id = (select app.person())
    or (select app.may('see people')) or (select app.may('manage access')) or (select app.may('import people'))
    or person_id = any ((select app.counterparts())::uuid[])
    or person_id = any ((select app.educators_here())::uuid[])));
-- Offices that keep the roster add people.
create policy people_add on people for insert to chiron_app with check (
  school_id = (select app.school())
  and ((select app.may('edit people')) or (select app.may('import people')) or (select app.may('manage access'))));
-- Offices that keep the roster correct names and addresses. NOTE: delete is granted to nobody; a person is voided or leaves.
create policy people_edit on people for update to chiron_app
  using (school_id = (select app.school()) and ((select app.may('edit people')) or (select app.may('import people'))))
  with check (school_id = (select app.school()));
-- Sign-in looks people up; the first administrator is made by the server.
create policy people_steward on people to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- The reader resolves names for no one; it needs rows only to answer policies.
create policy people_reader on people for select to chiron_reader using (true);

grant select, insert on voids to chiron_app;
-- Whoever may see the wall or the imports sees which named acts took rows out of force.
create policy voids_see on voids for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('see wall')) or (select app.may('import people'))));
-- A named act bears the name of its author.
create policy voids_add on voids for insert to chiron_app with check (
  school_id = (select app.school()) and voided_by = (select app.person())
  and ((select app.may('import people')) or (select app.may('edit charters')) or (select app.may('see wall'))));

grant select, insert, update on imports to chiron_app;
-- Whoever imports sees the imports of the school.
create policy imports_office on imports to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));

grant select, insert, update on source_ids to chiron_app;
-- Source ids are the registrar's business.
create policy source_ids_office on source_ids to chiron_app
  using (school_id = (select app.school()) and ((select app.may('import people')) or (select app.may('see people'))))
  with check (school_id = (select app.school()) and (select app.may('import people')));

grant select, insert, update on learners, standings to chiron_app;
grant select on learners, standings to chiron_reader, chiron_keeper;
-- A learner's class and campus: the learner, their educators, the offices.
create policy learners_see on learners for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and (
    learner_id = (select app.person()) or (select app.may('see people')) or learner_id = any ((select app.counterparts())::uuid[])));
-- Offices that keep the roster write it.
create policy learners_add on learners for insert to chiron_app with check (
  school_id = (select app.school()) and ((select app.may('edit people')) or (select app.may('import people'))));
-- Offices that keep the roster correct it.
create policy learners_edit on learners for update to chiron_app
  using (school_id = (select app.school()) and ((select app.may('edit people')) or (select app.may('import people'))))
  with check (school_id = (select app.school()));
-- Ambient duties expand over learners.
create policy learners_derive on learners for select to chiron_reader, chiron_keeper using (true);
-- Phase and status have the same readers as the learner's class.
create policy standings_see on standings for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and (
    learner_id = (select app.person()) or (select app.may('see people')) or learner_id = any ((select app.counterparts())::uuid[])));
-- History grows by rows.
create policy standings_add on standings for insert to chiron_app with check (
  school_id = (select app.school()) and ((select app.may('edit people')) or (select app.may('import people'))));
-- Only voiding touches a row of history. NOTE: columns other than voided_by are not granted below.
create policy standings_void on standings for update to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people'))) with check (school_id = (select app.school()));
-- The reader needs them for nothing but derivation.
create policy standings_derive on standings for select to chiron_reader, chiron_keeper using (true);
revoke update on standings from chiron_app;
grant update (voided_by) on standings to chiron_app;

grant select, insert, update on learner_profiles to chiron_app;
-- Interests and needs: the learner, and the offices that run the match or keep the roster.
create policy learner_profiles_own on learner_profiles to chiron_app
  using (school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('run matches')) or (select app.may('import people'))))
  with check (school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('import people'))));

grant select, insert, update on educators to chiron_app;
grant select on educators to chiron_reader, chiron_keeper;
-- The directory of educators is open to the school.
create policy educators_see on educators for select to chiron_app using (school_id = (select app.school()) and voided_by is null);
-- Offices that keep the roster write it.
create policy educators_add on educators for insert to chiron_app with check (
  school_id = (select app.school()) and ((select app.may('edit people')) or (select app.may('import people'))));
-- So do corrections, and an educator corrects their own skills and languages.
create policy educators_edit on educators for update to chiron_app
  using (school_id = (select app.school())
    and (educator_id = (select app.person()) or (select app.may('edit people')) or (select app.may('import people'))))
  with check (school_id = (select app.school()));
-- Policies ask who is an educator.
create policy educators_reader on educators for select to chiron_reader, chiron_keeper using (true);

grant select, insert, update on educator_terms, capacities to chiron_app;
-- Effort and pause: the educator and the offices that plan with them.
create policy educator_terms_see on educator_terms for select to chiron_app using (
  school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('see people'))));
-- An educator may pause themselves; offices keep the rest.
create policy educator_terms_add on educator_terms for insert to chiron_app with check (
  school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('edit people')) or (select app.may('import people'))));
-- The same for changes.
create policy educator_terms_edit on educator_terms for update to chiron_app
  using (school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('edit people')) or (select app.may('import people'))))
  with check (school_id = (select app.school()));
-- Places have the same readers as effort.
create policy capacities_see on capacities for select to chiron_app using (
  school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('see people'))));
-- Places are set by the educator or by the offices.
create policy capacities_add on capacities for insert to chiron_app with check (
  school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('edit people')) or (select app.may('import people'))));
-- The same for changes.
create policy capacities_edit on capacities for update to chiron_app
  using (school_id = (select app.school()) and (educator_id = (select app.person()) or (select app.may('edit people')) or (select app.may('import people'))))
  with check (school_id = (select app.school()));

grant select, insert, update on invitations, passwords, passkeys, attempts to chiron_steward;
grant delete on attempts to chiron_steward;
-- Sign-in is the steward's alone. NOTE: chiron_app may read none of these but the names of its own passkeys.
create policy invitations_steward on invitations to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- Password hashes leave the steward for no one.
create policy passwords_steward on passwords to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- Passkeys are checked by the steward.
create policy passkeys_steward on passkeys to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- Attempts are counted by the steward.
create policy attempts_steward on attempts to chiron_steward using ((select app.steward())) with check ((select app.steward()));

grant select, insert on idempotency_keys to chiron_app;
-- A repeated request finds only what the same person sent.
create policy idempotency_keys_own on idempotency_keys to chiron_app
  using (school_id = (select app.school()) and person_id = (select app.person()))
  with check (school_id = (select app.school()) and person_id = (select app.person()));

-- ---------------------------------------------------------------- events

select app.watch('people', 'person', 'person_id', 'person_id');
select app.watch('learners', 'learner', 'learner_id', 'learner_id');
select app.watch('standings', 'standing', 'standing_id', 'learner_id');
select app.watch('learner_profiles', 'learner profile', 'learner_id', 'learner_id');
select app.watch('educators', 'educator', 'educator_id', 'educator_id');
select app.watch('educator_terms', 'educator terms', 'educator_id', 'educator_id');
select app.watch('capacities', 'capacity', 'educator_id', 'educator_id');
select app.watch('source_ids', 'source id', 'person_id', 'person_id');
select app.watch('imports', 'import', 'import_id', '');
select app.watch('voids', 'void', 'void_id', '');
