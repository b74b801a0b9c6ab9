-- For whom a mail was written and what it is about: whose office reads its answers, and where they belong.
alter table mails add column organisation_id uuid;
alter table mails add column about_kind text;
alter table mails add column about_id uuid;
alter table mails add constraint mails_about check ((about_kind is null) = (about_id is null));

-- The last word of each address: whether what is written there comes back.
create index mails_address on mails (to_address, created_at desc);
create index mails_came_back on mails (failed_at desc, id) where state in ('failed', 'bounced');

-- An incoming mail is known again by what it says: a Message-ID is chosen by whoever sends it.
alter table incoming_mails add column fingerprint text;
update incoming_mails set fingerprint = message_id;
alter table incoming_mails alter column fingerprint set not null;
alter table incoming_mails add constraint incoming_mails_fingerprint_key unique (fingerprint);
alter table incoming_mails drop constraint incoming_mails_message_id_key;

alter table incoming_mails add column organisation_id uuid;
-- What it is about: what the mail was about that it answers, until somebody says where it belongs.
alter table incoming_mails add column about_kind text;
alter table incoming_mails add column about_id uuid;
alter table incoming_mails add constraint incoming_mails_about
  check ((about_kind is null) = (about_id is null));

alter table incoming_mails add column outcome text check (outcome in ('filed', 'done', 'spam'));
update incoming_mails set outcome = 'done' where filed_at is not null;
alter table incoming_mails add constraint incoming_mails_outcome
  check ((outcome is null) = (filed_at is null));
alter table incoming_mails add constraint incoming_mails_filed_with
  check (outcome is distinct from 'filed' or about_id is not null);

create index incoming_mails_filed_with on incoming_mails (about_id, received_at)
  where outcome = 'filed';
