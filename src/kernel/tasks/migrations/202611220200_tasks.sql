-- What waits for whom: for one person, or for everybody who holds a role at an organisation.
create table tasks (
  id uuid primary key,
  kind text not null,
  assignee_person_id uuid,
  assignee_role text,
  organisation_id uuid,
  object_kind text not null,
  object_id text not null,
  subject jsonb not null,
  href text not null check (href like '/%' and href not like '//%'),
  due_on date,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  cancelled_at timestamptz,
  origin_entry_id uuid references chronicle_entries (id),
  -- Done by the act that it asks for and by nothing else: ticking it off would leave the act undone and unnoticed.
  closes_with_act boolean not null default false,
  check (assignee_person_id is not null or assignee_role is not null),
  check (done_at is null or cancelled_at is null),
  check ((done_at is null) = (done_by is null))
);

create unique index tasks_open_once on tasks (kind, object_kind, object_id, assignee_person_id, assignee_role, organisation_id)
  nulls not distinct where done_at is null and cancelled_at is null;
create index tasks_open_person on tasks (assignee_person_id, due_on) where done_at is null and cancelled_at is null;
create index tasks_open_role on tasks (organisation_id, assignee_role, due_on)
  where done_at is null and cancelled_at is null and assignee_person_id is null;
create index tasks_object on tasks (object_kind, object_id);

-- Who stands in for whom while they are away; no roles and no organisation mean everything.
create table stand_ins (
  id uuid primary key,
  person_id uuid not null,
  stand_in_id uuid not null,
  organisation_id uuid,
  roles text[] not null,
  valid_from date not null,
  valid_until date not null,
  created_by text not null,
  created_at timestamptz not null,
  check (person_id <> stand_in_id),
  check (valid_from <= valid_until)
);

create index stand_ins_person on stand_ins (person_id, valid_until);
create index stand_ins_stand_in on stand_ins (stand_in_id, valid_until);
