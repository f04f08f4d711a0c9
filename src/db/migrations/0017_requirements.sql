-- Requirements (advising): what must be done by when, per phase and class; the dated events of each class's own timeline;
-- how each learner stands; notes of the advisor; and to whom a learner shows their plan.

-- One row a version. The newest counts; taking a change back writes the version before anew.
create table requirement_sets (
  school_id uuid not null references schools,
  set_id uuid not null,
  version int not null check (version > 0),
  name text not null constraint "requirements.name" check (length(name) between 1 and 120),
  -- What changed with this version, in words.
  because text not null constraint "requirements.because" check (length(because) between 1 and 500),
  written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  constraint "requirements.version" primary key (school_id, set_id, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "requirements.name" on requirement_sets is 'Name the set in 1 to 120 characters.';
comment on constraint "requirements.because" on requirement_sets is 'Say in 1 to 500 characters what changes.';
comment on constraint "requirements.version" on requirement_sets is 'Somebody else changed this set meanwhile. Reload, and apply your change to theirs.';

-- The requirements of one version, all of them, in order.
create table requirements (
  school_id uuid not null,
  set_id uuid not null,
  version int not null,
  -- Stays the same from version to version: what was done hangs on it.
  key text not null constraint "requirement.key" check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  place int not null check (place > 0),
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('requirement', 'milestone', 'letter', 'document')),
  -- In the school's own words; '' for all phases.
  phase text not null default '' check (length(phase) <= 60),
  -- Null: every class.
  class_year int check (class_year between 1950 and 2200),
  -- A day, or so many days after (before: less than 0) an event of the class's timeline; neither: no date.
  due_on date,
  due_event text,
  due_days int check (due_days between -1500 and 1500),
  depends_on text[] not null default '{}',
  signed_by text not null check (signed_by in ('learner', 'advisor', 'office')),
  -- How one does it, and where.
  how text not null default '' check (length(how) <= 500),
  primary key (school_id, set_id, version, key),
  foreign key (school_id, set_id, version) references requirement_sets,
  constraint "requirement.due" check ((due_event is null) = (due_days is null) and (due_on is null or due_event is null))
);
comment on constraint "requirement.key" on requirements is 'A key is 1 to 60 small letters, digits and hyphens.';
comment on constraint "requirement.due" on requirements is 'Give a day, or an event with its number of days, or neither.';

-- What happens when for a class: phases that begin, and the dates of its residency application. The newest version of an
-- event counts; one without a day takes it out.
create table timeline_days (
  school_id uuid not null references schools,
  class_year int not null check (class_year between 1950 and 2200),
  event text not null constraint "timeline.event" check (event ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version int not null check (version > 0),
  title text not null check (length(title) between 1 and 200),
  on_day date,
  begins_phase boolean not null default false,
  -- Where the day was read, so that somebody can look it up again.
  source text not null default '' check (length(source) <= 300),
  written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  constraint "timeline.version" primary key (school_id, class_year, event, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "timeline.event" on timeline_days is 'The key of an event is 1 to 60 small letters, digits and hyphens.';
comment on constraint "timeline.version" on timeline_days is 'Somebody else changed this day meanwhile. Reload, and look at theirs first.';

-- How a learner stands with a requirement: the row with the highest turn. NOTE: no grade, no score and no text about how
-- something was done; that it is there, and who said so.
create table requirement_states (
  school_id uuid not null,
  learner_id uuid not null,
  set_id uuid not null,
  key text not null,
  turn int not null check (turn > 0),
  -- Of the set, when this was said.
  version int not null,
  state text not null check (state in ('open', 'in progress', 'done', 'waived')),
  -- Of a letter: who writes it, as the learner put it.
  from_whom text not null default '' check (length(from_whom) <= 120),
  said_by uuid not null,
  -- In which part they said it; the database finds out.
  said_as text not null check (said_as in ('learner', 'advisor', 'office')),
  at timestamptz not null default clock_timestamp(),
  constraint "state.turn" primary key (school_id, learner_id, set_id, key, turn),
  foreign key (school_id, set_id, version, key) references requirements,
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, said_by) references people (school_id, person_id)
);
comment on constraint "state.turn" on requirement_states is 'Somebody else said something about this meanwhile. Reload, and look at it first.';

-- What an advisor writes down about a learner's plan. The learner reads it, always: nothing here is kept about somebody who
-- may not read it. What is typed and not saved reaches no server.
create table plan_notes (
  school_id uuid not null,
  note_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  author_id uuid not null,
  words text not null constraint "note.words" check (length(words) between 1 and 2000),
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, note_id),
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, author_id) references people (school_id, person_id)
);
comment on constraint "note.words" on plan_notes is 'Write the note in 1 to 2,000 characters.';
create index plan_notes_learner on plan_notes (school_id, learner_id, at desc);

-- A learner shows their plan to their coach or mentor, or takes that back: the row with the highest turn counts.
create table plan_shares (
  school_id uuid not null,
  learner_id uuid not null,
  educator_id uuid not null,
  turn int not null check (turn > 0),
  shown boolean not null,
  at timestamptz not null default clock_timestamp(),
  constraint "share.turn" primary key (school_id, learner_id, educator_id, turn),
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, educator_id) references educators
);
comment on constraint "share.turn" on plan_shares is 'This changed meanwhile. Reload, and look again.';
create index plan_shares_educator on plan_shares (school_id, educator_id);

do $$ declare t text; begin
  foreach t in array array['requirement_sets', 'requirements', 'timeline_days', 'requirement_states', 'plan_notes', 'plan_shares'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on plan_shares, requirement_sets, requirements, timeline_days, requirement_states to chiron_reader;
grant select on requirements, requirement_states to chiron_keeper;
-- Policies ask to whom a plan is shown.
create policy plan_shares_reader on plan_shares for select to chiron_reader using (true);
-- What a learner's own calendar says is put together here, out of what is asked for.
create policy requirement_sets_reader on requirement_sets for select to chiron_reader using (true);
-- By when it is.
create policy requirements_reader on requirements for select to chiron_reader using (true);
-- By which dates of their class.
create policy timeline_days_reader on timeline_days for select to chiron_reader using (true);
-- Only as long as it is not done.
create policy requirement_states_reader on requirement_states for select to chiron_reader using (true);
-- The database refuses requirements that wait for each other, and asks who signs one off.
create policy requirements_keeper on requirements for select to chiron_keeper using (true);
-- What is said next follows what was said last.
create policy requirement_states_keeper on requirement_states for select to chiron_keeper using (true);

set local role chiron_reader;
-- The learners whose advisor the asker is, while that relationship is in force. NOTE: not a coach, not a mentor.
create function app.advisees() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  theirs uuid[];
begin
  select coalesce(array_agg(learner_id), '{}') into theirs from relationships
    where school_id = here and educator_id = me and program = 'advising' and started_on is not null and ended_on is null and voided_by is null;
  return theirs;
end $$;

-- The learners who show the asker their plan: until they take it back, and only while the two are in a relationship in force.
create function app.shown_plans() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  theirs uuid[];
begin
  select coalesce(array_agg(s.learner_id), '{}') into theirs from plan_shares s
    where s.school_id = here and s.educator_id = me and s.shown
      and not exists (select from plan_shares l
        where (l.school_id, l.learner_id, l.educator_id) = (s.school_id, s.learner_id, s.educator_id) and l.turn > s.turn)
      and exists (select from relationships r where r.school_id = here and (r.learner_id, r.educator_id) = (s.learner_id, me)
        and r.started_on is not null and r.ended_on is null and r.voided_by is null);
  return theirs;
end $$;

-- What somebody has to do by which day, for their own calendar, from a quarter back; what is done or waived is not in it. Its
-- title only where both the charter of today and what the learner and their advisor signed keep an education record. Its id
-- stays the same whatever changes, and tells nothing.
create function app.feed_due(school uuid, person uuid) returns table (due_id text, due date, title text, changed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select md5(concat_ws(' ', r.set_id, r.key, l.learner_id)), d.due, case when open.is_open then r.title end,
    greatest(s.written_at, t.written_at)
  from learners l
  join requirement_sets s on s.school_id = l.school_id
    and s.version = (select max(n.version) from requirement_sets n where (n.school_id, n.set_id) = (s.school_id, s.set_id))
  join requirements r on (r.school_id, r.set_id, r.version) = (s.school_id, s.set_id, s.version) and coalesce(r.class_year, l.class_year) = l.class_year
  left join lateral (select on_day, written_at from timeline_days
    where (school_id, class_year, event) = (l.school_id, l.class_year, r.due_event) order by version desc limit 1) t on true
  cross join lateral (select coalesce(r.due_on, t.on_day + r.due_days) as due) d
  cross join (select coalesce(bool_and(kept = 'education record'), false) as is_open from (
    (select c.body ->> 'confidentiality' as kept from charters c where (c.school_id, c.program) = (school, 'advising')
      and (c.in_force_from <= app.today(school) or c.version = 1) order by c.version desc limit 1)
    union all
    select coalesce(app.confidentiality_of(school, a.relationship_id), 'sealed') from relationships a
    where (a.school_id, a.learner_id, a.program) = (school, person, 'advising') and a.started_on is not null and a.ended_on is null and a.voided_by is null
  ) said) open
  where app.steward() and (l.school_id, l.learner_id) = (school, person) and d.due > app.today(school) - 92
    and not exists (select from (select state from requirement_states
      where (school_id, learner_id, set_id, key) = (l.school_id, l.learner_id, r.set_id, r.key) order by turn desc limit 1) n
      where n.state in ('done', 'waived'))
  order by d.due, 1 $$;
reset role;
revoke all on function app.advisees(), app.shown_plans(), app.feed_due(uuid, uuid) from public;
grant execute on function app.feed_due(uuid, uuid) to chiron_steward;
grant execute on function app.advisees() to chiron_app, chiron_keeper;
grant execute on function app.shown_plans() to chiron_app;

set local role chiron_keeper;
-- What a requirement waits for is in the same version, and nothing waits for itself, not by way of others either.
create function app.guard_requirements() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from written w cross join unnest(w.depends_on) d (key) where not exists (select from requirements r
      where (r.school_id, r.set_id, r.version, r.key) = (w.school_id, w.set_id, w.version, d.key))) then
    raise exception 'A requirement waits for one that is not in this set.' using constraint = 'requirement.depends';
  end if;
  if exists (
    with recursive waits (school_id, set_id, version, key, for_key) as (
      select w.school_id, w.set_id, w.version, w.key, d.key from written w cross join unnest(w.depends_on) d (key)
      union
      select w.school_id, w.set_id, w.version, w.key, d.key from waits w
      join requirements r on (r.school_id, r.set_id, r.version, r.key) = (w.school_id, w.set_id, w.version, w.for_key)
      cross join unnest(r.depends_on) d (key))
    select from waits where key = for_key) then
    raise exception 'Requirements wait for each other in a circle, so none could ever come next.' using constraint = 'requirement.cycle';
  end if;
  return null;
end $$;

-- Who may say what of a requirement; the same rule is in requirements/state.ts for the buttons. Whoever has no part in this
-- plan is left to the policy, whose no tells nothing.
create function app.guard_requirement_states() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  parts text[] := array_remove(array[
    case when new.said_by = new.learner_id then 'learner' end,
    case when new.learner_id = any (app.advisees()) then 'advisor' end,
    case when app.may('keep plans') then 'office' end], null);
  wanted text;
  signers text[];
  before record;
begin
  new.said_as := coalesce(parts[1], 'learner');
  if parts = '{}' or new.said_by is distinct from app.person() then return new; end if;
  select signed_by into wanted from requirements
    where (school_id, set_id, version, key) = (new.school_id, new.set_id, new.version, new.key);
  if not found then return new; end if;
  select state, turn, from_whom into before from requirement_states
    where (school_id, learner_id, set_id, key) = (new.school_id, new.learner_id, new.set_id, new.key) order by turn desc limit 1;
  if new.turn <> coalesce(before.turn, 0) + 1 then
    raise exception 'Somebody else said something about this meanwhile. Reload, and look at it first.' using constraint = 'state.turn';
  end if;
  if (new.state, new.from_whom) = (coalesce(before.state, 'open'), coalesce(before.from_whom, '')) then
    raise exception 'It says so already. Nothing is left to do.' using constraint = 'state.same';
  end if;
  signers := case wanted when 'learner' then array['learner'] when 'advisor' then array['advisor', 'office'] else array['office'] end;
  signers := case
    when new.state = 'waived' or before.state = 'waived' then array['office']
    when new.state = 'done' or before.state = 'done' then signers
    else array['learner'] || signers end;
  select part into new.said_as from unnest(parts) with ordinality as p (part, nth) where part = any (signers) order by nth limit 1;
  if not found then
    raise exception 'This is for somebody else to say: the plan names who signs it off.' using constraint = 'state.signer';
  end if;
  return new;
end $$;
reset role;
revoke all on function app.guard_requirements(), app.guard_requirement_states() from public;
create trigger requirements_guard after insert on requirements referencing new table as written
  for each statement execute function app.guard_requirements();
create trigger requirement_states_guard before insert on requirement_states for each row execute function app.guard_requirement_states();

-- NOTE: the moment of a row is the database's, so no grant names it; nor the part in which somebody says something.
grant select on requirement_sets, requirements, timeline_days, requirement_states, plan_notes, plan_shares to chiron_app;
grant insert (school_id, set_id, version, name, because, written_by) on requirement_sets to chiron_app;
grant insert on requirements to chiron_app;
grant insert (school_id, class_year, event, version, title, on_day, begins_phase, source, written_by) on timeline_days to chiron_app;
grant insert (school_id, learner_id, set_id, key, turn, version, state, from_whom, said_by) on requirement_states to chiron_app;
grant insert (school_id, note_id, learner_id, author_id, words) on plan_notes to chiron_app;
grant insert (school_id, learner_id, educator_id, turn, shown) on plan_shares to chiron_app;

-- What is required is no secret of the school's.
create policy requirement_sets_see on requirement_sets for select to chiron_app using (school_id = (select app.school()));
-- The advising office writes the next version in its own name. NOTE: no update, no delete: what was asked for stays known.
create policy requirement_sets_write on requirement_sets for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('keep plans')) and written_by = (select app.person()));
-- The same readers as the set.
create policy requirements_see on requirements for select to chiron_app using (school_id = (select app.school()));
-- Written with their version, by whoever writes that: none is slipped into another's later. NOTE: no update, no delete.
create policy requirements_write on requirements for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('keep plans'))
  and exists (select from requirement_sets s where (s.school_id, s.set_id, s.version) = (requirements.school_id, requirements.set_id, requirements.version)
    and s.written_by = (select app.person()) and s.written_at >= transaction_timestamp()));
-- The dates of every class are open to the school.
create policy timeline_days_see on timeline_days for select to chiron_app using (school_id = (select app.school()));
-- The advising office keeps them, in its own name. NOTE: no update, no delete.
create policy timeline_days_write on timeline_days for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('keep plans')) and written_by = (select app.person()));

-- A learner's plan: the learner, their advisor, the advising office, and whom the learner shows it. NOTE: no coach and no
-- mentor otherwise, nobody who assesses, no other office.
create policy requirement_states_see on requirement_states for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('keep plans'))
    or learner_id = any ((select app.advisees())::uuid[]) or learner_id = any ((select app.shown_plans())::uuid[])));
-- Said in one's own name, by who has a part in the plan; which part may say what, the guard above knows. NOTE: not by whom
-- it is shown; no update, no delete: what was said stays.
create policy requirement_states_say on requirement_states for insert to chiron_app with check (
  school_id = (select app.school()) and said_by = (select app.person())
  and (learner_id = (select app.person()) or (select app.may('keep plans')) or learner_id = any ((select app.advisees())::uuid[])));

-- A note: the learner, who advises them today, and the advising office. NOTE: not to whom a plan is shown, and no other office.
create policy plan_notes_see on plan_notes for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or (select app.may('keep plans'))
    or learner_id = any ((select app.advisees())::uuid[])));
-- Written by the advisor, in their own name. NOTE: no update, no delete.
create policy plan_notes_write on plan_notes for insert to chiron_app with check (
  school_id = (select app.school()) and author_id = (select app.person()) and learner_id = any ((select app.advisees())::uuid[]));

-- To whom a plan is shown: the learner and that educator.
create policy plan_shares_see on plan_shares for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or educator_id = (select app.person())));
-- The learner alone shows it, to somebody whom they share a program with. NOTE: no update, no delete.
create policy plan_shares_show on plan_shares for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()) and educator_id = any ((select app.counterparts())::uuid[]));

-- Requirements are written with their version, whose event stands for them.
select app.watch('requirement_sets', 'requirements', 'set_id', '');
select app.watch('timeline_days', 'timeline', 'written_by', '');
select app.watch('requirement_states', 'plan', 'learner_id', 'learner_id');
select app.watch('plan_notes', 'plan note', 'note_id', 'learner_id');
select app.watch('plan_shares', 'plan', 'learner_id', 'learner_id');
