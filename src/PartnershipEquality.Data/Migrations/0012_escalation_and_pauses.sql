-- What stays overdue is passed on: to the equality lead, then to the posts of the authority's equality group.
alter table posts add equality_group boolean not null default false;
grant update (equality_group) on posts to equality_app;
alter table reminder_policies add lead_after_days int default 14, add group_after_days int default 28;
grant update (lead_after_days, group_after_days) on reminder_policies to equality_app;

-- Each audience has a place of its own in its offsets.
alter table occurrences add last_lead_offset int, add last_group_offset int;
grant update (last_lead_offset, last_group_offset) on occurrences to equality_app;
-- What is overdue already is looked at for the lead too: every open delivery, none of them new. The owner is bound by
-- row security too, and would find no row.
alter table occurrences no force row level security;
update occurrences set next_reminder_on = least(next_reminder_on, due_by + 14) where kind = 'delivery' and status = 'open' and due_by < '9999-01-01';
alter table occurrences force row level security;

-- What the plan's owner changed of an assignment stays on it until a digest has told those who do the work.
alter table assignments add untold text[] not null default '{}', add untold_since timestamptz,
  add check ((untold = '{}') = (untold_since is null));
create index on assignments (authority_id, id) where untold_since is not null;
grant update (untold, untold_since) on assignments to equality_app;
alter table digests add changes int not null default 0;

-- An authority may put off what it is reminded of, and say that it has seen it. The plan's owner ends both by moving or
-- withdrawing the work, and never begins either; why is the authority's alone to read, so it has a table of its own.
alter table assignments add snoozed_until date, add acknowledged_until date;
grant update (snoozed_until, acknowledged_until) on assignments to equality_app;
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

create or replace function app.keep_to_your_part() returns trigger language plpgsql as $$
declare
  owners constant text[] := array['shared_targets', 'due_by', 'baseline_due_by', 'review_by', 'no_target', 'times_moved', 'qualifier',
    'not_applicable_accepted_at', 'withdrawn_at', 'withdrawn_reason', 'roll_on', 'reference', 'theme_id', 'commitment_id',
    'contest_decided_at', 'contest_accepted', 'contest_note', 'untold', 'untold_since', 'snoozed_until', 'acknowledged_until', 'version', 'updated_at'];
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
