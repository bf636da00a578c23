-- The feed, read: up to where rows have been forgotten, so that a reader whose place lies before that is told so and
-- does not take a gap for silence.
create table feed_forgotten (
  organisation_id uuid primary key references organisations (id),
  generation int not null,
  txid bigint not null,
  seq bigint not null);
call app.lock_rows('feed_forgotten');
create policy own on feed_forgotten for all to equality_app
  using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()));
grant select, insert, update (generation, txid, seq) on feed_forgotten to equality_app;
-- The feed is kept for 90 days; the log that it is made from stays.
create policy forgets on change_feed for delete to equality_app using (organisation_id = (select app.me()));
grant delete on change_feed to equality_app;

-- Some changes are one side's to know: an owner loses sight of what its authority still sees.
alter table changes drop constraint changes_audience_check;
alter table changes add constraint changes_audience_check check (audience in ('self', 'parties', 'members', 'owner'));
drop trigger feeds_readers on changes;
drop function gate.feed_readers();
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

-- Each organisation's feed is looked after once a day. Which kinds of work there are is the program's to say, so that a
-- new one needs no new shape here.
alter table work_due drop constraint work_due_kind_check;
alter table work_due add constraint work_due_kind_check check (kind ~ '^[a-z]{1,20}$');
-- The owner is bound by row security too, and would find no organisation.
alter table organisations no force row level security;
alter table work_due no force row level security;
insert into work_due (organisation_id, kind, next_at) select id, 'feed', '2026-01-01Z' from organisations;
alter table work_due force row level security;
alter table organisations force row level security;

-- An owner's updates in the order in which they were made, for the export.
create index on progress_updates (owner_id, id);
