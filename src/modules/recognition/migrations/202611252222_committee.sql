-- The committee for the recognition of credit: its sittings, who sits in them, what is on their list, what came of it.

alter table recognition_offices
  -- So many members must be present for the committee to decide.
  add column committee_quorum integer not null default 3 check (committee_quorum between 1 and 50);

create table committee_sittings (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  held_on date not null,
  place text not null check (length(place) <= 300),
  quorum integer not null check (quorum between 1 and 50),
  chair_id uuid not null references persons (id),
  secretary_id uuid not null references persons (id),
  state text not null default 'planned' check (state in ('planned', 'approved')),
  -- What was said beside the outcomes, typed once.
  minutes text not null default '' check (length(minutes) <= 20000),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  approved_at timestamptz,
  -- Of the canonical JSON of what was approved.
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  unique (id, organisation_id),
  check ((state = 'approved') = (approved_at is not null)),
  check ((approved_at is null) = (document_sha256 is null))
);
create index committee_sittings_days on committee_sittings (organisation_id, held_on);

create table committee_members (
  sitting_id uuid not null references committee_sittings (id),
  person_id uuid not null references persons (id),
  is_present boolean not null default false,
  primary key (sitting_id, person_id)
);

-- A case, or one line of it, on the list of a sitting.
create table committee_items (
  id uuid primary key,
  sitting_id uuid not null,
  organisation_id uuid not null,
  case_id uuid not null,
  case_line_id uuid,
  position integer not null,
  proposal text not null check (length(proposal) <= 2000),
  put_by uuid not null references persons (id),
  put_at timestamptz not null,
  outcome text check (outcome in ('as-proposed', 'otherwise', 'postponed')),
  reason text not null default '' check (length(reason) <= 2000),
  recorded_by uuid references persons (id),
  recorded_at timestamptz,
  -- The verdicts on its lines as the committee left them.
  lines jsonb,
  unique nulls not distinct (sitting_id, case_id, case_line_id),
  foreign key (sitting_id, organisation_id) references committee_sittings (id, organisation_id),
  foreign key (case_id, organisation_id) references recognition_cases (id, home_organisation_id),
  foreign key (case_line_id, case_id) references case_lines (id, case_id),
  check ((outcome is null) = (recorded_at is null)),
  check ((outcome is null) = (recorded_by is null)),
  check ((outcome is null) = (lines is null)),
  check (outcome is distinct from 'otherwise' or reason <> '')
);
create index committee_items_case on committee_items (case_id, recorded_at);

-- On which sitting a decision rests.
create table decision_bases (
  decision_id uuid primary key references recognition_decisions (id),
  sitting_id uuid not null references committee_sittings (id)
);
create index decision_bases_sitting on decision_bases (sitting_id);

create function refuse_change_of_approved_minutes() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'committee_sittings' then
    if old.state = 'approved' then
      raise exception 'approved minutes are never altered' using errcode = 'restrict_violation';
    end if;
  elsif exists (select 1 from committee_sittings s where s.id = old.sitting_id and s.state = 'approved') then
    raise exception 'approved minutes are never altered' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger committee_sittings_approved before update or delete on committee_sittings
  for each row execute function refuse_change_of_approved_minutes();
create trigger committee_items_approved before update or delete on committee_items
  for each row execute function refuse_change_of_approved_minutes();
