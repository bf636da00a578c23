-- What an import understood beside the rows themselves is the live plan's too: how the plan numbers its headings, what
-- it says is not for it, its notes, and where it said that its actions stood.
alter table themes add label text check (label <> '');
alter table commitments
  add label text check (label <> ''),
  add not_applicable text check (not_applicable <> ''),
  add notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array');
alter table actions
  add label text check (label <> ''),
  add responsible_as_written text check (responsible_as_written <> ''),
  add plan_status text check (plan_status in ('notStarted', 'onTrack', 'atRisk', 'offTrack', 'completed', 'notApplicable')),
  add plan_status_text text check (plan_status_text <> ''),
  add notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array'),
  -- A status without the words that say so would be nobody's.
  add check (plan_status is null or plan_status_text is not null);
grant update (label) on themes to equality_app;
grant update (label, not_applicable, notes) on commitments to equality_app;
-- A later edition of the plan may say the rest anew.
grant update (label, responsible_as_written, plan_status, plan_status_text, notes) on actions to equality_app;
