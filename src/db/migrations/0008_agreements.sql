-- Relationships and what the two promise each other. The last signature opens the relationship and its duty,
-- and with the duty the stands on the walls, in one transaction.

create table relationships (
  school_id uuid not null references schools,
  relationship_id uuid not null default gen_random_uuid(),
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  -- An advising relationship that also counsels in academic difficulty: then it stands on the assessment wall too.
  counsels boolean not null default false,
  learner_id uuid not null,
  educator_id uuid not null,
  -- The run that proposed it, or null when it came by import.
  run_id uuid,
  since date not null,
  started_on date,
  ended_on date,
  import_id uuid,
  voided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, relationship_id),
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, educator_id) references educators,
  foreign key (school_id, run_id, learner_id) references proposals (school_id, run_id, learner_id),
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids,
  check (ended_on is null or started_on is null or ended_on >= started_on),
  constraint "relationship.self" check (learner_id <> educator_id)
);
comment on constraint "relationship.self" on relationships is 'One person cannot guide themselves. Name two people.';
create unique index "relationship.one" on relationships (school_id, program, learner_id) where ended_on is null and voided_by is null;
comment on index "relationship.one" is 'This learner already has somebody in this program.';
create index relationships_educator on relationships (school_id, educator_id);
create index relationships_learner on relationships (school_id, learner_id);
create index relationships_awaiting on relationships (school_id, least(learner_id, educator_id), greatest(learner_id, educator_id))
  where started_on is null and ended_on is null and voided_by is null;

-- One wording of the ground rules. Changing a line writes the next version, which both sign anew.
create table agreements (
  school_id uuid not null,
  agreement_id uuid not null default gen_random_uuid(),
  relationship_id uuid not null,
  version int not null check (version > 0),
  program text not null,
  charter_version int not null,
  clauses jsonb not null,
  renew_on date not null,
  written_by uuid,
  written_at timestamptz not null default clock_timestamp(),
  primary key (school_id, agreement_id),
  constraint "agreement.version" unique (school_id, relationship_id, version),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, program, charter_version) references charters (school_id, program, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "agreement.version" on agreements is 'The ground rules were changed meanwhile. Reload, and read the new wording.';

create table signatures (
  school_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint "agreement.signed" primary key (school_id, agreement_id, person_id),
  foreign key (school_id, agreement_id) references agreements,
  foreign key (school_id, person_id) references people (school_id, person_id)
);
comment on constraint "agreement.signed" on signatures is 'You have already signed it.';

-- The row written last counts; one without days (until = from_day) takes the pause back from that day on.
create table pauses (
  school_id uuid not null,
  pause_id uuid not null default gen_random_uuid(),
  relationship_id uuid not null,
  paused_by uuid not null,
  from_day date not null,
  until date not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, pause_id),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, paused_by) references people (school_id, person_id),
  constraint "pause.days" check (until between from_day and from_day + 366)
);
comment on constraint "pause.days" on pauses is 'The day of return must come after the first day of the pause, and within a year of it.';
create index pauses_relationship on pauses (school_id, relationship_id, at desc);

-- Who ended it and why: read by that person alone. Offices get counts, and none under 5.
create table endings (
  school_id uuid not null,
  relationship_id uuid not null,
  ended_by uuid not null,
  reason text not null check (reason in ('goals reached', 'no time now', 'another would fit better', 'moving on', 'not working', 'not said')),
  at timestamptz not null default clock_timestamp(),
  constraint "relationship.ended" primary key (school_id, relationship_id),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, ended_by) references people (school_id, person_id)
);
comment on constraint "relationship.ended" on endings is 'This relationship has already ended.';

-- What the wall keeps of a relationship points back to it.
alter table duties add foreign key (school_id, relationship_id) references relationships;
alter table incidents add foreign key (school_id, relationship_id) references relationships;
alter table exceptions add foreign key (school_id, relationship_id) references relationships;
create unique index "relationship.duty" on duties (school_id, relationship_id, duty) where relationship_id is not null and voided_by is null;

do $$ declare t text; begin
  foreach t in array array['relationships', 'agreements', 'signatures', 'pauses', 'endings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on relationships, agreements, signatures to chiron_reader, chiron_keeper;
grant update (started_on, ended_on, voided_by) on relationships to chiron_keeper;
grant insert, update (during) on duties to chiron_keeper;
grant select on endings, charters to chiron_keeper;
grant insert on agreements to chiron_keeper;
-- The database opens and ends relationships.
create policy relationships_derive on relationships to chiron_keeper using (true) with check (true);
-- Policies ask whose relationship it is.
create policy relationships_reader on relationships for select to chiron_reader using (true);
-- Policies ask whose agreement it is.
create policy agreements_reader on agreements for select to chiron_reader, chiron_keeper using (true);
-- The first wording is the charter's own, written by the database for whoever of the two opens it first.
create policy agreements_first on agreements for insert to chiron_keeper with check (version = 1 and written_by is null);
-- The first wording comes from the charter in force.
create policy charters_keeper on charters for select to chiron_keeper using (true);
-- The last signature is found by counting.
create policy signatures_reader on signatures for select to chiron_reader, chiron_keeper using (true);
-- The duty of a relationship is written by the database.
create policy duties_keeper on duties for insert to chiron_keeper with check (true);
-- The duty of a relationship is ended by the database.
create policy duties_keeper_end on duties for update to chiron_keeper using (true) with check (true);
-- Counts of reasons are made by the database.
create policy endings_keeper on endings for select to chiron_keeper using (true);

set local role chiron_reader;
-- Relationships of the asker, ended ones included: what was said stays readable to the two.
create function app.my_relationships() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  mine uuid[];
begin
  select coalesce(array_agg(relationship_id), '{}') into mine from relationships
    where school_id = here and voided_by is null and (learner_id = me or educator_id = me);
  return mine;
end $$;
create or replace function app.counterparts() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  others uuid[];
begin
  select coalesce(array_agg(other), '{}') into others from (
    select case when learner_id = me then educator_id else learner_id end as other from relationships
    where school_id = here and voided_by is null and ended_on is null and (learner_id = me or educator_id = me)
    union
    -- A proposal gives a reason to know each other while it waits for an answer, and not after a no, a withdrawal or its
    -- last day.
    select case when p.learner_id = me then p.educator_id else p.learner_id end from proposals p
    join run_approvals v on (v.school_id, v.run_id) = (p.school_id, p.run_id) and v.answer_by >= app.today(here)
    where p.school_id = here and (p.learner_id = me or p.educator_id = me)
      and not exists (select from answers a where (a.school_id, a.run_id, a.learner_id) = (p.school_id, p.run_id, p.learner_id) and a.answer = 'decline')
      and not exists (select from withdrawals w where (w.school_id, w.run_id, w.learner_id) = (p.school_id, p.run_id, p.learner_id) and w.voided_by is null)) x;
  return others;
end $$;

-- The names in the asker's own relationships, ended ones included: whom one worked with is no news to either.
create function app.my_partners() returns table (relationship_id uuid, person_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.relationship_id, p.person_id, p.given_name || ' ' || p.family_name
  from (select app.school() as school, app.person() as person offset 0) me
  join relationships r on r.school_id = me.school and r.voided_by is null and (r.learner_id = me.person or r.educator_id = me.person)
  join people p on p.school_id = r.school_id and p.person_id in (r.learner_id, r.educator_id) $$;

-- How far the ground rules are, for the two and for the offices that wait for them; never what they say.
-- `renew_on` is that of the newest wording that both signed.
create function app.agreement_states(wanted uuid[]) returns table (relationship_id uuid, version int, learner_signed boolean, educator_signed boolean, renew_on date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select r.relationship_id, newest.version,
      exists (select from signatures s where (s.school_id, s.agreement_id, s.person_id) = (r.school_id, newest.agreement_id, r.learner_id)),
      exists (select from signatures s where (s.school_id, s.agreement_id, s.person_id) = (r.school_id, newest.agreement_id, r.educator_id)),
      (select a.renew_on from agreements a where (a.school_id, a.relationship_id) = (r.school_id, r.relationship_id)
        and (select count(*) from signatures s where (s.school_id, s.agreement_id) = (a.school_id, a.agreement_id)) = 2 order by a.version desc limit 1)
    from (select app.school() as school, app.person() as person, app.may('see relationships') as office offset 0) me
    join relationships r on r.school_id = me.school and r.voided_by is null and r.relationship_id = any (wanted)
      and (me.office or me.person in (r.learner_id, r.educator_id))
    left join lateral (select a.version, a.agreement_id from agreements a
      where (a.school_id, a.relationship_id) = (r.school_id, r.relationship_id) order by a.version desc limit 1) newest on true;
end $$;
reset role;
revoke all on function app.my_relationships(), app.my_partners(), app.agreement_states(uuid[]) from public;
grant execute on function app.my_relationships() to chiron_app, chiron_reader, chiron_keeper;
grant execute on function app.my_partners(), app.agreement_states(uuid[]) to chiron_app;

set local role chiron_keeper;

-- The first wording of the asker's relationship, from the charter in force: written once, whoever opens it first.
create function app.first_agreement(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from agreements where school_id = (select app.school()) and relationship_id = wanted) then return; end if;
  -- The second of two who open it at once waits here, and then finds it written.
  perform from relationships where school_id = (select app.school()) and relationship_id = wanted
    and (select app.person()) in (learner_id, educator_id) for no key update;
  insert into agreements (school_id, relationship_id, version, program, charter_version, clauses, renew_on)
  select r.school_id, r.relationship_id, 1, r.program, c.version, c.body -> 'clauses',
    (today.day + make_interval(months => (c.body ->> 'termMonths')::int))::date
  from relationships r
  cross join lateral (select app.today(r.school_id) as day) today
  cross join lateral (select version, body from charters where (school_id, program) = (r.school_id, r.program)
    and (in_force_from <= today.day or version = 1) order by version desc limit 1) c
  where r.school_id = (select app.school()) and r.relationship_id = wanted and r.ended_on is null and r.voided_by is null
    and (select app.person()) in (r.learner_id, r.educator_id)
    and not exists (select from agreements a where (a.school_id, a.relationship_id) = (r.school_id, r.relationship_id))
  on conflict do nothing;
end $$;

-- Wordings follow each other without gaps, in the relationship's own program, while it lasts.
create function app.guard_agreements() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r relationships; begin
  select * into r from relationships where (school_id, relationship_id) = (new.school_id, new.relationship_id) for share;
  if r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship has ended, so its ground rules stay as they are.' using constraint = 'relationship.ended';
  end if;
  if new.program <> r.program then
    raise exception 'Ground rules come from the charter of their own program.' using constraint = 'agreement.program';
  end if;
  if new.version <> 1 + (select coalesce(max(version), 0) from agreements where (school_id, relationship_id) = (new.school_id, new.relationship_id)) then
    perform app.refuse('agreement.version');
  end if;
  return new;
end $$;

-- The duty that a relationship begins once both have signed.
create function app.duty_of(program text, counsels boolean) returns text language sql immutable set search_path = pg_catalog as $$
  select case program when 'advising' then case when counsels then 'counsels' else 'advises' end when 'coaching' then 'coaches' else 'mentors' end $$;

-- The walls that would keep each of these relationships from beginning today, by a declared conflict (`closed`) or
-- otherwise. One that has begun, or ended, meets none here. The rules are read once, and the stands of each pair by its two
-- ids (offset 0): by wall and day they would be those of half a school.
create function app.walls_met(school uuid, awaiting uuid[]) returns table (relationship_id uuid, wall text, closed boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with day as materialized (select app.today(school) as today),
  ruled as materialized (
    select u.duty, u.wall, u.side from day join app.ruleset_days(school) d on d.days @> day.today
    join duty_rules u on (u.school_id, u.ruleset) = (school, d.ruleset))
  select distinct r.relationship_id, s.wall, s.side = 'closed' from relationships r cross join day
  cross join lateral (select * from stands k where (k.lo, k.hi) = (least(r.learner_id, r.educator_id), greatest(r.learner_id, r.educator_id)) offset 0) s
  join ruled u on u.duty = app.duty_of(r.program, r.counsels) and u.wall = s.wall and u.side <> s.side
  where s.school_id = school and s.voided_by is null and s.exception_id is null and s.blocked && daterange(day.today, null)
    and r.school_id = school and r.relationship_id = any (awaiting) and r.started_on is null and r.ended_on is null and r.voided_by is null $$;

-- Whether an incident is about a relationship that awaits signatures, which its wall still keeps from beginning. NOTE: by
-- what offices may know: an incident that a declared conflict kept open would tell of it.
create function app.stuck_awaiting(school uuid, incident uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from incidents i cross join lateral app.walls_met(school, array[i.relationship_id]) w
    where i.school_id = school and i.incident_id = incident and i.voided_by is null and i.duty_id is null and w.wall = i.wall and not w.closed) $$;

-- Relationships that await signatures and could not begin leave an incident, or nobody but the two would ever learn why
-- nothing comes of it: under this ruleset and from this day on, of all of them or only of these. `brought_by` is the
-- import that did it. NOTE: none for a declared conflict, which is nobody's to know.
create function app.awaiting_meet(school uuid, newest int, day date, those uuid[], brought_by uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into incidents (school_id, learner_id, educator_id, wall, during, kind, duty, against_id, relationship_id, import_id)
  select distinct on (r.relationship_id, u.wall) school, r.learner_id, r.educator_id, u.wall, s.blocked * daterange(day, null), 'relationship',
    u.duty, s.stand_id, r.relationship_id, brought_by
  from relationships r
  join duty_rules u on (u.school_id, u.ruleset, u.duty) = (school, newest, app.duty_of(r.program, r.counsels))
  -- The fence keeps the lookup by pair: for a fresh school the planner knows no better.
  cross join lateral (select * from stands t where t.school_id = school and t.lo = least(r.learner_id, r.educator_id)
    and t.hi = greatest(r.learner_id, r.educator_id) and t.wall = u.wall offset 0) s
  where r.school_id = school and r.started_on is null and r.ended_on is null and r.voided_by is null and (those is null or r.relationship_id = any (those))
    and s.side not in (u.side, 'closed') and s.voided_by is null and s.exception_id is null and s.blocked && daterange(day, null)
    and not exists (select from open_incidents i where (i.school_id, i.relationship_id, i.wall) = (school, r.relationship_id, u.wall))
    and not exists (select from exceptions e where (e.school_id, e.relationship_id, e.wall) = (school, r.relationship_id, u.wall) and e.until > day)
  order by r.relationship_id, u.wall, lower(s.blocked) $$;

-- After relationships came to be, by import or out of a proposal: those that a wall keeps from beginning.
create function app.relationships_met() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare met record; begin
  for met in select w.school_id, w.import_id, array_agg(w.relationship_id) as these, app.today(w.school_id) as day from written w group by 1, 2 loop
    perform app.awaiting_meet(met.school_id, (select d.ruleset from app.ruleset_days(met.school_id) d where d.days @> met.day), met.day, met.these, met.import_id);
  end loop;
  return null;
end $$;

-- After stands came to be: the same of those whom they meet.
create function app.stands_met() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare met record; begin
  for met in select r.school_id, d.import_id, array_agg(distinct r.relationship_id) as these, app.today(r.school_id) as day from written w
    join relationships r on r.school_id = w.school_id and least(r.learner_id, r.educator_id) = w.lo and greatest(r.learner_id, r.educator_id) = w.hi
      and r.started_on is null and r.ended_on is null and r.voided_by is null
    join duties d on (d.school_id, d.duty_id) = (w.school_id, w.duty_id)
    where w.side <> 'closed' group by 1, 2 loop
    perform app.awaiting_meet(met.school_id, (select d.ruleset from app.ruleset_days(met.school_id) d where d.days @> met.day), met.day, met.these, met.import_id);
  end loop;
  return null;
end $$;

-- Whether exceptions of today cover every wall that a relationship would meet, and none is closed by a declared conflict,
-- which no exception sets aside. Only then may its duty give way, on the days after them: those become an incident, as
-- with any other excepted duty.
create function app.is_excepted(school uuid, awaiting uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_and(not w.closed and exists (select from exceptions e where (e.school_id, e.relationship_id, e.wall) = (school, awaiting, w.wall)
    and e.from_day <= app.today(school) and e.until > app.today(school))), false)
  from app.walls_met(school, array[awaiting]) w $$;

-- An exception for a relationship that awaits signatures: nothing stands yet, and once both have signed it does, until
-- the exception's end. Its incident is over with the last signature, and open again if that has not come by then.
-- Whether a declared conflict stands between the two as well, it does not tell.
create function app.exceptions_awaiting() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r relationships; begin
  select * into r from relationships where (school_id, relationship_id) = (new.school_id, new.relationship_id) for share;
  if (r.learner_id, r.educator_id) is distinct from (new.learner_id, new.educator_id) or r.started_on is not null or r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship of the two no longer waits for signatures. Reload, and choose again.' using constraint = 'exception.relationship';
  end if;
  if new.from_day < app.today(new.school_id) then
    raise exception 'An exception begins today or later.' using constraint = 'exception.day';
  end if;
  if not exists (select from app.walls_met(new.school_id, array[new.relationship_id]) w where w.wall = new.wall and not w.closed) then
    raise exception 'Nothing on this wall keeps the two apart, so they need no exception.' using constraint = 'exception.needless';
  end if;
  return null;
end $$;

-- Incidents of relationships that await signatures and may begin under an exception of today: nobody has to see to them
-- while it lasts. Only ids, for the offices that read incidents.
create function app.waived_incidents() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  waived uuid[];
begin
  if not app.may('see wall') and not app.may('import people') then return '{}'; end if;
  select coalesce(array_agg(i.incident_id), '{}') into waived from open_incidents i
    join exceptions e on (e.school_id, e.relationship_id, e.wall) = (i.school_id, i.relationship_id, i.wall) and e.until > app.today(here)
    where i.school_id = here and i.duty_id is null;
  return waived;
end $$;

-- Of these incidents: whether the two still collide, on which days of today and later (those under an exception left out),
-- and whether an exception could let any of them stand. Only days, for the offices that read incidents; and nothing that
-- a declared conflict decides, but for what is told for one ("not available"), which nothing else tells of.
create function app.collisions(asked uuid[]) returns table (incident_id uuid, collides boolean, days datemultirange, excusable boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
  with day as (select (select app.school()) as school, daterange(app.today((select app.school())), null) as ahead),
  -- Of all of them at once: asked for each incident, the rules would be read as often.
  met as materialized (select m.* from day cross join lateral app.walls_met(day.school, array(select i.relationship_id from incidents i
    where i.school_id = day.school and i.incident_id = any (asked) and i.relationship_id is not null and i.duty_id is null and i.voided_by is null)) m)
  select s.incident_id, s.stuck, case when s.stuck then s.days * datemultirange(day.ahead) else '{}' end,
    -- Some other duty that offices see has to be in its way. Where one is, no declared conflict stands on the same days.
    s.stuck and exists (select from stands k where k.school_id = day.school and k.lo = least(i.learner_id, i.educator_id) and k.hi = greatest(i.learner_id, i.educator_id)
      and k.wall = i.wall and k.side <> 'closed' and k.duty_id <> i.duty_id and k.voided_by is null and k.exception_id is null and i.against_id is not null
      and datemultirange(daterange(lower(k.blocked) - coalesce(own.cooling_days, 0), upper(k.blocked))) && s.days)
  from day cross join lateral app.stuck_among(day.school, asked) s join incidents i on (i.school_id, i.incident_id) = (day.school, s.incident_id)
  left join lateral (select max(u.cooling_days) as cooling_days from duty_rules u where (u.school_id, u.duty, u.wall) = (day.school, i.duty, i.wall)) own on true
  where (select app.may('see wall')) or (select app.may('import people'))
  union all
  -- What awaits signatures may have met more than the duty that its incident names. What took place collides no more.
  select i.incident_id, w.stuck, case when not w.stuck then '{}' when isempty(i.during * day.ahead) then datemultirange(day.ahead) else datemultirange(i.during * day.ahead) end,
    w.stuck
  from day join incidents i on i.school_id = day.school and i.incident_id = any (asked) and i.voided_by is null and (i.duty_id is null or i.kind = 'assessment')
  cross join lateral (select i.duty_id is null and exists (select from met m
    where (m.relationship_id, m.wall) = (i.relationship_id, i.wall) and not m.closed) as stuck) w
  where (select app.may('see wall')) or (select app.may('import people')) $$;

-- After a signature: once both have signed the newest wording, the relationship starts and its duty stands.
-- The lock makes two last signatures come one after the other, and a new wording or an ending wholly before or after. It
-- keeps no key: a duty that comes in this moment notes its incident of the two, and would wait for us who wait for it.
create function app.signed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare a agreements; r relationships; gives_way boolean; today date; signers int; begin
  select * into a from agreements where (school_id, agreement_id) = (new.school_id, new.agreement_id);
  select * into r from relationships where (school_id, relationship_id) = (a.school_id, a.relationship_id) for no key update;
  if r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship has ended, so there is nothing left to sign.' using constraint = 'relationship.ended';
  end if;
  if new.person_id not in (r.learner_id, r.educator_id) then
    raise exception 'Only the two sign their ground rules.' using constraint = 'agreement.party';
  end if;
  if exists (select from agreements n where (n.school_id, n.relationship_id) = (a.school_id, a.relationship_id) and n.version > a.version) then
    perform app.refuse('agreement.version');
  end if;
  if r.started_on is not null then return null; end if;
  select count(*) into signers from signatures s where (s.school_id, s.agreement_id) = (a.school_id, a.agreement_id);
  if signers < 2 then
    -- An older snapshot would not show the other's signature of this moment, and nobody would open the relationship.
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'Sign in a read-committed transaction, which sees the other signature.' using constraint = 'agreement.isolation';
    end if;
    return null;
  end if;
  today := app.today(r.school_id);
  gives_way := app.is_excepted(r.school_id, r.relationship_id);
  update relationships set started_on = today where (school_id, relationship_id) = (r.school_id, r.relationship_id);
  insert into duties (school_id, duty, educator_id, learner_id, during, source, tolerates, relationship_id)
  values (r.school_id, app.duty_of(r.program, r.counsels), r.educator_id, r.learner_id, daterange(today, null), 'relationship', gives_way, r.relationship_id);
  -- What kept it from beginning is over.
  insert into incident_closures (school_id, incident_id, outcome, closed_by)
  select i.school_id, i.incident_id, case when e.exception_id is not null then 'excepted' when upper(i.during) <= today then 'past' else 'ended' end, e.approved_by
  from open_incidents i
  left join lateral (select x.exception_id, x.approved_by from exceptions x
    where (x.school_id, x.relationship_id, x.wall) = (i.school_id, i.relationship_id, i.wall) order by x.approved_at desc limit 1) e on true
  where (i.school_id, i.relationship_id) = (r.school_id, r.relationship_id) and i.duty_id is null;
  return null;
end $$;

-- Only a relationship in force is paused; before that there is nothing to wait for, and after it nothing to return to.
create function app.guard_pauses() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r relationships; begin
  select * into r from relationships where (school_id, relationship_id) = (new.school_id, new.relationship_id) for share;
  if r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship has ended, so there is nothing to pause.' using constraint = 'relationship.ended';
  end if;
  if r.started_on is null then
    raise exception 'This relationship waits for signatures. It can be paused once both have signed.' using constraint = 'pause.unsigned';
  end if;
  return new;
end $$;

-- After an ending: today is the relationship's last day, and its duty's. From tomorrow on the duty only cools off.
-- One that never began leaves nothing behind, so that its incidents are over; who ended it is not told there either.
create function app.end_relationships(school uuid, ending uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare today date := app.today(school); begin
  update relationships set ended_on = today
  where school_id = school and relationship_id = any (ending) and ended_on is null;
  update duties set during = daterange(lower(during), today + 1, '[)')
  where school_id = school and relationship_id = any (ending) and upper_inf(during) and voided_by is null;
  insert into incident_closures (school_id, incident_id, outcome, closed_by)
  select i.school_id, i.incident_id, 'ended', case when pg_trigger_depth() > 0 then null else app.person() end from open_incidents i
  where i.school_id = school and i.relationship_id = any (ending) and i.duty_id is null;
end $$;

create function app.ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.end_relationships(new.school_id, array[new.relationship_id]);
  return null;
end $$;

-- An office that runs matches takes a pair apart while an open incident names the two: only the relationship that collides.
-- It leaves no ending and no reason behind, so that nobody reads it as one of the two's own.
create function app.end_for_incident(incident uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  colliding uuid[];
begin
  if not app.may('run matches') then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  select array_agg(r.relationship_id) into colliding
    from open_incidents i
    join relationships r on (r.school_id, r.learner_id, r.educator_id) = (i.school_id, i.learner_id, i.educator_id)
    where (i.school_id, i.incident_id) = (here, incident) and r.ended_on is null and r.voided_by is null
      and (r.relationship_id = i.relationship_id or exists (
        select from duties d where (d.school_id, d.relationship_id) = (r.school_id, r.relationship_id) and (d.duty_id = i.duty_id
          or d.duty_id = (select s.duty_id from stands s where (s.school_id, s.stand_id) = (i.school_id, i.against_id)))));
  perform app.end_relationships(here, colliding);
  return coalesce(cardinality(colliding), 0);
end $$;

-- An import's undo takes back what the import brought, not what the two have since made of it.
create function app.guard_relationships() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.voided_by is distinct from old.voided_by and (old.voided_by is not null or old.started_on is not null or old.ended_on is not null) then
    raise exception 'Both have signed this relationship, or one has ended it, so it can no longer be taken back. Ask them to end it.'
      using constraint = 'relationship.signed';
  end if;
  return new;
end $$;

-- Takes an import's relationships out of force by a named act of the asker's. Here, since a row that its policy hides
-- afterwards cannot be updated under that policy.
create function app.void_relationships(relationship_list uuid[], void_act uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  if not app.may('import people')
    or not exists (select from voids v where v.school_id = app.school() and v.void_id = void_act and v.voided_by = app.person()) then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  update relationships set voided_by = void_act
  where school_id = (select app.school()) and relationship_id = any (relationship_list) and voided_by is null and run_id is null;
  get diagnostics touched = row_count;
  return touched;
end $$;

-- The proposals that still wait for an answer, of these people or of all.
create function app.open_proposals(school uuid, those uuid[]) returns table (run_id uuid, learner_id uuid, educator_id uuid, program text, answer_by date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.run_id, p.learner_id, p.educator_id, p.program, p.answer_by from asked_proposals p
  where p.school_id = school and p.answer_by >= (select app.today(school)) and p.given < 2 and not p.declined
    and (those is null or p.learner_id = any (those) or p.educator_id = any (those)) $$;

-- What keeps a proposal from ever coming to be, or null.
create function app.what_prevents(school uuid, learner uuid, educator uuid, in_program text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when exists (select from relationships r where r.school_id = school and r.learner_id = learner and r.program = in_program
      and r.ended_on is null and r.voided_by is null) then 'provided'
    when exists (select from people p where p.school_id = school and p.person_id in (learner, educator) and (p.left_on is not null or p.voided_by is not null))
      or (select s.status in ('graduated', 'withdrawn') from standings s where s.school_id = school and s.learner_id = learner and s.voided_by is null
        and s.from_day <= app.today(school) order by s.from_day desc, s.at desc limit 1) then 'left'
    when exists (select from relationships r where r.school_id = school and r.learner_id = learner and r.educator_id = educator
      and r.ended_on is null and r.voided_by is null) then 'other lane' end $$;

-- Withdraws what of these people's open proposals cannot come to be any more. The one way to it, whatever brought it.
create function app.withdraw_proposals(school uuid, those uuid[], brought_by uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into withdrawals (school_id, run_id, learner_id, because, import_id)
  select school, o.run_id, o.learner_id, w.because, brought_by from app.open_proposals(school, those) o
  cross join lateral (select app.what_prevents(school, o.learner_id, o.educator_id, o.program) as because) w
  where w.because is not null
  on conflict do nothing $$;

-- After relationships came to be, by import or out of a proposal: the learners' other proposals that they rule out.
create function app.relationships_provide() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare came record; begin
  for came in select w.school_id, w.import_id, array_agg(distinct w.learner_id) as learners from written w group by 1, 2 loop
    perform app.withdraw_proposals(came.school_id, came.learners, came.import_id);
  end loop;
  return null;
end $$;

-- After standings by which learners have left: their proposals.
create function app.standings_leave() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare came record; begin
  for came in select w.school_id, w.import_id, array_agg(distinct w.learner_id) as learners from written w where w.status in ('graduated', 'withdrawn') group by 1, 2 loop
    perform app.withdraw_proposals(came.school_id, came.learners, came.import_id);
  end loop;
  return null;
end $$;

-- Nobody answers a proposal that the other declined, that was withdrawn, whose last day has passed, or whose ground went
-- without a write of that day, such as a learner who left as foretold. After the write, so that the policy has been asked
-- whether it is the writer's at all. Two at the same moment are kept apart by "relationship.one" and by the wall.
create function app.guard_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from answers a where (a.school_id, a.run_id, a.learner_id) = (new.school_id, new.run_id, new.learner_id)
    and a.person_id <> new.person_id and a.answer = 'decline') then
    raise exception 'This proposal is no longer open. Your program office is looking again.' using constraint = 'proposal.closed';
  end if;
  if exists (select from withdrawals w where (w.school_id, w.run_id, w.learner_id) = (new.school_id, new.run_id, new.learner_id) and w.voided_by is null)
    or exists (select from proposals p join runs r using (school_id, run_id) where (p.school_id, p.run_id, p.learner_id) = (new.school_id, new.run_id, new.learner_id)
      and app.what_prevents(p.school_id, p.learner_id, p.educator_id, r.program) is not null) then
    perform app.refuse('proposal.withdrawn');
  end if;
  if exists (select from run_approvals v where (v.school_id, v.run_id) = (new.school_id, new.run_id) and v.answer_by < app.today(new.school_id)) then
    raise exception 'The last day to answer has passed. Ask your program office for a new proposal.' using constraint = 'proposal.deadline';
  end if;
  return null;
end $$;

-- How many relationships of a program ended for which reason, while each is counted with at least four others:
-- reasons under 5 are told together as null, with the next smallest where they are under 5 even so. Endings are
-- added five at a time, so that nobody learns a reason by looking before and after one known ending.
create function app.ending_reasons() returns table (program text, reason text, relationships int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with ordered as (
    select r.program, e.reason, row_number() over (partition by r.program order by e.at, e.relationship_id) as place,
      count(*) over (partition by r.program) as ends
    from endings e join relationships r using (school_id, relationship_id)
    where e.school_id = (select app.school()) and (select app.may('see relationships'))
  ), counted as (
    select program, reason, count(*)::int as n from ordered where place <= ends - ends % 5 group by 1, 2
  ), summed as (
    select program, reason, n, coalesce(sum(n) over (partition by program order by n, reason rows between unbounded preceding and 1 preceding), 0) as before
    from counted
  )
  select program, case when n < 5 or before between 1 and 4 then null else reason end, sum(n)::int
  from summed group by 1, 2 having sum(n) >= 5 $$;

reset role;
revoke all on function app.signed(), app.ended(), app.end_relationships(uuid, uuid[]), app.ending_reasons(), app.first_agreement(uuid), app.guard_agreements(), app.guard_pauses(),
  app.guard_relationships(), app.void_relationships(uuid[], uuid), app.end_for_incident(uuid), app.duty_of(text, boolean), app.walls_met(uuid, uuid[]),
  app.stuck_awaiting(uuid, uuid), app.is_excepted(uuid, uuid), app.exceptions_awaiting(), app.relationships_met(), app.stands_met(),
  app.awaiting_meet(uuid, int, date, uuid[], uuid), app.waived_incidents(), app.open_proposals(uuid, uuid[]), app.what_prevents(uuid, uuid, uuid, text),
  app.withdraw_proposals(uuid, uuid[], uuid), app.relationships_provide(), app.standings_leave(), app.guard_answers(), app.collisions(uuid[]) from public;
grant execute on function app.ending_reasons(), app.first_agreement(uuid), app.void_relationships(uuid[], uuid), app.end_for_incident(uuid), app.waived_incidents(),
  app.collisions(uuid[]), app.duty_of(text, boolean) to chiron_app;
create trigger agreements_guard before insert on agreements for each row execute function app.guard_agreements();
create trigger relationships_meet after insert on relationships referencing new table as written for each statement execute function app.relationships_met();
create trigger relationships_provide after insert on relationships referencing new table as written for each statement execute function app.relationships_provide();
create trigger standings_leave after insert on standings referencing new table as written for each statement execute function app.standings_leave();
create trigger answers_guard after insert on answers for each row execute function app.guard_answers();
create trigger stands_meet after insert on stands referencing new table as written for each statement execute function app.stands_met();
create trigger exceptions_await after insert on exceptions for each row when (new.relationship_id is not null) execute function app.exceptions_awaiting();
create trigger pauses_guard before insert on pauses for each row execute function app.guard_pauses();
create trigger relationships_guard before update of voided_by on relationships for each row execute function app.guard_relationships();
create trigger signatures_open after insert on signatures for each row execute function app.signed();
create trigger endings_close after insert on endings for each row execute function app.ended();

grant select, insert on relationships to chiron_app;
-- That a relationship exists: the two, and the offices of the programs. Never what they say in it.
create policy relationships_see on relationships for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null
  and (relationship_id = any ((select app.my_relationships())::uuid[]) or (select app.may('see relationships')) or (select app.may('import people'))));
-- Out of a proposal that both accepted, by the later of the two; or by import. Either way nothing stands before both sign.
create policy relationships_add on relationships for insert to chiron_app with check (
  school_id = (select app.school()) and started_on is null and ended_on is null
  and ((select app.may('import people')) and run_id is null
    or (not counsels and import_id is null and exists (
      select from app.my_proposals() p join app.my_run_programs() n using (run_id)
      where p.state = 'agreed' and (p.run_id, n.program, p.learner_id, p.educator_id)
        = (relationships.run_id, relationships.program, relationships.learner_id, relationships.educator_id)))));
-- NOTE: no update is granted: the database alone starts and ends them, and an import's undo goes through app.void_relationships.

grant select, insert on agreements, signatures to chiron_app;
-- The wording is the two's own. The office sees only whether it is signed.
create policy agreements_see on agreements for select to chiron_app using (
  school_id = (select app.school()) and relationship_id = any ((select app.my_relationships())::uuid[]));
-- Either of the two writes the next wording, in their own name.
create policy agreements_write on agreements for insert to chiron_app with check (
  school_id = (select app.school()) and written_by = (select app.person()) and relationship_id = any ((select app.my_relationships())::uuid[]));
-- Signatures: the two, and the offices that wait for them.
create policy signatures_see on signatures for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('see relationships'))
    or agreement_id in (select a.agreement_id from agreements a where a.school_id = signatures.school_id)));
-- A signature is made only in one's own name, on an agreement one can see. NOTE: no update, no delete: it stands.
create policy signatures_sign on signatures for insert to chiron_app with check (
  school_id = (select app.school()) and person_id = (select app.person())
  and agreement_id in (select a.agreement_id from agreements a where a.school_id = signatures.school_id));

grant select, insert on pauses to chiron_app;
-- A pause is known to the two and to the office, which then does not wait for a meeting.
create policy pauses_see on pauses for select to chiron_app using (
  school_id = (select app.school()) and (relationship_id = any ((select app.my_relationships())::uuid[]) or (select app.may('see relationships'))));
-- Either of the two pauses, in their own name.
create policy pauses_add on pauses for insert to chiron_app with check (
  school_id = (select app.school()) and paused_by = (select app.person()) and relationship_id = any ((select app.my_relationships())::uuid[]));

grant select, insert on endings to chiron_app;
-- Who ended it, and why, is read by that person alone. NOTE: not by the other, not by an office.
create policy endings_own on endings for select to chiron_app using (school_id = (select app.school()) and ended_by = (select app.person()));
-- Either of the two ends it, in their own name.
create policy endings_add on endings for insert to chiron_app with check (
  school_id = (select app.school()) and ended_by = (select app.person()) and relationship_id = any ((select app.my_relationships())::uuid[]));

select app.watch('relationships', 'relationship', 'relationship_id', 'learner_id');
select app.watch('agreements', 'agreement', 'agreement_id', '');
select app.watch('signatures', 'signature', 'agreement_id', '');
select app.watch('pauses', 'pause', 'pause_id', '');
