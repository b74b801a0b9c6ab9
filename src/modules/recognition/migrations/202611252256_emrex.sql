-- Services that hold results of institutions and give them to their holder (EMREX data providers).
create table emrex_providers (
  id uuid primary key,
  origin text not null,
  name text not null check (length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Where the request is sent to, by the browser of the person whose results they are.
  url text not null check (url ~ '^https://' and length(url) <= 500),
  -- Which institutions it serves, in its own words.
  serves text not null default '' check (length(serves) <= 1000),
  added_by uuid not null references persons (id),
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references persons (id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index emrex_providers_once on emrex_providers (url) where withdrawn_at is null;

-- One request to a provider; its token counts once, and only its hash is kept.
create table emrex_requests (
  id uuid primary key,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  -- The sign-in session in which it was begun, as a hash: what comes back is taken over in the same.
  session_sha256 text not null check (session_sha256 ~ '^[0-9a-f]{64}$'),
  created_by uuid not null references persons (id),
  provider_id uuid not null references emrex_providers (id),
  enrolment_id uuid not null references enrolments (id),
  host_organisation_id uuid references organisations (id),
  state text not null check (state in ('sent', 'received', 'taken')),
  result text check (result in ('ok', 'cancelled', 'no-results', 'error')),
  -- What the provider said, as it said it.
  message text not null default '' check (length(message) <= 1000),
  staged_file_id uuid,
  draft_id uuid references transcript_drafts (id),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  received_at timestamptz,
  check ((state = 'sent') = (result is null)),
  check ((state = 'sent') = (received_at is null)),
  check ((state = 'taken') = (draft_id is not null))
);
create index emrex_requests_by_person on emrex_requests (created_by);
create index emrex_requests_by_enrolment on emrex_requests (enrolment_id);
create index emrex_requests_by_provider on emrex_requests (provider_id);
create index emrex_requests_by_draft on emrex_requests (draft_id);
create index emrex_requests_by_time on emrex_requests (created_at);
