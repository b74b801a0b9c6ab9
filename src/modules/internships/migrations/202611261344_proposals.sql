-- Internships that students found themselves: proposed, checked by their school, approved into a placement.

create table internship_proposals (
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  -- The school that checks it.
  organisation_id uuid not null references organisations (id),
  host_name text not null check (length(host_name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text not null check (length(city) between 1 and 120),
  time_zone text not null,
  tutor_name text not null check (length(tutor_name) between 1 and 120),
  tutor_email text not null check (tutor_email ~ '^[^@\s]+@[^@\s]+$'),
  signatory_name text not null check (length(signatory_name) between 1 and 120),
  signatory_email text not null check (signatory_email ~ '^[^@\s]+@[^@\s]+$'),
  title text not null check (length(title) <= 200),
  tasks text not null check (length(tasks) <= 4000),
  -- In which language the student wrote title and tasks.
  words_language text not null,
  starts_on date not null,
  ends_on date not null,
  hours_per_week integer not null check (hours_per_week between 1 and 60),
  mode text not null check (mode in ('site', 'hybrid', 'remote')),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  language_level text not null check (language_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
  field text not null check (field ~ '^[0-9]{4}$'),
  enrolled_there boolean not null,
  clearance text not null check (clearance in ('yes', 'conditions', 'unknown')),
  state text not null check (state in ('sent', 'checked', 'returned', 'withdrawn', 'approved')),
  -- Why it came back, or how the stay is permitted: the office's words.
  remark text not null default '' check (length(remark) <= 2000),
  -- The host as the alliance knows it, once the school has checked; the placement, once it is approved.
  host_id uuid references internship_hosts (id),
  placement_id uuid references internship_placements (id),
  sent_at timestamptz not null,
  decided_at timestamptz,
  check (ends_on > starts_on),
  check (state not in ('checked', 'approved') or host_id is not null),
  check ((state = 'approved') = (placement_id is not null)),
  check (state <> 'returned' or remark <> '')
);
create index internship_proposals_person on internship_proposals (person_id);
create index internship_proposals_office on internship_proposals (organisation_id);
create index internship_proposals_host on internship_proposals (host_id);
create index internship_proposals_placement on internship_proposals (placement_id);
