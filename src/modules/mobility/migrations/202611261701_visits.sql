-- Scholars, staff, artists and delegations: people who go to a partner for days or months, and not for credit.

create table visits (
  id uuid primary key,
  origin text not null,
  kind text not null check (kind in ('visiting-scholar', 'teaching', 'training', 'residency', 'guest-lecture', 'joint-seminar', 'delegation')),
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (length(purpose) <= 2000),
  made_by_organisation_id uuid not null references organisations (id),
  partner_organisation_id uuid not null references organisations (id),
  -- The guests come to the institution that wrote it down: it invites. Otherwise it announces its own people.
  comes_to_maker boolean not null,
  starts_on date not null,
  ends_on date not null,
  state text not null check (state in ('draft', 'asked', 'agreed', 'refused', 'cancelled', 'reported')),
  -- The partner learns of it once it was asked, and also of its end.
  visible boolean not null,
  -- Counts every change: two tabs do not overwrite each other, and an answer names what was read.
  edition integer not null check (edition >= 1),
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references persons (id),
  -- Who answered by a link, as they were written to.
  answered_as text,
  -- The edition that the answer was to: whatever was changed since, the partner has not approved.
  answered_edition integer,
  answer_note text not null default '' check (length(answer_note) <= 2000),
  cancel_reason text not null default '' check (length(cancel_reason) <= 2000),
  report text not null default '' check (length(report) <= 10000),
  outcome text check (outcome in ('agreement', 'teaching', 'research', 'work', 'exchange', 'none')),
  reported_at timestamptz,
  reported_by uuid references persons (id),
  created_by uuid references persons (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (made_by_organisation_id <> partner_organisation_id),
  check (starts_on <= ends_on),
  check (visible = (asked_at is not null)),
  check (state <> 'draft' or asked_at is null),
  check (state not in ('asked', 'agreed', 'refused', 'reported') or asked_at is not null),
  check (state not in ('agreed', 'refused', 'reported') or (answered_at is not null and answered_edition is not null)),
  check (state <> 'refused' or answer_note <> ''),
  check ((state = 'reported') = (reported_at is not null and outcome is not null and report <> ''))
);
create index visits_made on visits (made_by_organisation_id, starts_on desc, id);
create index visits_partner on visits (partner_organisation_id, starts_on desc, id);
create index visits_answerer on visits (answered_by);
create index visits_reporter on visits (reported_by);
create index visits_creator on visits (created_by);

-- Who comes, as their passports say; known here only where the address is that of somebody who is.
create table visit_members (
  id uuid primary key,
  visit_id uuid not null references visits (id),
  person_id uuid references persons (id),
  family text not null check (length(family) <= 120),
  given text not null check (length(given) <= 120),
  native text not null check (length(native) <= 120),
  role text not null check (length(role) <= 200),
  email text not null check (email = '' or email ~ '^[^@\s]+@[^@\s]+$'),
  arrives_on date,
  position integer not null check (position >= 1),
  unique (visit_id, position),
  check (family <> '' or given <> '')
);
create index visit_members_person on visit_members (person_id);

create table visit_programme (
  id uuid primary key,
  visit_id uuid not null references visits (id),
  on_day date not null,
  at_time text not null check (at_time = '' or at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  what text not null check (length(what) between 1 and 300),
  place text not null check (length(place) <= 200)
);
create index visit_programme_days on visit_programme (visit_id, on_day, at_time);

-- What it costs and who pays; whole minor units of the currency.
create table visit_costs (
  id uuid primary key,
  visit_id uuid not null references visits (id),
  what text not null check (length(what) between 1 and 200),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payer text not null check (payer in ('guest', 'home', 'host'))
);
create index visit_costs_visit on visit_costs (visit_id);
