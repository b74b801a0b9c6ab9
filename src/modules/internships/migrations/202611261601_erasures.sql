-- An erasure takes names and addresses away where nothing stood empty before: of whom a student named in a proposal, and of a
-- mentor who was asked by a link.

alter table internship_proposals drop constraint internship_proposals_tutor_name_check;
alter table internship_proposals drop constraint internship_proposals_tutor_email_check;
alter table internship_proposals drop constraint internship_proposals_signatory_name_check;
alter table internship_proposals drop constraint internship_proposals_signatory_email_check;
alter table internship_proposals
  add constraint internship_proposals_tutor check (length(tutor_name) <= 120
    and (tutor_email ~ '^[^@\s]+@[^@\s]+$' or tutor_name = '' and tutor_email = '')),
  add constraint internship_proposals_signatory check (length(signatory_name) <= 120
    and (signatory_email ~ '^[^@\s]+@[^@\s]+$' or signatory_name = '' and signatory_email = '')),
  add constraint internship_proposals_named
    check (tutor_name <> '' and signatory_name <> '' or state not in ('sent', 'checked'));

alter table internship_evaluations drop constraint internship_evaluations_name_check;
alter table internship_evaluations drop constraint internship_evaluations_email_check;
alter table internship_evaluations add constraint internship_evaluations_asked
  check (length(name) <= 120
    and (email ~ '^[^@\s]+@[^@\s]+$' and name <> '' or name = '' and email = '' and given_at is not null));

-- Whose the evaluation of a mentor without an account is, is known by the address alone.
create index internship_evaluations_email on internship_evaluations (lower(email)) where email is not null;
