-- Several workers: a claim has a name, so that a run that outlived its claim cannot end the next worker's.
alter table work_due add column claim uuid;
grant update (claim) on work_due to equality_platform;

-- Mails that carry no digest (a notice to the lead), by which way each left, and what became of it after that.
alter table outbox
  alter column digest_id drop not null,
  add column kind text not null default 'digest' check (kind in ('digest', 'notice')),
  add column given_back boolean not null default false,
  add column sent_by text,
  add column sent_as text,
  add column poll_at timestamptz,
  add column delivered_at timestamptz,
  add check (kind <> 'digest' or digest_id is not null);
create index on outbox (organisation_id, id);
create index on outbox (organisation_id, state, id);
create index on outbox (organisation_id, poll_at, id) where poll_at is not null;
grant update (given_back, sent_by, sent_as, poll_at, delivered_at) on outbox to equality_app;

-- How many mails wait and since when, over all organisations: two numbers for whoever runs the service, and no more.
create policy door on outbox for select to equality_gate using (true);
grant select (state, next_at) on outbox to equality_gate;
create function gate.mail_waiting(at timestamptz) returns table (waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*), min(next_at) from equality.outbox where state = 'waiting' and next_at <= at
$$;
revoke all on function gate.mail_waiting from public;
grant execute on function gate.mail_waiting to equality_platform;
alter function gate.mail_waiting owner to equality_gate;

-- An organisation's own account with GOV.UK Notify. The key is written by it and read by its work; no answer holds it.
create table notify_channels (
  organisation_id uuid primary key references organisations (id),
  api_key text not null,
  template uuid not null,
  reply_to uuid,
  version int not null default 1,
  updated_at timestamptz not null);
call app.lock_rows('notify_channels');
create policy own on notify_channels for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (api_key, template, reply_to, version, updated_at), delete on notify_channels to equality_app;
