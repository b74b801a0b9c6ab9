-- Names of stored contents. The contents are in the blob store, under their SHA-256.

create table staged_files (
  id uuid primary key,
  owner_key text not null check (owner_key <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  kind text not null,
  size_bytes bigint not null check (size_bytes > 0),
  staged_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > staged_at)
);
create index staged_files_owner_key on staged_files (owner_key);
create index staged_files_expires_at on staged_files (expires_at);
create index staged_files_sha256 on staged_files (sha256);

create table files (
  id uuid primary key,
  -- The node that made the row; with the id it names the file across nodes.
  origin text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  kind text not null,
  size_bytes bigint not null check (size_bytes > 0),
  owner_kind text not null check (owner_kind <> ''),
  owner_id text not null check (owner_id <> ''),
  -- A person; no foreign key, because persons stand above files.
  added_by uuid,
  created_at timestamptz not null
);
create index files_owner on files (owner_kind, owner_id);
create index files_sha256 on files (sha256);
