-- How stands come to be and end: always from duties and rules, by the database itself, whoever writes the duty.

-- Row-level security on every table of the wall, forced on its owner too.
do $$ declare t text; begin
  foreach t in array array['rulesets', 'duty_rules', 'duties', 'exceptions', 'stands', 'assessments', 'incidents', 'incident_closures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on rulesets, duty_rules, duties, learners, people to chiron_keeper;
grant select, insert, update on stands to chiron_keeper;
grant select, insert on incidents to chiron_keeper;
grant select on assessments, exceptions to chiron_keeper;
grant select on rulesets, duty_rules, duties, stands to chiron_reader;

set local role chiron_keeper;

-- The days in which a ruleset holds.
create function app.ruleset_days(school uuid) returns table (ruleset int, days daterange)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select ruleset, daterange(from_day, lead(from_day) over (order by ruleset), '[)') from rulesets where school_id = school $$;

-- Stands up duties for everyone in their scope, or only for `newcomers`. A duty that tolerates records its conflicts
-- as incidents; any other meets the constraint and is refused whole.
create function app.stand_up(school uuid, duty_list uuid[], newcomers uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  with scope as (
    select d.duty_id, coalesce(d.learner_id, l.learner_id) as learner_id
    from duties d
    left join learners l on d.learner_id is null and l.school_id = d.school_id and l.voided_by is null
      and l.learner_id <> d.educator_id and (d.class_year is null or l.class_year = d.class_year)
    where d.school_id = school and d.duty_id = any (duty_list) and d.voided_by is null
      and (newcomers is null or coalesce(d.learner_id, l.learner_id) = any (newcomers))
  ), candidate as (
    select gen_random_uuid() as stand_id, s.learner_id, d.educator_id, least(s.learner_id, d.educator_id) as lo, greatest(s.learner_id, d.educator_id) as hi,
      r.wall, r.side, d.during * rd.days as during, r.cooling_days, d.duty_id, d.duty, r.ruleset, d.tolerates, d.import_id
    from scope s
    join duties d on d.school_id = school and d.duty_id = s.duty_id
    join duty_rules r on r.school_id = school and r.duty = d.duty
    join app.ruleset_days(school) rd on rd.ruleset = r.ruleset
    where s.learner_id is not null and not isempty(d.during * rd.days)
  ), clash as (
    select c.stand_id, min(s.stand_id::text)::uuid as against_id from candidate c
    join stands s on s.school_id = school and s.lo = c.lo and s.hi = c.hi and s.wall = c.wall and s.side <> c.side
      and s.voided_by is null and s.exception_id is null
      and s.blocked && daterange(lower(c.during), upper(c.during) + c.cooling_days, '[)')
    where c.tolerates group by c.stand_id
  ), told as (
    insert into incidents (school_id, learner_id, educator_id, wall, during, kind, duty_id, duty, against_id, import_id)
    select school, c.learner_id, c.educator_id, c.wall, c.during, 'duty', c.duty_id, c.duty, k.against_id, c.import_id
    from candidate c join clash k using (stand_id)
    returning 1
  )
  insert into stands (school_id, stand_id, lo, hi, wall, side, during, cooling_days, duty_id, duty, ruleset)
  select school, c.stand_id, c.lo, c.hi, c.wall, c.side, c.during, c.cooling_days, c.duty_id, c.duty, c.ruleset
  from candidate c where not exists (select from clash k where k.stand_id = c.stand_id);
end $$;

-- A new duty stands at once, in the same transaction.
create function app.duties_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fresh record; begin
  for fresh in select school_id, array_agg(duty_id) as duty_list from written group by school_id loop
    perform app.stand_up(fresh.school_id, fresh.duty_list, null);
  end loop;
  return null;
end $$;

-- A duty that ends ends its stands; a duty that is voided voids them.
create function app.duties_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update stands s set voided_by = w.voided_by from written w
  where (s.school_id, s.duty_id) = (w.school_id, w.duty_id) and w.voided_by is not null and s.voided_by is null;
  update stands s set during = daterange(lower(s.during), upper(w.during), '[)')
  from written w join before b on (b.school_id, b.duty_id) = (w.school_id, w.duty_id)
  where (s.school_id, s.duty_id) = (w.school_id, w.duty_id) and w.voided_by is null and s.voided_by is null
    and upper(w.during) is distinct from upper(b.during)
    and lower(s.during) < coalesce(upper(w.during), 'infinity') and s.ruleset = (
      select max(r.ruleset) from stands r where (r.school_id, r.duty_id, r.lo, r.hi, r.wall) = (s.school_id, s.duty_id, s.lo, s.hi, s.wall) and r.voided_by is null);
  return null;
end $$;

-- A learner who joins, or who changes class, comes into the scope of its judges and leaves the old one's today.
create function app.learners_written() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fresh record; begin
  update stands s set during = daterange(lower(s.during), greatest(app.today(s.school_id), lower(s.during) + 1), '[)')
  from written w join learners l on (l.school_id, l.learner_id) = (w.school_id, w.learner_id)
  join duties d on d.school_id = w.school_id and d.class_year is not null and d.class_year <> l.class_year
  where (s.school_id, s.duty_id) = (d.school_id, d.duty_id) and w.learner_id in (s.lo, s.hi) and s.voided_by is null
    and coalesce(upper(s.during), 'infinity') > greatest(app.today(s.school_id), lower(s.during) + 1);
  for fresh in select w.school_id, array_agg(distinct d.duty_id) as duty_list, array_agg(distinct w.learner_id) as newcomers
    from written w join duties d on d.school_id = w.school_id and d.learner_id is null and d.voided_by is null
      and (d.class_year is null or d.class_year = w.class_year)
    where w.voided_by is null and not exists (select from stands s where (s.school_id, s.duty_id) = (d.school_id, d.duty_id)
      and s.lo = least(w.learner_id, d.educator_id) and s.hi = greatest(w.learner_id, d.educator_id) and s.voided_by is null and upper(s.during) is not distinct from upper(d.during))
    group by w.school_id loop
    perform app.stand_up(fresh.school_id, fresh.duty_list, fresh.newcomers);
  end loop;
  return null;
end $$;

-- After a new ruleset: from its day on, duties whose rules differ stand anew. Refused where that meets the constraint.
create function app.rederive(school uuid) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare newest int; day date; act uuid; touched uuid[];
begin
  if school is distinct from app.school() or not app.may('edit charters') then raise exception 'There is nothing here that you may change.' using errcode = '42501'; end if;
  select ruleset, from_day into newest, day from rulesets where school_id = school order by ruleset desc limit 1;
  select v.void_id into act from voids v where v.school_id = school and v.act = 'rule change' order by v.at desc limit 1;
  select array_agg(distinct d.duty_id) into touched from duties d
  where d.school_id = school and d.voided_by is null and coalesce(upper(d.during), 'infinity') > day and exists (
    select 1 from (select wall, side, cooling_days from duty_rules where (school_id, ruleset, duty) = (school, newest, d.duty)) n
    full join (select wall, side, cooling_days from duty_rules where (school_id, ruleset, duty) = (school, newest - 1, d.duty)) o using (wall)
    where (n.side, n.cooling_days) is distinct from (o.side, o.cooling_days));
  update stands set voided_by = act where school_id = school and duty_id = any (touched) and voided_by is null and lower(during) >= day;
  update stands set during = daterange(lower(during), day, '[)')
  where school_id = school and duty_id = any (touched) and voided_by is null and coalesce(upper(during), 'infinity') > day;
  insert into stands (school_id, lo, hi, wall, side, during, cooling_days, duty_id, duty, ruleset)
  select s.school_id, s.lo, s.hi, r.wall, r.side, d.during * daterange(day, null), r.cooling_days, d.duty_id, d.duty, r.ruleset
  from (select distinct school_id, lo, hi, duty_id from stands where school_id = school and duty_id = any (touched)) s
  join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
  join duty_rules r on (r.school_id, r.ruleset, r.duty) = (school, newest, d.duty)
  where not isempty(d.during * daterange(day, null));
  return coalesce(cardinality(touched), 0);
end $$;

-- History is append-only, for every role, superusers' hand-written SQL included.
create function app.guard_stands() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A stand is never deleted. End it, or void it by a named act.' using constraint = 'stand.append-only';
  end if;
  if (new.school_id, new.stand_id, new.lo, new.hi, new.wall, new.side, lower(new.during), new.cooling_days, new.duty_id, new.ruleset, new.exception_id)
    is distinct from (old.school_id, old.stand_id, old.lo, old.hi, old.wall, old.side, lower(old.during), old.cooling_days, old.duty_id, old.ruleset, old.exception_id)
    or (old.voided_by is not null and new.voided_by is distinct from old.voided_by) then
    raise exception 'A stand is never moved. End it, or void it by a named act.' using constraint = 'stand.append-only';
  end if;
  if new.during <> old.during and coalesce(upper(new.during), 'infinity') < app.today(new.school_id) then
    raise exception 'A stand ends today or later: what has been cannot be shortened.' using constraint = 'stand.append-only';
  end if;
  if new.during <> old.during and exists (select from assessments a where (a.school_id, a.stand_id) = (new.school_id, new.stand_id) and not a.on_day <@ new.during) then
    raise exception 'An assessment is recorded on a later day of this duty.' using constraint = 'stand.recorded';
  end if;
  return new;
end $$;

-- An assessment lies within its judge's days. The lock makes a simultaneous ending wait.
create function app.guard_assessments() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from stands where (school_id, stand_id) = (new.school_id, new.stand_id) and new.on_day <@ during for share;
  if not found then
    raise exception 'On that day this assessor had no duty to assess this learner.' using constraint = 'assessment.day';
  end if;
  return new;
end $$;

-- Duties keep who, whom and since when; they end or are voided.
create function app.guard_duties() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A duty is never deleted. End it, or void it by a named act.' using constraint = 'duty.append-only';
  end if;
  if (new.school_id, new.duty_id, new.duty, new.educator_id, new.learner_id, new.class_year, lower(new.during))
    is distinct from (old.school_id, old.duty_id, old.duty, old.educator_id, old.learner_id, old.class_year, lower(old.during)) then
    raise exception 'A duty is never moved. End it and add another.' using constraint = 'duty.append-only';
  end if;
  return new;
end $$;

-- Pairs that the wall closes for a duty in these days, without saying by which wall or why.
create function app.not_available(wanted text, from_day date, to_day date) returns table (learner_id uuid, educator_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct case when d.educator_id = s.lo then s.hi else s.lo end, d.educator_id
  from stands s
  join duties d on (d.school_id, d.duty_id) = (s.school_id, s.duty_id)
  join app.ruleset_days(app.school()) rd on rd.days && daterange(from_day, to_day)
  join duty_rules r on (r.school_id, r.ruleset, r.duty, r.wall) = (s.school_id, rd.ruleset, wanted, s.wall)
  where s.school_id = app.school() and s.voided_by is null and s.exception_id is null and s.side <> r.side
    and s.blocked && (daterange(from_day, to_day + r.cooling_days) * daterange(lower(rd.days), upper(rd.days) + r.cooling_days))
    and app.may('run matches') $$;

reset role;

revoke all on function app.ruleset_days(uuid), app.stand_up(uuid, uuid[], uuid[]), app.duties_added(), app.duties_changed(),
  app.learners_written(), app.rederive(uuid), app.guard_stands(), app.guard_assessments(), app.guard_duties(),
  app.not_available(text, date, date) from public;
grant execute on function app.rederive(uuid), app.not_available(text, date, date) to chiron_app;
grant execute on function app.ruleset_days(uuid) to chiron_reader, chiron_app;

create trigger duties_stand after insert on duties referencing new table as written for each statement execute function app.duties_added();
create trigger duties_end after update on duties referencing new table as written old table as before for each statement execute function app.duties_changed();
create trigger learners_join after insert on learners referencing new table as written for each statement execute function app.learners_written();
create trigger learners_move after update on learners referencing new table as written for each statement execute function app.learners_written();
create trigger stands_guard before update or delete on stands for each row execute function app.guard_stands();
create trigger stands_guard_all before truncate on stands for each statement execute function app.guard_stands();
create trigger duties_guard before update or delete on duties for each row execute function app.guard_duties();
create trigger duties_guard_all before truncate on duties for each statement execute function app.guard_duties();
create trigger assessments_guard before insert on assessments for each row execute function app.guard_assessments();

-- ---------------------------------------------------------------- policies

-- The database derives stands from these.
create policy rulesets_derive on rulesets for select to chiron_keeper, chiron_reader using (true);
-- The database derives stands from these.
create policy duty_rules_derive on duty_rules for select to chiron_keeper, chiron_reader using (true);
-- The database derives stands from these.
create policy duties_derive on duties for select to chiron_keeper, chiron_reader using (true);
-- Only the database writes stands, but for excepted ones.
create policy stands_derive on stands to chiron_keeper using (true) with check (true);
-- Policies of later tables ask who stands where.
create policy stands_reader on stands for select to chiron_reader using (true);
-- Conflicts of what already happened are written by the database.
create policy incidents_derive on incidents to chiron_keeper using (true) with check (true);
-- The guards look for records that hang on a stand.
create policy assessments_derive on assessments for select to chiron_keeper using (true);
-- Excepted stands point here.
create policy exceptions_derive on exceptions for select to chiron_keeper using (true);

grant select, insert on rulesets, duty_rules to chiron_app;
grant select, insert on rulesets, duty_rules to chiron_steward;
-- The rules of the wall are open to the whole school.
create policy rulesets_see on rulesets for select to chiron_app using (school_id = (select app.school()));
-- A director changes them, in their own name.
create policy rulesets_add on rulesets for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('edit charters')) and made_by = (select app.person()));
-- A school is founded with the first ones.
create policy rulesets_steward on rulesets to chiron_steward using ((select app.steward())) with check ((select app.steward()));
-- The rules of the wall are open to the whole school.
create policy duty_rules_see on duty_rules for select to chiron_app using (school_id = (select app.school()));
-- A director changes them.
create policy duty_rules_add on duty_rules for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('edit charters')));
-- A school is founded with the first ones.
create policy duty_rules_steward on duty_rules to chiron_steward using ((select app.steward())) with check ((select app.steward()));

grant select, insert, update (during, voided_by) on duties to chiron_app;
-- Who has which duty: the two of the pair, and the offices that see the wall. A declared conflict is seen by who declared it, only.
create policy duties_see on duties for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null
  and ((duty <> 'conflicts' and ((select app.may('see wall')) or (select app.may('import people')) or educator_id = (select app.person()) or learner_id = (select app.person())))
    or (duty = 'conflicts' and made_by = (select app.person()))));
-- Offices record duties of assessment and supervision.
create policy duties_record on duties for insert to chiron_app with check (
  school_id = (select app.school()) and duty in ('assesses', 'supervises') and source in ('rotation', 'course', 'committee', 'office', 'class')
  and ((select app.may('import people')) or (select app.may('edit people'))));
-- Anyone may declare a conflict of their own; no reason is stored.
create policy duties_declare on duties for insert to chiron_app with check (
  school_id = (select app.school()) and duty = 'conflicts' and source = 'declared' and not tolerates
  and made_by = (select app.person()) and (educator_id = (select app.person()) or learner_id = (select app.person())));
-- Offices end duties of assessment and supervision. NOTE: duties of relationships end with the relationship.
create policy duties_end on duties for update to chiron_app
  using (school_id = (select app.school()) and duty in ('assesses', 'supervises') and ((select app.may('import people')) or (select app.may('edit people'))))
  with check (school_id = (select app.school()));

grant select on stands to chiron_app;
grant insert (school_id, stand_id, lo, hi, wall, side, during, cooling_days, duty_id, duty, ruleset, exception_id, exception_until) on stands to chiron_app;
-- You see where you stand yourself; offices that see the wall see all of it but the closed side, which stays a matter of the two.
create policy stands_see on stands for select to chiron_app using (
  school_id = (select app.school()) and side <> 'closed' and voided_by is null
  and ((select app.may('see wall')) or lo = (select app.person()) or hi = (select app.person())));
-- By hand, only an excepted stand is added, by who may approve exceptions. NOTE: no update is granted.
create policy stands_except on stands for insert to chiron_app with check (
  school_id = (select app.school()) and exception_id is not null and (select app.may('approve exceptions')));

grant select, insert on exceptions to chiron_app;
-- The two are told; offices that see the wall see every exception.
create policy exceptions_see on exceptions for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('see wall')) or learner_id = (select app.person()) or educator_id = (select app.person())));
-- Approved in one's own name, never for oneself.
create policy exceptions_add on exceptions for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('approve exceptions')) and approved_by = (select app.person())
  and educator_id <> (select app.person()) and learner_id <> (select app.person()));

grant select, insert on assessments to chiron_app;
-- That an assessment took place: its two parties, and the offices that see the wall or bring it in. Never what it said.
create policy assessments_see on assessments for select to chiron_app using (
  school_id = (select app.school())
  and ((select app.may('see wall')) or (select app.may('import people')) or learner_id = (select app.person()) or assessor_id = (select app.person())));
-- The registrar's systems bring them.
create policy assessments_add on assessments for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('import people')));

grant select, insert on incidents to chiron_app;
-- Incidents are the business of the offices that see the wall, and of who imports them.
create policy incidents_see on incidents for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null and ((select app.may('see wall')) or (select app.may('import people'))));
-- An import records what it found. NOTE: no update; an incident is closed by a row of its own.
create policy incidents_add on incidents for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('import people')));

grant select, insert on incident_closures to chiron_app;
-- The same readers as the incident's.
create policy incident_closures_see on incident_closures for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('see wall')) or (select app.may('import people'))));
-- Closed in one's own name.
create policy incident_closures_add on incident_closures for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('see wall')) and closed_by = (select app.person()));

select app.watch('rulesets', 'ruleset', 'made_by', '');
select app.watch('duties', 'duty', 'duty_id', '');
select app.watch('exceptions', 'exception', 'exception_id', 'learner_id');
select app.watch('stands', 'stand', 'stand_id', '');
select app.watch('assessments', 'assessment', 'assessment_id', 'learner_id');
select app.watch('incidents', 'incident', 'incident_id', '');
select app.watch('incident_closures', 'incident closure', 'incident_id', '');
