-- Suggestions of home courses: what is learned from catalogues and equivalences, made ready by a job, so that every
-- process answers alike. All of it can be made anew from the rows that it was learned from.

-- Which words translate which, learned from the titles of all current catalogues.
create table suggestion_dictionaries (
  id uuid primary key,
  -- SHA-256 over the catalogues that it was learned from and the way of learning.
  source text not null unique,
  content bytea not null,
  title_pairs integer not null check (title_pairs >= 0),
  built_at timestamptz not null
);

-- A catalogue with its titles read, and what the institution's equivalences teach.
create table suggestion_models (
  organisation_id uuid primary key references organisations (id),
  catalogue_id uuid not null,
  dictionary_id uuid not null references suggestion_dictionaries (id),
  -- The way of reading; another one asks for the catalogue to be read anew.
  format integer not null,
  -- SHA-256 over everything that an answer depends on.
  version text not null,
  catalogue bytea not null,
  precedents bytea not null,
  courses integer not null check (courses >= 0),
  decisions integer not null check (decisions >= 0),
  built_at timestamptz not null,
  foreign key (catalogue_id, organisation_id) references catalogues (id, organisation_id)
);
create index suggestion_models_dictionary on suggestion_models (dictionary_id);
