-- The forms of the last hour that were done, so that one that comes twice is done once. Which form it is, is a hash of
-- its page's token, session and address; what it says, a hash of its fields and files.
create table sent_forms (
  form bytea primary key check (octet_length(form) = 32),
  content bytea not null check (octet_length(content) = 32),
  request_id uuid not null,
  location text check (location like '/%'),
  flash text,
  sent_at timestamptz not null,
  check (flash is null or location is not null)
);

create index sent_forms_by_time on sent_forms (sent_at);
