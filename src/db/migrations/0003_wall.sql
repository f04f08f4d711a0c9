-- The wall: one table, one exclusion constraint. Every duty puts its pair on a side of one or more walls, and the
-- same pair may not stand on two sides of one wall while the cooling-extended days overlap.

-- A set of rules in force for a school, from its day until the next one's day.
create table rulesets (
  school_id uuid not null references schools,
  ruleset int not null check (ruleset > 0),
  -- From this day on; null on the first, which has always been in force.
  from_day date,
  -- The first day of the next one; written with it. Every duty that is stood up locks these rows against that.
  to_day date,
  because text not null,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  constraint "ruleset.newest" primary key (school_id, ruleset),
  foreign key (school_id, made_by) references people
);
comment on constraint "ruleset.newest" on rulesets is 'Somebody changed the rules of the wall meanwhile. Reload, and apply your change to them.';

-- Which duty stands where: rows, so that a standard's next edition is an edit.
create table duty_rules (
  school_id uuid not null,
  ruleset int not null,
  duty text not null check (duty in ('advises', 'counsels', 'coaches', 'mentors', 'assesses', 'supervises', 'conflicts')),
  wall text not null check (wall in ('role', 'assessment', 'observation')),
  side text not null check (side in ('advisor', 'coach', 'mentor', 'support', 'judge', 'closed')),
  cooling_days int not null check (cooling_days between 0 and 3650),
  primary key (school_id, ruleset, duty, wall),
  foreign key (school_id, ruleset) references rulesets,
  -- Whatever a school changes: a declared conflict closes, who judges is no guide, and who guides is no judge.
  constraint "rule.side" check (coalesce(side = case when duty = 'conflicts' then 'closed'
    when wall = 'role' then case duty when 'advises' then 'advisor' when 'counsels' then 'advisor' when 'coaches' then 'coach' when 'mentors' then 'mentor' end
    when duty in ('assesses', 'supervises') then 'judge' else 'support' end, false))
);
comment on constraint "rule.side" on duty_rules is 'This duty cannot stand on that side of this wall: who guides does not judge, and each role has a side of its own.';

-- A duty of an educator toward one learner, toward a class, or (neither given) toward every learner of the school.
create table duties (
  school_id uuid not null,
  duty_id uuid not null default gen_random_uuid(),
  duty text not null check (duty in ('advises', 'counsels', 'coaches', 'mentors', 'assesses', 'supervises', 'conflicts')),
  educator_id uuid not null,
  learner_id uuid,
  class_year int,
  about text not null default '',
  during daterange not null,
  source text not null check (source in ('rotation', 'course', 'committee', 'office', 'relationship', 'declared', 'class')),
  -- What already happened outside is recorded: its conflicts become incidents instead of refusing the row.
  tolerates boolean not null default false,
  -- The relationship whose duty it is: ending the one ends the other.
  relationship_id uuid,
  made_by uuid,
  import_id uuid,
  voided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, duty_id),
  foreign key (school_id, educator_id) references people (school_id, person_id),
  foreign key (school_id, learner_id) references people (school_id, person_id),
  foreign key (school_id, made_by) references people (school_id, person_id),
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids,
  constraint "duty.scope" check (learner_id is null or class_year is null),
  constraint "duty.one-learner" check (learner_id is not null or duty in ('assesses', 'supervises')),
  constraint "duty.self" check (educator_id <> learner_id),
  constraint "duty.days" check (not isempty(during) and not lower_inf(during))
);
comment on constraint "duty.one-learner" on duties is 'Only assessing and supervising may be toward a whole class. Name the learner.';
comment on constraint "duty.self" on duties is 'One person cannot have a duty toward themselves.';
comment on constraint "duty.days" on duties is 'The first day must come before the end.';
create index duties_educator on duties (school_id, educator_id);
create index duties_learner on duties (school_id, learner_id);
create index duties_import on duties (school_id, import_id);
create index duties_day on duties (school_id, lower(during), duty_id);

create table exceptions (
  school_id uuid not null,
  exception_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  educator_id uuid not null,
  wall text not null check (wall in ('role', 'assessment', 'observation')),
  -- A duty that is there, or a relationship that awaits its signatures and has none yet.
  duty_id uuid,
  relationship_id uuid,
  because text not null constraint "exception.because" check (length(because) between 10 and 1000),
  -- Days in [from_day, until): an exception never reaches back.
  from_day date not null,
  until date not null,
  approved_by uuid not null,
  approved_at timestamptz not null default clock_timestamp(),
  constraint "exception.until" check (until > from_day and until <= from_day + 366),
  constraint "exception.what" check ((duty_id is null) <> (relationship_id is null)),
  primary key (school_id, exception_id),
  unique (school_id, exception_id, until),
  foreign key (school_id, learner_id) references people (school_id, person_id),
  foreign key (school_id, educator_id) references people (school_id, person_id),
  foreign key (school_id, duty_id) references duties,
  foreign key (school_id, approved_by) references people (school_id, person_id)
);
comment on constraint "exception.what" on exceptions is 'Name the duty or the relationship that may stand, and only one of them.';
comment on constraint "exception.until" on exceptions is 'An exception ends after its first day and within a year.';
comment on constraint "exception.because" on exceptions is 'Give the reason in 10 to 1,000 characters.';

create table stands (
  school_id uuid not null,
  stand_id uuid not null default gen_random_uuid(),
  lo uuid not null,
  hi uuid not null,
  wall text not null,
  side text not null,
  during daterange not null,
  cooling_days int not null,
  -- The duty goes on under the next ruleset: the end is only a change of rules, and nothing cools off from it.
  continued boolean not null default false,
  blocked daterange generated always as (
    daterange(lower(during), upper(during) + case when continued then 0 else cooling_days end, '[)')) stored,
  -- The latest day of a record that hangs on this stand.
  recorded_to date,
  duty_id uuid not null,
  duty text not null,
  ruleset int not null,
  exception_id uuid,
  exception_until date,
  voided_by uuid,
  -- Part of a key that records hang on: voiding a stand under a record breaks that key and is refused.
  live boolean generated always as (voided_by is null) stored,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, stand_id),
  unique (school_id, stand_id, lo, hi, side, live),
  foreign key (school_id, lo) references people (school_id, person_id),
  foreign key (school_id, hi) references people (school_id, person_id),
  foreign key (school_id, duty_id) references duties,
  foreign key (school_id, ruleset, duty, wall) references duty_rules (school_id, ruleset, duty, wall),
  foreign key (school_id, exception_id, exception_until) references exceptions (school_id, exception_id, until),
  foreign key (school_id, voided_by) references voids,
  constraint "stand.pair" check (lo < hi),
  constraint "stand.days" check (not isempty(during) and not lower_inf(during)),
  constraint "stand.recorded" check (recorded_to is null or upper_inf(during) or upper(during) > recorded_to),
  constraint "stand.exception" check (
    (exception_id is null) = (exception_until is null) and (exception_id is null or upper(during) <= exception_until)),
  constraint "wall.one-side" exclude using gist (
    school_id with =, lo with =, hi with =, wall with =, side with <>, blocked with &&)
    where (voided_by is null and exception_id is null)
);
comment on constraint "stand.recorded" on stands is 'An assessment is recorded on a later day of this duty, so it cannot end before it.';
-- What stands between two people: read for every stand that comes to be, so it must be found by the whole pair.
create index stands_pair on stands (lo, hi, wall);
create index stands_hi on stands (school_id, hi);
create index stands_duty on stands (school_id, duty_id, lo, hi);
create index stands_day on stands (school_id, lower(during), stand_id);

-- Who assessed whom, when, by which source; never a grade, never text. The key to a judge's stand makes
-- "my mentor graded me" a row that cannot exist.
create table assessments (
  school_id uuid not null,
  assessment_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  assessor_id uuid not null,
  on_day date not null,
  source text not null default '',
  source_id text not null,
  stand_id uuid not null,
  lo uuid not null generated always as (least(learner_id, assessor_id)) stored,
  hi uuid not null generated always as (greatest(learner_id, assessor_id)) stored,
  side text not null generated always as ('judge') stored,
  live boolean not null generated always as (true) stored,
  import_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, assessment_id),
  constraint "assessment.recorded" unique (school_id, source, source_id),
  foreign key (school_id, learner_id) references people (school_id, person_id),
  foreign key (school_id, assessor_id) references people (school_id, person_id),
  foreign key (school_id, import_id) references imports,
  constraint "assessment.judge" foreign key (school_id, stand_id, lo, hi, side, live)
    references stands (school_id, stand_id, lo, hi, side, live)
);
comment on constraint "assessment.judge" on assessments is 'A record of an assessment hangs on this stand, so it cannot be taken out of force.';
comment on constraint "assessment.recorded" on assessments is 'This assessment is already recorded.';
create index assessments_stand on assessments (school_id, stand_id);

-- A breach that already happened outside, or that a roster brought: never dropped, never a crash.
create table incidents (
  school_id uuid not null,
  incident_id uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  educator_id uuid not null,
  wall text not null,
  during daterange not null,
  kind text not null check (kind in ('duty', 'relationship', 'assessment')),
  duty_id uuid,
  duty text not null,
  against_id uuid,
  relationship_id uuid,
  on_day date,
  -- Of an assessment that no duty permits: where it came from.
  source text,
  source_id text,
  import_id uuid,
  voided_by uuid,
  found_at timestamptz not null default clock_timestamp(),
  primary key (school_id, incident_id),
  foreign key (school_id, learner_id) references people (school_id, person_id),
  foreign key (school_id, educator_id) references people (school_id, person_id),
  foreign key (school_id, duty_id) references duties,
  foreign key (school_id, against_id) references stands,
  foreign key (school_id, import_id) references imports,
  foreign key (school_id, voided_by) references voids
);
create unique index "incident.recorded" on incidents (school_id, source, source_id) where kind = 'assessment' and voided_by is null;
comment on index "incident.recorded" is 'This assessment is already noted as an incident.';
create index incidents_duty on incidents (school_id, duty_id);
create index incidents_against on incidents (school_id, against_id);
create index incidents_relationship on incidents (school_id, relationship_id) where relationship_id is not null;
create index incidents_pair on incidents (school_id, learner_id, educator_id);
create index incidents_educator on incidents (school_id, educator_id);
create table incident_closures (
  school_id uuid not null,
  incident_id uuid not null,
  outcome text not null check (outcome in ('reassigned', 'ended', 'excepted', 'mistaken', 'past')),
  -- Null when it closed by itself, because a relationship ended: who ended that is nobody else's business.
  closed_by uuid,
  closed_at timestamptz not null default clock_timestamp(),
  constraint "incident.closed" primary key (school_id, incident_id),
  foreign key (school_id, incident_id) references incidents,
  foreign key (school_id, closed_by) references people (school_id, person_id)
);
comment on constraint "incident.closed" on incident_closures is 'Somebody has already closed this incident.';
-- The incidents that are open, of those that the reader sees.
create view open_incidents with (security_invoker) as
  select * from incidents i where voided_by is null
    and not exists (select from incident_closures c where (c.school_id, c.incident_id) = (i.school_id, i.incident_id));
