-- Import: files waiting for a yes, remembered column maps, and what an import changed so that it can be undone.

create table uploads (
  school_id uuid not null references schools,
  upload_id uuid not null default gen_random_uuid(),
  batch_id uuid not null,
  uploaded_by uuid not null,
  name text not null,
  content bytea not null,
  -- The kind of file, its columns and its dates, as guessed or chosen; in the shape of intake/file-kinds.ts.
  reading jsonb,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, upload_id),
  foreign key (school_id, uploaded_by) references people
);
create index uploads_batch on uploads (school_id, batch_id);

create table column_maps (
  school_id uuid not null references schools,
  fingerprint text not null,
  reading jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (school_id, fingerprint)
);

-- What a row was before an import changed it.
create table import_changes (
  school_id uuid not null,
  change_id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  changed text not null,
  key uuid not null,
  before jsonb not null,
  primary key (school_id, change_id),
  foreign key (school_id, import_id) references imports
);
create index import_changes_import on import_changes (school_id, import_id);

do $$ declare t text; begin
  foreach t in array array['uploads', 'column_maps', 'import_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert, update (reading), delete on uploads to chiron_app;
-- A file is seen by who uploaded it until it is taken or thrown away.
create policy uploads_own on uploads to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')) and uploaded_by = (select app.person()))
  with check (school_id = (select app.school()) and (select app.may('import people')) and uploaded_by = (select app.person()));
grant select, insert, update on column_maps to chiron_app;
-- Column maps are the importing offices' memory.
create policy column_maps_office on column_maps to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));
grant select, insert on import_changes to chiron_app;
-- What was before is kept for the undo.
create policy import_changes_office on import_changes to chiron_app
  using (school_id = (select app.school()) and (select app.may('import people')))
  with check (school_id = (select app.school()) and (select app.may('import people')));
