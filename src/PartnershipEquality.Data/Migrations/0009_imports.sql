-- What was uploaded and what was understood of it, until it is applied. An upload is read at once or, when it is large,
-- by a worker; people correct how it was read until it is applied or abandoned.
create table imports (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  file_name text not null,
  bytes bigint not null,
  sha256 bytea not null,
  status text not null check (status in ('reading', 'read', 'failed', 'applied', 'abandoned')),
  title text not null,
  starts_on date not null,
  ends_on date not null,
  period_assumed boolean not null default false,
  plan_year int,
  stage text not null,
  sample boolean not null default false,
  mapping jsonb,
  corrections jsonb not null default '[]',
  tables jsonb not null default '[]',
  plan jsonb not null,
  problems jsonb not null,
  dropped jsonb not null default '[]',
  narrative text,
  rows int,
  rows_read int,
  failure jsonb,
  scheme_id uuid,
  -- A document may be meant for a scheme that is live already: people see what it would change before it is applied, and
  -- say which of its parts are which of the scheme's where the words do not tell.
  into_scheme_id uuid,
  matches jsonb not null default '[]',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  applied_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, scheme_id) references schemes (owner_id, id),
  foreign key (organisation_id, into_scheme_id) references schemes (owner_id, id) on delete set null (into_scheme_id));
create index on imports (organisation_id, id) where status = 'reading';
create index on imports (into_scheme_id) where into_scheme_id is not null;

-- The file is kept in chunks so that no request holds one whole; that of an upload that was abandoned is not kept.
create table import_chunks (
  organisation_id uuid not null,
  import_id uuid not null,
  ordinal int not null,
  bytes bytea not null,
  primary key (organisation_id, import_id, ordinal),
  foreign key (organisation_id, import_id) references imports (organisation_id, id));

do $$
declare
  t text;
begin
  foreach t in array array['imports', 'import_chunks'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy own on %I for all to equality_app using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
end $$;
grant update (status, title, starts_on, ends_on, period_assumed, plan_year, stage, mapping, corrections, tables, plan, problems, dropped, narrative,
  rows, rows_read, failure, scheme_id, into_scheme_id, matches, version, updated_at, applied_at) on imports to equality_app;
grant delete on import_chunks to equality_app;
