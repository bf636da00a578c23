-- Tenancy: who is asking, which rows that opens, and the doors that are passed before a tenant is known.
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
  code text not null unique,
  name text not null,
  aliases text[] not null default '{}',
  gss_code text unique check (gss_code ~ '^[EWSN][0-9]{8}$'),
  outside_bodies text[] not null default '{}',
  shares_headlines boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  check (kind = 'authority' or gss_code is null));
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

create table api_keys (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null,
  scopes text[] not null,
  secret_sha256 bytea not null,
  development boolean not null default false,
  made_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date,
  version int not null default 1,
  unique (organisation_id, id));
create index on api_keys (organisation_id, created_at, id);
call app.lock_rows('api_keys');
create policy own on api_keys for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy makes on api_keys for insert to equality_platform with check (true);
create policy door on api_keys for select to equality_gate using (true);
-- The hash is compared inside the database: nobody but the gate may select it.
grant select (id, organisation_id, name, scopes, development, made_by, created_at, expires_at, revoked_at, last_used_on, version) on api_keys to equality_app;
grant insert on api_keys to equality_app, equality_platform;
grant update (name, revoked_at, expires_at, last_used_on, version) on api_keys to equality_app;
grant select on api_keys to equality_gate;

-- Which organisation has work, and from when: one row per organisation and kind, so that the worker finds
-- work without reading any tenant's tables.
create table work_due (
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('plan', 'send', 'deliver', 'import')),
  next_at timestamptz not null,
  claimed_until timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (organisation_id, kind));
create index on work_due (kind, next_at);
call app.lock_rows('work_due');
create policy own on work_due for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy finds on work_due for all to equality_platform using (true) with check (true);
grant select, insert, update (next_at, claimed_until, attempts, last_error) on work_due to equality_app, equality_platform;

-- The log: detail for those who acted or are acted on; a thin row for each reader.
create table feed_generation (
  only_one boolean primary key default true check (only_one),
  generation int not null);
insert into feed_generation (generation) values (1);
grant select on feed_generation to equality_app, equality_gate, equality_backup;

create table changes (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  authority_id uuid references organisations (id),
  owner_id uuid references organisations (id),
  audience text not null check (audience in ('self', 'parties', 'members')),
  type text not null,
  subject text not null,
  version int not null,
  actor text not null,
  before jsonb,
  after jsonb,
  trace_id text,
  at timestamptz not null);
create index on changes (organisation_id, at, id);
create index on changes (authority_id, at, id) where authority_id is not null;
create index on changes (subject, at);
call app.lock_rows('changes');
create policy reads on changes for select to equality_app
  using (organisation_id = (select app.me()) or authority_id = (select app.me()));
create policy adds on changes for insert to equality_app with check (organisation_id = (select app.me()));
grant select, insert on changes to equality_app;

create sequence change_feed_seq;
create table change_feed (
  organisation_id uuid not null references organisations (id),
  generation int not null,
  txid bigint not null,
  seq bigint not null,
  type text not null,
  subject text not null,
  version int not null,
  at timestamptz not null,
  primary key (organisation_id, generation, txid, seq));
call app.lock_rows('change_feed');
create policy reads on change_feed for select to equality_app using (organisation_id = (select app.me()));
create policy feeds on change_feed for insert to equality_gate with check (true);
grant select on change_feed to equality_app;
grant insert on change_feed to equality_gate;
grant usage on sequence change_feed_seq to equality_gate;

create function gate.feed_readers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into equality.change_feed (organisation_id, generation, txid, seq, type, subject, version, at)
  select reader, (select generation from equality.feed_generation), pg_current_xact_id()::text::bigint,
         nextval('equality.change_feed_seq'), new.type, new.subject, new.version, new.at
  from (
    select new.organisation_id as reader
    union select new.authority_id where new.audience <> 'self'
    union select new.owner_id where new.audience <> 'self'
    union select m.authority_id from equality.memberships m
      where new.audience = 'members' and m.partnership_id = new.owner_id
        and m.from_on <= app.london_day(new.at) and (m.to_on is null or m.to_on >= app.london_day(new.at))) readers
  where reader is not null;
  return null;
end $$;
create trigger feeds_readers after insert on changes for each row execute function gate.feed_readers();
-- Rights are settled first: once the function is the gate's, its maker can no longer change them.
revoke all on function gate.feed_readers() from public;
alter function gate.feed_readers() owner to equality_gate;
