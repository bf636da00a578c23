-- What hangs on an assignment is found by its whole key when an import is undone. An index on a part of it is not
-- enough: until the tables have been analysed, one on the owner alone looks as good, and each of 35,000 assignments then
-- walks all that its owner has.
create index on occurrences (authority_id, owner_id, assignment_id);
create index on assignment_states (authority_id, owner_id, assignment_id);
create index on assignments (owner_id, action_id);

-- Whoever may know is told once a statement and not once a row: a plan that goes live is one change for each assignment.
-- The order stays that in which they were made, which is that of their ids.
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
      select c.organisation_id as reader
      union select c.authority_id where c.audience <> 'self'
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
