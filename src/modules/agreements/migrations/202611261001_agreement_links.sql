-- A partner without an account answers one exact version by the link of a mail, and what was put to signature.

create table agreement_invitations (
  id uuid primary key,
  -- The copy of the partner that is asked, and the version of another partner's copy that it answers.
  copy_id uuid not null references agreement_copies (id),
  version_id uuid not null references agreement_versions (id),
  -- Whom the mail goes to; empty after an erasure.
  name text not null check (length(name) <= 200),
  address text not null check (address = '' or address ~ '^[^@\s]+@[^@\s]+$'),
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  asked_at timestamptz not null,
  asked_by uuid references persons (id),
  -- Another mail took its place, or what it asked for was taken back.
  ended_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('approved', 'refused', 'proposed')),
  -- What the partner wrote, and the file with the change that it proposes.
  words text not null default '' check (length(words) <= 2000),
  file_id uuid references files (id),
  -- When the office said that it has dealt with a proposed change.
  read_at timestamptz,
  check ((answered_at is null) = (answer is null)),
  check (file_id is null or answer = 'proposed')
);
create index agreement_invitations_copy on agreement_invitations (copy_id, asked_at desc);
create index agreement_invitations_version on agreement_invitations (version_id);
create index agreement_invitations_asker on agreement_invitations (asked_by);
create index agreement_invitations_address on agreement_invitations (lower(address));
create index agreement_invitations_file on agreement_invitations (file_id) where file_id is not null;

-- An answer stays as it was given.
create trigger agreement_invitations_stay before delete or update of id, copy_id, version_id, asked_at
  on agreement_invitations for each row execute function agreements_append_only();
create trigger agreement_answers_stay before update of answered_at, answer
  on agreement_invitations for each row when (old.answer is not null)
  execute function agreements_append_only();

-- Which version of a copy a document of signing holds: what all sign comes into force by it.
create table agreement_signings (
  document_id uuid not null references signing_documents (id),
  number integer not null check (number >= 1),
  agreement_id uuid not null references agreements (id),
  version_id uuid not null references agreement_versions (id),
  -- The two languages of the paper.
  languages text[] not null check (array_length(languages, 1) = 2),
  made_at timestamptz not null,
  primary key (document_id, number)
);
create index agreement_signings_agreement on agreement_signings (agreement_id, made_at desc);
create index agreement_signings_version on agreement_signings (version_id);
create trigger agreement_signings_stay before update or delete on agreement_signings
  for each row execute function agreements_append_only();
