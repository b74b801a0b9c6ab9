-- Hosts vetted once for the alliance, their positions, applications to them, placements and the hours worked there.

create table internship_hosts (
  id uuid primary key,
  origin text not null,
  -- Whose office brought the host in, and the host's own organisation where it is one of the alliance.
  organisation_id uuid not null references organisations (id),
  host_organisation_id uuid references organisations (id),
  name text not null check (length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text not null check (length(city) between 1 and 120),
  time_zone text not null,
  -- Whoever guides the student, and whoever may sign for the host: two people more often than one.
  tutor_name text not null check (length(tutor_name) between 1 and 120),
  tutor_email text not null check (tutor_email ~ '^[^@\s]+@[^@\s]+$'),
  signatory_name text not null check (length(signatory_name) between 1 and 120),
  signatory_email text not null check (signatory_email ~ '^[^@\s]+@[^@\s]+$'),
  papers text not null check (length(papers) between 1 and 2000),
  state text not null check (state in ('proposed', 'vetted', 'suspended')),
  vetted_until date,
  reason text not null default '' check (length(reason) <= 2000),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'proposed') = (decided_at is null)),
  check (state <> 'vetted' or vetted_until is not null),
  check (state <> 'suspended' or reason <> '')
);
create index internship_hosts_office on internship_hosts (organisation_id);
create index internship_hosts_self on internship_hosts (host_organisation_id);

create table internship_positions (
  id uuid primary key,
  origin text not null,
  host_id uuid not null references internship_hosts (id),
  organisation_id uuid not null references organisations (id),
  titles jsonb not null,
  descriptions jsonb not null,
  places integer not null check (places between 1 and 500),
  starts_on date not null,
  ends_on date not null,
  hours_per_week integer not null check (hours_per_week between 1 and 60),
  mode text not null check (mode in ('site', 'hybrid', 'remote')),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  language_level text not null check (language_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
  -- A month, in minor units of the currency; both or neither.
  stipend_minor bigint check (stipend_minor > 0),
  stipend_currency text check (stipend_currency ~ '^[A-Z]{3}$'),
  field text not null check (field ~ '^[0-9]{4}$'),
  skills text[] not null,
  apply_by date not null,
  state text not null check (state in ('draft', 'published', 'closed')),
  made_at timestamptz not null,
  check (ends_on > starts_on),
  check (apply_by <= starts_on),
  check ((stipend_minor is null) = (stipend_currency is null))
);
create index internship_positions_host on internship_positions (host_id);
create index internship_positions_office on internship_positions (organisation_id);
create index internship_positions_open on internship_positions (state, apply_by);

create table internship_applications (
  id uuid primary key,
  origin text not null,
  position_id uuid not null references internship_positions (id),
  -- The office that decides, and the applicant's own.
  organisation_id uuid not null references organisations (id),
  enrolled_organisation_id uuid not null references organisations (id),
  person_id uuid not null references persons (id),
  motivation text not null check (length(motivation) <= 4000),
  -- What the applicant said of their enrolment at the place, and what was known of the permission then.
  enrolled_there boolean not null,
  clearance text not null check (clearance in ('yes', 'conditions', 'unknown')),
  -- How a stay is permitted of which no pack says it, in the words of the office that offered the place.
  permission_note text not null default '' check (length(permission_note) <= 2000),
  state text not null
    check (state in ('sent', 'offered', 'accepted', 'declined', 'refused', 'withdrawn', 'lapsed')),
  answer_by date,
  sent_at timestamptz not null,
  decided_at timestamptz,
  answered_at timestamptz,
  check (state <> 'offered' or answer_by is not null)
);
create unique index internship_applications_live on internship_applications (position_id, person_id)
  where state in ('sent', 'offered', 'accepted');
create index internship_applications_person on internship_applications (person_id);
create index internship_applications_office on internship_applications (organisation_id);
create index internship_applications_home on internship_applications (enrolled_organisation_id);

create table internship_placements (
  id uuid primary key,
  origin text not null,
  application_id uuid not null unique references internship_applications (id),
  position_id uuid not null references internship_positions (id),
  organisation_id uuid not null references organisations (id),
  enrolled_organisation_id uuid not null references organisations (id),
  person_id uuid not null references persons (id),
  starts_on date not null,
  ends_on date not null,
  hours_per_week integer not null check (hours_per_week between 1 and 60),
  -- Days are those of the host's clock.
  time_zone text not null,
  made_at timestamptz not null,
  check (ends_on > starts_on)
);
create index internship_placements_person on internship_placements (person_id);
create index internship_placements_office on internship_placements (organisation_id);
create index internship_placements_home on internship_placements (enrolled_organisation_id);
create index internship_placements_position on internship_placements (position_id);

create table internship_hours (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  work text not null check (length(work) between 1 and 500),
  logged_at timestamptz not null,
  check (ends_at > starts_at),
  check (ends_at <= starts_at + interval '24 hours')
);
create index internship_hours_placement on internship_hours (placement_id, starts_at);
