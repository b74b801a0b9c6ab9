-- Signing: documents with versions, who signs them in which order, and what they did. What was signed is never altered.

create table signing_documents (
  id uuid primary key,
  origin text not null,
  -- Whose office keeps it.
  organisation_id uuid not null references organisations (id),
  -- What it is about, known to the module that opened it alone.
  subject_kind text,
  subject_id text,
  href text,
  titles jsonb not null,
  -- That of its latest version; written by the verbs that end or begin a round.
  state text not null check (state in ('draft', 'open', 'signed', 'refused', 'expired', 'withdrawn')),
  version integer not null check (version >= 1),
  -- The version that all have signed and that counts.
  in_force integer check (in_force between 1 and version),
  due_on date,
  expires_on date,
  created_by uuid references persons (id),
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  check ((subject_kind is null) = (subject_id is null)),
  check (expires_on is null or due_on is null or expires_on >= due_on),
  check (state <> 'signed' or in_force = version),
  check (state = 'draft' or in_force is not null or sent_at is not null or state = 'withdrawn')
);
create index signing_documents_organisation on signing_documents (organisation_id, created_at desc);
create index signing_documents_subject on signing_documents (subject_kind, subject_id) where subject_id is not null;
create index signing_documents_ending on signing_documents (expires_on) where state = 'open';

create table signing_versions (
  document_id uuid not null references signing_documents (id),
  number integer not null check (number >= 1),
  kind text not null check (kind in ('canonical', 'file')),
  -- The RFC 8785 text that is hashed; of a file its bytes are.
  canonical text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_id uuid not null references files (id),
  pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  -- The version in force that it is to change, where there was one.
  amends integer,
  reason text not null,
  made_by uuid references persons (id),
  made_at timestamptz not null,
  primary key (document_id, number),
  foreign key (document_id, amends) references signing_versions (document_id, number),
  check (amends < number),
  check ((kind = 'canonical') = (canonical is not null)),
  check (kind = 'canonical' or sha256 = pdf_sha256)
);
create index signing_versions_sha256 on signing_versions (sha256 text_pattern_ops);
create index signing_versions_pdf on signing_versions (pdf_sha256);
create index signing_versions_file on signing_versions (file_id);

create table signing_steps (
  id uuid primary key,
  document_id uuid not null,
  version integer not null,
  -- Equal numbers are asked together; a higher one when all lower ones are done.
  group_number integer not null check (group_number between 1 and 99),
  position integer not null,
  act text not null check (act in ('sign', 'approve')),
  means text not null check (means in ('electronic', 'paper', 'either')),
  label_name text,
  label_words text,
  person_id uuid references persons (id),
  role text,
  organisation_id uuid references organisations (id),
  guest_name text,
  guest_address text,
  guest_language text,
  -- The step of the version in force whose signer signs the amendment again.
  repeats uuid references signing_steps (id),
  state text not null check (state in ('later', 'asked', 'done', 'refused', 'ended')),
  asked_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  foreign key (document_id, version) references signing_versions (document_id, number),
  unique (document_id, version, position),
  check (num_nonnulls(label_name, label_words) = 1),
  check (num_nonnulls(person_id, role, guest_address) = 1),
  check ((role is null) = (organisation_id is null)),
  check (num_nonnulls(guest_name, guest_address, guest_language) in (0, 3)),
  check (act = 'sign' or means = 'electronic'),
  check ((state in ('later', 'asked')) = (closed_at is null))
);
create index signing_steps_person on signing_steps (person_id, state) where person_id is not null;
create index signing_steps_role on signing_steps (organisation_id, role, state) where role is not null;
create index signing_steps_repeats on signing_steps (repeats) where repeats is not null;

-- What a signer did: one answer a step, never altered. Only whose it is follows when two persons turn out to be one.
create table signing_signatures (
  id uuid primary key,
  document_id uuid not null,
  version integer not null,
  step_id uuid not null unique references signing_steps (id),
  answer text not null check (answer in ('signed', 'approved', 'refused')),
  means text not null check (means in ('electronic', 'link', 'paper')),
  -- The hash that was shown to the signer and that the act names.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  person_id uuid references persons (id),
  in_place_of uuid references persons (id),
  -- How it was made sure who signed.
  proof jsonb not null,
  reason text,
  signed_at timestamptz not null,
  foreign key (document_id, version) references signing_versions (document_id, number),
  check ((answer = 'refused') = (reason is not null))
);
create index signing_signatures_document on signing_signatures (document_id, version);
create index signing_signatures_person on signing_signatures (person_id) where person_id is not null;
create index signing_signatures_in_place on signing_signatures (in_place_of) where in_place_of is not null;

-- How the round of a version ended; whatever but 'signed' voids the signatures that were given, which stay.
create table signing_ends (
  document_id uuid not null,
  version integer not null,
  how text not null check (how in ('signed', 'refused', 'expired', 'withdrawn', 'superseded')),
  ended_at timestamptz not null,
  ended_by uuid references persons (id),
  reason text not null,
  primary key (document_id, version, how),
  foreign key (document_id, version) references signing_versions (document_id, number)
);

-- The chain of entries of each document: canonical JSON, each naming the hash of the one before.
create table signing_records (
  document_id uuid not null references signing_documents (id),
  position integer not null check (position >= 1),
  body text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (document_id, position)
);

-- Names and other personal values that the chain commits to, with their salts: an erasure takes these, and the chain stays
-- provable.
create table signing_personal (
  document_id uuid not null,
  position integer not null,
  field text not null,
  person_id uuid references persons (id),
  salt text,
  value text,
  primary key (document_id, position, field),
  foreign key (document_id, position) references signing_records (document_id, position),
  check ((salt is null) = (value is null))
);
create index signing_personal_person on signing_personal (person_id) where person_id is not null;

create function refuse_change_of_signing() returns trigger language plpgsql as $$
begin
  raise exception 'what was signed is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger signing_versions_append_only before delete or update of document_id, number, kind, canonical, sha256,
  file_id, pdf_sha256, amends, reason, made_at on signing_versions
  for each row execute function refuse_change_of_signing();
create trigger signing_versions_no_truncate before truncate on signing_versions
  for each statement execute function refuse_change_of_signing();
create trigger signing_signatures_append_only before delete or update of id, document_id, version, step_id, answer, means,
  sha256, proof, signed_at on signing_signatures
  for each row execute function refuse_change_of_signing();
-- An erasure empties the name and the reason; nothing else is ever written into them.
create trigger signing_signatures_only_emptied before update of name, reason on signing_signatures
  for each row when (new.name not in (old.name, '') or coalesce(new.reason, 'none') not in (coalesce(old.reason, 'none'), ''))
  execute function refuse_change_of_signing();
create trigger signing_signatures_no_truncate before truncate on signing_signatures
  for each statement execute function refuse_change_of_signing();
create trigger signing_ends_append_only before delete or update of document_id, version, how, ended_at, reason on signing_ends
  for each row execute function refuse_change_of_signing();
create trigger signing_ends_no_truncate before truncate on signing_ends
  for each statement execute function refuse_change_of_signing();
create trigger signing_records_append_only before update or delete on signing_records
  for each row execute function refuse_change_of_signing();
create trigger signing_records_no_truncate before truncate on signing_records
  for each statement execute function refuse_change_of_signing();
