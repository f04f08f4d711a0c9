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
  check (ended_on is null or started_on is null or ended_on >= started_on)
);
create unique index "relationship.one" on relationships (school_id, program, learner_id) where ended_on is null and voided_by is null;
comment on index "relationship.one" is 'This learner already has somebody in this program.';
create index relationships_educator on relationships (school_id, educator_id);

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
comment on constraint "agreement.version" on agreements is 'The other of you changed the ground rules meanwhile. Reload, and read the new wording.';

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

create table pauses (
  school_id uuid not null,
  pause_id uuid not null default gen_random_uuid(),
  relationship_id uuid not null,
  paused_by uuid not null,
  from_day date not null,
  until date not null,
  primary key (school_id, pause_id),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, paused_by) references people (school_id, person_id),
  constraint "pause.days" check (until > from_day)
);
comment on constraint "pause.days" on pauses is 'The day of return must come after the first day of the pause.';

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

-- The duty of a relationship points back, so that ending the one ends the other.
alter table duties add column relationship_id uuid, add foreign key (school_id, relationship_id) references relationships;
create unique index "relationship.duty" on duties (school_id, relationship_id, duty) where voided_by is null;

do $$ declare t text; begin
  foreach t in array array['relationships', 'agreements', 'signatures', 'pauses', 'endings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on relationships, agreements, signatures to chiron_reader, chiron_keeper;
grant update (started_on, ended_on) on relationships to chiron_keeper;
grant insert, update (during) on duties to chiron_keeper;
grant select on endings, charters, proposals, run_approvals, answers to chiron_keeper;
-- The database opens and ends relationships.
create policy relationships_derive on relationships to chiron_keeper using (true) with check (true);
-- Policies ask whose relationship it is.
create policy relationships_reader on relationships for select to chiron_reader using (true);
-- Policies ask whose agreement it is.
create policy agreements_reader on agreements for select to chiron_reader, chiron_keeper using (true);
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
create function app.my_relationships() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(relationship_id), '{}') from relationships
  where school_id = app.school() and voided_by is null and app.person() in (learner_id, educator_id) $$;
create or replace function app.counterparts() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(other), '{}') from (
    select case when learner_id = app.person() then educator_id else learner_id end as other from relationships
    where school_id = app.school() and voided_by is null and ended_on is null and app.person() in (learner_id, educator_id)
    union
    select case when p.learner_id = app.person() then p.educator_id else p.learner_id end
    from proposals p where p.school_id = app.school() and p.run_id = any (app.my_runs()) and app.person() in (p.learner_id, p.educator_id)) x $$;
reset role;
revoke all on function app.my_relationships() from public;
grant execute on function app.my_relationships() to chiron_app, chiron_reader;

set local role chiron_keeper;

-- After a signature: once both have signed the newest wording, the relationship starts and its duty stands.
create function app.signed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare a agreements; r relationships; act text; begin
  select * into a from agreements where (school_id, agreement_id) = (new.school_id, new.agreement_id);
  select * into r from relationships where (school_id, relationship_id) = (a.school_id, a.relationship_id) for update;
  if r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship has ended.' using constraint = 'relationship.ended';
  end if;
  if exists (select from agreements n where (n.school_id, n.relationship_id) = (a.school_id, a.relationship_id) and n.version > a.version) then
    raise exception 'The ground rules were changed meanwhile. Reload, and read the new wording.' using constraint = 'agreement.version';
  end if;
  if r.started_on is null and (select count(*) from signatures s where (s.school_id, s.agreement_id) = (a.school_id, a.agreement_id)) = 2 then
    update relationships set started_on = app.today(r.school_id) where (school_id, relationship_id) = (r.school_id, r.relationship_id);
    act := case r.program when 'advising' then case when r.counsels then 'counsels' else 'advises' end when 'coaching' then 'coaches' else 'mentors' end;
    insert into duties (school_id, duty, educator_id, learner_id, during, source, relationship_id)
    values (r.school_id, act, r.educator_id, r.learner_id, daterange(app.today(r.school_id), null), 'relationship', r.relationship_id);
  end if;
  return null;
end $$;

-- After an ending: the relationship ends today, and with it the duty. A duty begun today lasts the day.
create function app.ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update relationships set ended_on = app.today(new.school_id)
  where (school_id, relationship_id) = (new.school_id, new.relationship_id) and ended_on is null;
  update duties set during = daterange(lower(during), greatest(app.today(new.school_id), lower(during) + 1), '[)')
  where (school_id, relationship_id) = (new.school_id, new.relationship_id) and upper_inf(during);
  return null;
end $$;

-- How many relationships of a program ended for which reason; nothing at all while any count is from 1 to 4,
-- since the missing one could be worked out from the others.
create function app.ending_reasons() returns table (program text, reason text, relationships int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with counted as (
    select r.program, e.reason, count(*)::int as n from endings e join relationships r using (school_id, relationship_id)
    where e.school_id = app.school() and app.may('see relationships') group by 1, 2)
  select program, reason, n from counted c where not exists (select from counted s where s.program = c.program and s.n < 5) $$;

reset role;
revoke all on function app.signed(), app.ended(), app.ending_reasons() from public;
grant execute on function app.ending_reasons() to chiron_app;
create trigger signatures_open after insert on signatures for each row execute function app.signed();
create trigger endings_close after insert on endings for each row execute function app.ended();

grant select, insert on relationships to chiron_app;
grant update (voided_by) on relationships to chiron_app;
-- That a relationship exists: the two, and the offices of the programs. Never what they say in it.
create policy relationships_see on relationships for select to chiron_app using (
  school_id = (select app.school()) and voided_by is null
  and (relationship_id = any ((select app.my_relationships())::uuid[]) or (select app.may('see relationships')) or (select app.may('import people'))));
-- Out of a proposal that both accepted, by the later of the two; or by import. Either way nothing stands before both sign.
create policy relationships_add on relationships for insert to chiron_app with check (
  school_id = (select app.school()) and started_on is null and ended_on is null
  and ((select app.may('import people')) and run_id is null
    or ((select app.person()) in (learner_id, educator_id) and run_id = any ((select app.my_runs())::uuid[]) and exists (
      select from proposals p where (p.school_id, p.run_id, p.learner_id, p.educator_id)
        = (relationships.school_id, relationships.run_id, relationships.learner_id, relationships.educator_id)))));
-- An import's undo voids. NOTE: starting and ending are written by the database alone.
create policy relationships_void on relationships for update to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people'))) with check (school_id = (select app.school()));

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
