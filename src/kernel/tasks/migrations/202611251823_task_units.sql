-- Of which unit a role's task is. Where it is asked by unit, a role that is limited to units sees only what is theirs,
-- and a role of the whole organisation what is nobody's; else units do not matter.
alter table tasks add column unit_id uuid;
alter table tasks add column by_unit boolean not null default false;
alter table tasks add check (by_unit or unit_id is null);
create index tasks_open_unit on tasks (unit_id) where done_at is null and cancelled_at is null and unit_id is not null;
