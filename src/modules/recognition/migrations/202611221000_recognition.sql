-- Recognition: catalogues, equivalences, rules, transcripts, and the decisions taken on them.
-- Academic credit is exact: a fraction in text, checked here, computed by the program.

create domain exact_fraction as text check (value ~ '^-?[0-9]+(/[1-9][0-9]*)?$');

-- A credit scheme or a grade scale is shared (no organisation) or an institution's own; the definition is
-- the document that the rules read. A change is a new row; the old one stays, because decisions name it.
create table credit_schemes (
  id text primary key,
  organisation_id uuid references organisations (id),
  definition jsonb not null
);

create table grade_scales (
  id text primary key,
  organisation_id uuid references organisations (id),
  intake_from integer,
  intake_to integer,
  definition jsonb not null,
  check (intake_from is null or intake_to is null or intake_to >= intake_from)
);

-- Which scheme and which scale an institution uses, by intake year.
create table institution_schemes (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  credit_scheme_id text not null references credit_schemes (id),
  grade_scale_id text not null references grade_scales (id),
  intake_from integer not null,
  intake_to integer,
  unique (organisation_id, intake_from)
);

create table grade_correspondences (
  id uuid primary key,
  home_organisation_id uuid not null references organisations (id),
  host_scale_id text not null references grade_scales (id),
  home_scale_id text not null references grade_scales (id),
  host_grade text not null,
  home_grade text not null,
  source jsonb,
  unique (home_organisation_id, host_scale_id, home_scale_id, home_grade)
);

-- One import of a catalogue. It is filled in batches and becomes current by one flip of a pointer.
create table catalogues (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  file_name text not null,
  format text not null,
  encoding text,
  -- The uploaded file; gone once the import is discarded.
  file_id uuid references files (id),
  -- How the file is read: columns, header row, sheet, language of titles, what repeated codes mean.
  mapping jsonb not null,
  -- The first rows as they stand in the file, so that a page shows them without opening it.
  sample jsonb not null default '{}'::jsonb,
  state text not null default 'draft' check (state in ('draft', 'importing', 'ready', 'published', 'replaced', 'failed', 'discarded')),
  rows_read integer not null default 0,
  rows_taken integer not null default 0,
  rows_wrong integer not null default 0,
  rows_expected integer,
  failure jsonb,
  imported_by uuid references persons (id),
  created_at timestamptz not null,
  finished_at timestamptz,
  published_at timestamptz,
  unique (id, organisation_id)
);
create index catalogues_organisation on catalogues (organisation_id, created_at desc);

create table current_catalogues (
  organisation_id uuid primary key references organisations (id),
  catalogue_id uuid not null,
  foreign key (catalogue_id, organisation_id) references catalogues (id, organisation_id)
);

create table catalogue_problems (
  catalogue_id uuid not null references catalogues (id) on delete cascade,
  row_number integer not null,
  position integer not null default 0,
  severity text not null check (severity in ('error', 'warning')),
  field text,
  message jsonb not null,
  row_text text not null default '',
  primary key (catalogue_id, row_number, position)
);

create table courses (
  id uuid primary key,
  catalogue_id uuid not null references catalogues (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  code text not null,
  titles jsonb not null,
  -- Null where the school gives none, as for courses that are only passed or failed.
  credit exact_fraction check (credit not like '-%'),
  hours jsonb,
  unit_name text,
  unit_id uuid,
  level text,
  descriptions jsonb not null default '{}'::jsonb,
  language_of_instruction text,
  row_number integer not null,
  -- Code and titles, normalised: a search looks for parts of it, in any script.
  search_text text not null,
  unique (catalogue_id, code),
  foreign key (catalogue_id, organisation_id) references catalogues (id, organisation_id),
  foreign key (unit_id, organisation_id) references units (id, organisation_id)
);
create index courses_key on courses (catalogue_id, (upper(regexp_replace(normalize(code, NFKC), '\s', '', 'g'))));

-- A person's judgement that a host course stands for a home course. It outlives the catalogues: it names codes.
create table equivalences (
  id uuid primary key,
  origin text not null,
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  host_course_code text not null,
  host_course_titles jsonb not null default '{}'::jsonb,
  home_course_code text not null,
  home_course_titles jsonb not null default '{}'::jsonb,
  home_credit exact_fraction not null,
  degree_programme_id uuid references degree_programmes (id),
  content_share exact_fraction,
  valid_from date not null,
  valid_to date,
  judged_by uuid not null references persons (id),
  judged_on date not null,
  note text not null default '',
  from_case_id uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid references persons (id),
  check (valid_to is null or valid_to >= valid_from),
  check (home_organisation_id <> host_organisation_id)
);
-- By the code as it is compared: without spaces, in capitals, without compatibility forms.
create index equivalences_pair on equivalences (home_organisation_id, host_organisation_id,
  (upper(regexp_replace(normalize(host_course_code, NFKC), '\s', '', 'g')))) where withdrawn_at is null;

create table recognition_rule_sets (
  id uuid not null,
  version integer not null check (version > 0),
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid references organisations (id),
  degree_programme_id uuid references degree_programmes (id),
  intake_from integer,
  intake_to integer,
  valid_from date not null,
  valid_to date,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references persons (id),
  primary key (id, version)
);
create index recognition_rule_sets_home on recognition_rule_sets (home_organisation_id);

create table transcripts (
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  enrolment_id uuid not null references enrolments (id),
  format text not null check (format in ('elmo', 'table', 'paste', 'hand')),
  file_id uuid references files (id),
  scan_file_id uuid references files (id),
  issued_on date,
  -- What the document said of its holder, for the check that it is the right person's.
  holder jsonb not null default '{}'::jsonb,
  problems jsonb not null default '[]'::jsonb,
  -- SHA-256 of the lines: the same transcript in another file is still the same.
  content_sha256 text not null,
  created_by uuid references persons (id),
  created_at timestamptz not null
);
create index transcripts_person on transcripts (person_id);
create index transcripts_enrolment on transcripts (enrolment_id, content_sha256);

-- The case numbers of each institution and year, one after the other.
create table case_counters (
  organisation_id uuid not null references organisations (id),
  year integer not null,
  last_number integer not null,
  primary key (organisation_id, year)
);

-- A transcript on its way in: read from a file or typed, looked at by a person, then taken or discarded.
create table transcript_drafts (
  id uuid primary key,
  created_by uuid not null references persons (id),
  person_id uuid not null references persons (id),
  enrolment_id uuid not null references enrolments (id),
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  degree_programme_id uuid not null references degree_programmes (id),
  format text not null check (format in ('elmo', 'table', 'paste', 'hand')),
  file_id uuid references files (id),
  scan_file_id uuid references files (id),
  content jsonb not null,
  revision integer not null default 1,
  state text not null default 'open' check (state in ('open', 'taken', 'discarded')),
  -- The case that it became; the table comes below.
  case_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index transcript_drafts_creator on transcript_drafts (created_by, state);

create table transcript_lines (
  id uuid primary key,
  transcript_id uuid not null references transcripts (id),
  position integer not null,
  code text not null,
  titles jsonb not null,
  credit exact_fraction,
  credit_scheme_id text,
  hours jsonb,
  grade text,
  status text check (status in ('passed', 'failed', 'in-progress')),
  completed_on date,
  term text,
  unique (transcript_id, position),
  unique (id, transcript_id)
);

create table recognition_cases (
  id uuid primary key,
  origin text not null,
  -- What people call it: year and a number of the home institution's own.
  number text not null,
  transcript_id uuid not null unique references transcripts (id),
  person_id uuid not null references persons (id),
  enrolment_id uuid not null references enrolments (id),
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  degree_programme_id uuid not null references degree_programmes (id),
  state text not null default 'open' check (state in ('open', 'decided', 'withdrawn')),
  assignee_id uuid references persons (id),
  due_on date,
  rule_set_id uuid,
  rule_set_version integer,
  input_hash text,
  evaluated_at timestamptz,
  recognised_credit exact_fraction,
  lines_recognised integer not null default 0,
  lines_refused integer not null default 0,
  lines_open integer not null default 0,
  revision integer not null default 1,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references persons (id),
  unique (home_organisation_id, number),
  foreign key (rule_set_id, rule_set_version) references recognition_rule_sets (id, version),
  check ((state = 'decided') = (decided_at is not null))
);
alter table transcript_drafts add foreign key (case_id) references recognition_cases (id);
create index recognition_cases_home on recognition_cases (home_organisation_id, state, due_on);
create index recognition_cases_person on recognition_cases (person_id);
-- The queue in its own order, so that a page of it costs the same however long it is.
create index recognition_cases_queue on recognition_cases (home_organisation_id, created_at desc, id);
-- What an enrolment has had recognised already is asked at every look at a case.
create index recognition_cases_enrolment on recognition_cases (enrolment_id);
-- The hosts that the queue's filter offers.
create index recognition_cases_hosts on recognition_cases (home_organisation_id, host_organisation_id);

create table case_lines (
  id uuid primary key,
  case_id uuid not null references recognition_cases (id),
  transcript_line_id uuid not null references transcript_lines (id),
  position integer not null,
  -- What the engine found, whole; it is not touched by what a person decides.
  evaluation jsonb not null,
  verdict text not null check (verdict in ('recognised', 'refused', 'needs-decision')),
  home_course_code text,
  home_course_titles jsonb not null default '{}'::jsonb,
  home_credit exact_fraction,
  recorded_grade text,
  content_share exact_fraction,
  -- Set when a person's word stands instead of the engine's.
  changed_by uuid references persons (id),
  changed_at timestamptz,
  change_reason text,
  unique (case_id, position),
  unique (case_id, transcript_line_id),
  check ((changed_by is null) = (changed_at is null))
);

-- A decision is never altered: an appeal or a revision makes another one.
create table recognition_decisions (
  id uuid primary key,
  origin text not null,
  case_id uuid not null references recognition_cases (id),
  revision integer not null,
  decided_by uuid not null references persons (id),
  decided_at timestamptz not null,
  recognised_credit exact_fraction not null,
  input_hash text not null,
  rule_set_id uuid not null,
  rule_set_version integer not null,
  -- Inputs and lines as they were, so that the result can be computed again by anyone.
  document jsonb not null,
  document_sha256 text not null,
  unique (case_id, revision),
  foreign key (rule_set_id, rule_set_version) references recognition_rule_sets (id, version)
);

create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
  raise exception 'a decision is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger recognition_decisions_append_only before update or delete on recognition_decisions
  for each row execute function refuse_change_of_decision();
create trigger recognition_decisions_no_truncate before truncate on recognition_decisions
  for each statement execute function refuse_change_of_decision();
