-- By what somebody was there says the page that an answer leads to; kind and id beside it were never read.
alter table care_answers
  drop column about_kind,
  drop column about_id;
