-- Runs of the match and what they propose. Nobody but the office knows of a run before a director approves it.

create table runs (
  school_id uuid not null references schools,
  run_id uuid not null default gen_random_uuid(),
  program text not null check (program in ('advising', 'coaching', 'mentoring')),
  name text not null constraint "run.name" check (length(name) between 1 and 120),
  -- Where its pins came from: a scenario of another run, or the rest after a decline.
  based_on uuid,
  -- Objective, weights, pins, forbidden pairs and what-ifs, in the shape of matching/run.ts.
  settings jsonb not null,
  -- The figures, in the shape of matching/run.ts.
  outcome jsonb not null,
  -- Arcs, pairs and prices, in the shape of matching/certificate.ts: enough for anyone to check the result again.
  certificate jsonb not null,
  fingerprint text not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (school_id, run_id),
  foreign key (school_id, based_on) references runs,
  foreign key (school_id, made_by) references people
);
comment on constraint "run.name" on runs is 'Give the run a name of 1 to 120 characters.';
create index runs_newest on runs (school_id, program, made_at desc);

create table proposals (
  school_id uuid not null,
  run_id uuid not null,
  learner_id uuid not null,
  educator_id uuid not null,
  -- The pair is together already, and stays so.
  kept boolean not null default false,
  primary key (school_id, run_id, learner_id),
  foreign key (school_id, run_id) references runs,
  foreign key (school_id, learner_id) references learners,
  foreign key (school_id, educator_id) references educators
);
create index proposals_educator on proposals (school_id, educator_id);
create index proposals_learner on proposals (school_id, learner_id);

-- What carried a proposal: it tells of the learner's wishes and needs, so its audience is not the educator.
create table proposal_scores (
  school_id uuid not null,
  run_id uuid not null,
  learner_id uuid not null,
  score int not null check (score between 0 and 10000),
  -- The points of each part, in the shape of matching/score.ts.
  parts jsonb not null,
  pinned boolean not null default false,
  primary key (school_id, run_id, learner_id),
  foreign key (school_id, run_id, learner_id) references proposals
);

-- A learner without a proposal: why, and what single change would help.
create table gaps (
  school_id uuid not null,
  run_id uuid not null,
  learner_id uuid not null,
  reasons jsonb not null,
  primary key (school_id, run_id, learner_id),
  foreign key (school_id, run_id) references runs,
  foreign key (school_id, learner_id) references learners
);

create table run_approvals (
  school_id uuid not null,
  run_id uuid not null,
  approved_by uuid not null,
  approved_at timestamptz not null default clock_timestamp(),
  answer_by date not null,
  constraint "run.approved" primary key (school_id, run_id),
  foreign key (school_id, run_id) references runs,
  foreign key (school_id, approved_by) references people (school_id, person_id)
);
comment on constraint "run.approved" on run_approvals is 'This run has already been approved.';

create table answers (
  school_id uuid not null,
  run_id uuid not null,
  learner_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('accept', 'decline')),
  -- A declared conflict reads "unavailable" here, as leave does: its own duty row says more, to who declared it only.
  reason text check (reason in ('no time now', 'another would fit better', 'other', 'unavailable')),
  at timestamptz not null default clock_timestamp(),
  constraint "answer.given" primary key (school_id, run_id, learner_id, person_id),
  foreign key (school_id, run_id, learner_id) references proposals,
  foreign key (school_id, person_id) references people,
  check ((answer = 'decline') = (reason is not null))
);
comment on constraint "answer.given" on answers is 'You have already answered this proposal.';

-- An open proposal that can no longer come to be: the learner has somebody in the program, one of the two has left, or
-- they are together in another program. Written by the database alone, with what brought it.
create table withdrawals (
  school_id uuid not null,
  withdrawal_id uuid not null default gen_random_uuid(),
  run_id uuid not null,
  learner_id uuid not null,
  because text not null check (because in ('provided', 'left', 'other lane')),
  import_id uuid,
  voided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, withdrawal_id),
  foreign key (school_id, run_id, learner_id) references proposals,
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
create unique index "proposal.withdrawn" on withdrawals (school_id, run_id, learner_id) where voided_by is null;
comment on index "proposal.withdrawn" is 'This proposal was withdrawn: what your school has on record has changed, so it cannot come to be any more. You need not do anything.';
create index withdrawals_import on withdrawals (school_id, import_id) where import_id is not null;
-- The proposals that the two were asked about and that can still come to be, of those that the reader sees: `given` answers
-- of two, and whether one of them was a no. A kept pair is asked nothing.
create view asked_proposals with (security_invoker) as
  select p.school_id, p.run_id, p.learner_id, p.educator_id, r.program, r.name as run_name, v.answer_by, v.approved_at,
    (select count(*)::int from answers a where (a.school_id, a.run_id, a.learner_id) = (p.school_id, p.run_id, p.learner_id)) as given,
    exists (select from answers a where (a.school_id, a.run_id, a.learner_id) = (p.school_id, p.run_id, p.learner_id) and a.answer = 'decline') as declined
  from run_approvals v join runs r using (school_id, run_id) join proposals p using (school_id, run_id)
  where not p.kept
    and not exists (select from withdrawals w where (w.school_id, w.run_id, w.learner_id) = (p.school_id, p.run_id, p.learner_id) and w.voided_by is null);

alter table runs enable row level security;
alter table runs force row level security;
alter table proposals enable row level security;
alter table proposals force row level security;
alter table proposal_scores enable row level security;
alter table proposal_scores force row level security;
alter table gaps enable row level security;
alter table gaps force row level security;
alter table run_approvals enable row level security;
alter table run_approvals force row level security;
alter table answers enable row level security;
alter table answers force row level security;
alter table withdrawals enable row level security;
alter table withdrawals force row level security;

grant select on runs, proposals, run_approvals, answers, withdrawals to chiron_reader, chiron_keeper;
grant select on asked_proposals to chiron_keeper, chiron_app;
grant insert, update (voided_by) on withdrawals to chiron_keeper;
-- Policies ask which runs are approved and who was proposed to whom.
create policy runs_reader on runs for select to chiron_reader, chiron_keeper using (true);
-- Policies ask which runs are approved and who was proposed to whom.
create policy proposals_reader on proposals for select to chiron_reader, chiron_keeper using (true);
-- Policies ask which runs are approved and who was proposed to whom.
create policy run_approvals_reader on run_approvals for select to chiron_reader, chiron_keeper using (true);
-- What came of a proposal follows from both answers, while each is read by its author alone.
create policy answers_reader on answers for select to chiron_reader, chiron_keeper using (true);
-- What came of a proposal: that it was withdrawn, not why.
create policy withdrawals_reader on withdrawals for select to chiron_reader using (true);
-- The database withdraws, and an import's undo takes that back.
create policy withdrawals_derive on withdrawals to chiron_keeper using (true) with check (true);

set local role chiron_reader;
-- Approved runs that propose something to the asker.
create function app.my_runs() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  mine uuid[];
begin
  -- Two conditions, not "me in (...)": each of them has its index.
  select coalesce(array_agg(distinct p.run_id), '{}') into mine from proposals p join run_approvals using (school_id, run_id)
    where p.school_id = here and (p.learner_id = me or p.educator_id = me);
  return mine;
end $$;

-- What has come of the asker's own proposals: agreed when both accepted, closed when one declined, withdrawn, else open.
-- With the name of the other of the two, which is no news to either, whatever came of it.
create function app.my_proposals() returns table (run_id uuid, learner_id uuid, educator_id uuid, other_name text, state text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.run_id, p.learner_id, p.educator_id,
    (select o.given_name || ' ' || o.family_name from people o where o.school_id = p.school_id
      and o.person_id = case when p.learner_id = (select app.person()) then p.educator_id else p.learner_id end),
    case when count(a) filter (where a.answer = 'decline') > 0 then 'closed' when count(a) = 2 then 'agreed'
      when exists (select from withdrawals w where (w.school_id, w.run_id, w.learner_id) = (p.school_id, p.run_id, p.learner_id) and w.voided_by is null) then 'withdrawn'
      else 'open' end
  from proposals p join run_approvals using (school_id, run_id) left join answers a using (school_id, run_id, learner_id)
  where p.school_id = (select app.school()) and not p.kept
    and (p.learner_id = (select app.person()) or p.educator_id = (select app.person()))
  group by p.school_id, p.run_id, p.learner_id, p.educator_id $$;

-- The program of each run that proposes something to the asker: all that the two learn of the run itself.
create function app.my_run_programs() returns table (run_id uuid, program text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.run_id, r.program from runs r where r.school_id = app.school() and r.run_id = any ((select app.my_runs())::uuid[]) $$;
reset role;
revoke all on function app.my_runs(), app.my_proposals(), app.my_run_programs() from public;
grant execute on function app.my_runs(), app.my_proposals(), app.my_run_programs() to chiron_app, chiron_reader;

grant select, insert on runs, proposals, proposal_scores, gaps to chiron_app;
-- A run is the office's working paper. NOTE: not even those it concerns see it; they see their own proposal.
create policy runs_office on runs for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches'))));
-- Made in one's own name.
create policy runs_add on runs for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('run matches')) and made_by = (select app.person()));
-- The office sees every proposal; the two see theirs once a director approved the run.
create policy proposals_see on proposals for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches'))
    or (run_id = any ((select app.my_runs())::uuid[]) and (learner_id = (select app.person()) or educator_id = (select app.person())))));
-- Only a run writes proposals. NOTE: none is changed or removed; another run is made instead.
create policy proposals_add on proposals for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('run matches')));
-- What carried a proposal: the office, and once it is approved the learner. NOTE: never the educator, whom the learner may not have wished.
create policy proposal_scores_see on proposal_scores for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches'))
    or (run_id = any ((select app.my_runs())::uuid[]) and learner_id = (select app.person()))));
-- Written with the proposal.
create policy proposal_scores_add on proposal_scores for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('run matches')));
-- Reasons for a gap name other people's places: the office only.
create policy gaps_office on gaps for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches'))));
-- Only a run writes gaps.
create policy gaps_add on gaps for insert to chiron_app with check (school_id = (select app.school()) and (select app.may('run matches')));

grant select, insert on run_approvals to chiron_app;
-- The office, and those who have a proposal to answer, see until when.
create policy run_approvals_see on run_approvals for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches')) or run_id = any ((select app.my_runs())::uuid[])));
-- Approved in one's own name, never by who may only run matches.
create policy run_approvals_add on run_approvals for insert to chiron_app with check (
  school_id = (select app.school()) and (select app.may('approve matches')) and approved_by = (select app.person()));

grant select, insert on answers to chiron_app;
-- Your own answer with its reason, and the office's view. NOTE: the other of the pair learns only what comes of it.
create policy answers_see on answers for select to chiron_app using (
  school_id = (select app.school()) and (person_id = (select app.person()) or (select app.may('run matches'))));
-- One answers for oneself, about a proposal made to oneself.
create policy answers_add on answers for insert to chiron_app with check (
  school_id = (select app.school()) and person_id = (select app.person()) and run_id = any ((select app.my_runs())::uuid[])
  and exists (select from proposals p where (p.school_id, p.run_id, p.learner_id) = (answers.school_id, answers.run_id, answers.learner_id)
    and (select app.person()) in (p.learner_id, p.educator_id)));

grant select on withdrawals to chiron_app;
-- Why a proposal was withdrawn may tell of the other of the two: the office. NOTE: the two learn that it was, from
-- app.my_proposals. Nobody writes it by a request.
create policy withdrawals_office on withdrawals for select to chiron_app using (
  school_id = (select app.school()) and ((select app.may('run matches')) or (select app.may('approve matches'))));

select app.watch('runs', 'run', 'run_id', '');
select app.watch('run_approvals', 'approval', 'run_id', '');
select app.watch('answers', 'answer', 'run_id', '');
select app.watch('withdrawals', 'withdrawal', 'withdrawal_id', 'learner_id');

-- Proposals and gaps are written with their run, whose event stands for them.
