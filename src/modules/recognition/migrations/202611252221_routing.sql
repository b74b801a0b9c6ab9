-- Which unit evaluates a case, which of its lines were given to other units, and when what was late went up.

alter table recognition_cases
  -- The unit that evaluates it; null is the office of the whole institution.
  add column unit_id uuid,
  add column routed_by text not null default 'office' check (routed_by in ('course', 'programme', 'office', 'person')),
  -- Units that were asked about a line and have not answered: they see the case. Kept by the verbs of referrals.
  add column line_unit_ids uuid[] not null default '{}',
  add constraint recognition_cases_unit foreign key (unit_id, home_organisation_id) references units (id, organisation_id);
create index recognition_cases_unit_queue on recognition_cases (home_organisation_id, unit_id, state, due_on);

-- A line of a case that another unit is asked about; the case stays whole with the unit that evaluates it.
create table line_referrals (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  case_id uuid not null references recognition_cases (id),
  case_line_id uuid not null,
  unit_id uuid not null,
  question text not null check (length(question) <= 2000),
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  closed_at timestamptz,
  closed_by uuid references persons (id),
  -- What the unit answered: a verdict that went onto the line, and why.
  verdict text check (verdict in ('recognised', 'refused')),
  home_course_code text,
  home_credit academic_credit,
  content_share exact_fraction,
  reason text,
  foreign key (case_id, organisation_id) references recognition_cases (id, home_organisation_id),
  foreign key (case_line_id, case_id) references case_lines (id, case_id),
  foreign key (unit_id, organisation_id) references units (id, organisation_id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'answered') = (verdict is not null)),
  check ((verdict is null) = (reason is null)),
  check (verdict is distinct from 'recognised' or home_course_code is not null)
);
create unique index line_referrals_open on line_referrals (case_line_id) where state = 'open';
create index line_referrals_unit on line_referrals (unit_id, state, due_on);
create index line_referrals_case on line_referrals (case_id, asked_at);

-- Something of a case was late and went up to a named role; once for each day on which it was due.
create table case_escalations (
  case_id uuid not null references recognition_cases (id),
  what text not null check (what in ('decision', 'opinion', 'posting')),
  due_on date not null,
  role text not null,
  escalated_at timestamptz not null,
  primary key (case_id, what, due_on)
);

alter table recognition_offices
  -- For the answer of a unit that is asked about a line.
  add column opinion_days integer not null default 5 check (opinion_days between 1 and 250),
  -- Who learns of what is late, and so many working days after its day.
  add column escalation_role text not null default 'coordinator'
    check (escalation_role in ('administrator', 'coordinator', 'evaluator', 'registrar')),
  add column escalation_days integer not null default 1 check (escalation_days between 0 and 60);
