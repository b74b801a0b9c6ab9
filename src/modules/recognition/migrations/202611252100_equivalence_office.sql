-- The office's work with equivalences: changes and renewals that keep what was judged before, evidence, the other
-- direction, reminders before an equivalence lapses, and tables that are looked at before they are taken.

alter table equivalences
  -- A change or a renewal is a new judgement; the one before it stands no more and names it.
  add column replaced_by_id uuid references equivalences (id),
  -- The equivalence whose other direction this one is, judged by the other institution.
  add column mirror_of_id uuid references equivalences (id),
  -- When the host institution was asked to judge the other direction, and when it declined.
  add column reverse_asked_at timestamptz,
  add column reverse_declined_at timestamptz,
  -- The end of validity of which the evaluators were reminded.
  add column reminded_of date,
  add constraint equivalences_replaced check (replaced_by_id is null or (withdrawn_at is not null and replaced_by_id <> id)),
  add constraint equivalences_reverse_declined check (reverse_declined_at is null or reverse_asked_at is not null);
create index equivalences_replaced_by on equivalences (replaced_by_id) where replaced_by_id is not null;
create unique index equivalences_mirror on equivalences (mirror_of_id) where withdrawn_at is null;
create index equivalences_ending on equivalences (home_organisation_id, valid_to) where withdrawn_at is null and valid_to is not null;

-- A block of credit is named by a person and stands in no catalogue.
alter table equivalence_home_courses add column is_block boolean not null default false;
update equivalence_home_courses h set is_block = true
  from equivalences e where e.id = h.equivalence_id and e.package_accept is not null and h.titles ? 'und';

-- What a judgement rests on, beside its note.
create table equivalence_evidence (
  id uuid primary key,
  equivalence_id uuid not null references equivalences (id),
  kind text not null check (kind in ('link', 'file')),
  label text not null default '',
  url text check (url ~ '^https?://'),
  file_id uuid references files (id),
  added_by uuid not null references persons (id),
  added_at timestamptz not null,
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'file') = (file_id is not null))
);
create index equivalence_evidence_equivalence on equivalence_evidence (equivalence_id, added_at);

-- How long before the end of an equivalence an institution wants to be reminded; without a row ninety days.
create table equivalence_settings (
  organisation_id uuid primary key references organisations (id),
  lead_days integer not null check (lead_days between 1 and 730),
  changed_by uuid references persons (id),
  changed_at timestamptz not null
);

-- A table of equivalences that was read and that a person looks at before it is taken.
create table equivalence_imports (
  id uuid primary key,
  created_by uuid not null references persons (id),
  home_organisation_id uuid not null references organisations (id),
  file_name text not null,
  content jsonb not null,
  state text not null default 'open' check (state in ('open', 'taken', 'discarded')),
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null))
);
create index equivalence_imports_creator on equivalence_imports (created_by, state);

-- A person's word on a line of a decided case is a precedent: few lines have one.
create index case_lines_words on case_lines (case_id) where changed_by is not null;
