-- What a student and the mentors share: goals in versions that each agrees to, meetings with the times that suit, notes.

create table mentee_goals (
  id uuid primary key,
  mentee_id uuid not null references mentees (id),
  number integer not null check (number >= 1),
  text text not null check (length(text) <= 6000),
  written_by uuid not null references persons (id),
  written_at timestamptz not null,
  unique (mentee_id, number)
);
create table mentee_goal_agreements (
  goals_id uuid not null references mentee_goals (id),
  person_id uuid not null references persons (id),
  agreed_at timestamptz not null,
  primary key (goals_id, person_id)
);
create index mentee_goal_agreements_person on mentee_goal_agreements (person_id);

create table mentee_meetings (
  id uuid primary key,
  origin text not null,
  mentee_id uuid not null references mentees (id),
  topic text not null check (length(topic) <= 200),
  -- A room, or the address of a call.
  place text not null default '' check (length(place) <= 500),
  minutes integer not null check (minutes between 10 and 480),
  state text not null default 'proposed' check (state in ('proposed', 'fixed', 'held', 'cancelled')),
  starts_at timestamptz,
  -- Counts the changes, as a calendar wants it (RFC 5545, 3.8.7.4).
  sequence integer not null default 0 check (sequence >= 0),
  proposed_by uuid not null references persons (id),
  proposed_at timestamptz not null,
  check (state not in ('fixed', 'held') or starts_at is not null)
);
create index mentee_meetings_mentee on mentee_meetings (mentee_id, proposed_at);

create table mentee_meeting_times (
  id uuid primary key,
  meeting_id uuid not null references mentee_meetings (id),
  starts_at timestamptz not null,
  unique (meeting_id, starts_at)
);
create table mentee_meeting_answers (
  time_id uuid not null references mentee_meeting_times (id),
  person_id uuid not null references persons (id),
  suits boolean not null,
  answered_at timestamptz not null,
  primary key (time_id, person_id)
);
create index mentee_meeting_answers_person on mentee_meeting_answers (person_id);

create table mentee_notes (
  id uuid primary key,
  mentee_id uuid not null references mentees (id),
  meeting_id uuid references mentee_meetings (id),
  text text not null check (length(text) <= 6000),
  written_by uuid not null references persons (id),
  written_at timestamptz not null
);
create index mentee_notes_mentee on mentee_notes (mentee_id, written_at);
create index mentee_notes_meeting on mentee_notes (meeting_id) where meeting_id is not null;
