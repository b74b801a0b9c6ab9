-- A mail that is to be deleted asks for its answers.
create index incoming_mails_answers on incoming_mails (answers_mail_id) where answers_mail_id is not null;
