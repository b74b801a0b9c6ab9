-- Institutions, the people who act for them, and the programmes that the alliance runs.
-- Names in several languages are jsonb by language tag; identifiers are global, with the node they come from.

create table organisations (
  id uuid primary key,
  origin text not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'::jsonb),
  acronym text,
  ror text unique check (ror ~ '^https://ror\.org/0[a-z0-9]{8}$'),
  identifiers jsonb not null default '{}'::jsonb,
  summary jsonb not null default '{}'::jsonb,
  country text not null check (country ~ '^[A-Z]{2}$'),
  city jsonb not null default '{}'::jsonb,
  -- A place that is known; a pin is drawn only where both stand.
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  website text check (website ~ '^https?://'),
  established_year integer,
  invented boolean not null default false,
  created_at timestamptz not null,
  check ((latitude is null) = (longitude is null))
);

-- The six sectors: an organisation plays a set of them, each for one engagement.
create table sector_roles (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  sector text not null check (sector in ('government', 'industry', 'academia', 'research', 'application', 'finance')),
  engagement text not null default 'alliance',
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on),
  unique (organisation_id, sector, engagement, starts_on)
);

create table memberships (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('founder', 'member', 'partner', 'observer')),
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on)
);
create unique index memberships_current on memberships (organisation_id) where ends_on is null;

create table units (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  parent_id uuid,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'::jsonb),
  code text,
  kind text not null default 'faculty' check (kind in ('faculty', 'school', 'department', 'institute', 'office', 'laboratory', 'other')),
  closed_on date,
  unique (id, organisation_id),
  unique (organisation_id, code),
  foreign key (parent_id, organisation_id) references units (id, organisation_id)
);

-- One row a term, matched between institutions by dates: year identifiers follow EWP (2026/2027, or 2026/2026).
create table academic_terms (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  academic_year text not null check (academic_year ~ '^[0-9]{4}/[0-9]{4}$'),
  term_number integer not null check (term_number between 1 and 6),
  terms_in_year integer not null check (terms_in_year between 1 and 6),
  names jsonb not null default '{}'::jsonb,
  starts_on date not null,
  ends_on date not null,
  teaching_weeks integer,
  check (ends_on > starts_on),
  check (term_number <= terms_in_year),
  unique (organisation_id, academic_year, term_number)
);

create table degree_programmes (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  unit_id uuid,
  code text not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'::jsonb),
  level text not null check (level in ('short-cycle', 'bachelor', 'master', 'doctorate')),
  isced_f text check (isced_f ~ '^[0-9]{4}$'),
  -- Exact academic credit, as a fraction in text, in the credit scheme of the organisation.
  total_credit text not null check (total_credit ~ '^[0-9]+(/[0-9]+)?$'),
  credit_scheme text not null,
  closed_on date,
  unique (organisation_id, code),
  unique (id, organisation_id),
  foreign key (unit_id, organisation_id) references units (id, organisation_id)
);

create table appointments (
  id uuid primary key,
  person_id uuid not null references persons (id),
  organisation_id uuid references organisations (id),
  unit_id uuid,
  role text not null check (role in ('administrator', 'coordinator', 'evaluator', 'registrar', 'academic-mentor',
    'industry-mentor', 'officer', 'funder', 'curator', 'secretariat')),
  degree_programme_id uuid,
  object_id uuid,
  title jsonb not null default '{}'::jsonb,
  starts_on date not null,
  ends_on date,
  appointed_by uuid references persons (id),
  created_at timestamptz not null,
  -- Only the secretariat acts for the whole alliance, and nothing narrows it.
  check ((organisation_id is null) = (role = 'secretariat')),
  check (role <> 'secretariat' or (unit_id is null and degree_programme_id is null and object_id is null)),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (unit_id, organisation_id) references units (id, organisation_id),
  foreign key (degree_programme_id, organisation_id) references degree_programmes (id, organisation_id)
);
create index appointments_person on appointments (person_id);
create index appointments_organisation on appointments (organisation_id, role);

-- An office's shared address: mail to a role reaches it as well as the people.
create table office_mailboxes (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  unit_id uuid,
  names jsonb not null default '{}'::jsonb,
  address text not null check (address ~ '^[^@\s]+@[^@\s]+$'),
  role text not null,
  unique (organisation_id, address, role),
  foreign key (unit_id, organisation_id) references units (id, organisation_id)
);

create table enrolments (
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  organisation_id uuid not null references organisations (id),
  degree_programme_id uuid not null,
  student_number text not null,
  intake_year integer not null check (intake_year between 1950 and 2200),
  intake_term integer not null default 1,
  starts_on date not null,
  ends_on date,
  outcome text check (outcome in ('completed', 'left', 'suspended')),
  check (ends_on is null or ends_on >= starts_on),
  unique (organisation_id, student_number, degree_programme_id),
  foreign key (degree_programme_id, organisation_id) references degree_programmes (id, organisation_id)
);
create index enrolments_person on enrolments (person_id);
create index enrolments_intake on enrolments (organisation_id, intake_year);

create table alliance_programmes (
  id uuid primary key,
  origin text not null,
  code text not null unique,
  names jsonb not null,
  summary jsonb not null default '{}'::jsonb,
  lead_organisation_id uuid not null references organisations (id),
  starts_on date not null,
  ends_on date,
  -- Ordered kinds of step that a participant takes, with their names and whether each is required.
  steps jsonb not null default '[]'::jsonb,
  -- How many of the required steps, and what else, make a completion.
  completion jsonb not null default '{}'::jsonb,
  created_at timestamptz not null
);

create table programme_years (
  id uuid primary key,
  programme_id uuid not null references alliance_programmes (id),
  year integer not null,
  starts_on date not null,
  ends_on date not null,
  places integer check (places >= 0),
  unique (programme_id, year),
  unique (id, programme_id),
  check (ends_on > starts_on)
);

create table programme_partners (
  programme_id uuid not null references alliance_programmes (id),
  organisation_id uuid not null references organisations (id),
  role text not null default 'partner',
  primary key (programme_id, organisation_id)
);

create table cohort_members (
  id uuid primary key,
  programme_id uuid not null,
  programme_year_id uuid not null,
  person_id uuid not null references persons (id),
  -- Whose participant it is: the school that sends, also for past years without an enrolment here.
  organisation_id uuid not null references organisations (id),
  enrolment_id uuid references enrolments (id),
  state text not null default 'active' check (state in ('active', 'completed', 'left')),
  -- Recognised credit, exact, in the credit scheme that the programme's completion names.
  recognised_credit text check (recognised_credit ~ '^[0-9]+(/[0-9]+)?$'),
  joined_on date not null,
  unique (programme_year_id, person_id),
  foreign key (programme_year_id, programme_id) references programme_years (id, programme_id)
);
create index cohort_members_person on cohort_members (person_id);
create index cohort_members_organisation on cohort_members (organisation_id);

-- A step that a participant has reached, and how the alliance knows: one row a step.
create table cohort_steps (
  id uuid primary key,
  cohort_member_id uuid not null references cohort_members (id),
  kind text not null,
  reached_on date,
  -- A spreadsheet of a year before the platform, an office's word, or the record of a module.
  source text not null check (source in ('import', 'office', 'record')),
  evidence_kind text,
  evidence_id uuid,
  note text,
  recorded_at timestamptz not null,
  unique (cohort_member_id, kind),
  check ((evidence_kind is null) = (evidence_id is null)),
  check ((source = 'record') = (evidence_id is not null))
);

create table initiatives (
  id uuid primary key,
  origin text not null,
  kind text not null,
  names jsonb not null,
  summary jsonb not null default '{}'::jsonb,
  lead_organisation_id uuid not null references organisations (id),
  starts_on date not null,
  ends_on date,
  budget_minor bigint check (budget_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  state text not null default 'planned' check (state in ('planned', 'running', 'ended', 'cancelled')),
  created_at timestamptz not null,
  check ((budget_minor is null) = (currency is null))
);

create table initiative_partners (
  initiative_id uuid not null references initiatives (id),
  organisation_id uuid not null references organisations (id),
  primary key (initiative_id, organisation_id)
);

create table initiative_outputs (
  id uuid primary key,
  initiative_id uuid not null references initiatives (id),
  kind text not null,
  names jsonb not null,
  url text check (url ~ '^https?://'),
  produced_on date
);
create index initiative_outputs_initiative on initiative_outputs (initiative_id);
