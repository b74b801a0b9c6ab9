-- Students who are exchanged: one row for each stay, from the nomination to the credit that came of it.

create table mobilities (
  -- The omobility-id of EWP: never used again.
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  enrolment_id uuid not null references enrolments (id),
  degree_programme_id uuid not null references degree_programmes (id),
  sending_organisation_id uuid not null references organisations (id),
  receiving_organisation_id uuid not null references organisations (id),
  -- The year of an alliance programme, where the stay is a part of one.
  programme_year_id uuid references programme_years (id),
  kind text not null check (kind in ('study', 'blended', 'doctoral')),
  -- Each institution counts its own years; the term is null for a stay outside of any term (EWP: non-standard).
  sending_year text not null check (sending_year ~ '^[0-9]{4}/[0-9]{4}$'),
  sending_term text check (sending_term ~ '^[0-9]{4}/[0-9]{4}-[1-9]/[1-9]$'),
  receiving_year text not null check (receiving_year ~ '^[0-9]{4}/[0-9]{4}$'),
  starts_on date not null,
  ends_on date not null,
  -- ISCED-F 2013 and EQF at departure.
  field text not null check (field ~ '^[0-9]{4}$'),
  level integer not null check (level between 5 and 8),
  -- The condition of an agreement whose seat it uses.
  agreement_id uuid references agreements (id),
  condition_key text,
  seat_is_shared boolean not null,
  state text not null check (state in ('waiting', 'pending', 'approved', 'live', 'returned', 'recognised', 'rejected', 'cancelled')),
  -- Changes if and only if what was proposed changes: an answer names the proposal that it answers.
  proposal_id uuid not null,
  -- For the offices alone, never for the student.
  remark text not null check (length(remark) <= 2000),
  waiting_since timestamptz,
  nominated_at timestamptz,
  nominated_by uuid references persons (id),
  answered_at timestamptz,
  answered_by uuid references persons (id),
  -- Who answered by a link, as the sending office wrote to them.
  answered_as text,
  answer_note text not null default '' check (length(answer_note) <= 2000),
  cancelled_at timestamptz,
  cancelled_by uuid references persons (id),
  cancel_reason text not null default '' check (length(cancel_reason) <= 2000),
  arrived_on date,
  departed_on date,
  -- What is to be done next, and until when: lists and figures look for it.
  next_step text check (next_step in ('answer', 'agreement', 'arrival', 'departure', 'transcript', 'recognition')),
  next_due_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (sending_organisation_id <> receiving_organisation_id),
  check (starts_on <= ends_on),
  check ((agreement_id is null) = (condition_key is null)),
  check ((state = 'waiting') = (waiting_since is not null and nominated_at is null and cancelled_at is null)),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check (state <> 'rejected' or answer_note <> ''),
  check (state not in ('live', 'returned', 'recognised') or arrived_on is not null),
  check (departed_on is null or arrived_on is not null),
  check ((next_step is null) = (next_due_on is null))
);
create index mobilities_sent on mobilities (sending_organisation_id, changed_at desc);
create index mobilities_received on mobilities (receiving_organisation_id, changed_at desc);
create index mobilities_person on mobilities (person_id);
create index mobilities_enrolment on mobilities (enrolment_id);
create index mobilities_degree_programme on mobilities (degree_programme_id);
create index mobilities_seat on mobilities (agreement_id, condition_key, sending_year);
create index mobilities_programme_year on mobilities (programme_year_id);
create index mobilities_due on mobilities (next_due_on) where next_due_on is not null;

-- Whom an institution writes to at a partner that does not work here.
create table mobility_contacts (
  sending_organisation_id uuid not null references organisations (id),
  receiving_organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 120),
  email text not null check (email ~ '^[^@\s]+@[^@\s]+$'),
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  changed_at timestamptz not null,
  primary key (sending_organisation_id, receiving_organisation_id)
);
create index mobility_contacts_email on mobility_contacts (lower(email));
