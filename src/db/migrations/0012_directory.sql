-- The directory: finding people by a part of their name, spelt almost right, and what an educator keeps themselves.

create extension if not exists pg_trgm;

-- An educator pauses themselves, and sets their own places; their paid time is the office's to say.
create function app.guard_educator_terms() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare before numeric := case tg_op when 'UPDATE' then old.effort_percent else 0 end; begin
  if new.effort_percent <> before and not (app.may('edit people') or app.may('import people')) then
    raise exception 'The program office keeps your paid time. Ask them to change it.' using constraint = 'educator.effort-office';
  end if;
  return new;
end $$;
alter function app.guard_educator_terms() owner to chiron_reader;
revoke all on function app.guard_educator_terms() from public;
create trigger educator_terms_guard before insert or update on educator_terms for each row execute function app.guard_educator_terms();

grant update (ended_at) on sessions, offices to chiron_keeper;
-- Who leaves is signed out everywhere, API keys included; one's own are ended by a function of the access migration.
create policy sessions_leaving on sessions for update to chiron_keeper using (true) with check (ended_at is not null);
-- And holds no office any more, so that nobody waits for them. A school's last administrator therefore cannot leave.
create policy offices_leaving on offices for update to chiron_keeper using (true) with check (ended_at is not null);
create function app.end_access_of_leaver() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update offices set ended_at = clock_timestamp()
  where school_id = new.school_id and person_id = new.person_id and ended_at is null;
  update sessions set ended_at = clock_timestamp()
  where school_id = new.school_id and person_id = new.person_id and ended_at is null;
  return null;
end $$;
alter function app.end_access_of_leaver() owner to chiron_keeper;
revoke all on function app.end_access_of_leaver() from public;
create trigger people_leave after update of left_on on people for each row
  when (new.left_on is not null) execute function app.end_access_of_leaver();

-- Who leaves, leaves their relationships too: neither of the two gives a reason, and the program may match the other anew.
-- Nor is anybody asked about them any more.
create function app.end_relationships_of_leaver() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.end_relationships(new.school_id, array(select relationship_id from relationships
    where school_id = new.school_id and new.person_id in (learner_id, educator_id) and ended_on is null and voided_by is null));
  perform app.withdraw_proposals(new.school_id, array[new.person_id], null);
  return null;
end $$;
alter function app.end_relationships_of_leaver() owner to chiron_keeper;
revoke all on function app.end_relationships_of_leaver() from public;
create trigger people_leave_relationships after update of left_on on people for each row
  when (new.left_on is not null and old.left_on is null) execute function app.end_relationships_of_leaver();

-- A page of the directory is read in its order, however large the school.
create index people_by_name on people (school_id, family_name, given_name, person_id) where voided_by is null;
