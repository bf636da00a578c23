-- The roles of PartnershipEquality, for a DBA: run once per server as a superuser (or a role with CREATEROLE),
-- then give the login roles their passwords:  alter role equality_app password '...';
--
--   equality_owner     owns the schema and migrates it; no superuser, no bypass
--   equality_app       serves requests and runs jobs as one organisation at a time, under row security
--   equality_platform  makes organisations and memberships, and finds which organisation has work
--   equality_gate      owns the few functions that look a credential up before a tenant is known; cannot log in
--   equality_backup    pg_dump only: the one role that reads past row security
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('equality_owner', 'login noinherit'),
      ('equality_app', 'login noinherit'),
      ('equality_platform', 'login noinherit'),
      ('equality_gate', 'nologin noinherit'),
      ('equality_backup', 'login noinherit bypassrls')) as r (name, options)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.options);
    end if;
  end loop;
end $$;

-- The owner hands the gate its functions, so it must be able to act as the gate.
grant equality_gate to equality_owner;

-- Then the database:  create database equality owner equality_owner template template0 encoding 'UTF8';
