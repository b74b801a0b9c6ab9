-- Further scans of a signature on paper, and files with a qualified signature that a licensed provider made elsewhere.

create table signing_more_scans (
  file_id uuid primary key references files (id),
  signature_id uuid not null references signing_signatures (id),
  recorded_by uuid references persons (id),
  recorded_at timestamptz not null
);
create index signing_more_scans_signature on signing_more_scans (signature_id);

create table signing_qualified (
  id uuid primary key,
  document_id uuid not null,
  version integer not null,
  -- Who made it. Nothing of it is checked here.
  provider text not null check (length(provider) between 1 and 120),
  file_id uuid not null references files (id),
  entered_by uuid references persons (id),
  entered_at timestamptz not null,
  foreign key (document_id, version) references signing_versions (document_id, number)
);
create index signing_qualified_document on signing_qualified (document_id, version);
create index signing_qualified_file on signing_qualified (file_id);

create trigger signing_more_scans_append_only before delete or update of file_id, signature_id, recorded_at
  on signing_more_scans for each row execute function refuse_change_of_signing();
create trigger signing_more_scans_no_truncate before truncate on signing_more_scans
  for each statement execute function refuse_change_of_signing();
create trigger signing_qualified_append_only before delete or update of id, document_id, version, provider, file_id, entered_at
  on signing_qualified for each row execute function refuse_change_of_signing();
create trigger signing_qualified_no_truncate before truncate on signing_qualified
  for each statement execute function refuse_change_of_signing();
