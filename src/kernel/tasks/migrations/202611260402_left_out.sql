-- Whom a task leaves out: whom it is about, and who did what somebody else must look at again. A role's holder who is
-- left out neither sees nor counts it, and nobody gives it to them.
alter table tasks add column left_out_ids uuid[] not null default '{}';
update tasks set left_out_ids = array[about_person_id] where about_person_id is not null;
alter table tasks drop column about_person_id;
