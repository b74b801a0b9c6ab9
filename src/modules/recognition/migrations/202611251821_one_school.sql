-- The database itself refuses a row that mixes schools, persons or programmes.

-- A transcript says what it says, so the credit of its lines may even be negative; what is recognised may not.
alter table courses drop constraint courses_credit_check;
alter table courses alter column credit type academic_credit;
alter table equivalences alter column home_credit type academic_credit;
alter table recognition_cases alter column recognised_credit type academic_credit;
alter table case_lines alter column home_credit type academic_credit;
alter table recognition_decisions alter column recognised_credit type academic_credit;

alter table equivalences
  drop constraint equivalences_degree_programme_id_fkey,
  add constraint equivalences_home_programme foreign key (degree_programme_id, home_organisation_id)
    references degree_programmes (id, organisation_id);
alter table recognition_rule_sets
  drop constraint recognition_rule_sets_degree_programme_id_fkey,
  add constraint recognition_rule_sets_home_programme foreign key (degree_programme_id, home_organisation_id)
    references degree_programmes (id, organisation_id);

-- The person follows the enrolment when duplicates are merged; institution and programme never change.
alter table transcripts
  drop constraint transcripts_enrolment_id_fkey,
  add constraint transcripts_one_person foreign key (enrolment_id, person_id)
    references enrolments (id, person_id) on update cascade,
  add constraint transcripts_one_school foreign key (enrolment_id, home_organisation_id)
    references enrolments (id, organisation_id),
  add constraint transcripts_of_enrolment unique (id, enrolment_id, host_organisation_id);
alter table transcript_drafts
  drop constraint transcript_drafts_enrolment_id_fkey,
  drop constraint transcript_drafts_degree_programme_id_fkey,
  add constraint transcript_drafts_one_person foreign key (enrolment_id, person_id)
    references enrolments (id, person_id) on update cascade,
  add constraint transcript_drafts_one_school foreign key (enrolment_id, home_organisation_id, degree_programme_id)
    references enrolments (id, organisation_id, degree_programme_id);
alter table recognition_cases
  drop constraint recognition_cases_enrolment_id_fkey,
  drop constraint recognition_cases_degree_programme_id_fkey,
  drop constraint recognition_cases_transcript_id_fkey,
  add constraint recognition_cases_one_person foreign key (enrolment_id, person_id)
    references enrolments (id, person_id) on update cascade,
  add constraint recognition_cases_one_school foreign key (enrolment_id, home_organisation_id, degree_programme_id)
    references enrolments (id, organisation_id, degree_programme_id),
  add constraint recognition_cases_own_transcript foreign key (transcript_id, enrolment_id, host_organisation_id)
    references transcripts (id, enrolment_id, host_organisation_id);
