-- A person's word on lines that count together, given in one act: every line of it names the first one's position, and the
-- first one holds the home courses that were recognised for all, with their credit.
alter table case_lines
  add column word_set integer,
  add column word_courses jsonb,
  add check (word_set is null or changed_by is not null),
  add check (word_courses is null or word_set = position);
