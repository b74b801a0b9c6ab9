-- Tasks to decide a case carry its degree programme and student, so that nobody sees one that is not theirs to do.
update tasks set programme_id = c.degree_programme_id, about_person_id = c.person_id
  from recognition_cases c
  where tasks.object_kind = 'recognition-case' and tasks.object_id = c.id::text;
