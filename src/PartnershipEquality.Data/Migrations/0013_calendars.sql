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
-- The hash is compared inside the database: nobody but the gate may select it.
grant select (id, authority_id, person_id, name, made_by, created_at, revoked_at, version), insert, update (name, revoked_at, version) on calendars to equality_app;
grant select on calendars to equality_gate;
-- A calendar lists what is open by its day, and nothing else.
create index on occurrences (authority_id, due_by, id) where kind = 'delivery' and status = 'open';

create function gate.open_calendar(calendar uuid, secret bytea, at timestamptz)
returns table (calendar_id uuid, person_id uuid, organisation_id uuid, kind text, code text, name text,
  owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.person_id, r.*
  from equality.calendars c cross join lateral gate.reach(c.authority_id, app.london_day(at)) r
  where c.id = calendar and c.secret_sha256 = sha256(secret) and c.revoked_at is null
$$;
revoke all on function gate.open_calendar from public;
grant execute on function gate.open_calendar to equality_app;
alter function gate.open_calendar owner to equality_gate;
