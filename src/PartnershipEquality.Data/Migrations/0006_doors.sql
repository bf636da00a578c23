-- The doors: what must be known before a tenant is. One function each, owned by the gate, granted to those who call it.

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

revoke all on function gate.reach, gate.sign_in from public;
grant execute on function gate.reach to equality_platform, equality_gate;
grant execute on function gate.sign_in to equality_app;
alter function gate.reach owner to equality_gate;
alter function gate.sign_in owner to equality_gate;
grant usage on schema equality, app to equality_gate;
