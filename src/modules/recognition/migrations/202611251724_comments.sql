-- What people say to each other about a case or one of its lines: among the school's staff, or with the student too.
alter table case_lines add constraint case_lines_of_case unique (id, case_id);

create table case_comments (
  id uuid primary key,
  case_id uuid not null references recognition_cases (id),
  case_line_id uuid,
  author_id uuid not null references persons (id),
  audience text not null check (audience in ('staff', 'student')),
  -- Null once its author took it back, or once the person whom the case is about was erased.
  text text check (text <> ''),
  created_at timestamptz not null,
  taken_back_at timestamptz,
  foreign key (case_line_id, case_id) references case_lines (id, case_id),
  check (taken_back_at is null or text is null)
);
create index case_comments_case on case_comments (case_id, created_at);
create index case_comments_author on case_comments (author_id);

-- Colleagues who are told of a comment because it names them.
create table case_comment_mentions (
  comment_id uuid not null references case_comments (id),
  person_id uuid not null references persons (id),
  primary key (comment_id, person_id)
);
