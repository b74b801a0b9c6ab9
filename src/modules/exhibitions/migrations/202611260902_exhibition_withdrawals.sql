-- Each time that a holder took an object back, and each time that it let it be shown again: who, when and why.

create table exhibition_withdrawals (
  id uuid primary key,
  object_id uuid not null references exhibition_objects (id),
  reason text not null check (length(reason) between 1 and 2000),
  withdrawn_by uuid not null references persons (id),
  withdrawn_at timestamptz not null,
  returned_by uuid references persons (id),
  returned_at timestamptz,
  check ((returned_by is null) = (returned_at is null)),
  check (returned_at >= withdrawn_at)
);
create index exhibition_withdrawals_object on exhibition_withdrawals (object_id, withdrawn_at);
create unique index exhibition_withdrawals_open on exhibition_withdrawals (object_id) where returned_at is null;
