-- A sandbox: twins of an organisation and of those it works with, tenants like any other, in which integrations are tried.
alter table organisations
  add column sandbox_of uuid references organisations (id),
  add column twin_of uuid references organisations (id),
  add check ((sandbox_of is null) = (twin_of is null));
-- A twin goes by its original's codes, so that what is written for the one works for the other.
alter table organisations drop constraint organisations_code_key, drop constraint organisations_gss_code_key;
create unique index organisations_code_key on organisations (code) where sandbox_of is null;
create unique index organisations_gss_code_key on organisations (gss_code) where sandbox_of is null;
create unique index organisations_twins on organisations (sandbox_of, twin_of) where sandbox_of is not null;

-- A sandbox owes no mail: the database keeps none of it, whoever writes it, nor any work to make or send it.
create function app.owes_no_mail() returns trigger language plpgsql as $$
begin
  return case when exists (select from equality.organisations o where o.id = new.organisation_id and o.sandbox_of is not null) then null else new end;
end $$;
create trigger owes_no_mail before insert on outbox for each row execute function app.owes_no_mail();
create trigger owes_no_mail before insert on work_due for each row when (new.kind in ('send', 'deliver')) execute function app.owes_no_mail();
