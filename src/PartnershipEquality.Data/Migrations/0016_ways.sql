-- What a POST under an Idempotency-Key answered, so that the same request sent again is answered and not done again.
-- The fingerprint and the answer are made with the credential's own secret: who has the table, or a backup of it, reads nothing.
create table idempotency_keys (
  organisation_id uuid not null references organisations (id),
  credential text not null,
  key text not null check (length(key) between 1 and 255),
  fingerprint bytea not null,
  answer bytea not null,
  expires_at timestamptz not null,
  primary key (organisation_id, credential, key));
create index on idempotency_keys (organisation_id, expires_at);
call app.lock_rows('idempotency_keys');
create policy own on idempotency_keys for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (fingerprint, answer, expires_at), delete on idempotency_keys to equality_app;

-- What has expired is cleared like any other work, organisation by organisation.
alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind in ('plan', 'send', 'deliver', 'import', 'tidy'));

-- The web origins of an organisation's portals, whose pages may read the API's answers in a browser.
create table portal_origins (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  origin text not null check (origin <> ''),
  made_by text not null,
  created_at timestamptz not null,
  version int not null default 1,
  unique (organisation_id, origin));
create index on portal_origins (origin);
call app.lock_rows('portal_origins');
create policy own on portal_origins for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy door on portal_origins for select to equality_gate using (true);
grant select, insert, delete on portal_origins to equality_app;
grant select (organisation_id, origin) on portal_origins to equality_gate;

-- A browser asks before it sends a credential, so an origin is looked up before a tenant is known: yes or no, and no more.
create function gate.knows_origin(asked text, organisation uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from equality.portal_origins o where o.origin = asked and (organisation is null or o.organisation_id = organisation))
$$;
revoke all on function gate.knows_origin from public;
grant execute on function gate.knows_origin to equality_app;
alter function gate.knows_origin owner to equality_gate;
