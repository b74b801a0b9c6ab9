-- What people ask of the house about their data, and what became of it.

-- A request that somebody of the house answers: an administrator of the organisation, or the secretariat.
create table data_requests (
  id uuid primary key,
  person_id uuid not null references persons (id),
  kind text not null check (kind in ('access', 'correction', 'restriction', 'objection', 'erasure')),
  organisation_id uuid references organisations (id),
  asked_by uuid not null references persons (id),
  -- How it was asked and how it was made sure who asked, where somebody of the house took it down.
  taken_down text,
  -- In the person's words; gone after an erasure.
  words text not null,
  asked_at timestamptz not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  outcome text check (outcome in ('granted', 'partly', 'refused')),
  answer text,
  closed_by uuid references persons (id),
  closed_at timestamptz,
  check ((asked_by = person_id) = (taken_down is null)),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'answered') = (outcome is not null and answer is not null))
);
create unique index data_requests_open on data_requests (person_id, kind, organisation_id) nulls not distinct
  where state = 'open';
create index data_requests_organisation on data_requests (organisation_id, state, due_on);
create index data_requests_person on data_requests (person_id, asked_at desc);

-- A copy of somebody's data as an archive, made by a job where the files in it are large.
create table data_exports (
  id uuid primary key,
  person_id uuid not null references persons (id),
  asked_by uuid not null references persons (id),
  taken_down text,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'expired')),
  asked_at timestamptz not null,
  file_id uuid references files (id),
  size_bytes bigint check (size_bytes > 0),
  ready_at timestamptz,
  expires_at timestamptz,
  check ((asked_by = person_id) = (taken_down is null)),
  check ((state = 'ready') = (file_id is not null)),
  check ((ready_at is null) = (state = 'waiting')),
  check ((ready_at is null) = (expires_at is null))
);
create unique index data_exports_waiting on data_exports (person_id) where state = 'waiting';
create index data_exports_person on data_exports (person_id, asked_at desc);
create index data_exports_expires on data_exports (expires_at) where state = 'ready';

-- An erasure: asked for, then a time in which it can be taken back, then part by part.
create table erasures (
  id uuid primary key,
  person_id uuid not null references persons (id),
  asked_by uuid not null references persons (id),
  taken_down text,
  -- The request that the house has granted, where it had to decide.
  request_id uuid references data_requests (id),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'withdrawn', 'hindered')),
  asked_at timestamptz not null,
  runs_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  -- Where and in which language to say that it is done; gone when that is said.
  farewell jsonb,
  check ((asked_by = person_id) = (taken_down is null)),
  check (runs_at > asked_at),
  check ((begun_at is null) = (state in ('waiting', 'withdrawn', 'hindered'))),
  check ((ended_at is null) = (state in ('waiting', 'running'))),
  check (farewell is null or state = 'running')
);
create unique index erasures_under_way on erasures (person_id) where state in ('waiting', 'running');

-- Which parts of the house have erased their share: where one that was cut off goes on.
create table erasure_steps (
  erasure_id uuid not null references erasures (id),
  part text not null,
  kept jsonb not null,
  done_at timestamptz not null,
  primary key (erasure_id, part)
);

-- Contents that are to go from the store, which no transaction reaches.
create table erasure_files (
  erasure_id uuid not null references erasures (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  gone_at timestamptz,
  primary key (erasure_id, sha256)
);
create index erasure_files_waiting on erasure_files (erasure_id) where gone_at is null;
