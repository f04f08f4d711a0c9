-- Lines of a home or a desk that somebody put off: for themselves, and nobody else notices.

create table snoozes (
  school_id uuid not null,
  person_id uuid not null,
  -- The key of the line. What it is about is in it, so that the line is another one when that changes.
  line text not null constraint "snooze.line" check (length(line) between 3 and 200),
  -- The day on which it comes back; null: when what it is about changes.
  until date,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, person_id, line),
  foreign key (school_id, person_id) references people (school_id, person_id)
);
comment on constraint "snooze.line" on snoozes is 'A line is named by the key that your home or your desk gave it.';

alter table snoozes enable row level security;
alter table snoozes force row level security;

-- NOTE: no delete: a line is brought back by putting it off until today.
grant select, insert (school_id, person_id, line, until), update (until, at) on snoozes to chiron_app;
-- What somebody puts off is theirs alone, to read and to say: what stands on another's page never changes by it.
create policy snoozes_mine on snoozes to chiron_app
  using (school_id = (select app.school()) and person_id = (select app.person()))
  with check (school_id = (select app.school()) and person_id = (select app.person()));

select app.watch('snoozes', 'snooze', 'person_id', 'person_id');
