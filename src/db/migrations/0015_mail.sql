-- Mail: an outbox that is written beside the act it tells of, what each person chose to be told and when, and signed links
-- that act once. No text is kept: it is made when a mail leaves, from its kind alone (mail/kinds.ts).

create table mails (
  school_id uuid not null references schools,
  mail_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- A name of mail/kinds.ts.
  kind text not null,
  about_id uuid,
  -- The occasion: however often and by whomever it is written, it is one mail.
  key text not null check (length(key) between 1 and 200),
  made_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  -- Dropped: what it told of was done before it left, the person chose not to get it, or it is old.
  state text not null default 'due' check (state in ('due', 'sent', 'dead', 'dropped')),
  -- The message in which it goes, from the moment on at which somebody first tries: its own, or that day's digest. It
  -- names the message to mail servers too, so that one which is sent twice can be known.
  message_id uuid,
  digest_on date,
  tries int not null default 0,
  try_at timestamptz not null default '-infinity',
  -- Until then one server is sending it, and no other does.
  lease_until timestamptz,
  sent_at timestamptz,
  -- Why the last try failed, in one of the words of mail/delivery.ts: never what a mail server said.
  fault text,
  primary key (school_id, mail_id),
  constraint "mail.once" unique (school_id, person_id, key),
  foreign key (school_id, person_id) references people
);
comment on constraint "mail.once" on mails is 'This is told already.';
create index mails_due on mails (due_at) where state = 'due';
create index mails_about on mails (school_id, about_id) where state = 'due';
create index mails_dead on mails (school_id, message_id) where state = 'dead';

-- How somebody wants to be told of a kind, where it is not as the kind has it.
create table mail_choices (
  school_id uuid not null,
  person_id uuid not null,
  kind text not null,
  how text not null check (how in ('at once', 'digest', 'off')),
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id, kind),
  foreign key (school_id, person_id) references people
);

-- Whether an hour lies in quiet hours, which go over midnight where they end earlier than they begin; equal ends mean none.
create function app.is_quiet(hour time, quiet_from time, quiet_until time) returns boolean language sql immutable set search_path = pg_catalog as $$
  select case when quiet_from <= quiet_until then hour >= quiet_from and hour < quiet_until else hour >= quiet_from or hour < quiet_until end $$;
revoke all on function app.is_quiet(time, time, time) from public;
grant execute on function app.is_quiet(time, time, time) to chiron_app, chiron_steward;

-- When somebody wants no mail, and when their daily digest: times of day at their school. Equal ends: no quiet hours.
create table mail_hours (
  school_id uuid not null,
  person_id uuid not null,
  quiet_from time not null,
  quiet_until time not null,
  digest_at time not null,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references people,
  constraint "mail.hours" check (not app.is_quiet(digest_at, quiet_from, quiet_until))
);
comment on constraint "mail.hours" on mail_hours is 'The daily mail would fall into your quiet hours. Choose another hour for one of them.';

-- That a signed link was used. The link itself is kept nowhere: it is made of its mail and the server's key.
create table act_uses (
  school_id uuid not null,
  mail_id uuid not null,
  act text not null,
  at timestamptz not null default clock_timestamp(),
  constraint "act.used" primary key (school_id, mail_id, act),
  foreign key (school_id, mail_id) references mails
);
comment on constraint "act.used" on act_uses is 'This link has been used or is out of date. Sign in to do it there.';

do $$ declare t text; begin
  foreach t in array array['mails', 'mail_choices', 'mail_hours', 'act_uses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert, update (state, due_at, try_at, tries, fault) on mails to chiron_keeper;
-- The database writes a mail beside the act it tells of, and drops it when that is settled. NOTE: no request inserts one.
create policy mails_keeper on mails to chiron_keeper using (true) with check (true);
grant select, update on mails to chiron_steward;
-- The server sends them. NOTE: nobody deletes one, so that what was sent can be told.
create policy mails_steward on mails to chiron_steward using ((select app.steward())) with check ((select app.steward()));
grant select on mails to chiron_app;
-- What you were mailed about, and when, is yours alone to read: no office learns from it what you have to do with whom.
create policy mails_mine on mails for select to chiron_app using (
  school_id = (select app.school()) and person_id = (select app.person()));

grant select, insert, update (how, at) on mail_choices to chiron_app, chiron_steward;
-- What you want to be mailed about is yours.
create policy mail_choices_mine on mail_choices to chiron_app
  using (school_id = (select app.school()) and person_id = (select app.person()))
  with check (school_id = (select app.school()) and person_id = (select app.person()));
-- The server heeds it, and writes it for who follows the link in a mail.
create policy mail_choices_steward on mail_choices to chiron_steward using ((select app.steward())) with check ((select app.steward()));

grant select, insert, update (quiet_from, quiet_until, digest_at) on mail_hours to chiron_app;
-- When you want no mail is yours.
create policy mail_hours_mine on mail_hours to chiron_app
  using (school_id = (select app.school()) and person_id = (select app.person()))
  with check (school_id = (select app.school()) and person_id = (select app.person()));
grant select on mail_hours to chiron_steward;
-- The server heeds it.
create policy mail_hours_steward on mail_hours for select to chiron_steward using ((select app.steward()));

grant select, insert on act_uses to chiron_steward;
-- Links are followed by whoever holds them, so the server marks them. NOTE: no delete and no update: used stays used.
create policy act_uses_steward on act_uses to chiron_steward using ((select app.steward())) with check ((select app.steward()));

select app.watch('mail_choices', 'mail choice', 'person_id', 'person_id');
select app.watch('mail_hours', 'mail choice', 'person_id', 'person_id');
-- Mails have no events: the act that they tell of has its own.

-- An invitation that is mailed opens by a second secret, which the server makes of its own key whenever the mail leaves:
-- so the first is kept nowhere, and a mail that is sent twice says the same.
alter table invitations add column mailed_hash bytea unique;

-- ---------------------------------------------------------------- occasions

set local role chiron_keeper;

-- One mail of one occasion to one person. Nobody is told of what they did themselves.
create function app.mail(school uuid, person uuid, of_kind text, about uuid, occasion text, due timestamptz default null) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into mails (school_id, person_id, kind, about_id, key, due_at)
  select school, person, of_kind, about, of_kind || ' ' || occasion, coalesce(due, clock_timestamp())
  where person is distinct from app.person()
  on conflict on constraint "mail.once" do nothing $$;

-- The same to everybody whose office allows an act.
create function app.mail_offices(school uuid, capability text, of_kind text, about uuid, occasion text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select app.mail(school, o.person_id, of_kind, about, occasion) from (
    select distinct person_id from offices where school_id = school and ended_at is null
      and office in (select c.office from office_capabilities c where c.capability = mail_offices.capability)) o $$;

-- What is settled before its mail leaves needs none: of these kinds, about this, to this person or to all.
create function app.mail_settled(school uuid, person uuid, kinds text[], about uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update mails set state = 'dropped' where school_id = school and about_id = about and state = 'due'
    and kind = any (kinds) and (person is null or person_id = person) $$;

create function app.mail_invited() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then perform app.mail(new.school_id, new.person_id, 'invitation', new.invitation_id, new.invitation_id::text);
  else perform app.mail_settled(new.school_id, new.person_id, array['invitation'], new.invitation_id); end if;
  return null;
end $$;

-- The two are asked, and reminded in the morning two days before the last day to answer.
create function app.mail_approved() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare morning timestamptz; begin
  select (new.answer_by - 2 + time '08:00') at time zone time_zone into morning from schools where school_id = new.school_id;
  perform app.mail(new.school_id, one.person, 'proposal', new.run_id, new.run_id || ' ' || p.learner_id),
    case when morning > clock_timestamp() then app.mail(new.school_id, one.person, 'proposal-reminder', new.run_id, new.run_id || ' ' || p.learner_id, morning) end
  from proposals p cross join lateral (values (p.learner_id), (p.educator_id)) one (person)
  where (p.school_id, p.run_id) = (new.school_id, new.run_id) and not p.kept;
  return null;
end $$;

-- An answer settles the own question, and a no or a withdrawal the other's too. An educator may be asked about several
-- learners in one run, each under its own key.
create function app.mail_answered() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update mails m set state = 'dropped' from proposals p
  where (p.school_id, p.run_id, p.learner_id) = (new.school_id, new.run_id, new.learner_id) and m.school_id = p.school_id and m.about_id = p.run_id
    and m.state = 'due' and m.key in ('proposal ' || p.run_id || ' ' || p.learner_id, 'proposal-reminder ' || p.run_id || ' ' || p.learner_id)
    and m.person_id in (p.learner_id, p.educator_id)
    -- By its column's name, since only an answer has it.
    and (coalesce(to_jsonb(new) ->> 'answer', 'decline') = 'decline' or m.person_id = (to_jsonb(new) ->> 'person_id')::uuid);
  return null;
end $$;

-- Ground rules wait for both of a relationship that came to be.
create function app.mail_met() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail(w.school_id, one.person, 'signature', w.relationship_id, w.relationship_id || ' 1')
  from written w cross join lateral (values (w.learner_id), (w.educator_id)) one (person)
  where w.started_on is null and w.ended_on is null and w.voided_by is null;
  return null;
end $$;

-- Later wordings wait for who did not write them.
create function app.mail_reworded() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail(r.school_id, one.person, 'signature', r.relationship_id, r.relationship_id || ' ' || new.version)
  from relationships r cross join lateral (values (r.learner_id), (r.educator_id)) one (person)
  where (r.school_id, r.relationship_id) = (new.school_id, new.relationship_id) and one.person is distinct from new.written_by;
  return null;
end $$;

create function app.mail_signed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_settled(a.school_id, new.person_id, array['signature'], a.relationship_id)
  from agreements a where (a.school_id, a.agreement_id) = (new.school_id, new.agreement_id);
  return null;
end $$;

-- It is in force, or it has ended: who brought that about is in neither mail.
create function app.mail_turned() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare word text := case when new.voided_by is not null then null when new.ended_on is not null then 'ended' else 'in-force' end; begin
  perform app.mail_settled(new.school_id, null, array['signature', 'in-force'], new.relationship_id);
  perform app.mail(new.school_id, one.person, word, new.relationship_id, new.relationship_id::text)
  from (values (new.learner_id), (new.educator_id)) one (person) where word is not null;
  return null;
end $$;

-- Whoever gets a request, at first or by a handover. Whoever had it before needs no mail about it any more.
create function app.mail_turn() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_settled(new.school_id, null, array['request', 'office-request'], new.request_id);
  if new.educator_id is null then perform app.mail_offices(new.school_id, 'answer requests', 'office-request', new.request_id, new.request_id || ' ' || new.turn);
  else perform app.mail(new.school_id, new.educator_id, 'request', new.request_id, new.request_id || ' ' || new.turn); end if;
  return null;
end $$;

-- The learner reads what somebody wrote back, or a handover that waits for their answer. Which of the two, no mail says.
create function app.mail_news() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail(new.school_id, new.learner_id, 'request-news', new.request_id, concat_ws(' ', new.request_id, new.turn, tg_table_name));
  return null;
end $$;

-- A request is closed: nothing waits for who had it, and the learner reads that it is done.
create function app.mail_closed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_settled(new.school_id, null, array['request', 'office-request', 'request-news'], new.request_id);
  perform app.mail(new.school_id, new.learner_id, 'request-news', new.request_id, new.request_id || ' closed');
  return null;
end $$;

-- The offices at the wall are told once a day that there is something new, not how much or about whom.
create function app.mail_incident() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail_offices(w.school_id, 'see wall', 'incident', null, app.today(w.school_id)::text) from (select distinct school_id from written) w;
  return null;
end $$;

-- Both whom an exception concerns are told that there is one.
create function app.mail_exception() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.mail(new.school_id, one.person, 'exception', new.exception_id, new.exception_id::text)
  from (values (new.learner_id), (new.educator_id)) one (person);
  return null;
end $$;

-- ---------------------------------------------------------------- for who gives access

-- Whether mail flows: the day of the last one that left, and why some wait for another try. No count, since that would
-- tell how much people have to do with each other.
create function app.mail_flow() returns table (last_sent_on date, faults text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select (max(m.sent_at) at time zone s.time_zone)::date from mails m where m.school_id = s.school_id and m.state = 'sent'),
    array(select distinct m.fault from mails m where m.school_id = s.school_id and m.state = 'due' and m.fault is not null order by 1)
  from schools s where s.school_id = app.school() and app.may('manage access') $$;

-- The messages that nobody tries to send any more: to whom and why, never about what.
create function app.dead_mails() returns table (message_id uuid, person_id uuid, name text, email text, fault text, tried_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.message_id, p.person_id, p.given_name || ' ' || p.family_name, p.email, max(m.fault), max(m.try_at)
  from mails m join people p using (school_id, person_id)
  where m.school_id = (select app.school()) and m.state = 'dead' and (select app.may('manage access'))
  group by 1, 2, 3, 4 order by 6 desc, 1 limit 200 $$;

-- Sends them once more, from the first try on.
create function app.retry_mails(messages uuid[]) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched int; begin
  if not app.may('manage access') then
    raise exception 'There is nothing here that you may change.' using errcode = '42501';
  end if;
  update mails set state = 'due', due_at = clock_timestamp(), tries = 0, try_at = '-infinity', fault = null
  where school_id = app.school() and message_id = any (messages) and state = 'dead';
  get diagnostics touched = row_count;
  return touched;
end $$;
reset role;

grant select on office_capabilities, offices to chiron_keeper;
-- Offices are told what waits for them.
create policy offices_keeper on offices for select to chiron_keeper using (true);

revoke all on function app.mail(uuid, uuid, text, uuid, text, timestamptz), app.mail_offices(uuid, text, text, uuid, text), app.mail_settled(uuid, uuid, text[], uuid),
  app.mail_invited(), app.mail_approved(), app.mail_answered(), app.mail_met(), app.mail_reworded(), app.mail_signed(), app.mail_turned(), app.mail_turn(),
  app.mail_news(), app.mail_closed(), app.mail_incident(), app.mail_exception(), app.mail_flow(), app.dead_mails(), app.retry_mails(uuid[]) from public;
grant execute on function app.mail_flow(), app.dead_mails(), app.retry_mails(uuid[]) to chiron_app;

create trigger invitations_mail after insert on invitations for each row execute function app.mail_invited();
create trigger invitations_settle after update of used_at, withdrawn_at on invitations for each row execute function app.mail_invited();
create trigger run_approvals_mail after insert on run_approvals for each row execute function app.mail_approved();
create trigger answers_mail after insert on answers for each row execute function app.mail_answered();
create trigger withdrawals_mail after insert on withdrawals for each row execute function app.mail_answered();
create trigger relationships_mail after insert on relationships referencing new table as written for each statement execute function app.mail_met();
create trigger relationships_turn after update of started_on, ended_on, voided_by on relationships for each row
  when ((new.started_on, new.ended_on, new.voided_by) is distinct from (old.started_on, old.ended_on, old.voided_by)) execute function app.mail_turned();
create trigger agreements_mail after insert on agreements for each row when (new.version > 1) execute function app.mail_reworded();
create trigger signatures_mail after insert on signatures for each row execute function app.mail_signed();
create trigger request_turns_mail after insert on request_turns for each row execute function app.mail_turn();
create trigger replies_mail after insert on replies for each row execute function app.mail_news();
create trigger handovers_mail after insert on handovers for each row execute function app.mail_news();
create trigger request_closings_mail after insert on request_closings for each row execute function app.mail_closed();
create trigger incidents_mail after insert on incidents referencing new table as written for each statement execute function app.mail_incident();
create trigger exceptions_mail after insert on exceptions for each row execute function app.mail_exception();
