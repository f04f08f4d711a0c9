-- The mirror in which a person sees what another sees of them.

alter table sessions drop constraint sessions_kind_check, add constraint sessions_kind_check check (kind in ('browser', 'key', 'mirror'));

set local role chiron_reader;
-- Any learner but the given one, for "what does another learner see of me"; the steward alone may ask.
create function app.a_learner(school uuid, other_than uuid) returns uuid language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select learner_id from learners where school_id = school and learner_id <> other_than and voided_by is null and app.steward()
    and not exists (select from relationships r where r.school_id = school and other_than in (r.learner_id, r.educator_id) and learners.learner_id in (r.learner_id, r.educator_id)) limit 1 $$;
reset role;
revoke all on function app.a_learner(uuid, uuid) from public;
grant execute on function app.a_learner(uuid, uuid) to chiron_steward;

-- You see where you are signed in; a mirror that somebody else looks into is no sign-in of yours.
alter policy sessions_mine on sessions using (
  school_id = (select app.school()) and person_id = (select app.person()) and kind <> 'mirror');

set local role chiron_reader;
-- A learner and an educator of a demo school who have each other, for the demo's links; the steward alone may ask.
create function app.a_demo_pair(school uuid) returns table (person_id uuid, office text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with pair as (
    select r.learner_id, r.educator_id from relationships r join schools s using (school_id)
    cross join lateral (select count(*) as guides from relationships o where o.school_id = school and o.learner_id = r.learner_id and o.started_on is not null) l
    cross join lateral (select count(distinct o.program) filter (where o.program in ('advising', 'coaching')) as guided, bool_or(o.program = 'coaching') as coaches
      from relationships o where o.school_id = school and o.educator_id = r.educator_id and o.started_on is not null and o.ended_on is null) e
    where r.school_id = school and s.demo and app.steward() and r.started_on is not null and r.ended_on is null
    order by l.guides > 1 desc, e.guided = 2 desc, l.guides desc, e.coaches desc, r.program, r.learner_id limit 1)
  select learner_id, 'learner' from pair union all select educator_id, 'educator' from pair $$;
reset role;
revoke all on function app.a_demo_pair(uuid) from public;
grant execute on function app.a_demo_pair(uuid) to chiron_steward;
