-- What keeps the wall's history: guards that hold for every role, superusers' hand-written SQL included; what may be
-- asked of the wall; and who sees what.

set local role chiron_keeper;

-- A stand is ended or voided, and nothing else.
create function app.guard_stands() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A stand is never deleted. End it, or void it by a named act.' using constraint = 'stand.append-only';
  end if;
  if (new.school_id, new.stand_id, new.lo, new.hi, new.wall, new.side, lower(new.during), new.cooling_days, new.duty_id, new.duty, new.ruleset, new.exception_id)
    is distinct from (old.school_id, old.stand_id, old.lo, old.hi, old.wall, old.side, lower(old.during), old.cooling_days, old.duty_id, old.duty, old.ruleset, old.exception_id)
    or (old.voided_by is not null and new.voided_by is distinct from old.voided_by) or coalesce(new.recorded_to < old.recorded_to, new.recorded_to is null and old.recorded_to is not null) then
    raise exception 'A stand is never moved. End it, or void it by a named act.' using constraint = 'stand.append-only';
  end if;
  if new.during <> old.during and coalesce(upper(new.during), 'infinity') > coalesce(upper(old.during), 'infinity') then
    raise exception 'A stand is never lengthened. A second duty goes on from its end.' using constraint = 'stand.append-only';
  end if;
  if new.during <> old.during and coalesce(upper(new.during), 'infinity') < app.today(new.school_id) then
    raise exception 'A stand ends today or later: what has been cannot be shortened.' using constraint = 'stand.append-only';
  end if;
  if new.continued and not old.continued
    and not exists (select from rulesets r where r.school_id = new.school_id and r.from_day = upper(new.during)) then
    raise exception 'Cooling off is waived only where a change of rules cuts a duty that goes on.' using constraint = 'stand.append-only';
  end if;
  return new;
end $$;

-- Assessments lie within their judge's days, and the stand remembers the latest, so that it cannot end before it:
-- a simultaneous ending waits for the lock, and one from an older snapshot has to start again.
create function app.assessments_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from stands s where exists (select from written w where (w.school_id, w.stand_id) = (s.school_id, s.stand_id)) for share;
  if exists (select from written w join stands s on (s.school_id, s.stand_id) = (w.school_id, w.stand_id) where not w.on_day <@ s.during) then
    raise exception 'On that day this assessor had no duty to assess this learner.' using constraint = 'assessment.day';
  end if;
  update stands s set recorded_to = w.last from (select school_id, stand_id, max(on_day) as last from written group by 1, 2) w
  where (s.school_id, s.stand_id) = (w.school_id, w.stand_id) and (s.recorded_to is null or s.recorded_to < w.last);
  return null;
end $$;

-- Duties keep who, whom and since when; they end earlier or are voided.
create function app.guard_duties() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A duty is never deleted. End it, or void it by a named act.' using constraint = 'duty.append-only';
  end if;
  if (new.school_id, new.duty_id, new.duty, new.educator_id, new.learner_id, new.class_year, new.made_by, lower(new.during))
    is distinct from (old.school_id, old.duty_id, old.duty, old.educator_id, old.learner_id, old.class_year, old.made_by, lower(old.during))
    or (old.voided_by is not null and new.voided_by is distinct from old.voided_by) then
    raise exception 'A duty is never moved. End it and add another.' using constraint = 'duty.append-only';
  end if;
  if coalesce(upper(new.during), 'infinity') > coalesce(upper(old.during), 'infinity') then
    raise exception 'A duty is never lengthened. Add another that goes on from its end.' using constraint = 'duty.append-only';
  end if;
  return new;
end $$;

-- Takes duties out of force by a named act of the asker's: those of judges by the offices that record them, a declared
-- conflict by who declared it. Here, since a row that its policy hides afterwards cannot be updated under that policy.
create function app.void_duties(duty_list uuid[], void_act uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  if not exists (select from voids v where v.school_id = app.school() and v.void_id = void_act and v.voided_by = app.person()) then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  update duties d set voided_by = void_act
  where d.school_id = (select app.school()) and d.duty_id = any (duty_list) and d.voided_by is null
    and ((d.duty in ('assesses', 'supervises') and ((select app.may('import people')) or (select app.may('edit people')))) or (d.duty = 'conflicts' and d.made_by = (select app.person())));
  get diagnostics touched = row_count;
  return touched;
end $$;

-- The judge's stand that permits an assessment of that day, for whoever brings assessments in; null where there is none.
create function app.judge_stand(learner uuid, assessor uuid, on_day date) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.stand_id from stands s
  where s.school_id = (select app.school()) and (select app.may('import people')) and s.lo = least(learner, assessor) and s.hi = greatest(learner, assessor)
    and s.wall = 'assessment' and s.side = 'judge' and s.during @> on_day and s.voided_by is null
  order by s.exception_id nulls first, s.stand_id limit 1 $$;

-- Pairs that the wall closes for a duty in these days, without saying by which wall or why. Either may be the educator.
create function app.not_available(wanted text, from_day date, to_day date) returns table (learner_id uuid, educator_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct pair.learner_id, pair.educator_id
  from stands s
  join app.ruleset_days(app.school()) rd on rd.days && daterange(from_day, to_day)
  join duty_rules r on (r.school_id, r.ruleset, r.duty, r.wall) = (s.school_id, rd.ruleset, wanted, s.wall)
  cross join lateral (values (s.lo, s.hi), (s.hi, s.lo)) pair (learner_id, educator_id)
  where s.school_id = (select app.school()) and s.voided_by is null and s.exception_id is null and s.side <> r.side
    and s.blocked && (daterange(from_day, to_day + r.cooling_days) * daterange(lower(rd.days), upper(rd.days) + r.cooling_days))
    and (select app.may('run matches')) $$;

-- Which duties these two may take up toward each other in these days: yes or no, never why. For the offices that see
-- the wall, and for the two themselves; nothing at all for anyone else.
create function app.may_these_two(one uuid, other uuid, from_day date, to_day date) returns table (duty text, available boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.duty, not bool_or(exists (select from stands s
    where s.school_id = (select app.school()) and s.lo = least(one, other) and s.hi = greatest(one, other) and s.wall = r.wall and s.side <> r.side
      and s.voided_by is null and s.exception_id is null
      and s.blocked && (daterange(from_day, to_day + r.cooling_days) * daterange(lower(rd.days), upper(rd.days) + r.cooling_days))))
  from duty_rules r join app.ruleset_days(app.school()) rd on rd.ruleset = r.ruleset and rd.days && daterange(from_day, to_day)
  where r.school_id = (select app.school()) and r.duty <> 'conflicts' and ((select app.may('see wall')) or (select app.person()) in (one, other))
    and exists (select from people p where (p.school_id, p.person_id) = (r.school_id, one) and p.voided_by is null)
    and exists (select from people p where (p.school_id, p.person_id) = (r.school_id, other) and p.voided_by is null)
  group by r.duty $$;

-- Who approved an exception, by name: for the two whom it concerns, and the offices that see the wall.
create function app.approver_name(exception uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.given_name || ' ' || p.family_name from exceptions x join people p on (p.school_id, p.person_id) = (x.school_id, x.approved_by)
  where x.school_id = (select app.school()) and x.exception_id = exception and ((select app.may('see wall')) or (select app.person()) in (x.learner_id, x.educator_id)) $$;

-- How many open incidents concern the asker, as learner or as educator, by wall and days: those of today and ahead, and, without a first day,
-- assessments by who guided them then. Not any that a declared conflict is behind: enough to keep a promise honest,
-- without naming anyone. Days that an exception lets stand are told as the exception.
create function app.my_incidents() returns table (as_learner boolean, wall text, from_day date, until date, incidents int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.learner_id = (select app.person()), i.wall, d.from_day, d.until, count(*)::int from open_incidents i
  left join lateral (select max(e.until) as until from exceptions e where e.school_id = i.school_id and e.wall = i.wall
    and e.learner_id = i.learner_id and (e.duty_id = i.duty_id or e.relationship_id = i.relationship_id)) x on true
  cross join lateral (select case when i.kind <> 'assessment' then greatest(lower(i.during), x.until) end as from_day,
    case when i.kind <> 'assessment' then upper(i.during) end as until) d
  where i.school_id = (select app.school())
    and (i.learner_id = (select app.person()) or i.educator_id = (select app.person()))
    and (case i.kind when 'assessment' then exists (select from stands s where s.school_id = i.school_id
        and s.lo = least(i.learner_id, i.educator_id) and s.hi = greatest(i.learner_id, i.educator_id)
        and s.wall = i.wall and s.side not in ('judge', 'closed') and s.voided_by is null and s.blocked @> i.on_day)
      else coalesce(d.until, 'infinity') > greatest(app.today(i.school_id), d.from_day) and exists (select from stands s
        where (s.school_id, s.stand_id) = (i.school_id, i.against_id) and s.side <> 'closed') end)
  group by 1, 2, 3, 4 $$;

reset role;

revoke all on function app.ruleset_days(uuid), app.rulesets_added(), app.named_act(uuid, text, text), app.stand(uuid, uuid[], uuid[], date, boolean),
  app.stand_up(uuid, uuid[], uuid[], date, boolean), app.duties_added(), app.end_stands(uuid, uuid[], date, text), app.stuck(uuid, uuid), app.stuck_among(uuid, uuid[]),
  app.settle(uuid, uuid[], text), app.duties_changed(), app.learners_added(), app.learners_changed(), app.rederive(uuid), app.exceptions_added(),
  app.guard_closures(), app.judge_stand(uuid, uuid, date), app.not_available(text, date, date), app.may_these_two(uuid, uuid, date, date),
  app.my_incidents(), app.approver_name(uuid), app.void_duties(uuid[], uuid), app.guard_stands(), app.assessments_added(), app.guard_duties() from public;
grant execute on function app.rederive(uuid), app.not_available(text, date, date), app.judge_stand(uuid, uuid, date),
  app.may_these_two(uuid, uuid, date, date), app.my_incidents(), app.approver_name(uuid), app.void_duties(uuid[], uuid) to chiron_app;
grant execute on function app.ruleset_days(uuid) to chiron_reader, chiron_app;

create trigger rulesets_follow before insert on rulesets for each row execute function app.rulesets_added();
create trigger duties_stand after insert on duties referencing new table as written for each statement execute function app.duties_added();
create trigger duties_end after update on duties referencing new table as written old table as before for each statement execute function app.duties_changed();
create trigger learners_join after insert on learners referencing new table as written for each statement execute function app.learners_added();
create trigger learners_move after update on learners referencing new table as written old table as before for each statement execute function app.learners_changed();
create trigger exceptions_stand after insert on exceptions for each row when (new.duty_id is not null) execute function app.exceptions_added();
create trigger incident_closures_guard before insert on incident_closures for each row execute function app.guard_closures();
create trigger stands_guard before update or delete on stands for each row execute function app.guard_stands();
create trigger stands_guard_all before truncate on stands for each statement execute function app.guard_stands();
create trigger duties_guard before update or delete on duties for each row execute function app.guard_duties();
create trigger duties_guard_all before truncate on duties for each statement execute function app.guard_duties();
create trigger assessments_guard after insert on assessments referencing new table as written for each statement execute function app.assessments_added();

-- The database derives stands from these, and notes where a ruleset ends.
create policy rulesets_derive on rulesets to chiron_keeper using (true) with check (true);
-- The database derives stands from these.
create policy rulesets_read on rulesets for select to chiron_reader using (true);
-- The database asks whether two ids are people of this school.
create policy people_derive on people for select to chiron_keeper using (true);
-- A stand that would begin after its duty ended is voided by a named act of whoever ended it.
create policy voids_derive on voids for insert to chiron_keeper with check (true);
-- A void is named before what it takes out of force.
create policy voids_sight on voids for select to chiron_keeper using (true);
-- The database derives stands from these.
create policy duty_rules_derive on duty_rules for select to chiron_keeper, chiron_reader using (true);
-- The database derives stands from these.
create policy duties_derive on duties for select to chiron_keeper, chiron_reader using (true);
-- Only the database writes stands.
create policy stands_derive on stands to chiron_keeper using (true) with check (true);
-- Policies of later tables ask who stands where.
create policy stands_reader on stands for select to chiron_reader using (true);
-- Conflicts of what already happened are written by the database.
create policy incidents_derive on incidents to chiron_keeper using (true) with check (true);
-- Incidents whose duty ended or was excepted are closed by the database, in the name of who did it.
create policy incident_closures_derive on incident_closures to chiron_keeper using (true) with check (true);
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

grant select, insert, update (during) on duties to chiron_app;
-- Voiding goes through app.void_duties.
grant update (voided_by) on duties to chiron_keeper;
-- Who has which duty: the two of the pair, and the offices that see the wall. A declared conflict is seen by who declared it, only.
create policy duties_see on duties for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null
  and ((duty <> 'conflicts' and ((select app.may('see wall')) or (select app.may('import people')) or educator_id = (select app.person()) or learner_id = (select app.person())))
    or (duty = 'conflicts' and made_by = (select app.person()))));
-- Offices record duties of assessment and supervision. NOTE: none that hangs on a relationship; those are the database's.
create policy duties_record on duties for insert to chiron_app with check (
  school_id = (select app.school()) and relationship_id is null and duty in ('assesses', 'supervises') and source in ('rotation', 'course', 'committee', 'office', 'class')
  and ((select app.may('import people')) or (select app.may('edit people'))));
-- Anyone may declare a conflict of their own; no reason is stored.
create policy duties_declare on duties for insert to chiron_app with check (
  school_id = (select app.school()) and relationship_id is null and duty = 'conflicts' and source = 'declared'
  and made_by = (select app.person()) and (educator_id = (select app.person()) or learner_id = (select app.person())));
-- Offices end duties of assessment and supervision. NOTE: duties of relationships end with the relationship.
create policy duties_end on duties for update to chiron_app
  using (school_id = (select app.school()) and duty in ('assesses', 'supervises') and ((select app.may('import people')) or (select app.may('edit people'))))
  with check (school_id = (select app.school()));

-- Whoever declared a conflict ends it.
create policy duties_withdraw on duties for update to chiron_app
  using (school_id = (select app.school()) and duty = 'conflicts' and made_by = (select app.person()))
  with check (school_id = (select app.school()));

grant select on stands to chiron_app;
-- You see where you stand yourself; offices that see the wall see all of it but the closed side, which stays a matter of the two.
create policy stands_see on stands for select to chiron_app using (
  school_id = (select app.school()) and side <> 'closed' and voided_by is null
  and ((select app.may('see wall')) or lo = (select app.person()) or hi = (select app.person())));
-- NOTE: no insert and no update is granted: a stand follows from its duty, by the database itself.
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
grant select on open_incidents to chiron_app;
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
