-- Visits of the academic mentor to a placement, on site or by call: asked for, planned by the mentor, done with notes.

create table internship_visits (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  state text not null check (state in ('asked', 'planned', 'done', 'dropped')),
  due_on date not null,
  asked_at timestamptz not null,
  reminders integer not null default 0 check (reminders >= 0),
  -- The mentor of the agreement, who acts by a link.
  mentor_name text not null check (length(mentor_name) <= 120),
  mentor_email text not null,
  mentor_language text not null,
  mode text check (mode in ('site', 'call')),
  starts_at timestamptz,
  place text not null default '' check (length(place) <= 300),
  notes text not null default '' check (length(notes) <= 4000),
  notes_language text,
  done_at timestamptz,
  check ((starts_at is null) = (mode is null)),
  check (state not in ('planned', 'done') or starts_at is not null),
  check ((state = 'done') = (done_at is not null))
);
create index internship_visits_placement on internship_visits (placement_id);
create index internship_visits_open on internship_visits (due_on) where state in ('asked', 'planned');
