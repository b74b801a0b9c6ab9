-- Persons and the ways in which they sign in. Instants are given by the program, never by the server's clock.

create table persons (
  id uuid primary key,
  -- The node that made the row; with the id it names the person across nodes.
  origin text not null,
  name jsonb not null,
  -- Folded forms of the name, made by the program, by which duplicates are found.
  native_key text not null,
  romanised_key text not null,
  birth_date date,
  preferred_language text not null check (preferred_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  time_zone text not null,
  state text not null check (state in ('active', 'merged', 'erased')),
  merged_into uuid references persons (id),
  demonstration boolean not null,
  registered_at timestamptz not null,
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into is distinct from id)
);
create index persons_native_key on persons (native_key, birth_date) where state = 'active';
create index persons_romanised_key on persons (romanised_key) where state = 'active';
create index persons_birth_date on persons (birth_date) where state = 'active';
create index persons_merged_into on persons (merged_into) where merged_into is not null;

create table person_emails (
  id uuid primary key,
  person_id uuid not null references persons (id),
  -- In lower case, its domain in ASCII; one address belongs to one person.
  address text not null unique,
  verified_at timestamptz,
  is_primary boolean not null,
  added_at timestamptz not null
);
create unique index person_emails_primary on person_emails (person_id) where is_primary;
create index person_emails_person on person_emails (person_id);

create table password_credentials (
  person_id uuid primary key references persons (id),
  password_hash text not null,
  set_at timestamptz not null
);

create table totp_credentials (
  person_id uuid primary key references persons (id),
  sealed_secret bytea not null,
  -- The last 30-second step whose code was taken: neither it nor an earlier one is taken again.
  last_step integer not null,
  enrolled_at timestamptz not null,
  confirmed_at timestamptz
);

create table totp_recovery_codes (
  id uuid primary key,
  person_id uuid not null references persons (id),
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  unique (person_id, code_hash)
);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references persons (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  device_type text not null check (device_type in ('singleDevice', 'multiDevice')),
  backed_up boolean not null,
  label text not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_person on passkeys (person_id);

create table passkey_challenges (
  id uuid primary key,
  challenge_hash bytea not null unique,
  purpose text not null check (purpose in ('register', 'sign-in', 'confirm')),
  person_id uuid references persons (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'sign-in') or (person_id is not null))
);

create table federated_identities (
  id uuid primary key,
  person_id uuid not null references persons (id),
  provider_id text not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index federated_identities_person on federated_identities (person_id);

-- One attempt to sign in with another service, from leaving for it until coming back.
create table federated_requests (
  id uuid primary key,
  provider_id text not null,
  state_hash bytea not null unique,
  browser_hash bytea not null,
  -- What must be held until the answer comes (nonce, code verifier), encrypted.
  sealed_memory bytea not null,
  next_path text not null,
  language text not null,
  -- The person who asked to link the identity; null when signing in.
  link_person_id uuid references persons (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- An identity that nobody holds yet waits for its person to sign in another way.
  pending_hash bytea unique,
  pending_issuer text,
  pending_subject text,
  linked_at timestamptz,
  check ((pending_hash is null) = (pending_issuer is null)),
  check ((pending_hash is null) = (pending_subject is null))
);

create table sign_in_sessions (
  id uuid primary key,
  person_id uuid not null references persons (id),
  token_hash bytea not null unique,
  -- A password was right and the second factor is still awaited: such a session opens nothing.
  awaits_second_factor boolean not null,
  method text not null check (method in ('password', 'link', 'code', 'passkey', 'federated', 'invitation', 'demonstration')),
  factors jsonb not null,
  device_label text not null,
  network text not null,
  lasting boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_sessions_person on sign_in_sessions (person_id) where ended_at is null;
create index sign_in_sessions_expires on sign_in_sessions (expires_at);

create table sign_in_links (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'reset-password', 'confirm-email')),
  -- Null when nobody holds the address: the row keeps the answer and its cost the same.
  person_id uuid references persons (id),
  address text not null,
  token_hash bytea not null unique,
  -- Held by the browser that asked; only with it is the typed code worth anything.
  request_hash bytea not null unique,
  code_hash bytea not null,
  code_attempts integer not null check (code_attempts between 0 and 5),
  language text not null,
  next_path text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_person on sign_in_links (person_id) where used_at is null;
create index sign_in_links_expires on sign_in_links (expires_at);

create table invitations (
  id uuid primary key,
  token_hash bytea not null unique,
  address text not null,
  invited_by uuid references persons (id),
  kind text not null,
  payload jsonb not null,
  language text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references persons (id),
  withdrawn_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitations_address on invitations (address) where accepted_at is null;

create table single_act_links (
  id uuid primary key,
  token_hash bytea not null unique,
  action text not null,
  object_id text not null,
  person_id uuid references persons (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_count integer not null,
  max_uses integer not null check (max_uses > 0),
  revoked_at timestamptz,
  check (used_count between 0 and max_uses)
);
create index single_act_links_object on single_act_links (object_id, action);
create index single_act_links_person on single_act_links (person_id) where person_id is not null;

-- Counts of attempts by account and by network; the key is a keyed hash, so that no address is stored.
create table sign_in_attempts (
  key_hash bytea not null,
  window_start timestamptz not null,
  attempts integer not null check (attempts >= 0),
  expires_at timestamptz not null,
  primary key (key_hash, window_start)
);
create index sign_in_attempts_expires on sign_in_attempts (expires_at);

-- The trace of a merge; earlier ids stay resolvable through persons.merged_into.
create table person_merges (
  id uuid primary key,
  from_person_id uuid not null references persons (id),
  into_person_id uuid not null references persons (id),
  merged_by uuid references persons (id),
  merged_at timestamptz not null,
  moved jsonb not null,
  check (from_person_id <> into_person_id)
);
create unique index person_merges_from on person_merges (from_person_id);
