-- Which organisation has work, and from when: one row per organisation and kind, so that a worker finds work without
-- reading any tenant's tables. Which kinds there are is the program's to say, so that a new one needs no new shape here.
create table work_due (
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  next_at timestamptz not null,
  -- A claim has a name, so that a run that outlived its claim cannot end the next worker's.
  claim uuid,
  claimed_until timestamptz,
  -- A job that would claim it stands in a queue; should the queue lose it, another is made after this moment.
  queued_until timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (organisation_id, kind));
create index on work_due (kind, next_at);
call app.lock_rows('work_due');
create policy own on work_due for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
create policy finds on work_due for all to equality_platform using (true) with check (true);
grant select, insert, update (next_at, claimed_until, attempts, last_error) on work_due to equality_app, equality_platform;
grant update (claim, queued_until) on work_due to equality_platform;

-- A sandbox owes no mail: the database keeps none of it, whoever writes it, nor any work to make or send it.
create function app.owes_no_mail() returns trigger language plpgsql as $$
begin
  return case when exists (select from equality.organisations o where o.id = new.organisation_id and o.sandbox_of is not null) then null else new end;
end $$;
create trigger owes_no_mail before insert on work_due for each row when (new.kind in ('send', 'deliver')) execute function app.owes_no_mail();
