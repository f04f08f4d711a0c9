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

-- Two ids of which somebody said, with an import, that they are two people, and fingerprints of what spoke for one. It
-- counts while that import is in force, so that the undo need not touch it.
create table told_apart (
  school_id uuid not null,
  import_id uuid not null,
  first_id text not null,
  second_id text not null,
  shares text[] not null,
  primary key (school_id, import_id, first_id, second_id),
  foreign key (school_id, import_id) references imports
);

do $$ declare t text; begin
  foreach t in array array['column_maps', 'import_changes', 'told_apart'] loop
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

grant select, insert on told_apart to chiron_app;
-- Who is whom in the files is the importing offices' to say. NOTE: no update; the next answer is a row of its own.
create policy told_apart_office on told_apart to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));
select app.watch('told_apart', 'two people', 'import_id', '');

-- ---------------------------------------------------------------- undo

grant select, update on people, learners, educators, standings, trainings, preferences, learner_profiles, educator_terms, capacities,
  incidents, imports, duties to chiron_keeper;
grant select on import_changes, sessions, offices to chiron_keeper;
grant select, delete on source_ids to chiron_keeper;
do $$ declare t text; begin
  foreach t in array array['people', 'learners', 'educators', 'standings', 'trainings', 'preferences', 'learner_profiles', 'educator_terms',
    'capacities', 'imports'] loop
    -- The undo of an import takes its rows out of force, or puts back what they were.
    execute format('create policy %I on %I for update to chiron_keeper using (true) with check (true)', t || '_undo', t);
  end loop;
  foreach t in array array['learners', 'educators', 'standings', 'trainings', 'preferences', 'learner_profiles', 'educator_terms',
    'capacities', 'imports', 'import_changes', 'sessions', 'offices', 'source_ids'] loop
    -- It reads them before, and what hangs on them.
    execute format('create policy %I on %I for select to chiron_keeper using (true)', t || '_undo_sees', t);
  end loop;
end $$;
-- An id that an import brought goes with it. NOTE: deleting is meant: the same id may come back for somebody else.
create policy source_ids_undo on source_ids for delete to chiron_keeper using (true);

set local role chiron_keeper;

-- What stops an import of the asker's school from being taken back, by the name of the rule; null while nothing does.
-- The undo asks it, and so does the list that offers the undo. People, signatures and records stay with whoever built
-- on them: it says that there is something, never what.
create function app.undo_stopped(import uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare i imports; brought uuid[]; begin
  select * into i from imports where school_id = app.school() and import_id = import;
  if i.import_id is null or not app.may('import people') then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  if i.undone_by is not null then return 'import.undone'; end if;
  if not exists (select from jsonb_each(i.counts) part cross join lateral jsonb_each_text(part.value) c where c.value::int > 0) then
    return 'import.nothing';
  end if;
  if i.made_at < clock_timestamp() - interval '24 hours' then return 'import.too-late'; end if;
  brought := array(select person_id from people where school_id = i.school_id and import_id = import);
  if exists (select from relationships r where r.school_id = i.school_id and r.voided_by is null and (r.import_id = import and (r.started_on is not null or r.ended_on is not null)
      or r.import_id is distinct from import and (r.learner_id = any (brought) or r.educator_id = any (brought))))
    or exists (select from proposals q where q.school_id = i.school_id and (q.learner_id = any (brought) or q.educator_id = any (brought)))
    or exists (select from exceptions e join relationships r using (school_id, relationship_id) where e.school_id = i.school_id and r.import_id = import and r.voided_by is null)
    or exists (select from sessions s where s.school_id = i.school_id and s.person_id = any (brought))
    or exists (select from offices o where o.school_id = i.school_id and o.person_id = any (brought))
    or exists (select from duties d where d.school_id = i.school_id and (d.educator_id = any (brought) or d.learner_id = any (brought))
      and d.voided_by is null and d.import_id is distinct from import)
    or exists (select from assessments a where a.school_id = i.school_id and (a.learner_id = any (brought) or a.assessor_id = any (brought)
      or exists (select from stands s join duties d using (school_id, duty_id) where (s.school_id, s.stand_id) = (a.school_id, a.stand_id) and d.import_id = import))) then
    return 'import.in-use';
  end if;
  return null;
end $$;

-- Takes a whole import back: what it added is out of force, what it changed is as it was. Within 24 hours, and only
-- while nothing of others hangs on it. Returns how many rows it took out of force; those that it put back are not among
-- them, and neither are interests, effort and places, which stand and fall with the person.
create function app.undo_import(import uuid, void_act uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare i imports; touched int := 0; n int; t text; begin
  select * into i from imports where school_id = app.school() and import_id = import for update;
  if i.import_id is null or not app.may('import people')
    or not exists (select from voids v where v.school_id = i.school_id and v.void_id = void_act and v.voided_by = app.person()) then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  case app.undo_stopped(import)
    when 'import.undone' then raise exception 'This import has been undone already.' using constraint = 'import.undone';
    when 'import.nothing' then
      raise exception 'This import brought nothing new and changed nothing, so there is nothing to take back.' using constraint = 'import.nothing';
    when 'import.too-late' then
      raise exception 'An import can be undone within 24 hours. Import a corrected file instead.' using constraint = 'import.too-late';
    when 'import.in-use' then
      raise exception 'Others have built on this import: somebody signed, was matched, assessed or signed in. Import a corrected file instead.' using constraint = 'import.in-use';
    else null;
  end case;
  perform set_config('app.batch', import::text, true);
  update incidents set voided_by = void_act where school_id = i.school_id and voided_by is null
    and relationship_id in (select relationship_id from relationships where school_id = i.school_id and import_id = import and voided_by is null);
  get diagnostics touched = row_count;
  foreach t in array array['duties', 'incidents', 'relationships', 'trainings', 'preferences', 'standings', 'learners', 'educators', 'people'] loop
    execute format('update %I set voided_by = $1 where school_id = $2 and import_id = $3 and voided_by is null', t) using void_act, i.school_id, import;
    get diagnostics n = row_count;
    touched := touched + n;
  end loop;
  -- What it withdrew is open again, unless something else rules it out now, or the learner was asked about another since.
  update withdrawals w set voided_by = void_act from proposals p join runs r using (school_id, run_id)
    where w.school_id = i.school_id and w.import_id = import and w.voided_by is null and (p.school_id, p.run_id, p.learner_id) = (w.school_id, w.run_id, w.learner_id)
      and app.what_prevents(p.school_id, p.learner_id, p.educator_id, r.program) is null
      and not exists (select from app.open_proposals(p.school_id, array[p.learner_id]) o where o.learner_id = p.learner_id and o.program = r.program);
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

-- Open proposals that could still come to be, while something that they rest on has gone: at all, or by this import.
-- Nothing withdraws them; the office decides. A declared conflict is not among it, since it is nobody's to know.
create function app.shaken(school uuid, import uuid) returns table (run_id uuid, learner_id uuid, educator_id uuid, program text, answer_by date, because text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with day as materialized (select app.today(school) as today),
  open as materialized (select o.*, least(o.learner_id, o.educator_id) as lo, greatest(o.learner_id, o.educator_id) as hi from app.open_proposals(school, null) o),
  -- What few have is looked for among all, and then whose proposals rest on it: asked of every proposal, it is most of the time.
  ruled as materialized (
    select p.program, u.wall, u.side from (values ('advising'), ('coaching'), ('mentoring')) as p (program) cross join day
    join app.ruleset_days(school) d on d.days @> day.today
    join duty_rules u on (u.school_id, u.ruleset, u.duty) = (school, d.ruleset, app.duty_of(p.program, false))),
  away as materialized (
    select s.learner_id, s.import_id from day join standings s on s.school_id = school and s.status = 'leave' and s.voided_by is null and s.from_day <= day.today
    where not exists (select from standings n where (n.school_id, n.learner_id) = (s.school_id, s.learner_id) and n.voided_by is null
      and n.from_day <= day.today and (n.from_day, n.at) > (s.from_day, s.at))),
  held as materialized (
    select h.educator_id, h.program, c.places, coalesce(bool_or(h.import_id = import), false) as brought from (
      select educator_id, program, import_id from relationships where school_id = school and ended_on is null and voided_by is null
      union all select educator_id, program, null from open) h
    join capacities c on c.school_id = school and (c.educator_id, c.program) = (h.educator_id, h.program)
    group by h.educator_id, h.program, c.places having count(*) > c.places),
  -- By the two alone (offset 0): with wall and day the database would go through those of half a school.
  standing as materialized (
    select o.run_id, o.learner_id, o.program, s.wall, s.side, s.duty_id from day cross join open o
    cross join lateral (select * from stands s where (s.lo, s.hi) = (o.lo, o.hi) offset 0) s
    where s.school_id = school and s.side <> 'closed' and s.voided_by is null and s.exception_id is null and s.blocked && daterange(day.today, null)),
  gone as (
    select s.run_id, s.learner_id, 1 as place, 'not available' as because from standing s
    join ruled u on u.program = s.program and u.wall = s.wall and u.side <> s.side
    join duties e on (e.school_id, e.duty_id) = (school, s.duty_id)
    where import is null or e.import_id = import
    union all
    select o.run_id, o.learner_id, 2, 'on leave' from away a join open o using (learner_id) where import is null or a.import_id = import
    union all
    select o.run_id, o.learner_id, 3, 'never' from open o
    join preferences n on (n.school_id, n.learner_id, n.educator_id, n.program) = (school, o.learner_id, o.educator_id, o.program)
      and n.rank is null and n.voided_by is null and n.withdrawn_at is null
    where import is null or n.import_id = import or exists (select from import_changes b where b.school_id = school and b.import_id = import
      and b.changed = 'preferences' and b.key = n.preference_id and b.before ->> 'rank' is not null)
    union all
    select o.run_id, o.learner_id, 4, 'paused' from day cross join open o
    join educator_terms t on (t.school_id, t.educator_id) = (school, o.educator_id) and t.paused_until > day.today
    where import is null or exists (select from import_changes b where b.school_id = school and b.import_id = import
      and b.changed = 'educator_terms' and b.key = o.educator_id and coalesce((b.before ->> 'paused_until')::date, day.today) <= day.today)
    union all
    select o.run_id, o.learner_id, 5, 'places' from held h join open o using (educator_id, program)
    where import is null or h.brought or exists (select from import_changes b where b.school_id = school and b.import_id = import
      and b.changed = 'capacities' and b.key = o.educator_id and b.before ->> 'program' = o.program and (b.before ->> 'places')::int > h.places))
  select distinct on (o.run_id, o.learner_id) o.run_id, o.learner_id, o.educator_id, o.program, o.answer_by, g.because
  from gone g join open o using (run_id, learner_id) order by o.run_id, o.learner_id, g.place $$;

-- The same for the desk of who runs or approves matches.
create function app.shaken_proposals() returns table (run_id uuid, learner_id uuid, educator_id uuid, program text, answer_by date, because text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.* from (select app.school() as school, app.may('run matches') or app.may('approve matches') as sees offset 0) me
  cross join lateral app.shaken(me.school, null) s where me.sees $$;

-- The proposals that an import withdrew, or took something from: to who imports. Whose they are, and why, only who sees
-- proposals; to anyone else a line says that there is one.
create function app.import_proposals(import uuid) returns table (is_withdrawn boolean, learner_id uuid, educator_id uuid, program text, because text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with me as (select app.school() as school, app.may('import people') as imports, app.may('run matches') or app.may('approve matches') as sees offset 0),
  met as (
    select true as is_withdrawn, p.learner_id, p.educator_id, r.program, w.because
    from me join withdrawals w on w.school_id = me.school and w.import_id = import and w.voided_by is null
    join proposals p on (p.school_id, p.run_id, p.learner_id) = (w.school_id, w.run_id, w.learner_id)
    join runs r on (r.school_id, r.run_id) = (p.school_id, p.run_id)
    union all
    select false, s.learner_id, s.educator_id, s.program, s.because from me cross join lateral app.shaken(me.school, import) s)
  select m.is_withdrawn, case when me.sees then m.learner_id end, case when me.sees then m.educator_id end,
    case when me.sees then m.program end, case when me.sees then m.because end
  from me cross join met m where me.imports and import is not null $$;

reset role;
revoke all on function app.undo_import(uuid, uuid), app.undo_stopped(uuid), app.shaken(uuid, uuid), app.shaken_proposals(), app.import_proposals(uuid) from public;
grant execute on function app.undo_import(uuid, uuid), app.undo_stopped(uuid), app.shaken_proposals(), app.import_proposals(uuid) to chiron_app;
