-- References to an application: whom the applicant named, who was asked by a link, and what they gave.
create table call_references (
  id uuid primary key,
  origin text not null,
  application_id uuid not null references call_applications (id),
  organisation_id uuid not null references organisations (id),
  -- Empty after an erasure, as is the text.
  name text not null check (length(name) <= 200),
  address text not null check (length(address) <= 320),
  -- In which they are written to.
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  state text not null default 'asked' check (state in ('asked', 'given', 'declined')),
  asked_at timestamptz not null,
  reminders integer not null default 0 check (reminders between 0 and 2),
  answered_at timestamptz,
  -- From 1, one of the best, to 5.
  rating integer check (rating between 1 and 5),
  text text not null default '' check (length(text) <= 8000),
  check ((state = 'asked') = (answered_at is null)),
  check ((state = 'given') = (rating is not null))
);
create index call_references_application on call_references (application_id);
create index call_references_asked on call_references (state, reminders);
