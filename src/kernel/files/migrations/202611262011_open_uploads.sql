-- Large files that come in pieces. Each piece is a stored content, named here until the whole is put together.

create table open_uploads (
  id uuid primary key,
  -- Who began it; nobody else goes on with it. No foreign key, because persons stand above files.
  person_id uuid not null,
  -- What the file will belong to, and which.
  owner_kind text not null check (owner_kind <> ''),
  owner_id text not null check (owner_id <> ''),
  name text not null check (length(name) between 1 and 255),
  length_bytes bigint not null check (length_bytes > 0),
  received_bytes bigint not null default 0 check (received_bytes between 0 and length_bytes),
  -- open: pieces are taken; complete: all are there and are put together; taken, failed and over are its ends.
  state text not null default 'open' check (state in ('open', 'complete', 'taken', 'failed', 'over')),
  -- The hash of the whole, where its sender said it beforehand.
  promised_sha256 text check (promised_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why it failed: a message.
  fault jsonb,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > begun_at),
  check ((state = 'failed') = (fault is not null)),
  check (state not in ('complete', 'taken') or received_bytes = length_bytes)
);
create index open_uploads_person on open_uploads (person_id);
create index open_uploads_owner on open_uploads (owner_kind, owner_id);
create index open_uploads_expires_at on open_uploads (expires_at);

create table open_upload_pieces (
  upload_id uuid not null references open_uploads (id) on delete cascade,
  starts_at bigint not null check (starts_at >= 0),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (upload_id, starts_at)
);
create index open_upload_pieces_sha256 on open_upload_pieces (sha256);
