-- Rounds: students wish in order, hosts rank with ties, one matching proves who goes where, and all offers go out together.

create table internship_rounds (
  id uuid primary key,
  origin text not null,
  -- The office that holds the round over its own positions.
  organisation_id uuid not null references organisations (id),
  titles jsonb not null,
  wishes_until date not null,
  ranks_until date not null,
  answer_by date not null,
  -- Orders whom a host ranks alike; drawn, and committed to in the chronicle, before anybody has wished.
  lot_seed text not null check (lot_seed ~ '^[0-9a-f]{64}$'),
  opened_at timestamptz not null,
  -- Over for good: whoever waits is told. Called off: nobody was offered a place, and applications go on one by one.
  closed_at timestamptz,
  called_off boolean not null default false,
  check (wishes_until < ranks_until),
  check (ranks_until < answer_by),
  check (closed_at is not null or not called_off)
);
create index internship_rounds_office on internship_rounds (organisation_id);
create index internship_rounds_live on internship_rounds (wishes_until) where closed_at is null;

create table internship_round_positions (
  round_id uuid not null references internship_rounds (id),
  position_id uuid not null references internship_positions (id),
  primary key (round_id, position_id)
);
create index internship_round_positions_position on internship_round_positions (position_id);

-- A host with positions in a round: its tutor is asked to rank whoever wishes for them.
create table internship_round_hosts (
  id uuid primary key,
  round_id uuid not null references internship_rounds (id),
  host_id uuid not null references internship_hosts (id),
  asked_at timestamptz,
  reminders integer not null default 0 check (reminders >= 0),
  answered_at timestamptz,
  unique (round_id, host_id)
);
create index internship_round_hosts_host on internship_round_hosts (host_id);

-- Somebody who takes part; by its id, and by nothing else, certificates know them.
create table internship_round_students (
  id uuid primary key,
  round_id uuid not null references internship_rounds (id),
  person_id uuid not null references persons (id),
  -- When they said in which order they wish; null for whoever had applied before the round.
  wished_at timestamptz,
  unique (round_id, person_id)
);
create index internship_round_students_person on internship_round_students (person_id);

-- A wish is an application in a round; it says which wish it is.
alter table internship_applications
  add column round_id uuid references internship_rounds (id),
  add column wish integer check (wish between 1 and 1000),
  add constraint internship_applications_wish check ((round_id is null) = (wish is null));
create index internship_applications_round on internship_applications (round_id) where round_id is not null;

-- Which group of the host's ranking an applicant stands in; null is one whom the host does not take.
create table internship_ranks (
  application_id uuid primary key references internship_applications (id),
  place integer check (place between 1 and 20),
  said_by text not null check (said_by in ('host', 'office')),
  said_at timestamptz not null
);

-- A run: who would go where, with the certificate that proves it. Undone, or told to everybody at one moment.
create table internship_round_runs (
  id uuid primary key,
  round_id uuid not null references internship_rounds (id),
  number integer not null check (number >= 1),
  certificate jsonb not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  told_at timestamptz,
  answer_by date,
  check (undone_at is null or told_at is null),
  check ((told_at is null) = (answer_by is null))
);
create index internship_round_runs_round on internship_round_runs (round_id, number);
create unique index internship_round_runs_number on internship_round_runs (round_id, number) where undone_at is null;
create unique index internship_round_runs_open on internship_round_runs (round_id)
  where undone_at is null and told_at is null;
