-- What was uploaded and what was understood of it, until it is applied; the file is kept in chunks so that no
-- request holds one whole.
create table imports (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  file_name text not null,
  bytes bigint not null,
  sha256 bytea not null,
  status text not null check (status in ('read', 'applied')),
  title text not null,
  starts_on date not null,
  ends_on date not null,
  stage text not null,
  sample boolean not null default false,
  plan jsonb not null,
  problems jsonb not null,
  scheme_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  applied_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, scheme_id) references schemes (owner_id, id));

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
grant update (status, scheme_id, applied_at, version) on imports to equality_app;
