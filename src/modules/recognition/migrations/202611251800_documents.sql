-- Documents out: a statement is found by the code on its paper, and a cohort's statements are packed as one archive.

create index recognition_decisions_code on recognition_decisions (left(document_sha256, 15));

create table statement_archives (
  id uuid primary key,
  origin text not null,
  created_by uuid not null references persons (id),
  home_organisation_id uuid not null references organisations (id),
  -- What the cases were chosen by, to say it again on the page.
  filter jsonb not null,
  first_language text not null check (first_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  second_language text not null check (second_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  -- The language of the reader, in which the files are named.
  named_in text not null check (named_in in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  statements integer not null check (statements > 0),
  done integer not null default 0 check (done >= 0 and done <= statements),
  state text not null default 'making' check (state in ('making', 'ready', 'failed', 'removed')),
  file_id uuid references files (id),
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'ready') = (file_id is not null)),
  check ((state = 'making') = (finished_at is null))
);
create index statement_archives_creator on statement_archives (created_by, created_at desc);
create index statement_archives_old on statement_archives (finished_at) where state = 'ready';

create table statement_archive_cases (
  archive_id uuid not null references statement_archives (id) on delete cascade,
  position integer not null,
  case_id uuid not null references recognition_cases (id),
  primary key (archive_id, position),
  unique (archive_id, case_id)
);
