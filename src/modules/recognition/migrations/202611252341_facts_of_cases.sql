-- What rules ask of a course beside its credit and grade: how it was learnt, and which papers have been seen of it.
alter table transcript_lines
  add column kind text check (kind in ('course', 'online', 'summer', 'placement', 'non-degree', 'certificate',
    'training', 'portfolio', 'examination', 'accredited', 'part-time')),
  add column evidence jsonb not null default '[]'::jsonb check (jsonb_typeof(evidence) = 'array');

-- What somebody of the office stated of the time abroad. A statement is never altered: the latest counts, and the
-- earlier ones say what was thought before, by whom, and on what it rested.
create table case_stays (
  id uuid primary key,
  case_id uuid not null references recognition_cases (id),
  stay_from date,
  stay_to date,
  suspended boolean,
  last_term boolean,
  -- What was taken at home in terms of the transcript: [{"term": "2025/2026-1", "credit": "4"}].
  home_terms jsonb not null default '[]'::jsonb check (jsonb_typeof(home_terms) = 'array'),
  stated_by uuid not null references persons (id),
  stated_at timestamptz not null,
  reason text not null check (reason <> ''),
  check (stay_to >= stay_from)
);
create index case_stays_case on case_stays (case_id, stated_at desc, id desc);

create trigger case_stays_append_only before update or delete on case_stays
  for each row execute function refuse_change_of_record();
create trigger case_stays_no_truncate before truncate on case_stays
  for each statement execute function refuse_change_of_record();
