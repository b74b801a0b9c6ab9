-- What happens during and after a stay: each event is a row; the dates in `mobilities` follow from them.

create table mobility_events (
  id uuid primary key,
  mobility_id uuid not null references mobilities (id),
  kind text not null check (kind in ('arrival', 'departure', 'extension', 'interruption', 'resumption', 'early-return', 'incident')),
  on_day date not null,
  -- For offices alone; of an incident what happened.
  note text not null check (length(note) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid references persons (id),
  -- Who recorded it by a link, as they were written to.
  recorded_as text,
  check (kind <> 'incident' or note <> '')
);
create index mobility_events_mobility on mobility_events (mobility_id, recorded_at);
create index mobility_events_recorder on mobility_events (recorded_by);

alter table mobilities
  add column ended_how text check (ended_how in ('completed', 'early', 'interrupted')),
  add column transcript_on date,
  add column case_id uuid references recognition_cases (id),
  add column recognised_on date,
  add column posted_on date,
  -- When the host was asked last for what is next.
  add column host_asked_on date;
create index mobilities_case on mobilities (case_id);

-- “Are you safe?”: asked of a group, answered by each.
create table safety_checks (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  words text not null check (length(words) between 1 and 1000),
  asked_at timestamptz not null,
  asked_by uuid references persons (id)
);
create index safety_checks_organisation on safety_checks (organisation_id, asked_at desc);
create index safety_checks_asker on safety_checks (asked_by);

create table safety_answers (
  check_id uuid not null references safety_checks (id),
  person_id uuid not null references persons (id),
  mobility_id uuid not null references mobilities (id),
  answer text check (answer in ('safe', 'help')),
  note text not null default '' check (length(note) <= 1000),
  answered_at timestamptz,
  primary key (check_id, person_id),
  check ((answer is null) = (answered_at is null))
);
create index safety_answers_person on safety_answers (person_id);
create index safety_answers_mobility on safety_answers (mobility_id);
