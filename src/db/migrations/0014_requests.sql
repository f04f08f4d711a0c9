-- Requests: what a learner asks for, who has it, and how it moves on with their consent. And where else to turn: the
-- school's confidential and emergency resources.

-- The newest version counts; before the first one a school shows the starting values in requests/resource.ts, marked as such.
create table resource_lists (
  school_id uuid not null references schools,
  version int not null check (version > 0),
  -- In the shape of requests/resource.ts.
  items jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  constraint "resources.version" primary key (school_id, version),
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "resources.version" on resource_lists is 'Somebody else changed these meanwhile. Reload, and look at theirs first.';

create table requests (
  school_id uuid not null references schools,
  request_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  -- About academic difficulty: for an advisor who also counsels, or for the office that may begin that.
  counsels boolean not null default false,
  words text not null constraint "request.words" check (length(words) between 1 and 4000),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (school_id, request_id),
  unique (school_id, request_id, learner_id),
  foreign key (school_id, learner_id) references learners,
  check (not counsels or program = 'advising')
);
comment on constraint "request.words" on requests is 'Write what you need, in 1 to 4,000 characters.';
create index requests_learner on requests (school_id, learner_id);

-- Who has a request: the turn with the highest number. Without an educator it is with the program's office.
create table request_turns (
  school_id uuid not null,
  request_id uuid not null,
  turn int not null check (turn > 0),
  learner_id uuid not null,
  program text not null,
  counsels boolean not null,
  relationship_id uuid,
  educator_id uuid,
  at timestamptz not null default clock_timestamp(),
  constraint "handover.turn" primary key (school_id, request_id, turn),
  foreign key (school_id, request_id, learner_id) references requests (school_id, request_id, learner_id),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, educator_id) references educators,
  check ((relationship_id is null) = (educator_id is null))
);
comment on constraint "handover.turn" on request_turns is 'This request is with somebody else by now.';
create index request_turns_educator on request_turns (school_id, educator_id);

-- Whoever has it proposes once that another role has it instead; nothing moves before the learner agrees.
create table handovers (
  school_id uuid not null,
  request_id uuid not null,
  turn int not null,
  learner_id uuid not null,
  from_id uuid not null,
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  counsels boolean not null default false,
  reason text not null constraint "handover.reason" check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  constraint "handover.one" primary key (school_id, request_id, turn),
  foreign key (school_id, request_id, turn) references request_turns,
  foreign key (school_id, request_id, learner_id) references requests (school_id, request_id, learner_id),
  foreign key (school_id, from_id) references people (school_id, person_id),
  check (not counsels or program = 'advising')
);
comment on constraint "handover.one" on handovers is 'This was proposed to the learner once already. Theirs is the answer, and it is not asked for twice.';
comment on constraint "handover.reason" on handovers is 'Say in 1 to 1,000 characters why somebody else fits better. The learner reads it.';

create table handover_answers (
  school_id uuid not null,
  request_id uuid not null,
  turn int not null,
  learner_id uuid not null,
  agreed boolean not null,
  at timestamptz not null default clock_timestamp(),
  constraint "handover.answered" primary key (school_id, request_id, turn),
  foreign key (school_id, request_id, turn) references handovers,
  foreign key (school_id, request_id, learner_id) references requests (school_id, request_id, learner_id)
);
comment on constraint "handover.answered" on handover_answers is 'You have answered this already.';

-- What the educator who has it writes back to the learner, once.
create table replies (
  school_id uuid not null,
  request_id uuid not null,
  turn int not null,
  learner_id uuid not null,
  from_id uuid not null,
  words text not null constraint "reply.words" check (length(words) between 1 and 4000),
  at timestamptz not null default clock_timestamp(),
  constraint "reply.one" primary key (school_id, request_id, turn),
  foreign key (school_id, request_id, turn) references request_turns,
  foreign key (school_id, request_id, learner_id) references requests (school_id, request_id, learner_id),
  foreign key (school_id, from_id) references educators
);
-- What one wrote back, newest first, also after the request is somebody else's.
create index replies_from on replies (school_id, from_id, at desc);
comment on constraint "reply.one" on replies is 'You have written back already. For more, meet, or let the learner ask anew.';
comment on constraint "reply.words" on replies is 'Write back in 1 to 4,000 characters.';

create table request_closings (
  school_id uuid not null,
  request_id uuid not null,
  learner_id uuid not null,
  closed_by uuid not null,
  how text not null check (how in ('done', 'taken back')),
  at timestamptz not null default clock_timestamp(),
  constraint "request.closed" primary key (school_id, request_id),
  foreign key (school_id, request_id, learner_id) references requests (school_id, request_id, learner_id),
  foreign key (school_id, closed_by) references people (school_id, person_id),
  check ((how = 'taken back') = (closed_by = learner_id))
);
comment on constraint "request.closed" on request_closings is 'This request is closed already.';

do $$ declare t text; begin
  foreach t in array array['resource_lists', 'requests', 'request_turns', 'handovers', 'handover_answers', 'replies', 'request_closings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on request_turns, request_closings to chiron_reader;
grant select, insert on request_turns to chiron_keeper;
grant select on handovers, request_closings to chiron_keeper;
-- Policies ask who has a request.
create policy request_turns_reader on request_turns for select to chiron_reader using (true);
-- And which the learner took back.
create policy request_closings_reader on request_closings for select to chiron_reader using (true);
-- The database alone says who has a request next.
create policy request_turns_keeper on request_turns for select to chiron_keeper using (true);
-- Written when a request is sent, and when a learner agrees to hand it over.
create policy request_turns_give on request_turns for insert to chiron_keeper with check (true);
-- What the learner agreed to.
create policy handovers_keeper on handovers for select to chiron_keeper using (true);
-- What is closed stays where it is.
create policy request_closings_keeper on request_closings for select to chiron_keeper using (true);

set local role chiron_reader;
-- The requests that the asker has: as the learner's educator while that relationship lasts, or in the program's office.
-- What was handed over or taken back is theirs no more, nor what came with a relationship that has ended.
create function app.held_requests() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  is_office boolean := app.may('answer requests');
  held uuid[];
begin
  select coalesce(array_agg(t.request_id), '{}') into held from request_turns t
    where t.school_id = here and (t.educator_id = me or (is_office and t.educator_id is null))
      and not exists (select from request_turns l where (l.school_id, l.request_id) = (t.school_id, t.request_id) and l.turn > t.turn)
      and not exists (select from request_closings c where (c.school_id, c.request_id) = (t.school_id, t.request_id) and c.how = 'taken back')
      and (t.relationship_id is null or exists (select from relationships r
        where (r.school_id, r.relationship_id) = (t.school_id, t.relationship_id) and r.ended_on is null and r.voided_by is null));
  return held;
end $$;
reset role;
revoke all on function app.held_requests() from public;
grant execute on function app.held_requests() to chiron_app, chiron_keeper;

set local role chiron_keeper;
-- Gives a request to the learner's educator in a program, where that relationship is in force; else to the office.
create function app.give_request(school uuid, request uuid, number int, learner uuid, to_program text, to_counsels boolean) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into request_turns (school_id, request_id, turn, learner_id, program, counsels, relationship_id, educator_id)
  select school, request, number, learner, to_program, to_counsels, r.relationship_id, r.educator_id
  from (select) as always left join relationships r on r.school_id = school and r.learner_id = learner and r.program = to_program
    and (r.counsels or not to_counsels) and r.started_on is not null and r.ended_on is null and r.voided_by is null $$;

create function app.request_sent() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.give_request(new.school_id, new.request_id, 1, new.learner_id, new.program, new.counsels);
  return null;
end $$;

-- A request is closed or handed over, not both: whoever comes second at the same moment waits here, and sees the first.
create function app.one_at_a_time(request uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('request ' || request, 0)) $$;

-- Closed by the learner, or by who has it still.
create function app.guard_request_closings() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.one_at_a_time(new.request_id);
  -- The policy asks this too, before the wait.
  if new.closed_by <> new.learner_id and not new.request_id = any (app.held_requests()) then
    perform app.refuse('handover.turn');
  end if;
  return new;
end $$;

-- Nothing is written to a request that is closed, nor about a turn that is over. After the write, so that the policy has
-- been asked whether it is the writer's at all.
create function app.still_theirs(school uuid, request uuid, number int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.one_at_a_time(request);
  if exists (select from request_closings c where (c.school_id, c.request_id) = (school, request)) then
    perform app.refuse('request.closed');
  end if;
  if exists (select from request_turns t where (t.school_id, t.request_id) = (school, request) and t.turn > number) then
    perform app.refuse('handover.turn');
  end if;
end $$;

create function app.replies_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.still_theirs(new.school_id, new.request_id, new.turn);
  return null;
end $$;

-- A handover is proposed to somebody else than has it.
create function app.handovers_added() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.still_theirs(new.school_id, new.request_id, new.turn);
  if exists (select from request_turns t where (t.school_id, t.request_id, t.turn, t.program, t.counsels)
    = (new.school_id, new.request_id, new.turn, new.program, new.counsels)) then
    raise exception 'It is there already. Choose another role.' using constraint = 'handover.same';
  end if;
  return null;
end $$;

create function app.handover_answered() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare h handovers; begin
  perform app.still_theirs(new.school_id, new.request_id, new.turn);
  if new.agreed then
    select * into h from handovers where (school_id, request_id, turn) = (new.school_id, new.request_id, new.turn);
    perform app.give_request(h.school_id, h.request_id, h.turn + 1, h.learner_id, h.program, h.counsels);
  end if;
  return null;
end $$;
reset role;
revoke all on function app.give_request(uuid, uuid, int, uuid, text, boolean), app.one_at_a_time(uuid), app.guard_request_closings(), app.request_sent(), app.still_theirs(uuid, uuid, int),
  app.replies_added(), app.handovers_added(), app.handover_answered() from public;
create trigger requests_give after insert on requests for each row execute function app.request_sent();
create trigger request_closings_guard before insert on request_closings for each row execute function app.guard_request_closings();
create trigger replies_check after insert on replies for each row execute function app.replies_added();
create trigger handovers_check after insert on handovers for each row execute function app.handovers_added();
create trigger handover_answers_give after insert on handover_answers for each row execute function app.handover_answered();

-- NOTE: of no table below may a request write when it was written; that is the database's to say.
grant select, insert (school_id, version, items, written_by) on resource_lists to chiron_app;
-- Where to turn is for everybody in the school.
create policy resource_lists_see on resource_lists for select to chiron_app using (school_id = (select app.school()));
-- The next list is written in one's own name. NOTE: no update, no delete: what was shown stays known.
create policy resource_lists_write on resource_lists for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('edit resources')) and written_by = (select app.person()));

grant select, insert (school_id, request_id, learner_id, program, counsels, words) on requests to chiron_app;
-- What a learner asks for: they, and whoever has it now. NOTE: not the office while an educator has it, and nobody who had it before.
create policy requests_see on requests for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or request_id = any ((select app.held_requests())::uuid[])));
-- A learner asks in their own name. NOTE: no update: what was sent stays as it was.
create policy requests_send on requests for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));

grant select on request_turns to chiron_app;
-- Who has it: the same. NOTE: no insert is granted; the database finds who has it next.
create policy request_turns_see on request_turns for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or request_id = any ((select app.held_requests())::uuid[])));

grant select, insert (school_id, request_id, turn, learner_id, from_id, program, counsels, reason) on handovers to chiron_app;
-- A proposed handover, with its reason: the learner, who proposed it, and their office while it has the request. NOTE: not
-- who gets the request by it.
create policy handovers_see on handovers for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or from_id = (select app.person())
    or (select app.may('answer requests')) and request_id = any ((select app.held_requests())::uuid[])
      and exists (select from request_turns t where (t.school_id, t.request_id, t.turn) = (handovers.school_id, handovers.request_id, handovers.turn)
        and t.educator_id is null)));
-- Proposed by who has the request, in their own name.
create policy handovers_propose on handovers for insert to chiron_app with check (
  school_id = (select app.school()) and from_id = (select app.person()) and request_id = any ((select app.held_requests())::uuid[]));

grant select, insert (school_id, request_id, turn, learner_id, agreed) on handover_answers to chiron_app;
-- The learner's yes or no: who reads the handover.
create policy handover_answers_see on handover_answers for select to chiron_app using (
  school_id = (select app.school()) and exists (select from handovers h
    where (h.school_id, h.request_id, h.turn) = (handover_answers.school_id, handover_answers.request_id, handover_answers.turn)));
-- Nobody but the learner agrees.
create policy handover_answers_add on handover_answers for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));

grant select, insert (school_id, request_id, turn, learner_id, from_id, words) on replies to chiron_app;
-- What an educator wrote back: the learner, and who wrote it. NOTE: no office, and not who gets the request next.
create policy replies_see on replies for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or from_id = (select app.person())));
-- By the educator who has the request, in their own name. NOTE: no update: what the learner read stays as it was.
create policy replies_write on replies for insert to chiron_app with check (
  school_id = (select app.school()) and from_id = (select app.person()) and request_id = any ((select app.held_requests())::uuid[])
  and exists (select from request_turns t where (t.school_id, t.request_id, t.turn, t.educator_id)
    = (replies.school_id, replies.request_id, replies.turn, replies.from_id)));

grant select, insert (school_id, request_id, learner_id, closed_by, how) on request_closings to chiron_app;
-- That it is done or taken back: the learner, and who has it.
create policy request_closings_see on request_closings for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or request_id = any ((select app.held_requests())::uuid[])));
-- The learner takes it back, or who has it says that it is done.
create policy request_closings_add on request_closings for insert to chiron_app with check (
  school_id = (select app.school()) and closed_by = (select app.person())
  and (learner_id = (select app.person()) or request_id = any ((select app.held_requests())::uuid[])));

select app.watch('resource_lists', 'resources', 'written_by', '');
select app.watch('requests', 'request', 'request_id', 'learner_id');
select app.watch('handovers', 'handover', 'request_id', 'learner_id');
select app.watch('handover_answers', 'handover', 'request_id', 'learner_id');
select app.watch('replies', 'reply', 'request_id', 'learner_id');
select app.watch('request_closings', 'request', 'request_id', 'learner_id');

-- Turns are written with the request or the answer that causes them, whose event stands for them.
