-- Import: remembered column maps, and what an import changed so that it can be undone.

create table column_maps (
  school_id uuid not null references schools,
  fingerprint text not null,
  reading jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, fingerprint)
);

-- What a row was before an import changed it.
create table import_changes (
  school_id uuid not null,
  change_id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  changed text not null,
  key uuid not null,
  before jsonb not null,
  primary key (school_id, change_id),
  foreign key (school_id, import_id) references imports
);
create index import_changes_import on import_changes (school_id, import_id);

do $$ declare t text; begin
  foreach t in array array['column_maps', 'import_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert, update on column_maps to chiron_app;
-- Column maps are the importing offices' memory.
create policy column_maps_office on column_maps to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));
grant select, insert on import_changes to chiron_app;
-- What was before is kept for the undo.
create policy import_changes_office on import_changes to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));

-- ---------------------------------------------------------------- undo

grant select, update on people, learners, educators, standings, trainings, preferences, learner_profiles, educator_terms, capacities,
  incidents, imports, duties to chiron_keeper;
grant select on import_changes, sessions, offices, proposals to chiron_keeper;
grant select, delete on source_ids to chiron_keeper;
do $$ declare t text; begin
  foreach t in array array['people', 'learners', 'educators', 'standings', 'trainings', 'preferences', 'learner_profiles', 'educator_terms',
    'capacities', 'imports'] loop
    -- The undo of an import takes its rows out of force, or puts back what they were.
    execute format('create policy %I on %I for update to chiron_keeper using (true) with check (true)', t || '_undo', t);
  end loop;
  foreach t in array array['learners', 'educators', 'standings', 'trainings', 'preferences', 'learner_profiles', 'educator_terms',
    'capacities', 'imports', 'import_changes', 'sessions', 'offices', 'source_ids', 'proposals'] loop
    -- It reads them before, and what hangs on them.
    execute format('create policy %I on %I for select to chiron_keeper using (true)', t || '_undo_sees', t);
  end loop;
end $$;
-- An id that an import brought goes with it. NOTE: deleting is meant: the same id may come back for somebody else.
create policy source_ids_undo on source_ids for delete to chiron_keeper using (true);

set local role chiron_keeper;

-- Takes a whole import back: what it added is out of force, what it changed is as it was. Within 24 hours, and only
-- while nothing of others hangs on it. Returns how many rows it touched.
create function app.undo_import(import uuid, void_act uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare i imports; touched int := 0; n int; t text; begin
  select * into i from imports where school_id = app.school() and import_id = import for update;
  if i.import_id is null or not app.may('import people')
    or not exists (select from voids v where v.school_id = i.school_id and v.void_id = void_act and v.voided_by = app.person()) then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  if i.undone_by is not null then raise exception 'This import has been undone already.' using constraint = 'import.undone'; end if;
  if i.made_at < clock_timestamp() - interval '24 hours' then
    raise exception 'An import can be undone within 24 hours. Import a corrected file instead.' using constraint = 'import.too-late';
  end if;
  if exists (select from relationships r where r.school_id = i.school_id and r.voided_by is null and (r.import_id = import and r.started_on is not null
      or r.import_id is distinct from import and exists (select from people p where p.school_id = i.school_id and p.import_id = import and p.person_id in (r.learner_id, r.educator_id))))
    or exists (select from people p join proposals q on q.school_id = p.school_id and p.person_id in (q.learner_id, q.educator_id) where p.school_id = i.school_id and p.import_id = import)
    or exists (select from exceptions e join relationships r using (school_id, relationship_id) where e.school_id = i.school_id and r.import_id = import and r.voided_by is null)
    or exists (select from people p join sessions s using (school_id, person_id) where p.school_id = i.school_id and p.import_id = import)
    or exists (select from people p join offices o using (school_id, person_id) where p.school_id = i.school_id and p.import_id = import)
    or exists (select from people p join duties d on d.school_id = p.school_id and p.person_id in (d.educator_id, d.learner_id)
      where p.school_id = i.school_id and p.import_id = import and d.voided_by is null and d.import_id is distinct from import) then
    raise exception 'Others have built on this import: somebody signed, was matched, or signed in. Import a corrected file instead.' using constraint = 'import.in-use';
  end if;
  perform set_config('app.batch', import::text, true);
  update incidents set voided_by = void_act where school_id = i.school_id and voided_by is null
    and relationship_id in (select relationship_id from relationships where school_id = i.school_id and import_id = import and voided_by is null);
  get diagnostics touched = row_count;
  foreach t in array array['duties', 'incidents', 'relationships', 'trainings', 'preferences', 'standings', 'learners', 'educators', 'people'] loop
    execute format('update %I set voided_by = $1 where school_id = $2 and import_id = $3 and voided_by is null', t) using void_act, i.school_id, import;
    get diagnostics n = row_count;
    touched := touched + n;
  end loop;
  delete from source_ids where school_id = i.school_id and import_id = import;
  update people p set given_name = b.before ->> 'given_name', family_name = b.before ->> 'family_name', email = b.before ->> 'email'
    from import_changes b where b.school_id = i.school_id and b.import_id = import and b.changed = 'people' and (p.school_id, p.person_id) = (b.school_id, b.key);
  update learners l set class_year = (b.before ->> 'class_year')::int, campus = b.before ->> 'campus'
    from import_changes b where b.school_id = i.school_id and b.import_id = import and b.changed = 'learners' and (l.school_id, l.learner_id) = (b.school_id, b.key);
  update learner_profiles l set (interests, needs, languages) = (select r.interests, r.needs, r.languages from jsonb_populate_record(null::learner_profiles, b.before) r)
    from import_changes b where b.school_id = i.school_id and b.import_id = import and b.changed = 'learner_profiles' and (l.school_id, l.learner_id) = (b.school_id, b.key);
  update educators e set (department, campus, skills, languages) = (select r.department, r.campus, r.skills, r.languages from jsonb_populate_record(null::educators, b.before) r)
    from import_changes b where b.school_id = i.school_id and b.import_id = import and b.changed = 'educators' and (e.school_id, e.educator_id) = (b.school_id, b.key);
  update educator_terms e set (effort_percent, paused_until) = (select r.effort_percent, r.paused_until from jsonb_populate_record(null::educator_terms, b.before) r)
    from import_changes b where b.school_id = i.school_id and b.import_id = import and b.changed = 'educator_terms' and (e.school_id, e.educator_id) = (b.school_id, b.key);
  update capacities c set places = (b.before ->> 'places')::int from import_changes b
    where b.school_id = i.school_id and b.import_id = import and b.changed = 'capacities' and (c.school_id, c.educator_id, c.program) = (b.school_id, b.key, b.before ->> 'program');
  update preferences p set rank = (b.before ->> 'rank')::int from import_changes b
    where b.school_id = i.school_id and b.import_id = import and b.changed = 'preferences' and (p.school_id, p.preference_id) = (b.school_id, b.key);
  update imports set undone_by = void_act where school_id = i.school_id and import_id = import;
  return touched;
end $$;

reset role;
revoke all on function app.undo_import(uuid, uuid) from public;
grant execute on function app.undo_import(uuid, uuid) to chiron_app;
