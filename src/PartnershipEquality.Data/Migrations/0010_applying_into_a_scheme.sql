-- A document may be meant for a scheme that is live already: people see what it would change before it is applied, and
-- say which of its parts are which of the scheme's where the words do not tell.
alter table imports
  add column into_scheme_id uuid,
  add column matches jsonb not null default '[]',
  add foreign key (organisation_id, into_scheme_id) references schemes (owner_id, id) on delete set null (into_scheme_id);
create index on imports (into_scheme_id) where into_scheme_id is not null;
grant update (into_scheme_id, matches) on imports to equality_app;

-- A document that numbers its commitments anew lets them change places in one statement.
alter table commitments drop constraint commitments_owner_id_scheme_id_reference_key, add unique (owner_id, scheme_id, reference) deferrable;
alter table actions drop constraint actions_owner_id_scheme_id_reference_key, add unique (owner_id, scheme_id, reference) deferrable;
