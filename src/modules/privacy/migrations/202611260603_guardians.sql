-- Who signs beside somebody under age, and the day of birth where the person said it for this.
create table consent_guardians (
  request_id uuid primary key references consent_requests (id),
  -- Empty after an erasure.
  name text not null,
  address text not null,
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  check ((answered_at is null) = (agreed is null))
);
alter table consent_requests add column said_born_on date;
