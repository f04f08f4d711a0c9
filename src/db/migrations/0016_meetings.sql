-- Meetings: when somebody has time, what the two agreed on, and what came of it. Every act is a row; from the acts the
-- database derives the meeting and the times that it holds, so that nobody can be asked to be at two places at once.

-- When an educator has time, as wall times of their own zone: these stay what they are when clocks change.
create table availabilities (
  school_id uuid not null,
  educator_id uuid not null,
  time_zone text not null check (length(time_zone) between 1 and 60),
  -- How long a meeting takes.
  minutes int not null constraint "availability.minutes" check (minutes between 10 and 240),
  -- In the shapes of meetings/availability.ts.
  hours jsonb not null,
  exceptions jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (school_id, educator_id),
  foreign key (school_id, educator_id) references educators
);
comment on constraint "availability.minutes" on availabilities is 'A meeting takes 10 to 240 minutes.';

-- What a meeting has come to; derived from its acts.
create table meetings (
  school_id uuid not null,
  meeting_id uuid not null,
  relationship_id uuid not null,
  -- An educator with several of their learners: each has a meeting of their own in it.
  group_id uuid,
  state text not null check (state in ('proposed', 'confirmed', 'cancelled', 'held', 'not held')),
  -- How many acts it rests on. The next one names the number after it, so that of two at once one is refused.
  acts int not null,
  -- As RFC 5545 counts: up with each new time, and with the cancellation.
  sequence int not null,
  proposed_by uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The zone in whose wall times it was agreed.
  time_zone text not null,
  mode text not null,
  place text not null,
  minutes int,
  next_step text,
  changed_at timestamptz not null,
  primary key (school_id, meeting_id),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, proposed_by) references people (school_id, person_id)
);
create index meetings_relationship on meetings (school_id, relationship_id, starts_at);
create index meetings_group on meetings (school_id, group_id) where group_id is not null;

create table meeting_acts (
  school_id uuid not null,
  meeting_id uuid not null,
  number int not null check (number > 0),
  relationship_id uuid not null,
  group_id uuid,
  act text not null check (act in ('propose', 'move', 'confirm', 'cancel', 'log', 'record')),
  -- Null where the database cancels what an ended relationship had planned.
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  starts_at timestamptz,
  ends_at timestamptz,
  time_zone text,
  mode text check (mode in ('in person', 'video', 'phone')),
  place text constraint "meeting.place" check (length(place) <= 300),
  held boolean,
  minutes int constraint "meeting.minutes" check (minutes between 1 and 720),
  next_step text constraint "meeting.next-step" check (length(next_step) between 1 and 500),
  constraint "meeting.changed" primary key (school_id, meeting_id, number),
  foreign key (school_id, relationship_id) references relationships,
  foreign key (school_id, by_id) references people (school_id, person_id),
  constraint "meeting.span" check (ends_at between starts_at + interval '5 minutes' and starts_at + interval '12 hours'),
  check (act in ('propose', 'move', 'record') = (starts_at is not null and ends_at is not null and time_zone is not null and mode is not null and place is not null)),
  check ((act in ('log', 'record')) = (held is not null)),
  check (coalesce(held, false) = (minutes is not null))
);
comment on constraint "meeting.changed" on meeting_acts is 'The other of you changed this meeting meanwhile. Look at it again.';
comment on constraint "meeting.span" on meeting_acts is 'A meeting takes 5 minutes to 12 hours.';
comment on constraint "meeting.place" on meeting_acts is 'Say in at most 300 characters where you meet.';
comment on constraint "meeting.minutes" on meeting_acts is 'Say in 1 to 720 minutes how long you met.';
comment on constraint "meeting.next-step" on meeting_acts is 'Keep the next step to 500 characters.';

-- The times that are taken: from the first proposal on, so that what was offered is not given away before the answer.
create table meeting_holds (
  school_id uuid not null,
  -- The meeting's, or its group's: an educator is at a group meeting once.
  hold_id uuid not null,
  person_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  is_freed boolean not null default false,
  primary key (school_id, hold_id, person_id),
  foreign key (school_id, person_id) references people (school_id, person_id),
  constraint "meeting.taken" exclude using gist (school_id with =, person_id with =, during with &&) where (not is_freed)
);
comment on constraint "meeting.taken" on meeting_holds is 'One of you is not free at that time. Choose another one.';

-- What each wants to talk about.
create table agenda_lines (
  school_id uuid not null,
  line_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  written_by uuid not null,
  words text not null constraint "agenda.words" check (length(words) between 1 and 300),
  written_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  primary key (school_id, line_id),
  foreign key (school_id, meeting_id) references meetings,
  foreign key (school_id, written_by) references people (school_id, person_id)
);
comment on constraint "agenda.words" on agenda_lines is 'Write a line of 1 to 300 characters.';
create index agenda_lines_meeting on agenda_lines (school_id, meeting_id);

-- What a talk turned into, by the educator for themselves.
create table talk_marks (
  school_id uuid not null,
  meeting_id uuid not null,
  educator_id uuid not null,
  became text[] not null check (cardinality(became) > 0 and became <@ array['advising', 'coaching', 'mentoring']),
  marked_at timestamptz not null default clock_timestamp(),
  primary key (school_id, meeting_id),
  foreign key (school_id, meeting_id) references meetings,
  foreign key (school_id, educator_id) references educators
);

-- The address of somebody's calendar, and of what changes in the library; its secret is kept nowhere. Null once they turned it off.
create table feeds (
  school_id uuid not null,
  person_id uuid not null,
  kind text not null default 'calendar' check (kind in ('calendar', 'library')),
  secret_hash bytea,
  made_at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id, kind),
  foreign key (school_id, person_id) references people (school_id, person_id)
);
create unique index feeds_secret on feeds (secret_hash);

do $$ declare t text; begin
  foreach t in array array['availabilities', 'meetings', 'meeting_acts', 'meeting_holds', 'agenda_lines', 'talk_marks', 'feeds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select on meetings, meeting_holds, feeds, charters, mails, pauses to chiron_reader;
grant select, insert, update on meetings, meeting_holds, feeds to chiron_keeper;
grant select, insert on meeting_acts to chiron_keeper;
-- What offices are told, and what a calendar says, is put together here.
create policy meetings_reader on meetings for select to chiron_reader using (true);
-- Whether a time is taken, and never by what.
create policy meeting_holds_reader on meeting_holds for select to chiron_reader using (true);
-- What of whom an address opens.
create policy feeds_reader on feeds for select to chiron_reader using (true);
-- How confidential a pair is follows from the charter.
create policy charters_reader on charters for select to chiron_reader using (true);
-- Whose mail tells of which meeting.
create policy mails_reader on mails for select to chiron_reader using (true);
-- Days of a pause do not count.
create policy pauses_reader on pauses for select to chiron_reader using (true);
-- The database derives a meeting from its acts.
create policy meetings_derive on meetings to chiron_keeper using (true) with check (true);
-- And the times that it holds.
create policy meeting_holds_derive on meeting_holds to chiron_keeper using (true) with check (true);
-- What an ended relationship had planned is cancelled, and a group moves as one.
create policy meeting_acts_derive on meeting_acts to chiron_keeper using (true) with check (true);
-- An address is made anew, and the one before opens nothing any more.
create policy feeds_keeper on feeds to chiron_keeper using (true) with check (true);

set local role chiron_reader;
-- How confidential a relationship is: the strictest that its signed ground rules or the charter of today promise.
create function app.confidentiality_of(school uuid, wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.body ->> 'confidentiality' from relationships r
  join charters c on (c.school_id, c.program) = (r.school_id, r.program)
  where (r.school_id, r.relationship_id) = (school, wanted)
    and (c.version = (select s.version from charters s where (s.school_id, s.program) = (r.school_id, r.program)
        and (s.in_force_from <= app.today(school) or s.version = 1) order by s.version desc limit 1)
      or c.version = (select a.charter_version from agreements a where (a.school_id, a.relationship_id) = (r.school_id, r.relationship_id)
        and (select count(*) from signatures g where (g.school_id, g.agreement_id) = (a.school_id, a.agreement_id)) = 2 order by a.version desc limit 1))
  order by array_position(array['sealed', 'the two', 'education record'], c.body ->> 'confidentiality') limit 1 $$;

-- Of relationships of the asker's own: how confidential each is.
create function app.own_confidentiality() returns table (relationship_id uuid, confidentiality text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.relationship_id, app.confidentiality_of(me.school, r.relationship_id)
  from (select app.school() as school, app.my_relationships() as mine offset 0) me
  join relationships r on r.school_id = me.school and r.relationship_id = any (me.mine) $$;

-- When the two of a relationship that is in force are taken: to the two, and neither which of them nor by what.
create function app.taken_times(wanted uuid, since timestamptz, until timestamptz) returns table (starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct lower(h.during), upper(h.during)
  from (select app.school() as school, app.person() as person offset 0) me
  join relationships r on (r.school_id, r.relationship_id) = (me.school, wanted) and me.person in (r.learner_id, r.educator_id)
    and r.started_on is not null and r.ended_on is null and r.voided_by is null
  join meeting_holds h on h.school_id = r.school_id and h.person_id in (r.learner_id, r.educator_id) and not h.is_freed
    and h.during && tstzrange(since, until) $$;

-- That meetings took place: how many, how long, and when last. Of every relationship in force, to who sees relationships;
-- one of a sealed program is not among them.
create function app.meetings_told() returns table (relationship_id uuid, held int, minutes int, last_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.relationship_id, count(m.meeting_id)::int, coalesce(sum(m.minutes), 0)::int, (max(m.starts_at) at time zone s.time_zone)::date
  from (select app.school() as school, app.may('see relationships') as office offset 0) me
  join schools s on s.school_id = me.school
  join relationships r on r.school_id = me.school and r.started_on is not null and r.ended_on is null and r.voided_by is null
  left join meetings m on (m.school_id, m.relationship_id) = (r.school_id, r.relationship_id) and m.state = 'held'
  where me.office and app.confidentiality_of(me.school, r.relationship_id) <> 'sealed'
  group by r.relationship_id, s.time_zone $$;

-- Since when the asker's own feed has an address; no row without one.
create function app.own_feed(wanted text) returns table (made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.made_at from feeds f where f.school_id = app.school() and f.person_id = app.person() and f.kind = wanted and f.secret_hash is not null $$;

-- Whom an address belongs to, for the server alone.
create function app.feed_holder(wanted text, hash bytea) returns table (school_id uuid, person_id uuid, school text, made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.school_id, f.person_id, s.name, f.made_at from feeds f join schools s using (school_id)
  join people p on (p.school_id, p.person_id) = (f.school_id, f.person_id) and p.voided_by is null and p.left_on is null
  where app.steward() and f.kind = wanted and f.secret_hash = hash $$;

-- The meetings of somebody's calendar, from a quarter back; no word of them, and of a confidential pair not even the program.
create function app.feed_meetings(school uuid, person uuid) returns table (
  meeting_id uuid, sequence int, state text, starts_at timestamptz, ends_at timestamptz, time_zone text, place text, program text, changed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.meeting_id, m.sequence, m.state, m.starts_at, m.ends_at, m.time_zone,
    case when open.is_open then m.place else '' end, case when open.is_open then r.program end, m.changed_at
  from relationships r
  join meetings m on (m.school_id, m.relationship_id) = (r.school_id, r.relationship_id)
  cross join lateral (select app.confidentiality_of(school, r.relationship_id) = 'education record' as is_open) open
  where app.steward() and r.school_id = school and person in (r.learner_id, r.educator_id) and r.voided_by is null
    and m.state not in ('cancelled', 'not held') and m.starts_at > date_trunc('day', clock_timestamp()) - interval '92 days'
  order by m.starts_at, m.meeting_id $$;

-- For the server that sends a mail: the meeting as its reader's calendar may show it, and whether it waits for them.
create function app.mailed_meeting(school uuid, mail uuid) returns table (
  meeting_id uuid, sequence int, state text, starts_at timestamptz, ends_at timestamptz, time_zone text, place text, program text,
  changed_at timestamptz, email text, waits boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.meeting_id, m.sequence, m.state, m.starts_at, m.ends_at, m.time_zone,
    case when open.is_open then m.place else '' end, case when open.is_open then r.program end, m.changed_at, p.email,
    m.state = 'proposed' and m.proposed_by <> p.person_id and m.starts_at > clock_timestamp()
  from mails w
  join meetings m on (m.school_id, m.meeting_id) = (w.school_id, w.about_id)
  join relationships r on (r.school_id, r.relationship_id) = (m.school_id, m.relationship_id)
  join people p on (p.school_id, p.person_id) = (w.school_id, w.person_id) and p.person_id in (r.learner_id, r.educator_id)
  cross join lateral (select app.confidentiality_of(school, r.relationship_id) = 'education record' as is_open) open
  where app.steward() and w.school_id = school and w.mail_id = mail $$;

-- And what decides whether two have not met for too long; no row once it has ended.
create function app.cadence_facts(school uuid, wanted uuid) returns table (
  every_days int, started_on date, last_on date, is_planned boolean, pause_from date, pause_until date, today date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (c.body ->> 'cadenceDays')::int, r.started_on, (max(m.starts_at) filter (where m.state = 'held') at time zone s.time_zone)::date,
    coalesce(bool_or(m.state in ('proposed', 'confirmed') and m.ends_at > clock_timestamp()), false), p.from_day, p.until, (clock_timestamp() at time zone s.time_zone)::date
  from relationships r join schools s using (school_id)
  cross join lateral (select body from charters where (school_id, program) = (r.school_id, r.program)
    and (in_force_from <= app.today(school) or version = 1) order by version desc limit 1) c
  left join lateral (select from_day, until from pauses where (school_id, relationship_id) = (r.school_id, r.relationship_id) order by at desc limit 1) p on true
  left join meetings m on (m.school_id, m.relationship_id) = (r.school_id, r.relationship_id)
  where app.steward() and r.school_id = school and r.relationship_id = wanted and r.started_on is not null and r.ended_on is null and r.voided_by is null
  group by c.body, r.started_on, s.time_zone, p.from_day, p.until $$;
reset role;

set local role chiron_keeper;

create function app.make_feed(wanted text, hash bytea) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.in_person() then
    raise exception 'Do this where you are signed in yourself; a key does not.' using constraint = 'key.in-person';
  end if;
  insert into feeds (school_id, person_id, kind, secret_hash) values (app.school(), app.person(), wanted, hash)
  on conflict (school_id, person_id, kind) do update set secret_hash = excluded.secret_hash, made_at = clock_timestamp();
end $$;

-- A new time lies ahead, in a relationship that is in force, and nothing else of the two waits for an answer.
create function app.guard_meeting_time(r relationships, new meeting_acts, m meetings) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if r.ended_on is not null or r.voided_by is not null then
    raise exception 'This relationship has ended. Nothing new is arranged in it.' using constraint = 'relationship.ended';
  end if;
  if r.started_on is null then
    raise exception 'You meet once both of you have signed your ground rules.' using constraint = 'meeting.unsigned';
  end if;
  if new.starts_at <= clock_timestamp() then
    raise exception 'A meeting that you propose lies ahead. Choose a later time.' using constraint = 'meeting.past';
  end if;
  if new.starts_at > clock_timestamp() + interval '366 days' then
    raise exception 'Propose a time within a year.' using constraint = 'meeting.far';
  end if;
  if coalesce(m.group_id, new.group_id) is not null then
    if new.by_id <> r.educator_id then
      raise exception 'A group meeting is moved by who arranged it. Say that you cannot come, or write to them.' using constraint = 'meeting.group';
    end if;
    if new.act = 'propose' and exists (select from meetings o join relationships q on (q.school_id, q.relationship_id) = (o.school_id, o.relationship_id)
      where (o.school_id, o.group_id) = (new.school_id, new.group_id)
        and (q.educator_id <> r.educator_id or q.program <> r.program or q.relationship_id = r.relationship_id or (o.starts_at, o.ends_at) <> (new.starts_at, new.ends_at))) then
      raise exception 'A group is of one educator and one program, at one time, and each learner is in it once.' using constraint = 'meeting.group';
    end if;
  elsif exists (select from meetings o where (o.school_id, o.relationship_id) = (new.school_id, new.relationship_id)
      and o.meeting_id <> new.meeting_id and o.group_id is null and o.state = 'proposed' and o.starts_at > clock_timestamp()) then
    raise exception 'One time is proposed already and waits for an answer. Move or cancel that one.' using constraint = 'meeting.waits';
  end if;
end $$;

-- Whether an act fits what the meeting is.
create function app.guard_meeting_state(r relationships, new meeting_acts, m meetings) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.by_id is not null and new.by_id not in (r.learner_id, r.educator_id) then
    raise exception 'Only the two arrange their meetings.' using constraint = 'meeting.party';
  end if;
  if new.number <> coalesce(m.acts, 0) + 1 then
    raise exception 'The other of you changed this meeting meanwhile. Look at it again.' using constraint = 'meeting.changed';
  end if;
  if (new.act in ('propose', 'record')) <> (m.meeting_id is null) or m.relationship_id <> new.relationship_id then
    raise exception 'There is no such meeting here.' using constraint = 'meeting.absent';
  end if;
  if new.act in ('move', 'confirm', 'cancel') and m.state not in ('proposed', 'confirmed') then
    raise exception 'This meeting is over or cancelled. Propose another one.' using constraint = 'meeting.over';
  end if;
  -- What has begun took place or did not; cancelled afterwards, nobody could say so any more.
  if new.act in ('move', 'cancel') and new.by_id is not null and m.starts_at <= clock_timestamp() then
    raise exception 'This meeting has begun. Say whether it took place.' using constraint = 'meeting.begun';
  end if;
  if new.act = 'confirm' and (m.state <> 'proposed' or m.proposed_by = new.by_id) then
    raise exception 'Nothing of this meeting waits for your answer.' using constraint = 'meeting.answered';
  end if;
  if new.act = 'confirm' and m.starts_at <= clock_timestamp() then
    raise exception 'This time has passed. Propose another one.' using constraint = 'meeting.past';
  end if;
  if new.act = 'log' and m.state = 'cancelled' then
    raise exception 'This meeting was cancelled. Record one that took place after all as a new one.' using constraint = 'meeting.over';
  end if;
  if (new.act = 'log' and m.starts_at > clock_timestamp()) or (new.act = 'record' and new.starts_at > clock_timestamp()) then
    raise exception 'This meeting lies ahead. Say how it was once it has begun.' using constraint = 'meeting.ahead';
  end if;
  if new.act = 'record' and (not new.held or r.started_on is null or (new.starts_at at time zone new.time_zone)::date < least(r.since, r.started_on)
    or new.starts_at < clock_timestamp() - interval '92 days') then
    raise exception 'Record a meeting of the last three months, from the first day of this relationship on.' using constraint = 'meeting.record';
  end if;
  -- Both may want to write the same talk down; it counts once.
  if new.act = 'record' and exists (select from meetings o where (o.school_id, o.relationship_id) = (new.school_id, new.relationship_id)
      and o.state in ('proposed', 'confirmed', 'held') and o.starts_at < new.ends_at and o.ends_at > new.starts_at) then
    raise exception 'A meeting of the two of you at this time stands here already. Say there how it was.' using constraint = 'meeting.recorded';
  end if;
end $$;

-- After an act: what the meeting is now, which times it holds, and what else moves with it.
-- The lock lets the acts of two come one after the other, and an ending wholly before or after.
create function app.meeting_acted() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r relationships; m meetings; hold uuid; begin
  select * into r from relationships where (school_id, relationship_id) = (new.school_id, new.relationship_id) for no key update;
  select * into m from meetings where (school_id, meeting_id) = (new.school_id, new.meeting_id);
  perform app.guard_meeting_state(r, new, m);
  if new.act in ('propose', 'move') then perform app.guard_meeting_time(r, new, m); end if;
  hold := coalesce(m.group_id, new.group_id, new.meeting_id);
  if new.act in ('propose', 'record') then
    insert into meetings (school_id, meeting_id, relationship_id, group_id, state, acts, sequence, proposed_by, starts_at, ends_at, time_zone, mode, place, minutes, next_step, changed_at)
    values (new.school_id, new.meeting_id, new.relationship_id, new.group_id, case new.act when 'record' then 'held' else 'proposed' end, 1, 0, new.by_id,
      new.starts_at, new.ends_at, new.time_zone, new.mode, new.place, new.minutes, new.next_step, new.at);
  else
    update meetings set acts = new.number, changed_at = new.at,
      sequence = m.sequence + (new.act in ('move', 'cancel'))::int,
      state = case new.act when 'move' then 'proposed' when 'confirm' then 'confirmed' when 'cancel' then 'cancelled' else case when new.held then 'held' else 'not held' end end,
      proposed_by = case new.act when 'move' then new.by_id else m.proposed_by end,
      starts_at = coalesce(new.starts_at, m.starts_at), ends_at = coalesce(new.ends_at, m.ends_at), time_zone = coalesce(new.time_zone, m.time_zone),
      mode = coalesce(new.mode, m.mode), place = coalesce(new.place, m.place),
      minutes = case new.act when 'log' then new.minutes else m.minutes end,
      next_step = case new.act when 'log' then new.next_step else m.next_step end
    where (school_id, meeting_id) = (new.school_id, new.meeting_id);
  end if;
  if new.act in ('propose', 'move') then
    insert into meeting_holds (school_id, hold_id, person_id, during)
    select new.school_id, hold, person, tstzrange(new.starts_at, new.ends_at) from unnest(array[r.learner_id, r.educator_id]) as person
    on conflict (school_id, hold_id, person_id) do update set during = excluded.during, is_freed = false;
  elsif new.act = 'cancel' then
    update meeting_holds h set is_freed = true where (h.school_id, h.hold_id) = (new.school_id, hold)
      and (h.person_id = r.learner_id or h.person_id = r.educator_id and not exists (select from meetings o
        where (o.school_id, o.group_id) = (new.school_id, m.group_id) and o.state in ('proposed', 'confirmed')));
  end if;
  -- What the educator does to one of a group they do to all of it.
  if new.act in ('move', 'cancel') and m.group_id is not null and new.by_id = r.educator_id and pg_trigger_depth() = 1 then
    insert into meeting_acts (school_id, meeting_id, number, relationship_id, act, by_id, starts_at, ends_at, time_zone, mode, place)
    select o.school_id, o.meeting_id, o.acts + 1, o.relationship_id, new.act, new.by_id, new.starts_at, new.ends_at, new.time_zone, new.mode, new.place
    from meetings o where (o.school_id, o.group_id) = (m.school_id, m.group_id) and o.meeting_id <> m.meeting_id and o.state in ('proposed', 'confirmed');
  end if;
  return null;
end $$;

-- One mail to one of the two: also to who did it, since the calendars of both follow.
create function app.mail_one(school uuid, person uuid, of_kind text, about uuid, occasion text, due timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into mails (school_id, person_id, kind, about_id, key, due_at) values (school, person, of_kind, about, of_kind || ' ' || occasion, due)
  on conflict on constraint "mail.once" do nothing $$;

create function app.mail_silence(school uuid, person uuid, wanted uuid, due timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select app.mail_one(school, person, 'meeting-silent', wanted, wanted || ' ' || extract(epoch from clock_timestamp()), due) $$;

-- Who has not met for too long is told so once, in the morning of the first day of it. Whether that is still so is asked
-- again when the mail leaves (meetings/mail-jobs.ts): a pause, a charter or a plan may have come between.
create function app.await_meeting(school uuid, wanted uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r relationships; zone text; days int; morning timestamptz; begin
  select * into r from relationships where (school_id, relationship_id) = (school, wanted);
  perform app.mail_settled(school, null, array['meeting-silent'], wanted);
  if r.started_on is null or r.ended_on is not null or r.voided_by is not null then return; end if;
  select time_zone into zone from schools where school_id = school;
  select (c.body ->> 'cadenceDays')::int into days from charters c where (c.school_id, c.program) = (school, r.program)
    and (c.in_force_from <= app.today(school) or c.version = 1) order by c.version desc limit 1;
  select (greatest(r.started_on, (max(m.starts_at) at time zone zone)::date) + days + greatest(7, ceil(days / 6.0)::int) + 1 + time '08:00') at time zone zone into morning
    from meetings m where (m.school_id, m.relationship_id) = (school, wanted) and m.state = 'held';
  perform app.mail_silence(school, one.person, wanted, greatest(morning, clock_timestamp())) from (values (r.learner_id), (r.educator_id)) one (person);
end $$;

-- After an act: both get the calendar entry as it is now, and nothing that it was before. What is confirmed is reminded of
-- two days ahead, and asked for a day after.
create function app.mail_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m meetings; begin
  select * into m from meetings where (school_id, meeting_id) = (new.school_id, new.meeting_id);
  perform app.mail_settled(m.school_id, null, array['meeting', 'meeting-reminder', 'meeting-log'], m.meeting_id);
  perform case when new.act not in ('log', 'record') then app.mail_one(m.school_id, one.person, 'meeting', m.meeting_id, m.meeting_id || ' ' || m.acts, clock_timestamp()) end,
    case when new.act = 'confirm' and m.starts_at > clock_timestamp() + interval '2 days' then
      app.mail_one(m.school_id, one.person, 'meeting-reminder', m.meeting_id, m.meeting_id || ' ' || m.sequence, m.starts_at - interval '2 days') end,
    case when new.act = 'confirm' then app.mail_one(m.school_id, one.person, 'meeting-log', m.meeting_id, m.meeting_id || ' ' || m.sequence, m.ends_at + interval '1 day') end
  from relationships r cross join lateral (values (r.learner_id), (r.educator_id)) one (person)
  where (r.school_id, r.relationship_id) = (m.school_id, m.relationship_id);
  if new.act in ('log', 'record', 'cancel') then perform app.await_meeting(m.school_id, m.relationship_id); end if;
  return null;
end $$;

create function app.meetings_begun() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.await_meeting(new.school_id, new.relationship_id);
  return null;
end $$;

-- What a signed link does in its reader's name: yes to the time that the mail told of and to no later one, or that the
-- meeting took place, or not. What is not said of a meeting that took place stays as the other said it before, or as planned.
create function app.act_by_mail(school uuid, mail uuid, what text, took int, how text, step text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare w mails; m meetings; begin
  if not app.steward() then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  select * into w from mails where (school_id, mail_id) = (school, mail) and kind in ('meeting', 'meeting-log');
  select * into m from meetings where (school_id, meeting_id) = (school, w.about_id);
  if what = 'confirm' and w.key <> 'meeting ' || m.meeting_id || ' ' || m.acts then
    raise exception 'The other of you changed this meeting meanwhile. Look at it again.' using constraint = 'meeting.changed';
  end if;
  insert into meeting_acts (school_id, meeting_id, number, relationship_id, act, by_id, held, minutes, mode, next_step)
  select school, m.meeting_id, m.acts + 1, m.relationship_id, case what when 'confirm' then 'confirm' else 'log' end, w.person_id,
    case what when 'confirm' then null else what = 'held' end,
    case what when 'held' then coalesce(took, m.minutes, (extract(epoch from m.ends_at - m.starts_at) / 60)::int) end,
    case what when 'held' then how end, case what when 'held' then coalesce(step, m.next_step) end;
end $$;

-- What a relationship had planned ends with it, whoever ended it: nobody is named.
create function app.plans_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_settled(new.school_id, null, array['meeting-silent'], new.relationship_id);
  insert into meeting_acts (school_id, meeting_id, number, relationship_id, act)
  select m.school_id, m.meeting_id, m.acts + 1, m.relationship_id, 'cancel' from meetings m
  where (m.school_id, m.relationship_id) = (new.school_id, new.relationship_id) and m.state in ('proposed', 'confirmed') and m.starts_at > clock_timestamp();
  return null;
end $$;
reset role;

revoke all on function app.confidentiality_of(uuid, uuid), app.own_confidentiality(), app.taken_times(uuid, timestamptz, timestamptz), app.meetings_told(),
  app.own_feed(text), app.feed_holder(text, bytea), app.feed_meetings(uuid, uuid), app.make_feed(text, bytea),
  app.guard_meeting_time(relationships, meeting_acts, meetings), app.guard_meeting_state(relationships, meeting_acts, meetings),
  app.meeting_acted(), app.plans_ended(), app.mailed_meeting(uuid, uuid), app.cadence_facts(uuid, uuid), app.mail_one(uuid, uuid, text, uuid, text, timestamptz),
  app.mail_silence(uuid, uuid, uuid, timestamptz), app.await_meeting(uuid, uuid), app.mail_meeting(), app.meetings_begun(), app.act_by_mail(uuid, uuid, text, int, text, text) from public;
grant execute on function app.own_confidentiality(), app.taken_times(uuid, timestamptz, timestamptz), app.meetings_told(),
  app.own_feed(text), app.make_feed(text, bytea) to chiron_app;
grant execute on function app.feed_holder(text, bytea), app.feed_meetings(uuid, uuid), app.mailed_meeting(uuid, uuid), app.cadence_facts(uuid, uuid),
  app.mail_silence(uuid, uuid, uuid, timestamptz), app.act_by_mail(uuid, uuid, text, int, text, text) to chiron_steward;
create trigger meeting_acts_derive after insert on meeting_acts for each row execute function app.meeting_acted();
create trigger meeting_acts_mail after insert on meeting_acts for each row execute function app.mail_meeting();
create trigger relationships_begun after update on relationships for each row
  when (old.started_on is distinct from new.started_on) execute function app.meetings_begun();
create trigger relationships_plans after update on relationships for each row
  when (old.ended_on is distinct from new.ended_on or old.voided_by is distinct from new.voided_by) execute function app.plans_ended();

grant select, insert, update (time_zone, minutes, hours, exceptions, changed_at) on availabilities to chiron_app;
-- When an educator has time: they, and the learners with whom they have something to do.
create policy availabilities_see on availabilities for select to chiron_app using (
  school_id = (select app.school()) and (educator_id = (select app.person()) or educator_id = any ((select app.counterparts())::uuid[])));
-- An educator says when they have time.
create policy availabilities_add on availabilities for insert to chiron_app with check (
  school_id = (select app.school()) and educator_id = (select app.person()));
-- And changes it. NOTE: no office does it for them.
create policy availabilities_change on availabilities for update to chiron_app
  using (school_id = (select app.school()) and educator_id = (select app.person())) with check (school_id = (select app.school()) and educator_id = (select app.person()));

grant select on meetings to chiron_app;
-- A meeting is the two's, after the end too. NOTE: no office; it is told by app.meetings_told that meetings took place.
create policy meetings_see on meetings for select to chiron_app using (
  school_id = (select app.school()) and relationship_id = any ((select app.my_relationships())::uuid[]));

grant select, insert on meeting_acts to chiron_app;
-- Who proposed, moved, confirmed, cancelled and logged: the two.
create policy meeting_acts_see on meeting_acts for select to chiron_app using (
  school_id = (select app.school()) and relationship_id = any ((select app.my_relationships())::uuid[]));
-- Each acts in their own name, in a relationship of their own. NOTE: no update, no delete: an act stands.
create policy meeting_acts_add on meeting_acts for insert to chiron_app with check (
  school_id = (select app.school()) and by_id = (select app.person()) and relationship_id = any ((select app.my_relationships())::uuid[]));

-- NOTE: nobody reads meeting_holds; app.taken_times says to the two whether a time is free.

grant select, insert, update (struck_at) on agenda_lines to chiron_app;
-- What is on the agenda: the two of that meeting.
create policy agenda_lines_see on agenda_lines for select to chiron_app using (
  school_id = (select app.school()) and exists (select from meetings m where (m.school_id, m.meeting_id) = (agenda_lines.school_id, agenda_lines.meeting_id)));
-- Each of the two writes in their own name.
create policy agenda_lines_write on agenda_lines for insert to chiron_app with check (
  school_id = (select app.school()) and written_by = (select app.person())
  and exists (select from meetings m where (m.school_id, m.meeting_id) = (agenda_lines.school_id, agenda_lines.meeting_id)));
-- And strikes their own lines out.
create policy agenda_lines_strike on agenda_lines for update to chiron_app
  using (school_id = (select app.school()) and written_by = (select app.person())) with check (school_id = (select app.school()) and written_by = (select app.person()));

grant select, insert, update (became, marked_at) on talk_marks to chiron_app;
-- What a talk turned into is for the eyes of the educator who marked it. NOTE: not the learner, and no office.
create policy talk_marks_see on talk_marks for select to chiron_app using (
  school_id = (select app.school()) and educator_id = (select app.person()));
-- Of their own meetings with their own learners.
create policy talk_marks_add on talk_marks for insert to chiron_app with check (
  school_id = (select app.school()) and educator_id = (select app.person())
  and exists (select from meetings m join relationships r on (r.school_id, r.relationship_id) = (m.school_id, m.relationship_id)
    where (m.school_id, m.meeting_id) = (talk_marks.school_id, talk_marks.meeting_id) and r.educator_id = (select app.person())));
-- They may think better of it.
create policy talk_marks_change on talk_marks for update to chiron_app
  using (school_id = (select app.school()) and educator_id = (select app.person())) with check (school_id = (select app.school()) and educator_id = (select app.person()));

-- NOTE: nobody reads feeds; an address is shown once, when it is made.

select app.watch('availabilities', 'availability', 'educator_id', '');
select app.watch('meeting_acts', 'meeting', 'meeting_id', '');
select app.watch('agenda_lines', 'agenda', 'line_id', '');
select app.watch('talk_marks', 'talk mark', 'meeting_id', '');
select app.watch('feeds', 'feed', 'person_id', 'person_id');

-- Meetings and holds follow from acts, whose event stands for them.
