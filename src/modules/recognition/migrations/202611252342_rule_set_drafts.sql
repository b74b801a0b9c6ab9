-- Rules that somebody is still writing. The form is kept as it was typed, whether or not it holds together, so that
-- it can be left and found again; publishing makes a version of it.
create table rule_set_drafts (
  id uuid primary key,
  home_organisation_id uuid not null references organisations (id),
  rule_set_id uuid,
  based_on_version integer,
  form jsonb not null check (jsonb_typeof(form) = 'object'),
  revision integer not null default 1,
  state text not null default 'open' check (state in ('open', 'published', 'discarded')),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  updated_by uuid not null references persons (id),
  updated_at timestamptz not null,
  foreign key (rule_set_id, based_on_version) references recognition_rule_sets (id, version),
  check ((rule_set_id is null) = (based_on_version is null))
);
create index rule_set_drafts_home on rule_set_drafts (home_organisation_id, state, updated_at desc);
