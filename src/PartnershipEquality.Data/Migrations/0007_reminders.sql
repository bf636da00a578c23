-- What is owed to whom: policies, the messages owed, the day's digest of each person, and pauses.
create table reminder_policies (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  owner_id uuid,
  scheme_id uuid,
  delivery_offsets int[] not null,
  delivery_repeat_days int,
  review_offsets int[] not null,
  lead_after_days int default 14,
  group_after_days int default 28,
  version int not null default 1,
  unique (organisation_id, id),
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) match full on delete cascade);
create unique index on reminder_policies (organisation_id, coalesce(scheme_id, '00000000-0000-0000-0000-000000000000'));

create table digests (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  recipient text not null,
  recipient_name text not null,
  day date not null,
  subject text not null,
  lines int not null,
  changes int not null default 0,
  unsubscribe_sha256 bytea,
  made_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, recipient, day));
create index on digests (organisation_id, day, id);

-- One message owed about one occurrence, at one offset, to one audience. The due date is part of the key: a date
-- that moved owes its own reminders, the old date's stay as they were sent.
create table reminders (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  owner_id uuid not null,
  scheme_id uuid not null,
  assignment_id uuid not null,
  occurrence_id uuid not null,
  due_by date not null,
  days_from_due int not null,
  kind text not null check (kind in ('delivery', 'review')),
  audience text not null check (audience in ('responsible', 'lead', 'group')),
  post_id uuid,
  owed_on date not null,
  state text not null check (state in ('owed', 'inDigest', 'stopped', 'noRecipient')),
  digest_id uuid,
  why text,
  created_at timestamptz not null,
  foreign key (organisation_id, owner_id, occurrence_id) references occurrences (authority_id, owner_id, id) on delete cascade,
  foreign key (organisation_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id) on delete cascade,
  foreign key (organisation_id, post_id) references posts (authority_id, id),
  foreign key (organisation_id, digest_id) references digests (organisation_id, id));
create unique index on reminders (occurrence_id, due_by, days_from_due, audience, coalesce(post_id, '00000000-0000-0000-0000-000000000000'));
create index on reminders (organisation_id, id);
-- What nobody could be found for is asked again each working day, so that a vacancy filled later still hears of it.
create index on reminders (organisation_id, owed_on, id) where state in ('owed', 'noRecipient');
create index on reminders (organisation_id, state, id);
create index on reminders (assignment_id, id);
create index on reminders (digest_id);

do $$
declare
  t text;
begin
  foreach t in array array['reminder_policies', 'digests', 'reminders'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy own on %I for all to equality_app using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
end $$;
-- The owner in its key is the scheme's and not the writer's, so the foreign key alone would let anybody name any scheme.
alter policy own on reminder_policies with check (organisation_id = (select app.me())
  and (scheme_id is null or exists (select from schemes s where s.owner_id = reminder_policies.owner_id and s.id = reminder_policies.scheme_id)));
grant update (delivery_offsets, delivery_repeat_days, review_offsets, lead_after_days, group_after_days, version), delete on reminder_policies to equality_app;
grant update (state, digest_id, why) on reminders to equality_app;
create policy door on digests for select to equality_gate using (true);
grant select on digests to equality_gate;

-- A reminder that somebody was sent is a fact and stays, and with it what it was sent about.
create function app.keep_what_was_sent() returns trigger language plpgsql as $$
begin
  if old.digest_id is not null then
    raise foreign_key_violation using message = 'a reminder that was sent stays';
  end if;
  return old;
end $$;
create trigger keeps_what_was_sent before delete on reminders for each row execute function app.keep_what_was_sent();

-- Why reminders pause is the authority's alone to read, so it has a table apart from the assignment.
create table reminder_pauses (
  id uuid primary key,
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  kind text not null check (kind in ('snooze', 'acknowledgement')),
  until_on date not null,
  reason text not null,
  made_by text not null,
  on_behalf_of text,
  made_at timestamptz not null,
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id) on delete cascade);
create index on reminder_pauses (authority_id, owner_id, assignment_id, id);
call app.lock_rows('reminder_pauses');
create policy own on reminder_pauses for all to equality_app using (authority_id = (select app.me())) with check (authority_id = (select app.me()));
grant select, insert on reminder_pauses to equality_app;
