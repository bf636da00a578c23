-- Credentials, and the doors: what must be known before a tenant is. Each door is one function, owned by the gate and
-- granted to those who call it; a secret's hash is compared inside the database, and nobody but the gate may select it.
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
grant select (id, organisation_id, name, scopes, development, made_by, created_at, expires_at, revoked_at, last_used_on, version) on api_keys to equality_app;
grant insert on api_keys to equality_app, equality_platform;
grant update (name, revoked_at, expires_at, last_used_on, version) on api_keys to equality_app;
grant select on api_keys to equality_gate;

-- What falls due, as a calendar that a person or an authority subscribes to. Whoever has its address has it, so the
-- address holds a secret that is kept as its hash, and can be revoked.
create table calendars (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  person_id uuid,
  name text not null check (name <> ''),
  secret_sha256 bytea not null,
  made_by text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  version int not null default 1,
  unique (authority_id, id),
  foreign key (authority_id, person_id) references people (authority_id, id) on delete cascade);
create index on calendars (authority_id, person_id) where person_id is not null;
call app.lock_rows('calendars');
create policy own on calendars for all to equality_app using (authority_id = (select app.me())) with check (authority_id = (select app.me()));
create policy door on calendars for select to equality_gate using (true);
grant select (id, authority_id, person_id, name, made_by, created_at, revoked_at, version), insert, update (name, revoked_at, version) on calendars to equality_app;
grant select on calendars to equality_gate;

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

-- What one organisation may reach on a day: the settings under which its rows are read.
create function gate.reach(organisation uuid, today date)
returns table (organisation_id uuid, kind text, code text, name text, owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  with me as (select o.* from equality.organisations o where o.id = organisation),
  mine as (
    select p.id, p.shares_headlines from equality.memberships m join equality.organisations p on p.id = m.partnership_id
    where m.authority_id = organisation and m.from_on <= today and (m.to_on is null or m.to_on >= today)),
  owners as (select id from me union select id from mine),
  past as (
    select distinct a.scheme_id, a.owner_id from equality.assignments a
    where a.authority_id = organisation and a.owner_id <> all (select id from owners)
      -- Only who has left somewhere can have a past, so the others are spared the look.
      and exists (select from equality.memberships m where m.authority_id = organisation and m.to_on < today))
  select me.id, me.kind, me.code, me.name,
    array(select id from owners),
    array(select id from mine where shares_headlines union select id from me where me.shares_headlines),
    array(select m.authority_id from equality.memberships m where m.partnership_id = organisation and m.from_on <= today and (m.to_on is null or m.to_on >= today)),
    array(select id from owners union select owner_id from past
      union select m.authority_id from equality.memberships m join owners on owners.id = m.partnership_id),
    array(select scheme_id from past)
  from me
$$;

create function gate.sign_in(key uuid, secret bytea, development boolean, at timestamptz)
returns table (key_id uuid, key_name text, scopes text[], expires_at timestamptz, organisation_id uuid, kind text, code text, name text,
  owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.name, k.scopes, k.expires_at, r.*
  from equality.api_keys k cross join lateral gate.reach(k.organisation_id, app.london_day(at)) r
  where k.id = key and k.secret_sha256 = sha256(secret) and k.revoked_at is null and k.expires_at > at
    and (sign_in.development or not k.development)
$$;

create function gate.open_calendar(calendar uuid, secret bytea, at timestamptz)
returns table (calendar_id uuid, person_id uuid, organisation_id uuid, kind text, code text, name text,
  owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.person_id, r.*
  from equality.calendars c cross join lateral gate.reach(c.authority_id, app.london_day(at)) r
  where c.id = calendar and c.secret_sha256 = sha256(secret) and c.revoked_at is null
$$;

create function gate.open_digest(digest uuid, secret bytea, at timestamptz)
returns table (digest_id uuid, recipient text, organisation_id uuid, kind text, code text, name text,
  owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.recipient, r.*
  from equality.digests d cross join lateral gate.reach(d.organisation_id, app.london_day(at)) r
  where d.id = digest and d.unsubscribe_sha256 = sha256(secret)
$$;

-- A browser asks before it sends a credential, so an origin is looked up before a tenant is known: yes or no, and no more.
create function gate.knows_origin(asked text, organisation uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from equality.portal_origins o where o.origin = asked and (organisation is null or o.organisation_id = organisation))
$$;

revoke all on function gate.reach, gate.sign_in, gate.open_calendar, gate.open_digest, gate.knows_origin from public;
grant execute on function gate.reach to equality_platform, equality_gate;
grant execute on function gate.sign_in, gate.open_calendar, gate.open_digest, gate.knows_origin to equality_app;
alter function gate.reach owner to equality_gate;
alter function gate.sign_in owner to equality_gate;
alter function gate.open_calendar owner to equality_gate;
alter function gate.open_digest owner to equality_gate;
alter function gate.knows_origin owner to equality_gate;

-- Who is in an organisation's sandbox. No tenant may read another, and twins are tenants like any, so the door answers
-- for the one that asks, and for nobody else.
create function gate.sandbox() returns table (id uuid, kind text, code text, name text, twin_of uuid, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.kind, o.code, o.name, o.twin_of, o.created_at from equality.organisations o where o.sandbox_of = (select app.me()) order by o.code
$$;
revoke all on function gate.sandbox from public;
grant execute on function gate.sandbox to equality_app;
alter function gate.sandbox owner to equality_gate;
