-- A passkey can sign a document: its challenge is made for that alone and counts for nothing else.
alter table passkey_challenges drop constraint passkey_challenges_purpose_check;
alter table passkey_challenges add constraint passkey_challenges_purpose_check
  check (purpose in ('register', 'sign-in', 'confirm', 'sign'));
