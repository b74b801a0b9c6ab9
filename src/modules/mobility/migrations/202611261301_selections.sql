-- The internal selection for an exchange: a call for places of agreements, whose acceptances become nominations.

create table mobility_selections (
  id uuid primary key,
  origin text not null,
  -- The sending institution.
  organisation_id uuid not null references organisations (id),
  call_id uuid not null unique references calls (id),
  programme_year_id uuid references programme_years (id),
  -- The academic year whose places are given, in the sending institution's words.
  sending_year text not null,
  starts_on date not null,
  ends_on date not null,
  opened_at timestamptz not null,
  check (ends_on >= starts_on)
);
create index mobility_selections_organisation on mobility_selections (organisation_id, opened_at desc);
create index mobility_selections_programme_year on mobility_selections (programme_year_id);

-- A stay that came out of a selection. An application is nominated once; an erasure may take it away, and the stay remains.
create table mobility_selected (
  mobility_id uuid primary key references mobilities (id),
  selection_id uuid not null references mobility_selections (id),
  application_id uuid unique references call_applications (id) on delete set null,
  -- Which of the student's wishes the host is, from 1; null where it is none.
  wish smallint check (wish >= 1)
);
create index mobility_selected_selection on mobility_selected (selection_id);
