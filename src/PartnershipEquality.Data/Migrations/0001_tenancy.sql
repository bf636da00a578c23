-- Tenancy: who is asking, which rows that opens, and the organisations themselves.
create schema app;
create schema gate;
revoke all on schema equality, app, gate from public;
grant usage on schema equality, app to equality_app, equality_platform, equality_gate, equality_backup;
grant usage on schema gate to equality_app, equality_platform;
grant usage, create on schema gate to equality_gate;

-- A custom setting comes back as '' on a pooled connection: nullif makes "no setting" mean "no rows".
create function app.me() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;
create function app.ids(name text) returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.' || name, true), ''), ',')::uuid[];
create function app.london_day(at timestamptz) returns date language sql immutable parallel safe
  return (at at time zone 'Europe/London')::date;

-- Every tenant table is enabled and forced here, so that no migration forgets half of it.
create procedure app.lock_rows(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select on %s to equality_backup', target);
end $$;

create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('authority', 'partnership')),
  code text not null,
  name text not null,
  aliases text[] not null default '{}',
  gss_code text check (gss_code ~ '^[EWSN][0-9]{8}$'),
  outside_bodies text[] not null default '{}',
  shares_headlines boolean not null default false,
  -- A sandbox: twins of an organisation and of those it works with, tenants like any other, in which integrations are tried.
  sandbox_of uuid references organisations (id),
  twin_of uuid references organisations (id),
  version int not null default 1,
  created_at timestamptz not null,
  check (kind = 'authority' or gss_code is null),
  check ((sandbox_of is null) = (twin_of is null)));
-- A twin goes by its original's codes, so that what is written for the one works for the other.
create unique index organisations_code_key on organisations (code) where sandbox_of is null;
create unique index organisations_gss_code_key on organisations (gss_code) where sandbox_of is null;
create unique index organisations_twins on organisations (sandbox_of, twin_of) where sandbox_of is not null;
call app.lock_rows('organisations');
create policy reads on organisations for select to equality_app using (id = any ((select app.ids('related_ids'))::uuid[]));
create policy all_of_them on organisations for all to equality_platform using (true) with check (true);
create policy door on organisations for select to equality_gate using (true);
grant select on organisations to equality_app, equality_gate;
grant select, insert, update on organisations to equality_platform;

create table memberships (
  partnership_id uuid not null references organisations (id),
  authority_id uuid not null references organisations (id),
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (partnership_id, authority_id, from_on),
  check (partnership_id <> authority_id));
create index on memberships (authority_id);
call app.lock_rows('memberships');
create policy reads on memberships for select to equality_app
  using (authority_id = (select app.me()) or partnership_id = any ((select app.ids('owner_ids'))::uuid[]));
create policy all_of_them on memberships for all to equality_platform using (true) with check (true);
create policy door on memberships for select to equality_gate using (true);
grant select on memberships to equality_app, equality_gate;
grant select, insert, update on memberships to equality_platform;

create table settings (
  organisation_id uuid primary key references organisations (id),
  default_tier text not null default 'private' check (default_tier in ('private', 'partnership')),
  mail_from_name text,
  mail_reply_to text,
  version int not null default 1);
call app.lock_rows('settings');
create policy own on settings for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy makes on settings for insert to equality_platform with check (true);
grant select, insert, update (default_tier, mail_from_name, mail_reply_to, version) on settings to equality_app;
grant insert on settings to equality_platform;
