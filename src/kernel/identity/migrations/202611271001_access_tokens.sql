-- Tokens by which a program of a person's own acts for them over the API, and only there.
create table access_tokens (
  id uuid primary key,
  person_id uuid not null references persons (id),
  token_hash bytea not null unique,
  label text not null check (label <> ''),
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  ended_at timestamptz
);
create index access_tokens_person on access_tokens (person_id);
