-- Times at which a host talks with applicants for a position; each is picked by one of them.

create table internship_slots (
  id uuid primary key,
  position_id uuid not null references internship_positions (id),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 240),
  -- An address of the web, or a room.
  place text not null check (length(place) between 1 and 300),
  -- Whoever picked it; of an applicant one for a position.
  application_id uuid unique references internship_applications (id),
  picked_at timestamptz,
  made_at timestamptz not null,
  unique (position_id, starts_at),
  check ((application_id is null) = (picked_at is null))
);
