-- Where an organisation wants to be told of changes, what is owed to each address, and what became of it. The secret is
-- signed with, so it is kept as it is: read by the organisation's own transactions alone, and in backups.
create table webhooks (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  url text not null,
  description text,
  event_types text[] not null default '{}',
  contact text,
  secret text not null,
  former_secret text,
  former_secret_until timestamptz,
  enabled boolean not null default true,
  disabled_reason text check (disabled_reason in ('asked', 'gone', 'exhausted')),
  disabled_at timestamptz,
  -- How far in the feed it has been served.
  feed_generation int not null,
  feed_txid bigint not null,
  feed_seq bigint not null,
  failures int not null default 0,
  rests_until timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_error text,
  made_by text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organisation_id, id),
  check (enabled = (disabled_reason is null)),
  check ((former_secret is null) = (former_secret_until is null)));
call app.lock_rows('webhooks');
create policy own on webhooks for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (url, description, event_types, contact, secret, former_secret, former_secret_until, enabled, disabled_reason, disabled_at,
  feed_generation, feed_txid, feed_seq, failures, rests_until, last_success_at, last_failure_at, last_error, version, updated_at), delete on webhooks to equality_app;

-- One event owed to one address. Its body is kept as it was first made, so that every try and every sending again is of
-- the same bytes under the same id.
create table webhook_deliveries (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  webhook_id uuid not null,
  event_id text not null,
  type text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  tries int not null default 0,
  first_tried_at timestamptz,
  next_at timestamptz not null,
  claim uuid,
  claimed_until timestamptz,
  last_status int,
  last_error text,
  delivered_at timestamptz,
  created_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, webhook_id, event_id),
  foreign key (organisation_id, webhook_id) references webhooks (organisation_id, id) on delete cascade);
create index on webhook_deliveries (organisation_id, webhook_id, next_at, id) where state = 'waiting';
create index on webhook_deliveries (organisation_id, webhook_id, created_at, id);
create index on webhook_deliveries (organisation_id, created_at);
create index on webhook_deliveries (next_at) where state = 'waiting';
call app.lock_rows('webhook_deliveries');
create policy own on webhook_deliveries for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (state, tries, first_tried_at, next_at, claim, claimed_until, last_status, last_error, delivered_at), delete on webhook_deliveries to equality_app;

-- Each try: when, and what was answered. Nothing of an answer's body is kept; it is the receiver's.
create table webhook_attempts (
  organisation_id uuid not null references organisations (id),
  delivery_id uuid not null,
  number int not null,
  at timestamptz not null,
  status int,
  milliseconds int not null,
  error text,
  primary key (organisation_id, delivery_id, number),
  foreign key (organisation_id, delivery_id) references webhook_deliveries (organisation_id, id) on delete cascade);
call app.lock_rows('webhook_attempts');
create policy reads on webhook_attempts for select to equality_app using (organisation_id = (select app.me()));
create policy adds on webhook_attempts for insert to equality_app with check (organisation_id = (select app.me()));
grant select, insert on webhook_attempts to equality_app;

-- Who is behind is found by comparing places, and not by a mark that writers set: writers of one partnership would wait
-- for each other's marks, and a mark can be set before what it stands for can be read.
create policy behind on webhooks for select to equality_gate using (true);
grant select (id, organisation_id, enabled, feed_generation, feed_txid, feed_seq) on webhooks to equality_gate;
create function gate.webhooks_behind() returns table (organisation_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct w.organisation_id from equality.webhooks w
  where w.enabled and exists (
    select from equality.change_feed f
    where f.organisation_id = w.organisation_id and (f.generation, f.txid, f.seq) > (w.feed_generation, w.feed_txid, w.feed_seq)
      and f.txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
$$;
revoke all on function gate.webhooks_behind from public;
grant execute on function gate.webhooks_behind to equality_platform;
alter function gate.webhooks_behind owner to equality_gate;

-- How many events wait and since when, over all organisations: two numbers for whoever runs the service, and no more.
create policy door on webhook_deliveries for select to equality_gate using (true);
grant select (organisation_id, webhook_id, state, next_at) on webhook_deliveries to equality_gate;
create function gate.webhooks_waiting(at timestamptz) returns table (waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*), min(d.next_at) from equality.webhook_deliveries d
  join equality.webhooks w on w.organisation_id = d.organisation_id and w.id = d.webhook_id
  where d.state = 'waiting' and d.next_at <= at and w.enabled
$$;
revoke all on function gate.webhooks_waiting from public;
grant execute on function gate.webhooks_waiting to equality_platform;
alter function gate.webhooks_waiting owner to equality_gate;
