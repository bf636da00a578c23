-- Mail on its way out: digests, and mails that carry none (a notice to the lead), by which transport each left, and what
-- became of it after that.
create table outbox (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null default 'digest' check (kind in ('digest', 'notice')),
  digest_id uuid,
  message_id text not null unique,
  to_address text not null,
  to_name text not null,
  from_name text not null,
  reply_to text,
  unsubscribe_address text,
  subject text not null,
  text text not null,
  html text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  next_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  sent_by text,
  sent_as text,
  poll_at timestamptz,
  delivered_at timestamptz,
  given_back boolean not null default false,
  -- A mail is handed over between two transactions: whoever takes it names its try, and holds the mail for as long as
  -- a try can take. One that says nothing for so long has died, and the mail is taken again under the same Message-ID.
  claim uuid,
  claimed_until timestamptz,
  created_at timestamptz not null,
  foreign key (organisation_id, digest_id) references digests (organisation_id, id),
  check (kind <> 'digest' or digest_id is not null));
create index on outbox (organisation_id, next_at, id) where state = 'waiting';
create unique index on outbox (digest_id);
create index on outbox (organisation_id, id);
create index on outbox (organisation_id, state, id);
create index on outbox (organisation_id, poll_at, id) where poll_at is not null;
call app.lock_rows('outbox');
create policy own on outbox for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy door on outbox for select to equality_gate using (true);
grant select, insert, update (state, attempts, next_at, last_error, sent_at, sent_by, sent_as, poll_at, delivered_at, given_back, claim, claimed_until) on outbox to equality_app;
grant select (state, next_at) on outbox to equality_gate;
create trigger owes_no_mail before insert on outbox for each row execute function app.owes_no_mail();

-- How many mails wait and since when, over all organisations: two numbers for whoever runs the service, and no more.
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
