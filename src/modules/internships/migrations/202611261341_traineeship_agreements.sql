-- The agreement of a placement, in versions that student, school, host and mentors sign, and what interrupts or ends it early.

create table internship_agreements (
  placement_id uuid primary key references internship_placements (id),
  -- What is being written; nobody signs it before it is sent.
  draft jsonb not null,
  draft_number integer not null check (draft_number >= 1),
  draft_at timestamptz not null,
  -- The document of the module of signing; null before the first version was sent.
  document_id uuid references signing_documents (id),
  state text not null check (state in ('draft', 'signing', 'signed')),
  -- The version that all have signed and that counts.
  agreed_version integer check (agreed_version >= 1),
  agreed_on date,
  returned_how text check (returned_how in ('refused', 'expired', 'withdrawn')),
  check ((agreed_version is null) = (agreed_on is null)),
  check (state = 'draft' or document_id is not null),
  check (state <> 'signed' or agreed_version is not null)
);
create index internship_agreements_document on internship_agreements (document_id);

-- A version as it was sent to be signed; never changed.
create table internship_agreement_versions (
  placement_id uuid not null references internship_agreements (placement_id),
  number integer not null check (number >= 1),
  text jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sent_at timestamptz not null,
  primary key (placement_id, number)
);

create function internships_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what was sent to be signed is not changed';
end $$;
create trigger internship_agreement_versions_stay before update or delete on internship_agreement_versions
  for each row execute function internships_append_only();

-- From when a placement is suspended, from when it goes on, and the last day of one that ends early.
create table internship_interruptions (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  kind text not null check (kind in ('suspended', 'resumed', 'ended')),
  day date not null,
  reason text not null check (length(reason) between 1 and 2000),
  said_at timestamptz not null,
  unique (placement_id, kind, day)
);
