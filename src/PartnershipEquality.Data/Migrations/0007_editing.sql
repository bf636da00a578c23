-- Editing the plan by hand: themes, commitments, actions and milestones are made, changed, moved and withdrawn; an
-- import is undone; an authority contests what it is named for.
alter table themes add version int not null default 1, add withdrawn_at timestamptz, add withdrawn_reason text;
alter table commitments add last_number int not null default 0, add withdrawn_at timestamptz, add withdrawn_reason text;
alter table milestones add version int not null default 1, add withdrawn_at timestamptz, add withdrawn_reason text;

-- One statement counts a whole order anew, so a position is held to be its row's alone at the statement's end.
alter table themes drop constraint themes_owner_id_scheme_id_position_key, add unique (owner_id, scheme_id, position) deferrable;
alter table milestones drop constraint milestones_owner_id_action_id_position_key, add unique (owner_id, action_id, position) deferrable;

-- Plans are listed in their order, which is no longer that of their ids.
drop index commitments_scheme_id_id_idx, actions_scheme_id_id_idx, actions_scheme_id_id_idx1;
create index on commitments (scheme_id, position, id);
create index on actions (scheme_id, position, id);
create index on actions (scheme_id, position, id) where unassigned and withdrawn_at is null;
create index on occurrences (milestone_id) where milestone_id is not null;

grant update (number, title, position, withdrawn_at, withdrawn_reason, version) on themes to equality_app;
grant update (reference, theme_id, position, related, psed_aims, characteristics, last_number, withdrawn_at, withdrawn_reason) on commitments to equality_app;
grant update (reference, theme_id, commitment_id, position) on actions to equality_app;
grant update (text, targets, position, withdrawn_at, withdrawn_reason, version) on milestones to equality_app;

-- Contested: the authority says that it is not its own to do. It stays expected until the owner decides.
alter table assignments add contested_at timestamptz, add contest_reason text,
  add contest_decided_at timestamptz, add contest_accepted boolean, add contest_note text,
  add check ((contested_at is null) = (contest_reason is null)),
  add check (contest_decided_at is null or contested_at is not null);
create index on assignments (owner_id, id) where contested_at is not null and contest_decided_at is null;
grant update (reference, theme_id, commitment_id, contested_at, contest_reason, contest_decided_at, contest_accepted, contest_note) on assignments to equality_app;

-- The owner moves what it owns in the plan and decides what is contested; the authority contests, and by contesting
-- again takes the decision before away, but never decides.
create or replace function app.keep_to_your_part() returns trigger language plpgsql as $$
declare
  owners constant text[] := array['shared_targets', 'due_by', 'baseline_due_by', 'review_by', 'no_target', 'times_moved', 'qualifier',
    'not_applicable_accepted_at', 'withdrawn_at', 'withdrawn_reason', 'roll_on', 'reference', 'theme_id', 'commitment_id',
    'contest_decided_at', 'contest_accepted', 'contest_note', 'version', 'updated_at'];
begin
  if old.owner_id <> app.me()
     and (new.shared_targets, new.withdrawn_at, new.withdrawn_reason, new.qualifier, new.reference, new.theme_id, new.commitment_id)
         is distinct from (old.shared_targets, old.withdrawn_at, old.withdrawn_reason, old.qualifier, old.reference, old.theme_id, old.commitment_id)
  or old.owner_id <> app.me() and new.not_applicable_accepted_at is distinct from old.not_applicable_accepted_at
     and new.not_applicable_accepted_at is not null
  or old.owner_id <> app.me() and (new.contest_decided_at, new.contest_accepted, new.contest_note)
         is distinct from (old.contest_decided_at, old.contest_accepted, old.contest_note)
     and num_nonnulls(new.contest_decided_at, new.contest_accepted, new.contest_note) > 0
  or old.authority_id <> app.me() and (to_jsonb(new) - owners) is distinct from (to_jsonb(old) - owners) then
    raise insufficient_privilege using message = 'outside the writer''s part of an assignment';
  end if;
  return new;
end $$;

-- Undoing an import takes a scheme away with all that hangs on it, by the one right to delete that there is: the
-- owner's, on its schemes. The keys take the rest along, past row security as every key is checked. What an authority
-- reported and a target that was moved are not taken along, so the database itself refuses to take their scheme away.
create policy removes on schemes for delete to equality_app using (owner_id = (select app.me()));
grant delete on schemes to equality_app;
do $$
declare
  k record;
begin
  for k in
    select conname, conrelid::regclass as child, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and confrelid = any ('{schemes,themes,commitments,actions,milestones,assignments,occurrences}'::regclass[])
      and conrelid <> all ('{schemes,imports,progress_updates,target_moves}'::regclass[])
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s on delete cascade', k.child, k.conname, k.conname, k.definition);
  end loop;
end $$;
create index on progress_updates (occurrence_id) where occurrence_id is not null;

-- A reminder that somebody was sent is a fact and stays, and with it what it was sent about.
create function app.keep_what_was_sent() returns trigger language plpgsql as $$
begin
  if old.digest_id is not null then
    raise foreign_key_violation using message = 'a reminder that was sent stays';
  end if;
  return old;
end $$;
create trigger keeps_what_was_sent before delete on reminders for each row execute function app.keep_what_was_sent();
