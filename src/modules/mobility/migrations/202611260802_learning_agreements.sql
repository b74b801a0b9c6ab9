-- Learning agreements: what is studied (A), recognised (B) and done virtually (C), in versions that three parties sign.

create table learning_agreements (
  mobility_id uuid primary key references mobilities (id),
  -- What is being written; nobody signs it before it is sent.
  draft jsonb not null,
  draft_number integer not null default 0 check (draft_number >= 0),
  draft_at timestamptz not null,
  -- The document of the module of signing; null before the first version was sent.
  document_id uuid references signing_documents (id),
  state text not null check (state in ('draft', 'signing', 'signed')),
  -- The version that all three have signed and that counts.
  agreed_version integer check (agreed_version >= 1),
  agreed_on date,
  -- What somebody said who sent it back.
  returned_how text check (returned_how in ('refused', 'expired', 'withdrawn')),
  check ((agreed_version is null) = (agreed_on is null)),
  check (state = 'draft' or document_id is not null),
  check (state <> 'signed' or agreed_version is not null)
);
create index learning_agreements_document on learning_agreements (document_id);

-- A version as it was sent to be signed; never changed.
create table learning_agreement_versions (
  mobility_id uuid not null references learning_agreements (mobility_id),
  number integer not null check (number >= 1),
  text jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sent_at timestamptz not null,
  sent_by uuid references persons (id),
  primary key (mobility_id, number)
);
create index learning_agreement_versions_sender on learning_agreement_versions (sent_by);

create function mobility_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what was sent to be signed is not changed';
end $$;
create trigger learning_agreement_versions_stay before update or delete on learning_agreement_versions
  for each row execute function mobility_append_only();
