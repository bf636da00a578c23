-- Rows of every organisation in every table. Two partnerships with two members each; BOTH belongs to both; FORMER
-- left PA, and A2 joins PB only next year. A1 and B1 have schemes of their own. PA shares headlines, PB does not.
create schema probe;
grant usage on schema probe to equality_app;
create function probe.id(variadic names text[]) returns uuid language sql immutable
  return md5(array_to_string(names, '/'))::uuid;

-- What happens to each row on its way in, as whoever asks: its SQLSTATE, or WENT IN. Nothing stays.
create function probe.inserts(target text, rows jsonb[]) returns text[] language plpgsql as $$
declare
  r jsonb;
  answers text[] := '{}';
begin
  foreach r in array rows loop
    begin
      execute format('insert into equality.%I select * from jsonb_populate_record(null::equality.%I, $1)', target, target) using r;
      raise exception using errcode = 'ZZ000';
    exception when others then
      answers := answers || case sqlstate when 'ZZ000' then 'WENT IN' else sqlstate::text end;
    end;
  end loop;
  return answers;
end $$;

-- How many rows a statement reaches, or the SQLSTATE that stopped it. Nothing stays.
create function probe.reaches(statement text) returns text language plpgsql as $$
declare
  n bigint;
begin
  begin
    execute statement;
    get diagnostics n = row_count;
    raise exception using errcode = 'ZZ000';
  exception when others then
    return case sqlstate when 'ZZ000' then n::text else sqlstate::text end;
  end;
end $$;

insert into organisations (id, kind, code, name, shares_headlines, created_at)
select probe.id(code), kind, code, 'The ' || code, code = 'PA', '2026-01-01Z'
from (values ('PA', 'partnership'), ('PB', 'partnership'), ('A1', 'authority'), ('A2', 'authority'), ('B1', 'authority'), ('B2', 'authority'),
  ('BOTH', 'authority'), ('FORMER', 'authority')) o (code, kind);
insert into memberships (partnership_id, authority_id, from_on, to_on)
select probe.id(p), probe.id(a), f::date, t::date
from (values ('PA', 'A1', '2020-01-01', null), ('PA', 'A2', '2020-01-01', null), ('PA', 'BOTH', '2020-01-01', null), ('PA', 'FORMER', '2020-01-01', '2025-12-31'),
  ('PB', 'B1', '2020-01-01', null), ('PB', 'B2', '2020-01-01', null), ('PB', 'BOTH', '2020-01-01', '2027-12-31'), ('PB', 'A2', '2027-01-01', null)) m (p, a, f, t);
insert into settings (organisation_id) select id from organisations;
insert into api_keys (id, organisation_id, name, scopes, secret_sha256, made_by, created_at, expires_at)
select probe.id('key', code), id, 'key', '{plan:read}', sha256('secret'), 'platform', '2026-01-01Z', '2027-01-01Z' from organisations;
insert into work_due (organisation_id, kind, next_at) select id, 'plan', '2026-01-01Z' from organisations;

insert into feed_trimmed (organisation_id, generation, txid, seq) select id, 1, 0, 0 from organisations;

insert into schemes (id, owner_id, reference, title, starts_on, ends_on, stage, created_at, updated_at)
select probe.id('scheme', owner, reference), probe.id(owner), reference, 'Scheme', '2026-04-01', '2029-03-31', 'inForce', '2026-01-01Z', '2026-01-01Z'
from (values ('PA', 'now'), ('PA', 'past'), ('PB', 'now'), ('A1', 'own'), ('B1', 'own')) s (owner, reference);
insert into themes (id, owner_id, scheme_id, number, title, position)
select probe.id('theme', id::text), owner_id, id, '1', 'Theme', 1 from schemes;
insert into commitments (id, owner_id, scheme_id, theme_id, reference, title, position, created_at, updated_at)
select probe.id('commitment', id::text), owner_id, scheme_id, id, '1.1', 'Commitment', 1, '2026-01-01Z', '2026-01-01Z' from themes;
insert into actions (id, owner_id, scheme_id, theme_id, commitment_id, reference, position, text, targets, unassigned, created_at, updated_at)
select probe.id('action', id::text), owner_id, scheme_id, theme_id, id, '1.1.1', 1, 'Action', '[]', false, '2026-01-01Z', '2026-01-01Z' from commitments;
-- One action that nobody is assigned yet, to try assignments on.
insert into actions (id, owner_id, scheme_id, theme_id, commitment_id, reference, position, text, targets, unassigned, created_at, updated_at)
select probe.id('spare', id::text), owner_id, scheme_id, theme_id, id, '1.1.2', 2, 'Action', '[]', true, '2026-01-01Z', '2026-01-01Z' from commitments;
insert into milestones (id, owner_id, action_id, position, text, targets)
select probe.id('milestone', id::text), owner_id, id, 1, 'Milestone', '[]' from actions;
insert into cross_references (id, owner_id, action_id, position, kind, text)
select probe.id('reference', id::text), owner_id, id, 1, 'outsideBody', 'WELLAND' from actions;
insert into action_roles (owner_id, action_id, role, written, position)
select owner_id, id, 'lead officer', 'Lead Officer', 1 from actions;

insert into assignments (id, authority_id, owner_id, scheme_id, theme_id, commitment_id, action_id, reference, shared_targets, status, no_target, created_at, updated_at)
select probe.id('assignment', s.owner, s.reference, s.authority), probe.id(s.authority), a.owner_id, a.scheme_id, a.theme_id, a.commitment_id, a.id,
  a.reference, '[]', 'notStarted', false, '2026-01-01Z', '2026-01-01Z'
from (values ('PA', 'now', 'A1'), ('PA', 'now', 'A2'), ('PA', 'now', 'BOTH'), ('PA', 'past', 'A1'), ('PA', 'past', 'FORMER'),
  ('PB', 'now', 'B1'), ('PB', 'now', 'B2'), ('PB', 'now', 'BOTH'), ('A1', 'own', 'A1'), ('B1', 'own', 'B1')) s (owner, reference, authority)
join actions a on a.scheme_id = probe.id('scheme', s.owner, s.reference) and not a.unassigned;
insert into assignment_states (id, authority_id, owner_id, assignment_id, scheme_id, theme_id, action_id, status, no_target, accepted, withdrawn, began_at)
select probe.id('state', id::text), authority_id, owner_id, id, scheme_id, theme_id, action_id, 'notStarted', false, false, false, '2026-01-01Z' from assignments;
insert into occurrences (id, authority_id, owner_id, assignment_id, scheme_id, milestone_id, kind, due_by, baseline_due_by, status, armed_on, created_at)
select probe.id('occurrence', a.id::text), authority_id, a.owner_id, a.id, scheme_id, m.id, 'delivery', '2026-12-31', '2026-12-31', 'open', '2026-01-01', '2026-01-01Z'
from assignments a join milestones m on m.action_id = a.action_id;
insert into progress_updates (id, authority_id, owner_id, assignment_id, occurrence_id, status, finished, narrative, tier, reported_by, reported_at)
select probe.id('update', a.id::text, tier), a.authority_id, a.owner_id, a.id, probe.id('occurrence', a.id::text), 'onTrack', false, 'What we did', tier, 'key', '2026-01-01Z'
from assignments a, unnest('{private,partnership,public}'::text[]) tier;
insert into target_moves (id, authority_id, owner_id, assignment_id, moved_by, reason, moved_at)
select probe.id('move', id::text, side.who::text), authority_id, owner_id, id, side.who, 'Later', '2026-01-01Z'
from assignments, lateral (values (authority_id), (owner_id)) side (who) group by id, side.who;

insert into posts (id, authority_id, title, created_at, updated_at)
select probe.id('post', code), id, 'Equality Officer', '2026-01-01Z', '2026-01-01Z' from organisations where kind = 'authority';
insert into people (id, authority_id, name, address, created_at)
select probe.id('person', code), id, 'Pat', 'pat@' || lower(code) || '.example.org', '2026-01-01Z' from organisations where kind = 'authority';
insert into calendars (id, authority_id, person_id, name, secret_sha256, made_by, created_at)
  select probe.id('calendar', p.id::text), p.authority_id, p.id, 'Calendar', sha256('secret'), 'world', '2026-01-01Z' from people p;
insert into post_holders (id, authority_id, post_id, person_id, deputy, from_on)
select probe.id('holder', code), id, probe.id('post', code), probe.id('person', code), false, '2026-01-01' from organisations where kind = 'authority';
insert into role_mappings (authority_id, role, written, post_id, confirmed_at)
select id, 'lead officer', 'Lead Officer', probe.id('post', code), '2026-01-01Z' from organisations where kind = 'authority';
insert into assignment_posts (authority_id, owner_id, assignment_id, post_id)
select a.authority_id, a.owner_id, a.id, p.id from assignments a join posts p on p.authority_id = a.authority_id;
insert into reminder_policies (id, organisation_id, delivery_offsets, review_offsets)
select probe.id('policy', code), id, '{28}', '{7}' from organisations;
insert into reminder_policies (id, organisation_id, owner_id, scheme_id, delivery_offsets, review_offsets)
select probe.id('scheme policy', id::text), authority_id, owner_id, scheme_id, '{28}', '{7}' from assignments;
-- The second digest has no mail yet, so that pointing at it is stopped by its organisation and nothing else.
insert into digests (id, organisation_id, recipient, recipient_name, day, subject, lines, made_at)
select probe.id('digest', code, day), id, 'pat@example.org', 'Pat', day::date, 'Due', 1, '2026-01-01Z' from organisations, unnest('{2026-11-20,2026-11-21}'::text[]) day where kind = 'authority';
insert into reminders (id, organisation_id, owner_id, scheme_id, assignment_id, occurrence_id, due_by, days_from_due, kind, audience, post_id, owed_on, state, digest_id, created_at)
select probe.id('reminder', a.id::text), a.authority_id, a.owner_id, a.scheme_id, a.id, probe.id('occurrence', a.id::text), '2026-12-31', -28, 'delivery', 'responsible', p.id,
  '2026-12-03', 'inDigest', d.id, '2026-01-01Z'
from assignments a join posts p on p.authority_id = a.authority_id join digests d on d.organisation_id = a.authority_id and d.day = '2026-11-20';
insert into reminder_pauses (id, authority_id, owner_id, assignment_id, kind, until_on, reason, made_by, made_at)
select probe.id('pause', id::text), authority_id, owner_id, id, 'snooze', '2027-01-11', 'Away', 'key', '2026-01-01Z' from assignments;
insert into outbox (id, organisation_id, digest_id, message_id, to_address, to_name, from_name, subject, text, html, state, next_at, created_at)
select probe.id('mail', id::text), organisation_id, id, id || '@example.org', 'pat@example.org', 'Pat', 'Us', 'Due', 'text', 'html', 'waiting', '2026-01-01Z', '2026-01-01Z'
from digests where day = '2026-11-20';
insert into notify_channels (organisation_id, api_key, template, updated_at)
select id, 'a key of ' || code, probe.id('template', code), '2026-01-01Z' from organisations;

insert into webhooks (id, organisation_id, url, secret, feed_generation, feed_txid, feed_seq, made_by, created_at, updated_at)
select probe.id('webhook', code), id, 'https://hooks.example.org/' || code, 'whsec_' || code, 1, 0, 0, 'key', '2026-01-01Z', '2026-01-01Z' from organisations;
insert into webhook_deliveries (id, organisation_id, webhook_id, event_id, type, subject, body, state, next_at, created_at)
select probe.id('delivery', id::text), organisation_id, id, 'evt_1_1_1', 'scheme.changed', 'schemes/' || id, '{}', 'waiting', '2026-01-01Z', '2026-01-01Z' from webhooks;
insert into webhook_attempts (organisation_id, delivery_id, number, at, status, milliseconds)
select organisation_id, id, 1, '2026-01-01Z', 500, 10 from webhook_deliveries;

insert into idempotency_keys (organisation_id, credential, key, fingerprint, answer, expires_at)
select id, 'key', 'a key', '\x00', '\x00', '2026-01-02Z' from organisations;
insert into portal_origins (id, organisation_id, origin, made_by, created_at)
select probe.id('origin', code), id, 'https://' || lower(code) || '.example.org', 'world', '2026-01-01Z' from organisations;

insert into imports (id, organisation_id, file_name, bytes, sha256, status, title, starts_on, ends_on, stage, plan, problems, scheme_id, created_at, updated_at)
select probe.id('import', o.code), o.id, 'plan.csv', 1, '\x00', 'read', 'Plan', '2026-04-01', '2029-03-31', 'draft', '{}', '[]',
  (select s.id from schemes s where s.owner_id = o.id order by s.id limit 1), '2026-01-01Z', '2026-01-01Z' from organisations o;
insert into import_chunks (organisation_id, import_id, ordinal, bytes) select organisation_id, id, 0, '\x00' from imports;

insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
select probe.id('change', code), id, 'self', 'settings.changed', 'settings', 1, 'key', '2026-11-01Z' from organisations;
insert into changes (id, organisation_id, authority_id, owner_id, audience, type, subject, version, actor, at)
select probe.id('change', id::text), authority_id, authority_id, owner_id, 'parties', 'assignment.status_changed', 'assignments/' || id, 1, 'key', '2026-11-01Z' from assignments;
insert into changes (id, organisation_id, owner_id, audience, type, subject, version, actor, at)
select probe.id('change', id::text), owner_id, owner_id, 'members', 'scheme.changed', 'schemes/' || id, 1, 'key', '2026-11-01Z' from schemes;
