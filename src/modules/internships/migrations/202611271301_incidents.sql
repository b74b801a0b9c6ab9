-- Incidents during a placement: reported by the student, a mentor or an office, followed up, closed with what was done.

-- A mentor without an account who may report by a link: the host's tutor or the academic mentor of one placement.
create table internship_reporters (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  party text not null check (party in ('tutor', 'mentor')),
  name text not null check (length(name) <= 120),
  email text not null,
  language text not null
);
-- An erasure leaves neither name nor address.
create unique index internship_reporters_once on internship_reporters (placement_id, party, email) where email <> '';
create index internship_reporters_address on internship_reporters (lower(email)) where email <> '';

create table internship_incidents (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  organisation_id uuid not null references organisations (id),
  enrolled_organisation_id uuid not null references organisations (id),
  -- Whose placement it is; what others reported is not theirs to read.
  person_id uuid not null references persons (id),
  kind text not null check (kind in ('health', 'accident', 'safety', 'harassment', 'conditions', 'conduct', 'other')),
  urgent boolean not null,
  on_day date not null,
  words text not null check (length(words) <= 4000),
  words_language text not null,
  party text not null check (party in ('student', 'tutor', 'mentor', 'office')),
  reporter_id uuid references internship_reporters (id),
  reported_by uuid references persons (id),
  reported_at timestamptz not null,
  -- What was done, for whoever reported it.
  outcome text not null default '' check (length(outcome) <= 4000),
  outcome_language text,
  closed_at timestamptz,
  closed_by uuid references persons (id),
  check ((party in ('tutor', 'mentor')) = (reporter_id is not null)),
  check ((party in ('student', 'office')) = (reported_by is not null)),
  check ((closed_at is null) = (outcome_language is null)),
  check ((closed_at is null) = (closed_by is null))
);
create index internship_incidents_placement on internship_incidents (placement_id, reported_at);
create index internship_incidents_person on internship_incidents (person_id);
create index internship_incidents_organisation on internship_incidents (organisation_id);
create index internship_incidents_enrolled on internship_incidents (enrolled_organisation_id);
create index internship_incidents_reporter on internship_incidents (reporter_id);
create index internship_incidents_reported_by on internship_incidents (reported_by);
create index internship_incidents_closed_by on internship_incidents (closed_by);

-- What the offices did and learnt since, for the offices alone.
create table internship_incident_steps (
  id uuid primary key,
  incident_id uuid not null references internship_incidents (id),
  words text not null check (length(words) <= 4000),
  words_language text not null,
  said_at timestamptz not null,
  said_by uuid not null references persons (id)
);
create index internship_incident_steps_incident on internship_incident_steps (incident_id, said_at);
create index internship_incident_steps_said_by on internship_incident_steps (said_by);
