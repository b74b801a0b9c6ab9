-- Mail that goes out: written with the verb's rows, delivered by a job.
create table mails (
  id uuid primary key,
  person_id uuid,
  to_address text not null check (to_address !~ '[[:cntrl:][:space:]]'),
  to_name text,
  language text not null,
  -- Null once a mail with a secret in it has gone.
  content jsonb,
  secret boolean not null,
  settings_path text,
  state text not null check (state in ('waiting', 'held', 'sent', 'failed', 'bounced')),
  created_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  failed_at timestamptz,
  check ((state in ('failed', 'bounced')) = (failed_at is not null)),
  check (content is not null or secret)
);

create index mails_latest on mails (created_at desc, id desc);
create index mails_person on mails (person_id, created_at desc) where person_id is not null;

-- Mail that came in and is no report of a delivery: replies and scans, waiting to be filed.
create table incoming_mails (
  id uuid primary key,
  message_id text not null unique,
  answers_mail_id uuid references mails (id),
  from_address text not null,
  from_name text,
  subject text not null,
  body text not null,
  automatic boolean not null,
  received_at timestamptz not null,
  filed_at timestamptz,
  filed_by text
);

create index incoming_mails_unfiled on incoming_mails (received_at) where filed_at is null;

create table incoming_mail_attachments (
  id uuid primary key,
  mail_id uuid not null references incoming_mails (id),
  name text not null,
  declared_type text not null,
  bytes bytea not null
);

create index incoming_mail_attachments_mail on incoming_mail_attachments (mail_id);
