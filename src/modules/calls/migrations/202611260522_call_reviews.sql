-- Reviewers of a call, whom they must not judge, and what they gave.

create table call_reviewers (
  id uuid primary key,
  call_id uuid not null references calls (id),
  -- The organisation of the call: whose office names reviewers.
  organisation_id uuid not null references organisations (id),
  person_id uuid not null references persons (id),
  -- The most applications that they read.
  most integer not null check (most between 1 and 1000),
  added_by uuid not null references persons (id),
  added_at timestamptz not null,
  unique (call_id, person_id)
);
create index call_reviewers_person on call_reviewers (person_id);

-- What stands between a reviewer and an applicant, said by either side of the office.
create table call_conflicts (
  id uuid primary key,
  application_id uuid not null references call_applications (id),
  person_id uuid not null references persons (id),
  kind text not null check (kind in ('kin', 'supervisor', 'mentor', 'other')),
  said_by uuid not null references persons (id),
  said_at timestamptz not null,
  unique (application_id, person_id, kind)
);
create index call_conflicts_person on call_conflicts (person_id);

-- Reviewers of the applicant's own institution read only where the office says why.
create table call_waivers (
  call_id uuid primary key references calls (id),
  reason text not null check (length(reason) between 1 and 2000),
  waived_by uuid not null references persons (id),
  waived_at timestamptz not null
);

create table call_reviews (
  id uuid primary key,
  call_id uuid not null references calls (id),
  organisation_id uuid not null references organisations (id),
  application_id uuid not null references call_applications (id),
  reviewer_id uuid not null references persons (id),
  state text not null default 'open' check (state in ('open', 'given', 'declined')),
  -- Points by criterion, whole numbers.
  points jsonb not null default '{}' check (jsonb_typeof(points) = 'object'),
  remark text not null default '' check (length(remark) <= 4000),
  assigned_by uuid not null references persons (id),
  assigned_at timestamptz not null,
  -- By the least-cost assignment, or by somebody.
  by_hand boolean not null,
  given_at timestamptz,
  check ((state = 'given') = (given_at is not null))
);
create unique index call_reviews_one on call_reviews (application_id, reviewer_id) where state <> 'declined';
create index call_reviews_call on call_reviews (call_id, state);
create index call_reviews_reviewer on call_reviews (reviewer_id, state);
create index call_reviews_application on call_reviews (application_id);
