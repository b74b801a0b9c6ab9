-- Academic credit is an exact fraction, never negative, wherever it is kept: one domain for all modules.
create domain academic_credit as text
  constraint academic_credit_exact check (value ~ '^[0-9]+(/[1-9][0-9]*)?$');

alter table degree_programmes drop constraint degree_programmes_total_credit_check;
alter table degree_programmes alter column total_credit type academic_credit;
alter table cohort_members drop constraint cohort_members_recognised_credit_check;
alter table cohort_members alter column recognised_credit type academic_credit;

-- What belongs to an enrolment names its person, its institution and its programme by these keys.
alter table enrolments
  add constraint enrolments_of_person unique (id, person_id),
  add constraint enrolments_of_institution unique (id, organisation_id),
  add constraint enrolments_of_programme unique (id, organisation_id, degree_programme_id);
