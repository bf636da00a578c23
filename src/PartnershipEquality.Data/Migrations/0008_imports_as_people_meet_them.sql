-- An upload is read at once or, when it is large, by a worker; people correct how it was read until it is applied or abandoned.
alter table imports drop constraint imports_status_check;
alter table imports add constraint imports_status_check check (status in ('reading', 'read', 'failed', 'applied', 'abandoned'));
alter table imports
  add column plan_year int,
  add column period_assumed boolean not null default false,
  add column mapping jsonb,
  add column corrections jsonb not null default '[]',
  add column tables jsonb not null default '[]',
  add column dropped jsonb not null default '[]',
  add column narrative text,
  add column rows int,
  add column rows_read int,
  add column failure jsonb,
  add column updated_at timestamptz;
-- The owner is bound by row security too, and would find no row to fill.
alter table imports no force row level security;
update imports set updated_at = coalesce(applied_at, created_at);
alter table imports force row level security;
alter table imports alter column updated_at set not null;
create index on imports (organisation_id, id) where status = 'reading';
grant update (title, starts_on, ends_on, stage, plan_year, period_assumed, mapping, corrections, plan, problems, tables, dropped, narrative, rows, rows_read, failure, updated_at) on imports to equality_app;
-- The file of an upload that was abandoned is not kept.
grant delete on import_chunks to equality_app;

-- The text around a plan's tables is the scheme's.
alter table schemes add column narrative text;
grant update (narrative) on schemes to equality_app;
