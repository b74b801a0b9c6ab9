-- An applicant asks for a second look at what was decided, within a dated window; somebody else decides it.
create table call_appeals (
  id uuid primary key,
  origin text not null,
  application_id uuid not null unique references call_applications (id),
  organisation_id uuid not null references organisations (id),
  -- Empty after an erasure, as is the reason.
  grounds text not null check (length(grounds) <= 5000),
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed', 'withdrawn')),
  made_at timestamptz not null,
  -- Whose decision it is about: they do not decide it.
  first_decided_by uuid references persons (id),
  decided_by uuid references persons (id),
  decided_at timestamptz,
  reason text not null default '' check (length(reason) <= 2000),
  check ((state in ('upheld', 'dismissed')) = (decided_at is not null and decided_by is not null)),
  check (decided_by is null or first_decided_by is null or decided_by <> first_decided_by)
);
