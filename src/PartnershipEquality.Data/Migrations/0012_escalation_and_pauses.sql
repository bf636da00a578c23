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
