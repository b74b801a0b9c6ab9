-- How a planned course would be learnt, where rules ask for it; null: in class, during a term.
alter table recognition_plan_courses
  add column kind text check (kind in ('course', 'online', 'blended', 'summer', 'placement', 'non-degree',
    'certificate', 'training', 'portfolio', 'examination', 'accredited', 'part-time'));
