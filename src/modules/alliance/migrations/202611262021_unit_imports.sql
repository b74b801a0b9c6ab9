-- What a list of units has changed, so that it can be taken back: each unit as it was before (null where it was added)
-- and as the list left it. Who brought it in stands in the chronicle.
create table unit_imports (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  imported_at timestamptz not null,
  units jsonb not null check (jsonb_typeof(units) = 'array'),
  undone_at timestamptz
);

create index unit_imports_organisation on unit_imports (organisation_id);
