-- Whoever opened calls for something of its own finds them by it.
create index calls_subject on calls (subject_kind, subject_id);
