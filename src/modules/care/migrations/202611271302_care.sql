-- “Are you safe?”: asked of a group who are away by a stay or a placement, answered by each.
create table care_checks (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  words text not null check (length(words) between 1 and 1000),
  asked_at timestamptz not null,
  asked_by uuid references persons (id)
);
create index care_checks_organisation on care_checks (organisation_id, asked_at desc);
create index care_checks_asker on care_checks (asked_by);

create table care_answers (
  check_id uuid not null references care_checks (id),
  person_id uuid not null references persons (id),
  -- By what they were there when they were asked, and where: modules above know more.
  about_kind text not null,
  about_id uuid not null,
  href text not null,
  place text not null,
  country text not null,
  answer text check (answer in ('safe', 'help')),
  note text not null default '' check (length(note) <= 1000),
  answered_at timestamptz,
  primary key (check_id, person_id),
  check ((answer is null) = (answered_at is null))
);
create index care_answers_person on care_answers (person_id);
