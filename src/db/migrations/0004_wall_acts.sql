-- How stands come to be and end: always from duties and rules, by the database itself, whoever writes the duty.

-- Row-level security on every table of the wall, forced on its owner too.
do $$ declare t text; begin
  foreach t in array array['rulesets', 'duty_rules', 'duties', 'exceptions', 'stands', 'assessments', 'incidents', 'incident_closures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on duty_rules, duties, learners, people, schools, assessments, exceptions to chiron_keeper;
grant select, update (to_day) on rulesets to chiron_keeper;
grant select, insert, update on stands to chiron_keeper;
grant select, insert on incidents, incident_closures to chiron_keeper;
grant select on open_incidents to chiron_keeper;
grant select, insert on voids to chiron_keeper;
grant select on rulesets, duty_rules, duties, stands to chiron_reader;

set local role chiron_keeper;

-- The days in which a ruleset holds.
create function app.ruleset_days(school uuid) returns table (ruleset int, days daterange)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select ruleset, daterange(from_day, to_day, '[)') from rulesets where school_id = school $$;

-- The next ruleset begins today or later, and not before the one it follows; of two that race, one is refused.
create function app.rulesets_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare last rulesets; begin
  if new.ruleset = 1 then return new; end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Change the rules of the wall in a read-committed transaction, which sees every duty there is.' using constraint = 'ruleset.isolation';
  end if;
  select * into last from rulesets where school_id = new.school_id order by ruleset desc limit 1 for update;
  if last.ruleset is distinct from new.ruleset - 1 or last.to_day is not null then
    perform app.refuse('ruleset.newest');
  end if;
  if new.from_day is null or new.from_day < greatest(app.today(new.school_id), last.from_day) then
    raise exception 'Rules begin today or later, and not before the newest ones do.' using constraint = 'ruleset.day';
  end if;
  update rulesets set to_day = new.from_day where (school_id, ruleset) = (last.school_id, last.ruleset);
  return new;
end $$;

-- A named act in the name of whoever is asking.
create function app.named_act(school uuid, what text, why text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made uuid := gen_random_uuid(); begin
  if app.person() is null then
    raise exception 'Taking a stand out of force bears a name. Sign in to do it.' using constraint = 'stand.nameless';
  end if;
  insert into voids (school_id, void_id, act, because, voided_by)
  values (school, made, what, why, case when pg_trigger_depth() > 1 then null else app.person() end);
  return made;
end $$;

-- Fills, for these duties and everyone in their scope (or only `learner_list`), the days since `since` on which they
-- do not stand yet. Days under an exception stand apart. A duty that gives way stands on the days that are free and
-- leaves an incident for the rest; any other meets the constraint and is refused whole.
-- A declared conflict that gives way is told by the other duty's name, so that nobody reads of it. No exception sets one
-- aside, whichever of the two came first.
-- Every lookup is by index, whatever the planner remembers: its plan may be from when the school was empty, and a
-- roster's thousands of duties would each read all the others. For the same reason an own learner is not looked for
-- among all learners.
create function app.stand(school uuid, duty_list uuid[], learner_list uuid[], since date, tolerant boolean) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
  with asked as (
    select d.* from (select distinct unnest(duty_list) as duty_id) a
    cross join lateral (select * from duties x where (x.school_id, x.duty_id) = (school, a.duty_id) and x.voided_by is null offset 0) d
  ), scope as (
    select a.*, a.learner_id as whom from asked a where a.learner_id is not null
    union all
    select a.*, l.learner_id from asked a join learners l on l.school_id = school and l.voided_by is null and l.learner_id <> a.educator_id
      and (a.class_year is null or l.class_year = a.class_year) and (learner_list is null or l.learner_id = any (learner_list))
    where a.learner_id is null
  ), candidate as (
    select s.whom, s.educator_id, least(s.whom, s.educator_id) as lo, greatest(s.whom, s.educator_id) as hi,
      s.duty_id, s.duty, s.source, s.relationship_id, s.import_id, r.ruleset, r.wall, r.side, r.cooling_days,
      s.during * rd.days * daterange(since, null) as days, s.tolerates or tolerant as gives_way,
      coalesce(upper(s.during), 'infinity') > upper(rd.days) as goes_on
    from scope s
    join duty_rules r on r.school_id = school and r.duty = s.duty
    join app.ruleset_days(school) rd on rd.ruleset = r.ruleset
    where not isempty(s.during * rd.days * daterange(since, null))
  ), gap as (
    select c.*, datemultirange(c.days) - coalesce(stood.days, '{}') as missing, coalesce(x.days, '{}') as excepted_days, x.exception_id, x.until
    from candidate c
    -- "Is not distinct" keeps this lookup on the pair's own index: by its school alone it would read every stand for
    -- every stand.
    left join lateral (select range_agg(s.during) as days from stands s
      where s.school_id is not distinct from school and s.duty_id is not distinct from c.duty_id
        and s.lo = c.lo and s.hi = c.hi and s.wall = c.wall and s.voided_by is null) stood on true
    left join lateral (select datemultirange(daterange(e.from_day, e.until)) as days, e.exception_id, e.until from exceptions e
      where e.school_id = school and (e.duty_id = c.duty_id or e.relationship_id = c.relationship_id) and e.learner_id = c.whom and e.wall = c.wall order by e.until desc limit 1) x on true
  ), sorted as (
    select g.*, (g.missing - leave.days) - coalesce(clash.days, '{}') as free, g.missing * leave.days as excepted,
      (g.missing - leave.days) * coalesce(clash.days, '{}') as stuck, clash.against_id
    from gap g
    left join lateral (
      select range_agg(daterange(lower(s.blocked) - case when g.goes_on and lower(s.blocked) >= upper(g.days) then 0 else g.cooling_days end,
          upper(s.blocked))) as days, range_agg(s.blocked) filter (where s.side = 'closed') as closed_days,
        (array_agg(s.stand_id order by s.side = 'closed', lower(s.during)))[1] as against_id
      from stands s
      where g.gives_way and s.school_id is not distinct from school and s.lo = g.lo and s.hi = g.hi and s.wall = g.wall and s.side <> g.side
        and s.voided_by is null and s.exception_id is null and s.blocked && daterange(lower(g.days), upper(g.days) + g.cooling_days)
    ) clash on true
    cross join lateral (select g.excepted_days - coalesce(clash.closed_days, '{}') as days) leave
  ), told as (
    insert into incidents (school_id, learner_id, educator_id, wall, during, kind, duty_id, duty, against_id, import_id)
    select school, t.whom, t.educator_id, t.wall, range_merge(t.stuck), t.kind, t.duty_id, t.duty, t.against_id, t.import_id
    from (
      select g.wall, g.stuck, g.import_id,
        case when a.duty_id is null then case g.source when 'relationship' then 'relationship' else 'duty' end else 'duty' end as kind,
        case when a.duty_id is null then g.whom when a.educator_id = g.lo then g.hi else g.lo end as whom,
        coalesce(a.educator_id, g.educator_id) as educator_id, coalesce(a.duty_id, g.duty_id) as duty_id,
        coalesce(a.duty, g.duty) as duty, case when a.duty_id is null then g.against_id end as against_id
      from sorted g
      left join stands s on g.duty = 'conflicts' and s.school_id = school and s.stand_id = g.against_id
      left join duties a on a.school_id = school and a.duty_id = s.duty_id
      where not isempty(g.stuck)) t
    where not exists (select from open_incidents i where i.school_id = school and i.duty_id = t.duty_id and i.learner_id = t.whom and i.wall = t.wall
      and i.during && range_merge(t.stuck))
    returning 1
  )
  insert into stands (school_id, lo, hi, wall, side, during, cooling_days, continued, duty_id, duty, ruleset, exception_id, exception_until)
  select school, g.lo, g.hi, g.wall, g.side, p.days, g.cooling_days,
    coalesce(g.goes_on and upper(p.days) = upper(g.days), false), g.duty_id, g.duty, g.ruleset, p.exception_id, p.until
  from sorted g cross join lateral (
    select unnest(g.free) as days, null::uuid as exception_id, null::date as until
    union all select unnest(g.excepted), g.exception_id, g.until) p $$;

-- Stands duties up. The lock lets a change of rules come wholly before or wholly after. Where duties that give way
-- collide with each other, or with somebody who was faster, they come one after another, relationships first.
create function app.stand_up(school uuid, duty_list uuid[], learner_list uuid[], since date, tolerant boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare next record; tries int; begin
  perform from rulesets where school_id = school for share;
  if not (tolerant or exists (select from duties where school_id = school and duty_id = any (duty_list) and tolerates)) then
    perform app.stand(school, duty_list, learner_list, since, false);
    return;
  end if;
  begin
    perform app.stand(school, duty_list, learner_list, since, tolerant);
    return;
  exception when exclusion_violation then null;
  end;
  for next in select duty_id, tolerant or tolerates as gives_way from duties
    where school_id = school and duty_id = any (duty_list) order by source <> 'relationship', at, duty_id loop
    for tries in 1..5 loop
      begin
        perform app.stand(school, array[next.duty_id], learner_list, since, tolerant);
        exit;
      exception when exclusion_violation then
        if tries = 5 or not next.gives_way then raise; end if;
      end;
    end loop;
  end loop;
end $$;

-- A new duty stands at once, in the same transaction.
create function app.duties_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fresh record; begin
  for fresh in select school_id, array_agg(duty_id) as duty_list from written group by school_id loop
    perform app.stand_up(fresh.school_id, fresh.duty_list, null, null, false);
  end loop;
  return null;
end $$;

-- Ends stands on `day`: those that have begun by then end, those that would begin later are voided by a named act.
create function app.end_stands(school uuid, stand_list uuid[], day date, why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare later uuid[]; act uuid; begin
  update stands set during = daterange(lower(during), day, '[)'), continued = false
  where school_id = school and stand_id = any (stand_list) and voided_by is null and lower(during) < day;
  select array_agg(stand_id) into later from stands
  where school_id = school and stand_id = any (stand_list) and voided_by is null and lower(during) >= day;
  if later is null then return; end if;
  act := app.named_act(school, 'correction', why);
  update stands set voided_by = act where school_id = school and stand_id = any (later);
end $$;

-- Of incidents with a duty: whether each still stands between the two, and on which of its days. Its duty has days that it
-- may not stand on; or (a duty told for a declared conflict) its duty still stands.
create function app.stuck_among(school uuid, incident_list uuid[]) returns table (incident_id uuid, stuck boolean, days datemultirange)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
  select i.incident_id, case when i.against_id is null then coalesce(s.stands_on, false) else not isempty(left_over.days) end,
    case when i.against_id is null then datemultirange(i.during) else left_over.days end
  from incidents i join duties d on (d.school_id, d.duty_id) = (i.school_id, i.duty_id)
  left join lateral (select range_agg(s.during) as days,
      bool_or(s.exception_id is null and coalesce(upper(s.during), 'infinity') > greatest(app.today(school), lower(i.during))) as stands_on
    from stands s where s.school_id is not distinct from school and s.lo = least(i.learner_id, d.educator_id) and s.hi = greatest(i.learner_id, d.educator_id)
      and s.duty_id = d.duty_id and s.wall = i.wall and s.voided_by is null) s on true
  cross join lateral (select datemultirange(i.during * d.during) - coalesce(s.days, '{}') as days) left_over
  where i.school_id = school and i.incident_id = any (incident_list) and i.kind <> 'assessment' and i.voided_by is null and d.voided_by is null $$;

create function app.stuck(school uuid, incident uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(stuck), false) from app.stuck_among(school, array[incident]) $$;

-- After duties ended: what they kept from standing stands, and incidents that are over are closed.
create function app.settle(school uuid, duty_list uuid[], outcome_own text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare open record; begin
  for open in select i.incident_id, i.duty_id, i.learner_id, i.educator_id, coalesce(i.duty_id = any (duty_list), true) as own from open_incidents i
    left join stands s on (s.school_id, s.stand_id) = (i.school_id, i.against_id)
    where i.school_id = school and i.kind <> 'assessment' and (i.duty_id = any (duty_list) or s.duty_id = any (duty_list)
        -- What awaits signatures may have met several duties, and its incident names only the first.
        or i.duty_id is null and exists (select from duties d where d.school_id = school and d.duty_id = any (duty_list)
          and d.educator_id = i.educator_id and coalesce(d.learner_id, i.learner_id) = i.learner_id)) loop
    perform app.stand_up(school, open.duty_id || array(select duty_id from duties where school_id = school and duty = 'conflicts' and voided_by is null
      and (educator_id, learner_id) in ((open.educator_id, open.learner_id), (open.learner_id, open.educator_id))), array[open.learner_id], null, true);
    if app.person() is not null and not app.stuck(school, open.incident_id) and not app.stuck_awaiting(school, open.incident_id) then
      insert into incident_closures (school_id, incident_id, outcome, closed_by)
      values (school, open.incident_id, case when open.own then outcome_own else 'ended' end, case when pg_trigger_depth() > 1 then null else app.person() end);
    end if;
  end loop;
end $$;

-- A duty that ends ends its stands; a duty that is voided voids them.
create function app.duties_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare ending record; changed record; begin
  update stands s set voided_by = w.voided_by from written w
  where (s.school_id, s.duty_id) = (w.school_id, w.duty_id) and w.voided_by is not null and s.voided_by is null;
  for ending in select s.school_id, upper(w.during) as day, array_agg(s.stand_id) as stand_list
    from written w join before b on (b.school_id, b.duty_id) = (w.school_id, w.duty_id)
    join stands s on (s.school_id, s.duty_id) = (w.school_id, w.duty_id)
    where w.voided_by is null and s.voided_by is null and upper(w.during) is distinct from upper(b.during)
      and (coalesce(upper(s.during), 'infinity') > upper(w.during) or (s.continued and upper(s.during) = upper(w.during)))
    group by 1, 2 loop
    perform app.end_stands(ending.school_id, ending.stand_list, ending.day, 'The duty ended earlier');
  end loop;
  for changed in select w.school_id, array_agg(w.duty_id) as duty_list from written w join before b on (b.school_id, b.duty_id) = (w.school_id, w.duty_id)
    where (w.voided_by, upper(w.during)) is distinct from (b.voided_by, upper(b.during)) group by 1 loop
    perform app.settle(changed.school_id, changed.duty_list, 'reassigned');
  end loop;
  return null;
end $$;

-- A learner who joins comes into the scope of the judges there are. What a roster brings collides as an incident.
create function app.learners_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fresh record; begin
  for fresh in select w.school_id, array_agg(distinct d.duty_id) as duty_list, array_agg(distinct w.learner_id) as newcomers
    from written w join duties d on d.school_id = w.school_id and d.learner_id is null and d.voided_by is null
      and (d.class_year is null or d.class_year = w.class_year)
    where w.voided_by is null group by w.school_id loop
    perform app.stand_up(fresh.school_id, fresh.duty_list, fresh.newcomers, null, true);
  end loop;
  return null;
end $$;

-- A learner who changes class leaves the old class's judges today and meets the new one's from today on.
-- A learner who is voided has no judges.
create function app.learners_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare leaving record; fresh record; begin
  update stands s set voided_by = w.voided_by from written w, duties d
  where w.voided_by is not null and s.school_id = w.school_id and w.learner_id in (s.lo, s.hi) and s.voided_by is null
    and (d.school_id, d.duty_id) = (s.school_id, s.duty_id) and d.learner_id is null and d.educator_id <> w.learner_id;
  for leaving in select s.school_id, greatest(app.today(s.school_id), case when lower(s.during) = app.today(s.school_id) then app.today(s.school_id) + 1 end) as day,
      array_agg(s.stand_id) as stand_list
    from written w join before b using (school_id, learner_id)
    join duties d on d.school_id = w.school_id and d.class_year = b.class_year
    join stands s on (s.school_id, s.duty_id, s.lo, s.hi) = (d.school_id, d.duty_id, least(w.learner_id, d.educator_id), greatest(w.learner_id, d.educator_id))
    where w.class_year <> b.class_year and s.voided_by is null and coalesce(upper(s.during), 'infinity') > app.today(s.school_id)
    group by 1, 2 loop
    perform app.end_stands(leaving.school_id, leaving.stand_list, leaving.day, 'The learner changed class');
  end loop;
  for fresh in select w.school_id, array_agg(distinct d.duty_id) as duty_list, array_agg(distinct w.learner_id) as newcomers
    from written w join before b using (school_id, learner_id) join duties d on d.school_id = w.school_id and d.class_year = w.class_year and d.voided_by is null
    where w.voided_by is null and w.class_year <> b.class_year group by 1 loop
    perform app.stand_up(fresh.school_id, fresh.duty_list, fresh.newcomers, app.today(fresh.school_id), true);
  end loop;
  return null;
end $$;

-- After a new ruleset: from its day on, duties whose rules differ stand anew; what now collides becomes an incident,
-- so that whoever confirms can be shown it first. Returns how many duties were touched.
create function app.rederive(school uuid) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare newest int; day date; touched uuid[]; later uuid[]; act uuid;
begin
  if school is distinct from app.school() or not app.may('edit charters') then raise exception 'There is nothing here that you may change.' using errcode = '42501'; end if;
  select ruleset, from_day into newest, day from rulesets where school_id = school order by ruleset desc limit 1;
  select coalesce(array_agg(d.duty_id), '{}') into touched from duties d
  where d.school_id = school and d.voided_by is null and coalesce(upper(d.during), 'infinity') > day and exists (
    select 1 from (select wall, side, cooling_days from duty_rules where (school_id, ruleset, duty) = (school, newest, d.duty)) n
    full join (select wall, side, cooling_days from duty_rules where (school_id, ruleset, duty) = (school, newest - 1, d.duty)) o using (wall)
    where (n.side, n.cooling_days) is distinct from (o.side, o.cooling_days));
  select array_agg(stand_id) into later from stands
  where school_id = school and duty_id = any (touched) and voided_by is null and lower(during) >= day;
  if later is not null then
    act := app.named_act(school, 'rule change', 'Ruleset ' || newest);
    update stands set voided_by = act where school_id = school and stand_id = any (later);
  end if;
  update stands set during = daterange(lower(during), day, '[)'), continued = true
  where school_id = school and duty_id = any (touched) and voided_by is null and coalesce(upper(during), 'infinity') > day;
  perform app.stand_up(school, touched, null, day, true);
  perform app.awaiting_meet(school, newest, day, null, null);
  perform app.settle(school, touched, 'ended');
  -- What awaits signatures and met a rule that is gone today has no duty of its own by which the above would find it.
  if day <= app.today(school) then
    insert into incident_closures (school_id, incident_id, outcome, closed_by)
    select i.school_id, i.incident_id, 'ended', app.person() from open_incidents i
    where i.school_id = school and i.relationship_id is not null and i.duty_id is null and not app.stuck_awaiting(school, i.incident_id);
  end if;
  return cardinality(touched);
end $$;

-- An exception names a duty of the two that does not stand; it stands then, until the exception's end.
create function app.exceptions_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare d duties; open record; begin
  select * into d from duties where (school_id, duty_id) = (new.school_id, new.duty_id) and voided_by is null;
  if d.educator_id is distinct from new.educator_id or coalesce(d.learner_id, new.learner_id) <> new.learner_id or d.duty = 'conflicts' then
    raise exception 'An exception is for a duty of these two. Choose the duty again.' using constraint = 'exception.duty';
  end if;
  if new.from_day < app.today(new.school_id) then
    raise exception 'An exception begins today or later.' using constraint = 'exception.day';
  end if;
  perform app.stand_up(new.school_id, array[new.duty_id], array[new.learner_id], null, true);
  if not exists (select from stands where (school_id, exception_id) = (new.school_id, new.exception_id)) then
    raise exception 'This duty needs no exception in these days.' using constraint = 'exception.needless';
  end if;
  for open in select i.incident_id from open_incidents i where i.school_id = new.school_id and (i.duty_id, i.learner_id, i.wall) = (new.duty_id, new.learner_id, new.wall)
    and i.kind <> 'assessment' and coalesce(upper(i.during), 'infinity') <= new.until loop
    insert into incident_closures (school_id, incident_id, outcome, closed_by) values (new.school_id, open.incident_id, 'excepted', new.approved_by);
  end loop;
  return null;
end $$;

-- An incident that was ahead is not closed as solved while the two still collide; one that is past may be.
create function app.guard_closures() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.outcome in ('reassigned', 'ended')
    and (app.stuck(new.school_id, new.incident_id) or app.stuck_awaiting(new.school_id, new.incident_id)) then
    raise exception 'The two still collide. Reassign the duty or end the relationship first; a relationship that ended cools off before its educator may judge.'
      using constraint = 'incident.open';
  end if;
  if new.outcome = 'past' and exists (select from incidents i where (i.school_id, i.incident_id) = (new.school_id, new.incident_id)
    and coalesce(upper(i.during), 'infinity') > app.today(new.school_id)) then
    raise exception 'This incident is not past yet.' using constraint = 'incident.ahead';
  end if;
  if new.outcome = 'excepted' and not exists (select from incidents i join exceptions e on (e.school_id, e.learner_id, e.wall)
    = (i.school_id, i.learner_id, i.wall) and (e.duty_id = i.duty_id or e.relationship_id = i.relationship_id) where (i.school_id, i.incident_id) = (new.school_id, new.incident_id)) then
    raise exception 'There is no exception for it yet. Approve one first.' using constraint = 'incident.unexcepted';
  end if;
  return new;
end $$;

reset role;
