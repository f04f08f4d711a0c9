-- Goals (coaching): what a learner wants to reach, in their own words; its steps, evidence, ratings and check-ins, all theirs;
-- what their coach asks and says about it; their learning plan, every version of it; and its links outward.

-- NOTE: no column in this file holds what anybody else thinks of how well a learner does.
create table goals (
  school_id uuid not null,
  goal_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  words text not null constraint "goal.words" check (length(words) between 1 and 300),
  -- Why it matters to them, how they will see that they are there, and what in their work it serves.
  matters text not null default '' check (length(matters) <= 1000),
  measure text not null default '' check (length(measure) <= 500),
  serves text not null default '' check (length(serves) <= 500),
  due_on date,
  -- Wish is the goal itself; the best that comes of it, what in themselves stands in the way, and if that, then what.
  outcome text not null default '' check (length(outcome) <= 500),
  obstacle text not null default '' check (length(obstacle) <= 500),
  if_then text not null default '' check (length(if_then) <= 500),
  -- A milestone or an activity of their curriculum, where they want to name one.
  milestone text not null default '' check (length(milestone) <= 200),
  state text not null default 'open' check (state in ('open', 'reached', 'let go')),
  -- How often it was written: another one by now is refused.
  version int not null default 1 check (version > 0),
  made_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (school_id, goal_id),
  -- What belongs to a goal belongs to its learner.
  unique (school_id, goal_id, learner_id),
  foreign key (school_id, learner_id) references learners
);
comment on constraint "goal.words" on goals is 'Write the goal in 1 to 300 characters.';
create index goals_learner on goals (school_id, learner_id);

create table goal_steps (
  school_id uuid not null,
  goal_id uuid not null,
  step_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  words text not null check (length(words) between 1 and 300),
  due_on date,
  added_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  struck_at timestamptz,
  primary key (school_id, goal_id, step_id),
  foreign key (school_id, goal_id, learner_id) references goals (school_id, goal_id, learner_id)
);

-- A link, or a file whose bytes stand beside it, so that lists of evidence never carry them.
create table goal_evidence (
  school_id uuid not null,
  goal_id uuid not null,
  evidence_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  link text check (length(link) <= 2000 and link ~ '^https?://'),
  file_type text check (file_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  file_bytes int,
  added_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  primary key (school_id, goal_id, evidence_id),
  unique (school_id, evidence_id, learner_id),
  foreign key (school_id, goal_id, learner_id) references goals (school_id, goal_id, learner_id),
  check ((link is null) = (file_type is not null) and (file_type is null) = (file_bytes is null))
);

create table goal_files (
  school_id uuid not null,
  evidence_id uuid not null,
  learner_id uuid not null,
  -- Null once the learner took the file away: nothing of it is kept.
  content bytea constraint "goal.file-size" check (length(content) between 1 and 5 * 1024 * 1024),
  primary key (school_id, evidence_id),
  foreign key (school_id, evidence_id, learner_id) references goal_evidence (school_id, evidence_id, learner_id)
);
comment on constraint "goal.file-size" on goal_files is 'A file has at most 5 MB. Send a smaller one, or a link to it.';

-- How close the learner finds themselves, from 0 to 10, as often as they like. NOTE: by nobody else; there is no column for whom.
create table goal_ratings (
  school_id uuid not null,
  goal_id uuid not null,
  rating_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  score int not null constraint "goal.rating" check (score between 0 and 10),
  -- For which day: today, or one that they look back at.
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, goal_id, rating_id),
  foreign key (school_id, goal_id, learner_id) references goals (school_id, goal_id, learner_id)
);
comment on constraint "goal.rating" on goal_ratings is 'Choose a number from 0 to 10.';

-- How it goes, in the learner's own words.
create table goal_checkins (
  school_id uuid not null,
  goal_id uuid not null,
  checkin_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, goal_id, checkin_id),
  foreign key (school_id, goal_id, learner_id) references goals (school_id, goal_id, learner_id)
);

-- What the coach asks or says. The learner answers in a check-in, or does not.
create table goal_comments (
  school_id uuid not null,
  goal_id uuid not null,
  comment_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  author_id uuid not null,
  kind text not null check (kind in ('question', 'comment')),
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, goal_id, comment_id),
  foreign key (school_id, goal_id, learner_id) references goals (school_id, goal_id, learner_id),
  foreign key (school_id, author_id) references educators
);

-- The individualized learning plan: a row a version, never changed, with the goals as they stood that day.
create table learning_plans (
  school_id uuid not null,
  learner_id uuid not null,
  -- More than one a week in four years.
  version int not null check (version > 0) constraint "learning-plan.most" check (version <= 300),
  -- In the shape of goals/learning-plan.ts.
  body jsonb not null check (length(body::text) <= 500000),
  written_at timestamptz not null default clock_timestamp(),
  constraint "learning-plan.version" primary key (school_id, learner_id, version),
  foreign key (school_id, learner_id) references learners
);
comment on constraint "learning-plan.version" on learning_plans is 'You saved a newer version meanwhile. Reload, and apply your change to that one.';
comment on constraint "learning-plan.most" on learning_plans is 'Your learning plan has 300 versions, which is the most. All of them stay. Write what changes from now on into your goals and their check-ins.';

-- A link that shows one version to whoever has it.
create table plan_links (
  school_id uuid not null,
  link_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  version int not null,
  -- For whom, as the learner notes it for themselves; whoever opens the link does not read it.
  label text not null check (length(label) between 1 and 120),
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null constraint "plan-link.days" check (expires_at between made_at and made_at + interval '181 days'),
  withdrawn_at timestamptz,
  primary key (school_id, link_id),
  unique (school_id, link_id, learner_id),
  foreign key (school_id, learner_id, version) references learning_plans
);
comment on constraint "plan-link.days" on plan_links is 'A link holds for 1 to 180 days.';
create index plan_links_learner on plan_links (school_id, learner_id);

-- Apart, since policies hide rows and not columns: the secret itself is kept nowhere, and nobody reads even its hash.
create table plan_link_secrets (
  school_id uuid not null,
  link_id uuid not null,
  learner_id uuid not null,
  secret_hash bytea not null,
  primary key (school_id, link_id),
  foreign key (school_id, link_id, learner_id) references plan_links (school_id, link_id, learner_id)
);
create unique index plan_link_secrets_hash on plan_link_secrets (secret_hash);

do $$ declare t text; begin
  foreach t in array array['goals', 'goal_steps', 'goal_evidence', 'goal_files', 'goal_ratings', 'goal_checkins', 'goal_comments',
    'learning_plans', 'plan_links', 'plan_link_secrets'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on learning_plans, plan_links, plan_link_secrets to chiron_reader;
grant select on plan_links to chiron_keeper;
grant select, insert on plan_link_secrets to chiron_keeper;
-- What a link shows is put together here, for the server alone.
create policy learning_plans_reader on learning_plans for select to chiron_reader using (true);
-- Whether it still holds.
create policy plan_links_reader on plan_links for select to chiron_reader using (true);
-- And by what it is known.
create policy plan_link_secrets_reader on plan_link_secrets for select to chiron_reader using (true);
-- Whose link gets a secret.
create policy plan_links_keeper on plan_links for select to chiron_keeper using (true);
-- It gets one, once.
create policy plan_link_secrets_keeper on plan_link_secrets to chiron_keeper using (true) with check (true);

set local role chiron_reader;
-- The learners whose coach the asker is, while that relationship is in force. NOTE: not an advisor, not a mentor.
create function app.coachees() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := app.school();
  me uuid := app.person();
  theirs uuid[];
begin
  select coalesce(array_agg(learner_id), '{}') into theirs from relationships
    where school_id = here and educator_id = me and program = 'coaching' and started_on is not null and ended_on is null and voided_by is null;
  return theirs;
end $$;

-- What a link shows: no row for one that is wrong, over or taken back, or whose learner left.
create function app.plan_behind(hash bytea) returns table (learner text, version int, body jsonb, written_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.given_name || ' ' || p.family_name, l.version, l.body, l.written_at, k.expires_at
  from plan_link_secrets s
  join plan_links k on (k.school_id, k.link_id) = (s.school_id, s.link_id) and k.withdrawn_at is null and k.expires_at > clock_timestamp()
  join learning_plans l on (l.school_id, l.learner_id, l.version) = (k.school_id, k.learner_id, k.version)
  join people p on (p.school_id, p.person_id) = (k.school_id, k.learner_id) and p.voided_by is null and p.left_on is null
  where app.steward() and s.secret_hash = hash $$;
reset role;

set local role chiron_keeper;
-- Gives a link of the asker's own its secret. One that has it keeps it, and a key gives none.
create function app.seal_plan_link(link uuid, hash bytea) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.in_person() then
    raise exception 'Do this where you are signed in yourself; a key does not.' using constraint = 'key.in-person';
  end if;
  insert into plan_link_secrets (school_id, link_id, learner_id, secret_hash)
  select k.school_id, k.link_id, k.learner_id, hash from plan_links k
  where k.school_id = app.school() and k.learner_id = app.person() and k.link_id = link
  on conflict (school_id, link_id) do nothing;
end $$;

-- A learner shows few others their plan at a time, and a program that makes links without end makes no more than these.
-- The lock keeps two of one learner from passing together.
create function app.guard_plan_links() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare holding int; made int; begin
  perform pg_advisory_xact_lock(hashtextextended('plan-link.most ' || new.learner_id, 0));
  select count(*) filter (where withdrawn_at is null and expires_at > clock_timestamp()), count(*) into holding, made from plan_links
    where (school_id, learner_id) = (new.school_id, new.learner_id) and made_at > clock_timestamp() - interval '365 days';
  if holding >= 20 then
    raise exception 'You have 20 links that hold, which is the most. Take one of them back first.' using constraint = 'plan-link.most';
  end if;
  if made >= 200 then
    raise exception 'You made 200 links within a year, which is the most. Give one that holds to several people.' using constraint = 'plan-link.year';
  end if;
  return new;
end $$;

-- The learner is told that there is something to read: neither by whom, nor about what.
create function app.mail_comment() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_one(new.school_id, new.learner_id, 'goal-comment', new.goal_id, new.comment_id::text, clock_timestamp());
  return null;
end $$;
reset role;
revoke all on function app.coachees(), app.plan_behind(bytea), app.seal_plan_link(uuid, bytea), app.guard_plan_links(), app.mail_comment() from public;
grant execute on function app.coachees(), app.seal_plan_link(uuid, bytea) to chiron_app;
grant execute on function app.plan_behind(bytea) to chiron_steward;
create trigger plan_links_guard before insert on plan_links for each row execute function app.guard_plan_links();
create trigger goal_comments_mail after insert on goal_comments for each row execute function app.mail_comment();

-- NOTE: the moment of a row is the database's, so no grant names it. No delete: what is taken away is struck, a file emptied.
grant select on goals, goal_steps, goal_evidence, goal_files, goal_ratings, goal_checkins, goal_comments, learning_plans, plan_links to chiron_app;
grant insert (school_id, goal_id, learner_id, words, matters, measure, serves, due_on, outcome, obstacle, if_then, milestone) on goals to chiron_app;
grant update (words, matters, measure, serves, due_on, outcome, obstacle, if_then, milestone, state, version, changed_at) on goals to chiron_app;
grant insert (school_id, goal_id, step_id, learner_id, words, due_on), update (done_at, struck_at) on goal_steps to chiron_app;
grant insert (school_id, goal_id, evidence_id, learner_id, title, link, file_type, file_bytes), update (struck_at) on goal_evidence to chiron_app;
grant insert, update (content) on goal_files to chiron_app;
grant insert (school_id, goal_id, rating_id, learner_id, score, on_day) on goal_ratings to chiron_app;
grant insert (school_id, goal_id, checkin_id, learner_id, words) on goal_checkins to chiron_app;
grant insert (school_id, goal_id, comment_id, learner_id, author_id, kind, words) on goal_comments to chiron_app;
grant insert (school_id, learner_id, version, body) on learning_plans to chiron_app;
grant insert (school_id, link_id, learner_id, version, label, expires_at), update (withdrawn_at) on plan_links to chiron_app;

-- A goal: the learner, and who coaches them today. NOTE: no office, no advisor, no mentor, no former coach.
create policy goals_see on goals for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- The learner alone writes it.
create policy goals_write on goals for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- And changes it. NOTE: no coach does.
create policy goals_change on goals for update to chiron_app
  using (school_id = (select app.school()) and learner_id = (select app.person())) with check (school_id = (select app.school()) and learner_id = (select app.person()));

-- Its steps: the same readers.
create policy goal_steps_see on goal_steps for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- The learner writes them.
create policy goal_steps_write on goal_steps for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- And says that one is done, or strikes it.
create policy goal_steps_change on goal_steps for update to chiron_app
  using (school_id = (select app.school()) and learner_id = (select app.person())) with check (school_id = (select app.school()) and learner_id = (select app.person()));

-- Its evidence: the same readers.
create policy goal_evidence_see on goal_evidence for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- The learner adds it.
create policy goal_evidence_add on goal_evidence for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- And takes it away.
create policy goal_evidence_strike on goal_evidence for update to chiron_app
  using (school_id = (select app.school()) and learner_id = (select app.person())) with check (school_id = (select app.school()) and learner_id = (select app.person()));

-- What is in a file: the same readers.
create policy goal_files_see on goal_files for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- The learner brings it.
create policy goal_files_add on goal_files for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- And empties it.
create policy goal_files_empty on goal_files for update to chiron_app
  using (school_id = (select app.school()) and learner_id = (select app.person())) with check (school_id = (select app.school()) and learner_id = (select app.person()) and content is null);

-- How the learner rates themself: the same readers.
create policy goal_ratings_see on goal_ratings for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- By the learner alone. NOTE: no update, no delete: a line over time is not made smoother.
create policy goal_ratings_rate on goal_ratings for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));

-- Check-ins: the same readers.
create policy goal_checkins_see on goal_checkins for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- In the learner's own name. NOTE: no update, no delete.
create policy goal_checkins_write on goal_checkins for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));

-- What a coach wrote: the learner always, and its author while they coach the learner. NOTE: not the next coach, for whom it
-- was not written.
create policy goal_comments_see on goal_comments for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person())
    or (author_id = (select app.person()) and learner_id = any ((select app.coachees())::uuid[]))));
-- The coach writes in their own name. NOTE: no update, no delete.
create policy goal_comments_write on goal_comments for insert to chiron_app with check (
  school_id = (select app.school()) and author_id = (select app.person()) and learner_id = any ((select app.coachees())::uuid[]));

-- Versions of a learning plan: the learner, and who coaches them today. Anybody else only by a link of the learner's.
create policy learning_plans_see on learning_plans for select to chiron_app using (
  school_id = (select app.school()) and (learner_id = (select app.person()) or learner_id = any ((select app.coachees())::uuid[])));
-- The learner writes the next one. NOTE: no update, no delete: every version is kept.
create policy learning_plans_write on learning_plans for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));

-- Links outward: the learner alone knows which there are. NOTE: not the coach.
create policy plan_links_see on plan_links for select to chiron_app using (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- The learner makes them.
create policy plan_links_make on plan_links for insert to chiron_app with check (
  school_id = (select app.school()) and learner_id = (select app.person()));
-- And takes them back.
create policy plan_links_withdraw on plan_links for update to chiron_app
  using (school_id = (select app.school()) and learner_id = (select app.person())) with check (school_id = (select app.school()) and learner_id = (select app.person()));

-- NOTE: nobody reads plan_link_secrets; app.plan_behind looks them up for the server. What is in a file, and a secret, come
-- with a row whose event stands for them.
select app.watch('goals', 'goal', 'goal_id', 'learner_id');
select app.watch('goal_steps', 'goal', 'goal_id', 'learner_id');
select app.watch('goal_evidence', 'goal', 'goal_id', 'learner_id');
select app.watch('goal_ratings', 'goal', 'goal_id', 'learner_id');
select app.watch('goal_checkins', 'goal', 'goal_id', 'learner_id');
select app.watch('goal_comments', 'goal comment', 'goal_id', 'learner_id');
select app.watch('learning_plans', 'learning plan', 'learner_id', 'learner_id');
select app.watch('plan_links', 'learning plan link', 'link_id', 'learner_id');
