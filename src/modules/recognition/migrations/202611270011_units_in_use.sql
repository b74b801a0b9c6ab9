-- A unit that a list added is deleted when the list is undone, unless a course or a case belongs to it.
create index courses_by_unit on courses (unit_id) where unit_id is not null;
create index recognition_cases_by_unit on recognition_cases (unit_id) where unit_id is not null;
