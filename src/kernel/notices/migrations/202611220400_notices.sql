-- What a person is to be told.
create table notices (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  message jsonb not null,
  href text not null check (href like '/%' and href not like '//%'),
  task_id uuid references tasks (id),
  mail text not null check (mail in ('none', 'immediate', 'daily')),
  created_at timestamptz not null,
  read_at timestamptz,
  -- When it went into a mail, or was found to need none any more.
  settled_at timestamptz
);

create index notices_person on notices (person_id, created_at desc, id desc);
create index notices_digest on notices (person_id) where mail = 'daily' and settled_at is null;

-- How a person wants to be told; kinds without a row follow the kind's own default.
create table notice_preferences (
  person_id uuid not null,
  kind text not null,
  mail text not null check (mail in ('none', 'immediate', 'daily')),
  primary key (person_id, kind)
);

-- The last day, where the person is, on which they had a digest.
create table notice_digests (
  person_id uuid primary key,
  last_on date
);
