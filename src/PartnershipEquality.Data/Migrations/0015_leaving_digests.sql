-- Who does not want daily messages leaves them by the link in one, without a password; what escalates still reaches them.
alter table people add digests_off_at timestamptz;
grant update (digests_off_at) on people to equality_app;
alter table digests add leave_sha256 bytea;
alter table outbox add leave_address text;

create policy door on digests for select to equality_gate using (true);
grant select on digests to equality_gate;
create function gate.open_digest(digest uuid, secret bytea, at timestamptz)
returns table (digest_id uuid, recipient text, organisation_id uuid, kind text, code text, name text,
  owner_ids uuid[], sharing_ids uuid[], member_ids uuid[], related_ids uuid[], past_scheme_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.recipient, r.*
  from equality.digests d cross join lateral gate.reach(d.organisation_id, app.london_day(at)) r
  where d.id = digest and d.leave_sha256 = sha256(secret)
$$;
revoke all on function gate.open_digest from public;
grant execute on function gate.open_digest to equality_app;
alter function gate.open_digest owner to equality_gate;
