-- What institutions hold and let be shown, and the pictures, recordings and models of it. The contents are files of the
-- house; what a visitor may see of them follows from the object alone.

create table exhibition_objects (
  id uuid primary key,
  origin text not null,
  -- The holder: it describes the object, says on which terms it is shown, and takes it back.
  organisation_id uuid not null references organisations (id),
  kind text not null default 'object' check (kind in ('object', 'intangible')),
  -- The holder's own number; an import finds an object again by it.
  inventory_number text check (length(inventory_number) between 1 and 100),
  titles jsonb not null check (jsonb_typeof(titles) = 'object'),
  descriptions jsonb not null default '{}' check (jsonb_typeof(descriptions) = 'object'),
  -- [{ "name": "…", "role": "weaver" }]
  makers jsonb not null default '[]' check (jsonb_typeof(makers) = 'array'),
  -- Years of the common era, those before it negative; there is no year 0. Only one is known: before or after it.
  made_from integer check (made_from between -9999 and 2400 and made_from <> 0),
  made_until integer check (made_until between -9999 and 2400 and made_until <> 0),
  made_about boolean not null default false,
  -- A period in words, where years say too little.
  periods jsonb not null default '{}' check (jsonb_typeof(periods) = 'object'),
  places jsonb not null default '{}' check (jsonb_typeof(places) = 'object'),
  materials jsonb not null default '{}' check (jsonb_typeof(materials) = 'object'),
  dimensions text check (length(dimensions) between 1 and 300),
  provenances jsonb not null default '{}' check (jsonb_typeof(provenances) = 'object'),
  credit_lines jsonb not null default '{}' check (jsonb_typeof(credit_lines) = 'object'),
  -- Of RightsStatements.org or Creative Commons, in the form that IIIF wants: http.
  rights_uri text check (rights_uri ~ '^http://(rightsstatements\.org|creativecommons\.org)/'),
  rights_holder text check (length(rights_holder) between 1 and 300),
  state text not null default 'draft' check (state in ('draft', 'available', 'withdrawn')),
  -- Who may see it once it is available: everybody, whoever is signed in, or its holder's own people.
  access text not null default 'open' check (access in ('open', 'signed-in', 'holder')),
  -- Days of the year (MM-DD, in the holder's time zone) between which it is shown; a season may pass the turn of the year.
  season_from text check (season_from ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  season_until text check (season_until ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  version integer not null default 1 check (version >= 1),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  released_at timestamptz,
  withdrawn_at timestamptz,
  check (made_from <= made_until),
  check ((season_from is null) = (season_until is null)),
  check (state <> 'available' or (released_at is not null and rights_uri is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index exhibition_objects_organisation on exhibition_objects (organisation_id, created_at);
create index exhibition_objects_available on exhibition_objects (released_at) where state = 'available';
create unique index exhibition_objects_inventory on exhibition_objects (organisation_id, inventory_number)
  where inventory_number is not null;

create table exhibition_media (
  id uuid primary key,
  origin text not null,
  object_id uuid not null references exhibition_objects (id),
  position integer not null check (position >= 1),
  kind text not null check (kind in ('image', 'audio', 'video', 'model', 'manifest')),
  -- What was given: a row of `files`, its hash and what it is by its content.
  file_id uuid not null references files (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (length(media_type) between 3 and 100),
  file_name text not null check (length(file_name) between 1 and 255),
  size_bytes bigint not null check (size_bytes > 0),
  -- Of an image after its rotation, and of a film.
  width integer check (width >= 1),
  height integer check (height >= 1),
  duration_ms bigint check (duration_ms >= 1),
  -- The pyramid that the image server reads: made by a job, and named in its addresses by its hash.
  pyramid_file_id uuid references files (id),
  pyramid_sha256 text check (pyramid_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('processing', 'ready', 'failed')),
  fault text check (length(fault) between 1 and 100),
  alts jsonb not null default '{}' check (jsonb_typeof(alts) = 'object'),
  -- What the file itself says: EXIF, the extras of a glTF.
  embedded jsonb not null default '{}' check (jsonb_typeof(embedded) = 'object'),
  -- Its own terms, where they differ from those of the object.
  rights_uri text check (rights_uri ~ '^http://(rightsstatements\.org|creativecommons\.org)/'),
  -- Of a manifest: from where it was taken.
  source_url text check (length(source_url) between 8 and 2000),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  ready_at timestamptz,
  removed_at timestamptz,
  check ((width is null) = (height is null)),
  check ((pyramid_file_id is null) = (pyramid_sha256 is null)),
  check ((state = 'ready') = (ready_at is not null)),
  check ((state = 'failed') = (fault is not null)),
  check (kind <> 'image' or state <> 'ready' or (width is not null and pyramid_sha256 is not null))
);
create index exhibition_media_object on exhibition_media (object_id, position) where removed_at is null;
create index exhibition_media_pyramid on exhibition_media (pyramid_sha256) where pyramid_sha256 is not null;
