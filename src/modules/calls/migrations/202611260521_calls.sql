-- Calls, the applications to them, and what was decided. What a call is for is no matter of this module: its subject is
-- a kind and an id that whoever opened it gave.

create table calls (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  subject_kind text check (length(subject_kind) between 1 and 100),
  subject_id uuid,
  titles jsonb not null check (jsonb_typeof(titles) = 'object'),
  summaries jsonb not null check (jsonb_typeof(summaries) = 'object'),
  -- The languages in which applications are read.
  languages text[] not null,
  -- What is asked and of whom: questions, destinations with their seats, rules of eligibility.
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  opens_at timestamptz,
  closes_at timestamptz,
  results_at timestamptz,
  decide_by text not null default 'quota' check (decide_by in ('choice', 'quota')),
  -- The question whose number ranks applicants where no reviewers do.
  merit_question text,
  blind boolean not null default false,
  -- Days in which an offer is accepted, counted from when it was told.
  reply_days integer not null default 7 check (reply_days between 1 and 60),
  -- Orders applicants of equal merit; drawn when the call is published, before anybody has applied.
  lot_seed text check (lot_seed ~ '^[0-9a-f]{64}$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'decided', 'told')),
  -- Counts the changes of the call, and the decisions: whoever works on an older page is told so.
  version integer not null default 1 check (version >= 1),
  decisions integer not null default 0 check (decisions >= 0),
  next_number integer not null default 1 check (next_number >= 1),
  copied_from uuid references calls (id),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  published_at timestamptz,
  decided_at timestamptz,
  told_at timestamptz,
  check ((subject_kind is null) = (subject_id is null)),
  check (opens_at < closes_at),
  check (closes_at < results_at),
  check ((state = 'draft') = (published_at is null)),
  check (state = 'draft' or (opens_at is not null and closes_at is not null and results_at is not null)),
  check (state = 'draft' or lot_seed is not null),
  check ((state in ('decided', 'told')) = (decided_at is not null)),
  check ((state = 'told') = (told_at is not null))
);
create index calls_organisation on calls (organisation_id, created_at);
create index calls_open on calls (closes_at) where state <> 'draft';

create table call_applications (
  id uuid primary key,
  origin text not null,
  call_id uuid not null references calls (id),
  -- The organisation of the call: whose office works on it.
  organisation_id uuid not null references organisations (id),
  person_id uuid not null references persons (id),
  -- Given when it is sent, counted for each call.
  number integer check (number >= 1),
  -- In which it is written, and in which its applicant is told.
  language text not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'withdrawn')),
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  in_grace boolean not null default false,
  brought_in_by uuid references persons (id),
  -- The latest decision, kept beside the rows that tell of all.
  outcome text check (outcome in ('accepted', 'waiting', 'refused')),
  destination_id text,
  reason text,
  reason_note jsonb not null default '{}' check (jsonb_typeof(reason_note) = 'object'),
  waiting_place integer check (waiting_place >= 1),
  decided_by uuid references persons (id),
  decided_at timestamptz,
  -- The call's count of decisions when this was decided.
  decision_number integer,
  told_at timestamptz,
  reply text check (reply in ('accepted', 'declined', 'lapsed')),
  reply_due_at timestamptz,
  replied_at timestamptz,
  check (state <> 'submitted' or (submitted_at is not null and number is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (state = 'draft' or outcome is null or submitted_at is not null),
  check ((outcome is null) = (decided_at is null)),
  check (outcome = 'accepted' or reply is null),
  check ((reply is null) = (replied_at is null)),
  check (outcome = 'waiting' or waiting_place is null)
);
create unique index call_applications_one on call_applications (call_id, person_id) where state <> 'withdrawn';
create unique index call_applications_number on call_applications (call_id, number);
create index call_applications_person on call_applications (person_id);
create index call_applications_of_call on call_applications (call_id, state, outcome);

create table call_decisions (
  id uuid primary key,
  application_id uuid not null references call_applications (id),
  call_id uuid not null references calls (id),
  -- Null where a decision was taken back.
  outcome text check (outcome in ('accepted', 'waiting', 'refused')),
  destination_id text,
  reason text,
  reason_note jsonb not null,
  way text not null check (way in ('choice', 'quota', 'moved-up', 'appeal')),
  decided_by uuid references persons (id),
  decided_at timestamptz not null
);
create index call_decisions_application on call_decisions (application_id, decided_at);
create index call_decisions_call on call_decisions (call_id);

create function call_decisions_stay() returns trigger language plpgsql as $$
begin
  -- What an erasure removes is the note, which may name somebody.
  if tg_op = 'UPDATE' and new.reason_note = '{}'::jsonb
    and (new.id, new.application_id, new.call_id, new.outcome, new.destination_id, new.reason, new.way, new.decided_by,
         new.decided_at) is not distinct from
        (old.id, old.application_id, old.call_id, old.outcome, old.destination_id, old.reason, old.way, old.decided_by,
         old.decided_at) then
    return new;
  end if;
  raise exception 'decisions are append-only: % is refused', tg_op;
end $$;
create trigger call_decisions_append_only before update or delete on call_decisions
  for each row execute function call_decisions_stay();
