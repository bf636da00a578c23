-- Plan rows: owned by one organisation, read by its members. Every key carries the owner, because foreign and
-- unique keys are checked past row security: without it one owner could hang rows on another's parent.
--
-- Undoing an import takes a scheme away with all that hangs on it, by the one right to delete that there is: the
-- owner's, on its schemes. The keys take the rest along (on delete cascade), past row security as every key is checked.
-- What an authority reported and a target that was moved are not taken along, so the database itself refuses to take
-- their scheme away.
create table schemes (
  id uuid primary key,
  owner_id uuid not null references organisations (id),
  reference text not null,
  title text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  framework_edition text,
  stage text not null check (stage in ('draft', 'inConsultation', 'approved', 'inForce', 'closed')),
  marking text not null default 'official' check (marking in ('official', 'officialSensitive')),
  review_months int not null default 3 check (review_months between 1 and 12),
  edition int not null default 1,
  continues_scheme_id uuid,
  -- The text around a plan's tables.
  narrative text,
  sample boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (owner_id, id),
  unique (owner_id, reference),
  foreign key (owner_id, continues_scheme_id) references schemes (owner_id, id));

-- One statement counts a whole order anew, so a position, and a reference that a new edition deals out again, is held to
-- be its row's alone at the statement's end.
create table themes (
  id uuid primary key,
  owner_id uuid not null,
  scheme_id uuid not null,
  number text,
  label text check (label <> ''),
  title text not null,
  position int not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version int not null default 1,
  unique (owner_id, id),
  unique (owner_id, scheme_id, position) deferrable,
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) on delete cascade);

create table commitments (
  id uuid primary key,
  owner_id uuid not null,
  scheme_id uuid not null,
  theme_id uuid not null,
  reference text not null,
  label text check (label <> ''),
  title text,
  position int not null,
  related text[] not null default '{}',
  psed_aims text[] not null default '{}',
  characteristics text[] not null default '{}',
  not_applicable text check (not_applicable <> ''),
  notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array'),
  last_number int not null default 0,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (owner_id, id),
  unique (owner_id, scheme_id, reference) deferrable,
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) on delete cascade,
  foreign key (owner_id, theme_id) references themes (owner_id, id) on delete cascade);
create index on commitments (scheme_id, position, id);
create index on commitments (theme_id);

create table actions (
  id uuid primary key,
  owner_id uuid not null,
  scheme_id uuid not null,
  theme_id uuid not null,
  commitment_id uuid not null,
  reference text not null,
  label text check (label <> ''),
  position int not null,
  text text not null,
  outcome text,
  measures text,
  responsible text,
  responsible_as_written text check (responsible_as_written <> ''),
  resources text,
  barriers text,
  stakeholders text,
  target_text text,
  targets jsonb not null,
  cross_reference_text text,
  unassigned boolean not null,
  plan_status text check (plan_status in ('notStarted', 'onTrack', 'atRisk', 'offTrack', 'completed', 'notApplicable')),
  plan_status_text text check (plan_status_text <> ''),
  notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array'),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (owner_id, id),
  unique (owner_id, scheme_id, reference) deferrable,
  foreign key (owner_id, scheme_id) references schemes (owner_id, id) on delete cascade,
  foreign key (owner_id, theme_id) references themes (owner_id, id) on delete cascade,
  foreign key (owner_id, commitment_id) references commitments (owner_id, id) on delete cascade,
  -- A status without the words that say so would be nobody's.
  check (plan_status is null or plan_status_text is not null));
create index on actions (scheme_id, position, id);
create index on actions (commitment_id);
create index on actions (scheme_id, position, id) where unassigned and withdrawn_at is null;

create table milestones (
  id uuid primary key,
  owner_id uuid not null,
  action_id uuid not null,
  position int not null,
  text text not null,
  targets jsonb not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version int not null default 1,
  unique (owner_id, id),
  unique (owner_id, action_id, position) deferrable,
  foreign key (owner_id, action_id) references actions (owner_id, id) on delete cascade);
create index on milestones (action_id);

-- What the cross-reference cell names, one row each: an authority, an outside body, or words nobody could resolve.
create table cross_references (
  id uuid primary key,
  owner_id uuid not null,
  action_id uuid not null,
  position int not null,
  kind text not null check (kind in ('authority', 'outsideBody', 'unresolved')),
  text text not null,
  authority_id uuid references organisations (id),
  qualifier text,
  unique (owner_id, action_id, position),
  foreign key (owner_id, action_id) references actions (owner_id, id) on delete cascade,
  check ((kind = 'authority') = (authority_id is not null)));
create index on cross_references (action_id);

-- The responsible roles that an action's text names, folded so that authorities can map each once.
create table action_roles (
  owner_id uuid not null,
  action_id uuid not null,
  role text not null,
  written text not null,
  position int not null,
  primary key (owner_id, action_id, role),
  foreign key (owner_id, action_id) references actions (owner_id, id) on delete cascade);
create index on action_roles (owner_id, role);
create index on action_roles (action_id);

do $$
declare
  t text;
begin
  foreach t in array array['themes', 'commitments', 'actions', 'milestones', 'cross_references', 'action_roles', 'schemes'] loop
    call app.lock_rows(t::regclass);
    execute format('create policy adds on %I for insert to equality_app with check (owner_id = (select app.me()))', t);
    execute format('create policy changes on %I for update to equality_app using (owner_id = (select app.me())) with check (owner_id = (select app.me()))', t);
    execute format('grant select, insert on %I to equality_app', t);
  end loop;
  foreach t in array array['themes', 'commitments', 'actions'] loop
    execute format('create policy reads on %I for select to equality_app using (owner_id = any ((select app.ids(''owner_ids''))::uuid[]) or scheme_id = any ((select app.ids(''past_scheme_ids''))::uuid[]))', t);
  end loop;
  -- Rows below an action follow it: a member sees exactly those of the actions it sees.
  foreach t in array array['milestones', 'cross_references', 'action_roles'] loop
    execute format('create policy reads on %I for select to equality_app using (owner_id = any ((select app.ids(''owner_ids''))::uuid[]) or exists (select from actions a where a.id = action_id and a.scheme_id = any ((select app.ids(''past_scheme_ids''))::uuid[])))', t);
  end loop;
  foreach t in array array['cross_references', 'action_roles'] loop
    execute format('create policy removes on %I for delete to equality_app using (owner_id = (select app.me()))', t);
    execute format('grant delete on %I to equality_app', t);
  end loop;
end $$;
create policy reads on schemes for select to equality_app
  using (owner_id = any ((select app.ids('owner_ids'))::uuid[]) or id = any ((select app.ids('past_scheme_ids'))::uuid[]));
create policy removes on schemes for delete to equality_app using (owner_id = (select app.me()));
grant update (title, starts_on, ends_on, framework_edition, stage, marking, review_months, narrative, version, updated_at), delete on schemes to equality_app;
grant update (number, label, title, position, withdrawn_at, withdrawn_reason, version) on themes to equality_app;
grant update (reference, theme_id, label, title, position, related, psed_aims, characteristics, not_applicable, notes, last_number,
  withdrawn_at, withdrawn_reason, version, updated_at) on commitments to equality_app;
grant update (reference, theme_id, commitment_id, label, position, text, outcome, measures, responsible, responsible_as_written, resources, barriers,
  stakeholders, target_text, targets, cross_reference_text, unassigned, plan_status, plan_status_text, notes, withdrawn_at, withdrawn_reason,
  version, updated_at) on actions to equality_app;
grant update (text, targets, position, withdrawn_at, withdrawn_reason, version) on milestones to equality_app;
