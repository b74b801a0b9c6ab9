-- Work that is to be done after the commit. A job that has succeeded is deleted.
create table jobs (
  id uuid primary key,
  type text not null,
  payload jsonb not null,
  singleton_key text,
  state text not null check (state in ('waiting', 'running', 'failed')),
  attempts integer not null check (attempts >= 0),
  max_attempts integer not null check (max_attempts > 0),
  run_at timestamptz not null,
  lease_id uuid,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  failed_at timestamptz,
  check ((state = 'running') = (lease_id is not null and leased_until is not null)),
  check ((state = 'failed') = (failed_at is not null))
);

create index jobs_due on jobs (run_at) where state = 'waiting';
create index jobs_leased on jobs (leased_until) where state = 'running';
create index jobs_failed on jobs (failed_at desc) where state = 'failed';
create unique index jobs_singleton on jobs (type, singleton_key)
  where state = 'waiting' and attempts = 0 and singleton_key is not null;

create table job_schedules (
  type text primary key,
  rule text not null,
  next_at timestamptz not null
);
