-- Pairs that look like one person and are two: somebody has looked, and the pair is not asked about again.
create table persons_told_apart (
  one_person_id uuid not null references persons (id),
  other_person_id uuid not null references persons (id),
  decided_by uuid references persons (id),
  decided_at timestamptz not null,
  primary key (one_person_id, other_person_id),
  check (one_person_id < other_person_id)
);
create index persons_told_apart_other on persons_told_apart (other_person_id);
