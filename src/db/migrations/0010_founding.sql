-- The one-time link that founds a school on a server which has none.

create table founding_links (
  secret_hash bytea primary key,
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
alter table founding_links enable row level security;
alter table founding_links force row level security;
grant select, insert, update on founding_links to chiron_steward;
-- Made and used by the server alone.
create policy founding_links_steward on founding_links to chiron_steward using ((select app.steward())) with check ((select app.steward()));
