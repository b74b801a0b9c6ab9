-- The registrar: what an institution's registry takes, what was sent to it, and what stands on students' records.

-- An institution's own figures; without a row the usual ones count.
create table recognition_offices (
  organisation_id uuid primary key references organisations (id),
  -- Working days of the institution's country.
  posting_days integer not null default 5 check (posting_days between 1 and 250),
  changed_by uuid references persons (id),
  changed_at timestamptz not null
);

-- The layout of a registry's file. A change is a new version; batches name the one that they were written by.
create table posting_layouts (
  id uuid not null,
  version integer not null check (version > 0),
  organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 200),
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references persons (id),
  -- A layout that is no longer offered; set on its latest version.
  withdrawn_at timestamptz,
  primary key (id, version),
  unique (id, version, organisation_id)
);
create index posting_layouts_organisation on posting_layouts (organisation_id, id, version desc);

-- The batch numbers of each institution and year, one after the other. Its row is locked while a batch is made, so two
-- registrars never take the same credit.
create table posting_counters (
  organisation_id uuid not null references organisations (id),
  year integer not null,
  last_number integer not null,
  primary key (organisation_id, year)
);

create table posting_batches (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  number text not null,
  layout_id uuid not null,
  layout_version integer not null,
  -- The file is made of the cells whenever it is asked for; the hash says that it is the same.
  file_name text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  rows_total integer not null check (rows_total > 0),
  state text not null default 'open' check (state in ('open', 'settled', 'cancelled')),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  settled_at timestamptz,
  cancelled_by uuid references persons (id),
  unique (organisation_id, number),
  unique (id, organisation_id),
  foreign key (layout_id, layout_version, organisation_id) references posting_layouts (id, version, organisation_id),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'cancelled') = (cancelled_by is not null))
);
create index posting_batches_organisation on posting_batches (organisation_id, created_at desc);

alter table recognition_cases add constraint recognition_cases_of_home unique (id, home_organisation_id);
alter table recognition_decisions add constraint recognition_decisions_of_case unique (id, case_id);

-- One act on a student's record: exported in a batch, then confirmed, refused by the registry, or dropped with its batch.
create table posting_items (
  id uuid primary key,
  batch_id uuid not null,
  organisation_id uuid not null references organisations (id),
  case_id uuid not null references recognition_cases (id),
  -- The decision that the act follows from; the case's last one where the case was withdrawn.
  decision_id uuid not null,
  position integer not null check (position > 0),
  act text not null check (act in ('enter', 'change', 'remove')),
  -- The home course as codes are compared: what one entry of a case is known by, over all its revisions.
  entry_key text not null,
  home_course_code text not null,
  home_course_titles jsonb not null,
  credit academic_credit not null,
  grade text,
  line_ids uuid[] not null,
  -- The cells as they were written.
  cells jsonb not null,
  state text not null default 'exported' check (state in ('exported', 'posted', 'rejected', 'dropped')),
  settled_at timestamptz,
  settled_by uuid references persons (id),
  -- What the registry answered, where it differs or says why.
  answer jsonb,
  note text not null default '',
  unique (batch_id, position),
  unique (batch_id, case_id, entry_key),
  foreign key (batch_id, organisation_id) references posting_batches (id, organisation_id),
  foreign key (case_id, organisation_id) references recognition_cases (id, home_organisation_id),
  foreign key (decision_id, case_id) references recognition_decisions (id, case_id),
  check ((state = 'exported') = (settled_at is null))
);
-- Nothing is on its way twice.
create unique index posting_items_on_the_way on posting_items (case_id, entry_key) where state = 'exported';
create index posting_items_case on posting_items (case_id, settled_at);

-- An answer file of the registry as it was read, until it is taken over or let go.
create table posting_answers (
  id uuid primary key,
  batch_id uuid not null references posting_batches (id),
  file_name text not null,
  rows jsonb not null,
  state text not null default 'open' check (state in ('open', 'taken', 'discarded')),
  uploaded_by uuid not null references persons (id),
  uploaded_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null))
);
create unique index posting_answers_open on posting_answers (batch_id) where state = 'open';

-- Where a decided case stands with the registrar: written by the verbs of posting and by nothing else.
alter table recognition_cases
  add column posting_state text check (posting_state in ('waiting', 'exported', 'posted', 'nothing')),
  add column posting_due_on date,
  add column posted_at timestamptz,
  add column posted_credit academic_credit;
create index recognition_cases_posting on recognition_cases (home_organisation_id, posting_state, posting_due_on);
