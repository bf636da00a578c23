-- Posts are seen by the partnership (title and vacancy); who holds them is the authority's alone, in tables of
-- their own, so that a person can be erased and the plan stays.
create table posts (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  title text not null,
  aliases text[] not null default '{}',
  equality_lead boolean not null default false,
  -- Kept by the authority's writes and its morning's planning: partnerships see vacancy, but never who holds a post.
  vacant_since date,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (authority_id, id));
create unique index on posts (authority_id, lower(title));
create unique index on posts (authority_id) where equality_lead;
call app.lock_rows('posts');
create policy reads on posts for select to equality_app
  using (authority_id = (select app.me()) or authority_id = any ((select app.ids('member_ids'))::uuid[]));
create policy adds on posts for insert to equality_app with check (authority_id = (select app.me()));
create policy changes on posts for update to equality_app
  using (authority_id = (select app.me())) with check (authority_id = (select app.me()));
grant select, insert, update (title, aliases, equality_lead, vacant_since, version, updated_at) on posts to equality_app;

create table people (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  name text not null,
  address text not null,
  -- When a mail server said that no message can reach the address; empty while none has.
  refused_at timestamptz,
  created_at timestamptz not null,
  unique (authority_id, id));
create unique index on people (authority_id, lower(address));

create table post_holders (
  id uuid primary key,
  authority_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  deputy boolean not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  version int not null default 1,
  unique (authority_id, id),
  foreign key (authority_id, post_id) references posts (authority_id, id),
  foreign key (authority_id, person_id) references people (authority_id, id));
create index on post_holders (post_id);
create index on post_holders (authority_id, person_id);

create table role_mappings (
  authority_id uuid not null,
  role text not null,
  written text not null,
  post_id uuid not null,
  confirmed_at timestamptz not null,
  version int not null default 1,
  primary key (authority_id, role),
  foreign key (authority_id, post_id) references posts (authority_id, id));
create index on role_mappings (authority_id, post_id);

create table assignment_posts (
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  post_id uuid not null,
  primary key (assignment_id, post_id),
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id),
  foreign key (authority_id, post_id) references posts (authority_id, id));
create index on assignment_posts (authority_id, post_id);

create table reminder_policies (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  owner_id uuid,
  scheme_id uuid,
  delivery_offsets int[] not null,
  delivery_repeat_days int,
  review_offsets int[] not null,
  version int not null default 1,
  unique (organisation_id, id),
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) match full);
create unique index on reminder_policies (organisation_id, coalesce(scheme_id, '00000000-0000-0000-0000-000000000000'));

create table digests (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  recipient text not null,
  recipient_name text not null,
  day date not null,
  subject text not null,
  lines int not null,
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
  foreign key (organisation_id, owner_id, occurrence_id) references occurrences (authority_id, owner_id, id),
  foreign key (organisation_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id),
  foreign key (organisation_id, post_id) references posts (authority_id, id),
  foreign key (organisation_id, digest_id) references digests (organisation_id, id));
create unique index on reminders (occurrence_id, due_by, days_from_due, audience, coalesce(post_id, '00000000-0000-0000-0000-000000000000'));
create index on reminders (organisation_id, id);
-- What nobody could be found for is asked again each working day, so that a vacancy filled later still hears of it.
create index on reminders (organisation_id, owed_on, id) where state in ('owed', 'noRecipient');
create index on reminders (organisation_id, state, id);
create index on reminders (assignment_id, id);
create index on reminders (digest_id);

create table outbox (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  digest_id uuid not null,
  message_id text not null unique,
  to_address text not null,
  to_name text not null,
  from_name text not null,
  reply_to text,
  subject text not null,
  text text not null,
  html text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  next_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null,
  foreign key (organisation_id, digest_id) references digests (organisation_id, id));
create index on outbox (organisation_id, next_at, id) where state = 'waiting';
create unique index on outbox (digest_id);

do $$
declare
  t text;
begin
  foreach t in array array['people', 'post_holders', 'role_mappings', 'assignment_posts'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy own on %I for all to equality_app using (authority_id = (select app.me())) with check (authority_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
  foreach t in array array['reminder_policies', 'digests', 'reminders', 'outbox'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy own on %I for all to equality_app using (organisation_id = (select app.me())) with check (organisation_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
end $$;
-- The owner in its key is the scheme's and not the writer's, so the foreign key alone would let anybody name any scheme.
alter policy own on reminder_policies with check (organisation_id = (select app.me())
  and (scheme_id is null or exists (select from schemes s where s.owner_id = reminder_policies.owner_id and s.id = reminder_policies.scheme_id)));
grant update (name, address, refused_at), delete on people to equality_app;
grant update (to_on, version) on post_holders to equality_app;
grant update (post_id, confirmed_at, version) on role_mappings to equality_app;
grant delete on role_mappings, assignment_posts to equality_app;
grant update (delivery_offsets, delivery_repeat_days, review_offsets, version), delete on reminder_policies to equality_app;
grant update (state, digest_id, why) on reminders to equality_app;
grant update (state, attempts, next_at, last_error, sent_at) on outbox to equality_app;

-- The posts that answer for an assignment: those it was given, else those its action's roles map to. Two roles that
-- map to one post are one answer, the role written first. No grouping, so that each index is reached through it.
create view answering_posts with (security_invoker = true) as
  select p.authority_id, p.owner_id, p.assignment_id, p.post_id, null::text as written
  from assignment_posts p
  union all
  select a.authority_id, a.owner_id, a.id, m.post_id, r.written
  from assignments a
  join action_roles r on r.owner_id = a.owner_id and r.action_id = a.action_id
  join role_mappings m on m.authority_id = a.authority_id and m.role = r.role
  where not exists (select from assignment_posts p where p.assignment_id = a.id)
    and not exists (select from action_roles r2 join role_mappings m2 on m2.authority_id = a.authority_id and m2.role = r2.role
      where r2.owner_id = r.owner_id and r2.action_id = r.action_id and r2.position < r.position and m2.post_id = m.post_id);
grant select on answering_posts to equality_app;
