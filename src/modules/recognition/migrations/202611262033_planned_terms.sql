-- In which term a planned course would be taken, as '2026/2027-1'; null: not said, all such in one term.
alter table recognition_plan_courses
  add column term text check (term ~ '^[0-9]{4}/[0-9]{4}-[1-9]$');
