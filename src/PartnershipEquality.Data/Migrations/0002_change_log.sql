-- One log, four readers: the detail for those who acted or are acted on; a thin row for each reader of the feed.
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
  -- Some changes are one side's to know: an owner loses sight of what its authority still sees.
  audience text not null check (audience in ('self', 'parties', 'members', 'owner')),
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
create policy behind on change_feed for select to equality_gate using (true);
-- The feed is kept for 90 days; the log that it is made from stays.
create policy forgets on change_feed for delete to equality_app using (organisation_id = (select app.me()));
grant select, delete on change_feed to equality_app;
grant insert, select (organisation_id, generation, txid, seq) on change_feed to equality_gate;
grant usage on sequence change_feed_seq to equality_gate;

-- Up to where rows have been trimmed, so that a reader whose position lies before that hears so and does not take a
-- gap for silence.
create table feed_trimmed (
  organisation_id uuid primary key references organisations (id),
  generation int not null,
  txid bigint not null,
  seq bigint not null);
call app.lock_rows('feed_trimmed');
create policy own on feed_trimmed for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (generation, txid, seq) on feed_trimmed to equality_app;

-- Readers get their rows once a statement and not once a row: a plan that goes live is one change for each assignment.
-- The order stays that in which the changes were made, which is that of their ids.
create function gate.feed_readers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into equality.change_feed (organisation_id, generation, txid, seq, type, subject, version, at)
  select reader, (select generation from equality.feed_generation), pg_current_xact_id()::text::bigint,
         nextval('equality.change_feed_seq'), type, subject, version, at
  from (
    select r.reader, c.type, c.subject, c.version, c.at
    from made c cross join lateral (
      select c.organisation_id as reader where c.audience <> 'owner'
      union select c.authority_id where c.audience in ('parties', 'members')
      union select c.owner_id where c.audience <> 'self'
      union select m.authority_id from equality.memberships m
        where c.audience = 'members' and m.partnership_id = c.owner_id
          and m.from_on <= app.london_day(c.at) and (m.to_on is null or m.to_on >= app.london_day(c.at))) r
    where r.reader is not null
    order by c.id) told;
  return null;
end $$;
create trigger feeds_readers after insert on changes referencing new table as made for each statement execute function gate.feed_readers();
-- Rights are settled first: once the function is the gate's, its maker can no longer change them.
revoke all on function gate.feed_readers() from public;
alter function gate.feed_readers() owner to equality_gate;
