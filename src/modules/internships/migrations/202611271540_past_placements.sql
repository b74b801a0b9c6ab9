-- Internships that were over before anybody wrote them down here: brought in from a list of past years, with what the list says.
create table internship_past_imports (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  imported_at timestamptz not null,
  -- What the list completed in rows of earlier lists, by row: the columns that were empty. What the rows said stands nowhere else.
  completed jsonb not null check (jsonb_typeof(completed) = 'array'),
  undone_at timestamptz
);
create index internship_past_imports_office on internship_past_imports (organisation_id, imported_at);

create table internship_past_placements (
  id uuid primary key,
  origin text not null,
  import_id uuid not null references internship_past_imports (id),
  -- The school whose student it was.
  organisation_id uuid not null references organisations (id),
  person_id uuid not null references persons (id),
  -- The host as the list calls it, and the organisation where it is one of the alliance: no host to send anybody to.
  host text not null check (length(host) between 1 and 200),
  host_organisation_id uuid references organisations (id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text check (length(city) between 1 and 120),
  title text check (length(title) between 1 and 200),
  starts_on date not null,
  ends_on date not null,
  hours integer check (hours between 1 and 20000),
  field text check (field ~ '^[0-9]{4}$'),
  mode text check (mode in ('site', 'hybrid', 'remote')),
  tutor text check (length(tutor) between 1 and 120),
  mentor text check (length(mentor) between 1 and 120),
  result text check (length(result) between 1 and 120),
  -- In the credit scheme of the school.
  credit academic_credit,
  check (ends_on >= starts_on)
);
create index internship_past_placements_person on internship_past_placements (person_id);
create index internship_past_placements_office on internship_past_placements (organisation_id, starts_on desc, id desc);
create index internship_past_placements_import on internship_past_placements (import_id);
create index internship_past_placements_host on internship_past_placements (host_organisation_id)
  where host_organisation_id is not null;
