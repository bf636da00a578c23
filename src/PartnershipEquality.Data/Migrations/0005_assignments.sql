-- The cross-reference made live: this action, that authority. It carries both organisations in its key, so that
-- an authority cannot name another partnership as owner, nor an owner another authority.
create table assignments (
  id uuid primary key,
  authority_id uuid not null references organisations (id),
  owner_id uuid not null,
  scheme_id uuid not null,
  theme_id uuid not null,
  commitment_id uuid not null,
  action_id uuid not null,
  reference text not null,
  qualifier text,
  shared_targets jsonb not null,
  own_targets jsonb,
  status text not null check (status in ('notStarted', 'onTrack', 'atRisk', 'offTrack', 'completed', 'notApplicable')),
  due_by date,
  baseline_due_by date,
  review_by date,
  no_target boolean not null,
  times_moved int not null default 0,
  last_reported_at timestamptz,
  finished_at timestamptz,
  not_applicable_reason text,
  not_applicable_accepted_at timestamptz,
  -- Contested: the authority says that it is not its own to do. It stays expected until the owner decides.
  contested_at timestamptz,
  contest_reason text,
  contest_decided_at timestamptz,
  contest_accepted boolean,
  contest_note text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  roll_on date,
  -- What the plan's owner changed stays here until a digest has told those who do the work.
  pending_notices text[] not null default '{}',
  pending_notices_since timestamptz,
  -- An authority may put off what it is reminded of, and say that it has seen it.
  snoozed_until date,
  acknowledged_until date,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (action_id, authority_id),
  unique (authority_id, owner_id, id),
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) on delete cascade,
  foreign key (owner_id, theme_id) references themes (owner_id, id) on delete cascade,
  foreign key (owner_id, commitment_id) references commitments (owner_id, id) on delete cascade,
  foreign key (owner_id, action_id) references actions (owner_id, id) on delete cascade,
  check (status <> 'notApplicable' or not_applicable_reason is not null),
  check ((contested_at is null) = (contest_reason is null)),
  check (contest_decided_at is null or contested_at is not null),
  check ((pending_notices = '{}') = (pending_notices_since is null)));
create index on assignments (authority_id, id);
create index on assignments (authority_id, scheme_id, id);
create index on assignments (authority_id, due_by, id) where withdrawn_at is null;
create index on assignments (authority_id, roll_on) where roll_on is not null;
create index on assignments (authority_id, id) where pending_notices_since is not null;
create index on assignments (owner_id, scheme_id, id);
create index on assignments (owner_id, id);
create index on assignments (owner_id, due_by, id) where withdrawn_at is null;
create index on assignments (owner_id, theme_id);
create index on assignments (owner_id, commitment_id);
create index on assignments (owner_id, action_id);
create index on assignments (owner_id, id) where contested_at is not null and contest_decided_at is null;
call app.lock_rows('assignments');
-- One test of membership and not an OR: an OR would be taken into the index conditions, and a page in order would then
-- read and sort all of an owner's rows instead of walking the index that the list names.
create policy reads on assignments for select to equality_app
  using ((select app.me()) = any (array[authority_id, owner_id]));
-- Only to itself, or to an authority that is or was a member: memberships are read under their own policy.
create policy adds on assignments for insert to equality_app with check (owner_id = (select app.me())
  and (authority_id = (select app.me())
    or exists (select from memberships m where m.partnership_id = owner_id and m.authority_id = assignments.authority_id)));
create policy changes on assignments for update to equality_app
  using ((select app.me()) = any (array[authority_id, owner_id]))
  with check ((select app.me()) = any (array[authority_id, owner_id]));
create policy door on assignments for select to equality_gate using (true);
grant select, insert on assignments to equality_app;
grant update (reference, theme_id, commitment_id, own_targets, shared_targets, status, due_by, baseline_due_by, review_by, no_target, times_moved,
  last_reported_at, finished_at, not_applicable_reason, not_applicable_accepted_at, contested_at, contest_reason, contest_decided_at,
  contest_accepted, contest_note, withdrawn_at, withdrawn_reason, qualifier, roll_on, pending_notices, pending_notices_since, snoozed_until, acknowledged_until,
  version, updated_at) on assignments to equality_app;
grant select (id, authority_id, owner_id, scheme_id) on assignments to equality_gate;

-- Row security is per row, never per column: this keeps each of the two writers to its own columns. The owner moves what
-- it owns in the plan, decides what is contested, and ends a pause of reminders by moving or withdrawing the work, but
-- never begins one. The authority contests, and by contesting again takes the decision before away, but never decides.
create function app.keep_to_your_part() returns trigger language plpgsql as $$
declare
  owners constant text[] := array['shared_targets', 'due_by', 'baseline_due_by', 'review_by', 'no_target', 'times_moved', 'qualifier',
    'not_applicable_accepted_at', 'withdrawn_at', 'withdrawn_reason', 'roll_on', 'reference', 'theme_id', 'commitment_id',
    'contest_decided_at', 'contest_accepted', 'contest_note', 'pending_notices', 'pending_notices_since', 'snoozed_until', 'acknowledged_until', 'version', 'updated_at'];
begin
  if old.owner_id <> app.me()
     and (new.shared_targets, new.withdrawn_at, new.withdrawn_reason, new.qualifier, new.reference, new.theme_id, new.commitment_id)
         is distinct from (old.shared_targets, old.withdrawn_at, old.withdrawn_reason, old.qualifier, old.reference, old.theme_id, old.commitment_id)
  or old.owner_id <> app.me() and new.not_applicable_accepted_at is distinct from old.not_applicable_accepted_at
     and new.not_applicable_accepted_at is not null
  or old.owner_id <> app.me() and (new.contest_decided_at, new.contest_accepted, new.contest_note)
         is distinct from (old.contest_decided_at, old.contest_accepted, old.contest_note)
     and num_nonnulls(new.contest_decided_at, new.contest_accepted, new.contest_note) > 0
  or old.authority_id <> app.me() and (new.snoozed_until, new.acknowledged_until) is distinct from (old.snoozed_until, old.acknowledged_until)
     and num_nonnulls(new.snoozed_until, new.acknowledged_until) > 0
  or old.authority_id <> app.me() and (to_jsonb(new) - owners) is distinct from (to_jsonb(old) - owners) then
    raise insufficient_privilege using message = 'outside the writer''s part of an assignment';
  end if;
  return new;
end $$;
create trigger keeps_to_its_part before update on assignments for each row execute function app.keep_to_your_part();

-- How an assignment stands on a day: what dates add to its status, and the one word for it. The one place of the rule in
-- SQL; the program's is Standing, and a test holds the two equal. A single select without volatile parts, so that it is
-- taken into the statement that asks and the indexes behind it serve; a flag is null where there is no date to go by.
create function app.standing(status text, withdrawn boolean, due date, baseline date, review date, without_target boolean, day date)
returns table (overdue boolean, due_soon boolean, not_updated boolean, lacks_target boolean, overdue_against_baseline boolean, headline text)
language sql immutable parallel safe rows 1 as $$
  select
    not withdrawn and status not in ('completed', 'notApplicable') and due < day,
    not withdrawn and status not in ('completed', 'notApplicable') and due between day and day + 28,
    not withdrawn and status not in ('completed', 'notApplicable') and review < day,
    not withdrawn and status not in ('completed', 'notApplicable') and without_target,
    not withdrawn and status not in ('completed', 'notApplicable') and baseline < day,
    case
      when withdrawn or status in ('completed', 'notApplicable') then status
      when due < day then 'overdue'
      when review < day then 'notUpdated'
      else status
    end
$$;

-- The state over time: what the board and, where shared, other members read, and nothing else of an assignment.
create table assignment_states (
  id uuid primary key,
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  scheme_id uuid not null,
  theme_id uuid not null,
  action_id uuid not null,
  status text not null,
  due_by date,
  baseline_due_by date,
  review_by date,
  no_target boolean not null,
  last_reported_on date,
  accepted boolean not null,
  withdrawn boolean not null,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at),
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id) on delete cascade)
  -- The board reads the index alone while the visibility map is fresh: vacuum after each hundredth, not each fifth.
  with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
create unique index on assignment_states (assignment_id) where ended_at is null;
create index on assignment_states (assignment_id, began_at);
create index on assignment_states (action_id) where ended_at is null;
create index on assignment_states (owner_id, scheme_id, began_at)
  include (theme_id, authority_id, status, due_by, baseline_due_by, review_by, no_target, accepted, withdrawn, ended_at);
-- What hangs on an assignment is found by its whole key when an import is undone. An index on a part of it is not
-- enough: until the tables have been analysed, one on the owner alone looks as good, and each of 35,000 assignments then
-- walks all that its owner has.
create index on assignment_states (authority_id, owner_id, assignment_id);
call app.lock_rows('assignment_states');
create policy reads on assignment_states for select to equality_app using (authority_id = (select app.me())
  or owner_id = (select app.me()) or owner_id = any ((select app.ids('sharing_ids'))::uuid[]));
create policy adds on assignment_states for insert to equality_app
  with check (authority_id = (select app.me()) or owner_id = (select app.me()));
create policy ends on assignment_states for update to equality_app
  using (authority_id = (select app.me()) or owner_id = (select app.me()))
  with check (authority_id = (select app.me()) or owner_id = (select app.me()));
grant select, insert, update (ended_at) on assignment_states to equality_app;

create table occurrences (
  id uuid primary key,
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  scheme_id uuid not null,
  milestone_id uuid,
  kind text not null check (kind in ('delivery', 'review')),
  period_start date,
  due_by date not null,
  baseline_due_by date not null,
  status text not null check (status in ('open', 'completed', 'cancelled')),
  armed_on date not null,
  -- Each audience of its reminders (responsible, lead, group) has a place of its own in its offsets.
  last_offset int,
  last_lead_offset int,
  last_group_offset int,
  next_reminder_on date,
  completed_at timestamptz,
  update_id uuid,
  created_at timestamptz not null,
  unique (authority_id, owner_id, id),
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id) on delete cascade,
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) on delete cascade,
  foreign key (owner_id, milestone_id) references milestones (owner_id, id) on delete cascade);
create index on occurrences (assignment_id, due_by, id);
create index on occurrences (authority_id, next_reminder_on, id) where next_reminder_on is not null;
create index on occurrences (authority_id, due_by, id) where kind = 'delivery' and status = 'open';
create index on occurrences (authority_id, owner_id, assignment_id);
create index on occurrences (owner_id, scheme_id);
create index on occurrences (milestone_id) where milestone_id is not null;
call app.lock_rows('occurrences');
create policy reads on occurrences for select to equality_app
  using ((select app.me()) = any (array[authority_id, owner_id]));
create policy adds on occurrences for insert to equality_app
  with check ((select app.me()) = any (array[authority_id, owner_id]));
create policy changes on occurrences for update to equality_app
  using ((select app.me()) = any (array[authority_id, owner_id]))
  with check ((select app.me()) = any (array[authority_id, owner_id]));
grant select, insert, update (due_by, baseline_due_by, status, armed_on, last_offset, last_lead_offset, last_group_offset, next_reminder_on,
  completed_at, update_id) on occurrences to equality_app;

-- The owner dates what is open; whether it is done is the authority's alone to say.
create function app.keep_to_your_dates() returns trigger language plpgsql as $$
begin
  if old.authority_id <> app.me()
     and ((new.completed_at, new.update_id) is distinct from (old.completed_at, old.update_id)
       or new.status = 'completed' and old.status <> 'completed' or old.status = 'completed' and new is distinct from old) then
    raise insufficient_privilege using message = 'outside the writer''s part of an occurrence';
  end if;
  return new;
end $$;
create trigger keeps_to_its_dates before update on occurrences for each row execute function app.keep_to_your_dates();

create table progress_updates (
  id uuid primary key,
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  occurrence_id uuid,
  status text not null check (status in ('notStarted', 'onTrack', 'atRisk', 'offTrack', 'completed', 'notApplicable')),
  finished boolean not null,
  narrative text,
  evidence jsonb not null default '[]',
  tier text not null check (tier in ('private', 'partnership', 'public')),
  reported_by text not null,
  on_behalf_of text,
  reported_at timestamptz not null,
  approved_at timestamptz,
  approved_by text,
  narrowed_reason text,
  retracted_at timestamptz,
  retracted_reason text,
  version int not null default 1,
  unique (authority_id, owner_id, id),
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id),
  foreign key (authority_id, owner_id, occurrence_id) references occurrences (authority_id, owner_id, id));
-- What is latest is decided by an instant, and by the id only where two share one.
create index on progress_updates (assignment_id, reported_at, id);
create index on progress_updates (authority_id, id);
create index on progress_updates (owner_id, id);
create index on progress_updates (occurrence_id) where occurrence_id is not null;
call app.lock_rows('progress_updates');
create policy reads on progress_updates for select to equality_app
  using (authority_id = (select app.me()) or owner_id = (select app.me()) and tier <> 'private');
create policy adds on progress_updates for insert to equality_app with check (authority_id = (select app.me()));
create policy tiers on progress_updates for update to equality_app
  using (authority_id = (select app.me())) with check (authority_id = (select app.me()));
-- What was reported is never edited, only followed by another.
grant select, insert, update (tier, narrowed_reason, approved_at, approved_by, retracted_at, retracted_reason, version) on progress_updates to equality_app;

create table target_moves (
  id uuid primary key,
  authority_id uuid not null,
  owner_id uuid not null,
  assignment_id uuid not null,
  moved_by uuid not null references organisations (id),
  from_text text,
  to_text text,
  from_due_by date,
  to_due_by date,
  days_slipped int,
  reason text,
  moved_at timestamptz not null,
  foreign key (authority_id, owner_id, assignment_id) references assignments (authority_id, owner_id, id));
create index on target_moves (assignment_id, moved_at, id);
create index on target_moves (authority_id, id);
create index on target_moves (owner_id, id);
call app.lock_rows('target_moves');
create policy reads on target_moves for select to equality_app
  using (authority_id = (select app.me()) or owner_id = (select app.me()));
create policy adds on target_moves for insert to equality_app
  with check ((authority_id = (select app.me()) or owner_id = (select app.me())) and moved_by = (select app.me()));
grant select, insert on target_moves to equality_app;
