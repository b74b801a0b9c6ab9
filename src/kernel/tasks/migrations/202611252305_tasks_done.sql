-- What was done, the latest first: a person's own, and an office's.
create index tasks_done_person on tasks (assignee_person_id, done_at desc) where done_at is not null;
create index tasks_done_role on tasks (organisation_id, assignee_role, done_at desc) where done_at is not null;
