-- Of which programme a role's task is, and about whom: a role that is limited to other programmes, and the person
-- themselves, neither see nor count it.
alter table tasks add column programme_id uuid;
alter table tasks add column about_person_id uuid;
-- When those whom it waits for were told of it, and when they were reminded of its day.
alter table tasks add column told_at timestamptz;
alter table tasks add column reminded_at timestamptz;
-- Who gave it away last, and from whom, so that it can be taken back.
alter table tasks add column moved_at timestamptz;
alter table tasks add column moved_by text;
alter table tasks add column moved_from jsonb;
alter table tasks add check ((moved_at is null) = (moved_by is null) and (moved_at is null) = (moved_from is null));

create index tasks_to_remind on tasks (due_on)
  where done_at is null and cancelled_at is null and reminded_at is null;

-- The day on which a person means to do a task; until then it stands aside in their list.
create table task_plans (
  task_id uuid not null references tasks (id),
  person_id uuid not null,
  planned_on date not null,
  said_at timestamptz not null,
  reminded_at timestamptz,
  primary key (task_id, person_id)
);
create index task_plans_person on task_plans (person_id, planned_on);
create index task_plans_to_remind on task_plans (planned_on) where reminded_at is null;
