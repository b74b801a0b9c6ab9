-- Content shares come from persons: syllabi compared topic by topic, and professors who answer one question.

create table content_comparisons (
  id uuid primary key,
  origin text not null,
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  -- The courses of each side as they are compared, sorted, so that a comparison is found again for the same courses.
  host_key text not null check (host_key <> ''),
  home_key text not null check (home_key <> ''),
  -- The case whose line it was begun for.
  case_id uuid references recognition_cases (id),
  line_position integer,
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  check (home_organisation_id <> host_organisation_id),
  check ((case_id is null) = (line_position is null))
);
create index content_comparisons_courses on content_comparisons (home_organisation_id, host_organisation_id, host_key, home_key);
create index content_comparisons_case on content_comparisons (case_id) where case_id is not null;

-- A comparison as it was at one time: topics, weights, links and the share. Another judgement is another version.
create table content_comparison_versions (
  comparison_id uuid not null references content_comparisons (id),
  version integer not null check (version > 0),
  document jsonb not null,
  document_sha256 text not null,
  -- Null as long as a topic is not judged.
  content_share exact_fraction check (content_share not like '-%'),
  made_by uuid not null references persons (id),
  made_at timestamptz not null,
  primary key (comparison_id, version)
);

-- The syllabi as they were handed in.
create table content_files (
  id uuid primary key,
  comparison_id uuid not null references content_comparisons (id),
  side text not null check (side in ('host', 'home')),
  file_id uuid not null references files (id),
  added_by uuid not null references persons (id),
  added_at timestamptz not null
);
create index content_files_comparison on content_files (comparison_id);

-- One question to one person who knows the field: does X cover at least so much of Y?
create table content_questions (
  id uuid primary key,
  origin text not null,
  case_id uuid not null references recognition_cases (id),
  line_position integer not null,
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  -- Both courses and their topics as they were sent, without a word about the student.
  document jsonb not null,
  threshold exact_fraction not null,
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  due_on date not null,
  -- Whom: a person who is known here, or only a name and an address, which is forgotten once the question is closed.
  asked_person_id uuid references persons (id),
  asked_name text not null check (asked_name <> ''),
  asked_address text,
  asked_language text not null,
  reminded_at timestamptz,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null)),
  check (state <> 'open' or asked_address is not null)
);
create index content_questions_case on content_questions (case_id, line_position);
create index content_questions_to_remind on content_questions (due_on) where state = 'open' and reminded_at is null;
create index content_questions_person on content_questions (asked_person_id) where asked_person_id is not null;

create table content_answers (
  question_id uuid primary key references content_questions (id),
  choice text not null check (choice in ('enough', 'half', 'less', 'unknown')),
  remark text not null default '',
  -- By the person whom the question names; by which link, where it was one.
  answered_by uuid references persons (id),
  link_id uuid,
  answered_at timestamptz not null
);

-- What a share was taken from, and for what.
create table content_uses (
  id uuid primary key,
  comparison_id uuid,
  version integer,
  question_id uuid references content_questions (id),
  case_id uuid references recognition_cases (id),
  line_position integer,
  equivalence_id uuid references equivalences (id),
  content_share exact_fraction not null,
  used_by uuid not null references persons (id),
  used_at timestamptz not null,
  foreign key (comparison_id, version) references content_comparison_versions (comparison_id, version),
  check ((comparison_id is null) <> (question_id is null)),
  check ((comparison_id is null) = (version is null)),
  check (case_id is not null or equivalence_id is not null)
);
create index content_uses_comparison on content_uses (comparison_id);
create index content_uses_question on content_uses (question_id);

create function refuse_change_of_content_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence of content is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger content_comparison_versions_append_only before update or delete on content_comparison_versions
  for each row execute function refuse_change_of_content_evidence();
create trigger content_comparison_versions_no_truncate before truncate on content_comparison_versions
  for each statement execute function refuse_change_of_content_evidence();
create trigger content_answers_append_only before update or delete on content_answers
  for each row execute function refuse_change_of_content_evidence();
create trigger content_answers_no_truncate before truncate on content_answers
  for each statement execute function refuse_change_of_content_evidence();
create trigger content_uses_append_only before update or delete on content_uses
  for each row execute function refuse_change_of_content_evidence();
create trigger content_uses_no_truncate before truncate on content_uses
  for each statement execute function refuse_change_of_content_evidence();
