-- Posts are seen by the partnership (title and vacancy); who holds them is the authority's alone, in tables of
-- their own, so that a person can be erased and the plan stays.
create table posts (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  title text not null,
  aliases text[] not null default '{}',
  -- Who hears of what stays overdue: the equality lead, then the posts of the equality group.
  equality_lead boolean not null default false,
  equality_group boolean not null default false,
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
grant select, insert, update (title, aliases, equality_lead, equality_group, vacant_since, version, updated_at) on posts to equality_app;

create table people (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  name text not null,
  address text not null,
  -- When a mail server said that no message can reach the address; empty while none has.
  refused_at timestamptz,
  -- Who does not want daily messages unsubscribes by the link in one, without a password; what escalates still reaches them.
  unsubscribed_at timestamptz,
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
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id) on delete cascade,
  foreign key (authority_id, post_id) references posts (authority_id, id));
create index on assignment_posts (authority_id, post_id);

do $$
declare
  t text;
begin
  foreach t in array array['people', 'post_holders', 'role_mappings', 'assignment_posts'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy own on %I for all to equality_app using (authority_id = (select app.me())) with check (authority_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
end $$;
grant update (name, address, refused_at, unsubscribed_at), delete on people to equality_app;
grant update (to_on, version) on post_holders to equality_app;
grant update (post_id, confirmed_at, version), delete on role_mappings to equality_app;
grant delete on assignment_posts to equality_app;

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
