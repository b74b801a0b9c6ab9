-- What is settled before a stay begins: one row for each thing of its checklist. What is missing has no row.

create table mobility_preparations (
  mobility_id uuid not null references mobilities (id),
  item text not null check (item in ('permit', 'insurance', 'housing', 'emergency', 'guardian')),
  -- The insurer, whom to call, the guardian.
  name text not null default '' check (length(name) <= 200),
  phone text not null default '' check (length(phone) <= 50),
  -- The number of the policy or visa, the address, the relation.
  detail text not null default '' check (length(detail) <= 1000),
  -- Until when a permit or an insurance runs.
  valid_until date,
  changed_at timestamptz not null,
  primary key (mobility_id, item),
  check ((item in ('permit', 'insurance')) = (valid_until is not null))
);
