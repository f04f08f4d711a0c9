-- Charters of the three programs, what educators completed, and what learners wish.

create table charters (
  school_id uuid not null references schools,
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  version int not null check (version > 0),
  in_force_from date not null,
  -- The charter's text and numbers, in the shape of programs/charter.ts.
  body jsonb not null,
  ruleset int not null,
  because text not null,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  constraint "charter.version" primary key (school_id, program, version),
  foreign key (school_id, ruleset) references rulesets,
  foreign key (school_id, made_by) references people
);
comment on constraint "charter.version" on charters is 'Somebody saved a newer version meanwhile. Reload, and apply your change to it.';

create table acknowledgements (
  school_id uuid not null,
  program text not null,
  version int not null,
  person_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, program, version, person_id),
  foreign key (school_id, program, version) references charters,
  foreign key (school_id, person_id) references people
);

create table trainings (
  school_id uuid not null,
  training_id uuid not null default gen_random_uuid(),
  educator_id uuid not null,
  module text not null check (length(module) between 1 and 200),
  completed_on date not null,
  import_id uuid,
  voided_by uuid,
  primary key (school_id, training_id),
  foreign key (school_id, educator_id) references educators,
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
create unique index "training.recorded" on trainings (school_id, educator_id, module, completed_on) where voided_by is null;
comment on index "training.recorded" is 'This completion is already recorded.';

-- A ranked wish, or `never`: then rank is null. One taken back is read by nobody any more.
create table preferences (
  school_id uuid not null,
  preference_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  educator_id uuid not null,
  rank int check (rank between 1 and 1000),
  withdrawn_at timestamptz,
  import_id uuid,
  voided_by uuid,
  primary key (school_id, preference_id),
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, educator_id) references educators,
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
create unique index "preference.once" on preferences (school_id, learner_id, program, educator_id)
  where voided_by is null and withdrawn_at is null;
-- For imports, which ask about each learner of a file.
create index preferences_withdrawn on preferences (school_id, learner_id) where withdrawn_at is not null;
comment on index "preference.once" is 'This learner already has a wish about this educator in this program.';

alter table charters enable row level security;
alter table charters force row level security;
alter table acknowledgements enable row level security;
alter table acknowledgements force row level security;
alter table trainings enable row level security;
alter table trainings force row level security;
alter table preferences enable row level security;
alter table preferences force row level security;

grant select, insert on charters to chiron_app;
grant insert, select on charters to chiron_steward;
-- A charter is a promise to everyone in the school.
create policy charters_see on charters for select to chiron_app using (school_id = (select app.school()));
-- A director writes a new version in their own name. NOTE: no update; a version stays as it was.
create policy charters_add on charters for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('edit charters')) and made_by = (select app.person()));
-- A school is founded with the defaults.
create policy charters_steward on charters to chiron_steward using ((select app.steward())) with check ((select app.steward()));

grant select, insert on acknowledgements to chiron_app;
-- You see your own; the program's offices see who has read it.
create policy acknowledgements_see on acknowledgements for select to chiron_app using (
  school_id = (select app.school()) and (person_id = (select app.person()) or (select app.may('see relationships'))));
-- Acknowledged in one's own name.
create policy acknowledgements_add on acknowledgements for insert to chiron_app with check (
  school_id = (select app.school()) and person_id = (select app.person()));

grant select, insert, update (voided_by) on trainings to chiron_app;
-- Completions: the educator's own, and the offices that certify by them.
create policy trainings_see on trainings for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and (educator_id = (select app.person()) or (select app.may('see people'))));
-- The roster's offices record them.
create policy trainings_add on trainings for insert to chiron_app with check (
  school_id = (select app.school()) and ((select app.may('import people')) or (select app.may('edit people'))));
-- Only voiding touches them.
create policy trainings_void on trainings for update to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people'))) with check (school_id = (select app.school()));

grant select, insert, update (rank, voided_by) on preferences to chiron_app;
-- A wish is read by the learner and by the office that runs the match. NOTE: never by the educator it is about.
create policy preferences_see on preferences for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and withdrawn_at is null
  and (learner_id = (select app.person()) or (select app.may('run matches')) or (select app.may('import people'))));
-- A learner wishes for themselves; an import brings wishes collected elsewhere.
create policy preferences_add on preferences for insert to chiron_app with check (
  school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('import people'))));
-- The same two change wishes.
create policy preferences_edit on preferences for update to chiron_app
  using (school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('import people'))))
  with check (school_id = (select app.school()));

set local role chiron_keeper;

-- Takes back every wish of a learner but these: for the learner, and for those who import wishes.
create function app.withdraw_wishes(learner uuid, kept uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare here uuid := app.school();
begin
  if learner is distinct from app.person() and not app.may('import people') then return; end if;
  update preferences set withdrawn_at = clock_timestamp()
  where school_id = here and learner_id = learner and not preference_id = any (kept) and voided_by is null and withdrawn_at is null;
end $$;

-- What of the wishes in a file these learners have taken back since: the file, which is older, does not bring it again.
create function app.withdrawn_wishes(learners uuid[]) returns table (learner_id uuid, program text, educator_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare here uuid := app.school();
begin
  if not app.may('import people') then return; end if;
  return query select p.learner_id, p.program, p.educator_id from preferences p
    where p.school_id = here and p.learner_id = any (learners) and p.withdrawn_at is not null and p.voided_by is null;
end $$;

reset role;
revoke all on function app.withdraw_wishes(uuid, uuid[]), app.withdrawn_wishes(uuid[]) from public;
grant execute on function app.withdraw_wishes(uuid, uuid[]), app.withdrawn_wishes(uuid[]) to chiron_app;

select app.watch('charters', 'charter', 'made_by', '');
select app.watch('acknowledgements', 'acknowledgement', 'person_id', 'person_id');
select app.watch('trainings', 'training', 'training_id', 'educator_id');
select app.watch('preferences', 'preference', 'preference_id', 'learner_id');
