-- What is asked for before a case can be decided, of whom and until when, and what came.
create table evidence_requests (
  id uuid primary key,
  origin text not null,
  case_id uuid not null references recognition_cases (id),
  case_line_id uuid,
  -- What is asked for, said in the language of whom it asks; `words` is what the asker added.
  kind text not null check (kind in ('syllabus', 'original', 'verification-code', 'explanation')),
  words text not null default '',
  -- The student, or somebody at the institution where they studied, who may be known by an address only.
  party text not null check (party in ('student', 'host')),
  asked_person_id uuid references persons (id),
  asked_name text check (asked_name <> ''),
  asked_address text,
  asked_language text,
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'closed', 'withdrawn')),
  reminded_at timestamptz,
  overdue_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references persons (id),
  foreign key (case_line_id, case_id) references case_lines (id, case_id),
  check ((state in ('closed', 'withdrawn')) = (closed_at is not null)),
  check ((party = 'host') = (asked_name is not null and asked_language is not null)),
  check (party = 'host' or asked_person_id is not null),
  -- An address is kept only as long as something may still be sent to it.
  check (asked_address is null or (party = 'host' and state in ('open', 'answered')))
);
create index evidence_requests_case on evidence_requests (case_id, asked_at);
create index evidence_requests_line on evidence_requests (case_line_id) where case_line_id is not null;
create index evidence_requests_person on evidence_requests (asked_person_id) where asked_person_id is not null;
create index evidence_requests_open on evidence_requests (due_on) where state = 'open';

create table evidence_answers (
  id uuid primary key,
  request_id uuid not null references evidence_requests (id),
  -- Empty once the person whom the case is about was erased; what came with it are files of this answer.
  words text not null default '',
  answered_by uuid references persons (id),
  link_id uuid,
  answered_at timestamptz not null
);
create index evidence_answers_request on evidence_answers (request_id, answered_at);

-- What came is evidence: it is never altered, only emptied by an erasure.
create function refuse_change_of_evidence_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.words in ('', old.words) and new.id = old.id and new.request_id = old.request_id
      and new.answered_at = old.answered_at and new.link_id is not distinct from old.link_id then
      return new;
    end if;
  end if;
  raise exception 'what came as evidence is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger evidence_answers_append_only before update or delete on evidence_answers
  for each row execute function refuse_change_of_evidence_answer();
create trigger evidence_answers_no_truncate before truncate on evidence_answers
  for each statement execute function refuse_change_of_evidence_answer();

-- The day from which the time for a case stands still because an answer is awaited.
alter table recognition_cases
  add column paused_since date,
  add check (paused_since is null or state = 'open');
