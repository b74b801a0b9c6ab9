-- Exhibitions: what several institutions show together, in rooms, with words in five languages. The working copy stands in
-- parts and texts; what visitors see is a version, which never changes.

create table exhibitions (
  id uuid primary key,
  origin text not null,
  -- Which of the owners began it and publishes it.
  organisation_id uuid not null references organisations (id),
  kind text not null default 'institution' check (kind in ('institution', 'student')),
  -- Of student work: who signs it, and who reviews it before its institution does.
  author_id uuid references persons (id),
  mentor_id uuid references persons (id),
  source_language text not null check (source_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  -- The languages in which it is published; the source is one of them.
  languages text[] not null,
  -- The least that every text must be before it is published.
  gate text not null default 'reviewed' check (gate in ('reviewed', 'current', 'present')),
  cover_object_id uuid references exhibition_objects (id),
  state text not null default 'draft' check (state in ('draft', 'mentor', 'review')),
  -- Counts the changes of anything in it: a review says of which it speaks.
  version integer not null default 1 check (version >= 1),
  -- The version that visitors see; null where there is none.
  public_number integer check (public_number >= 1),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (source_language = any (languages)),
  check (languages <@ array['en', 'zh-Hans', 'th', 'ko', 'fr']),
  check (kind = 'student' or (author_id is null and mentor_id is null)),
  check (kind <> 'student' or author_id is not null),
  check (mentor_id <> author_id)
);
create index exhibitions_organisation on exhibitions (organisation_id, created_at);
create index exhibitions_public on exhibitions (changed_at) where public_number is not null;
create index exhibitions_author on exhibitions (author_id) where author_id is not null;
create index exhibitions_mentor on exhibitions (mentor_id) where mentor_id is not null;

create table exhibition_owners (
  exhibition_id uuid not null references exhibitions (id),
  organisation_id uuid not null references organisations (id),
  position integer not null check (position >= 1),
  primary key (exhibition_id, organisation_id)
);
create index exhibition_owners_organisation on exhibition_owners (organisation_id);

-- An exhibition is a tree: itself, its rooms, what hangs in each, and the steps of a tour over it.
create table exhibition_parts (
  id uuid primary key,
  exhibition_id uuid not null references exhibitions (id),
  kind text not null check (kind in ('exhibition', 'room', 'placement', 'step')),
  parent_id uuid references exhibition_parts (id),
  position integer not null check (position >= 1),
  object_id uuid references exhibition_objects (id),
  -- Of a room its wall, of a placement its place on it, of a step the part of the picture, film or model.
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  -- What was taken out can be put back.
  removed_at timestamptz,
  check ((kind = 'exhibition') = (parent_id is null)),
  check (kind <> 'exhibition' or id = exhibition_id),
  check ((kind = 'placement') = (object_id is not null))
);
create index exhibition_parts_exhibition on exhibition_parts (exhibition_id, parent_id, position);
create index exhibition_parts_object on exhibition_parts (object_id) where object_id is not null;

create table exhibition_texts (
  part_id uuid not null references exhibition_parts (id),
  field text not null check (field in ('title', 'subtitle', 'text', 'credits')),
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  exhibition_id uuid not null references exhibitions (id),
  value text not null check (length(value) <= 8000),
  state text not null check (state in ('machine', 'draft', 'reviewed')),
  version integer not null default 1 check (version >= 1),
  -- Of a translation: the version of the source that it was made from.
  source_version integer check (source_version >= 0),
  changed_by uuid references persons (id),
  changed_at timestamptz not null,
  primary key (part_id, field, language)
);
create index exhibition_texts_exhibition on exhibition_texts (exhibition_id);

create table exhibition_reviews (
  id uuid primary key,
  exhibition_id uuid not null references exhibitions (id),
  -- For which owner; null where the mentor speaks.
  organisation_id uuid references organisations (id),
  -- The version of the working copy that was looked at.
  of_version integer not null check (of_version >= 1),
  verdict text not null check (verdict in ('approved', 'returned')),
  note text not null check (length(note) <= 4000),
  person_id uuid references persons (id),
  given_at timestamptz not null,
  check (verdict = 'approved' or note <> '')
);
create index exhibition_reviews_exhibition on exhibition_reviews (exhibition_id, given_at);
create index exhibition_reviews_person on exhibition_reviews (person_id);

create table exhibition_versions (
  id uuid primary key,
  exhibition_id uuid not null references exhibitions (id),
  number integer not null check (number >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- Of the content as canonical JSON (RFC 8785).
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_by uuid references persons (id),
  published_at timestamptz not null,
  unique (exhibition_id, number)
);

-- What became public and what was taken back, in the order in which others must hear of it (IIIF Change Discovery).
create table exhibition_activities (
  id uuid primary key,
  exhibition_id uuid not null references exhibitions (id),
  kind text not null check (kind in ('Create', 'Update', 'Delete')),
  number integer not null check (number >= 1),
  happened_at timestamptz not null
);
create index exhibition_activities_order on exhibition_activities (happened_at, id);
create index exhibition_activities_exhibition on exhibition_activities (exhibition_id);

create function exhibition_rows_stay() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger exhibition_versions_append_only before update or delete on exhibition_versions
  for each row execute function exhibition_rows_stay();
create trigger exhibition_activities_append_only before update or delete on exhibition_activities
  for each row execute function exhibition_rows_stay();

-- How many came, by day, language and country: nobody is known by it.
create table exhibition_visits (
  exhibition_id uuid not null references exhibitions (id),
  day date not null,
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  -- ISO 3166-1, as the visitor's browser says it; ZZ where it does not.
  country text not null check (country ~ '^[A-Z]{2}$'),
  visits integer not null check (visits >= 1),
  primary key (exhibition_id, day, language, country)
);

-- Files are swept by who still names them.
create index if not exists exhibition_media_file on exhibition_media (file_id);
create index if not exists exhibition_media_pyramid_file on exhibition_media (pyramid_file_id)
  where pyramid_file_id is not null;
