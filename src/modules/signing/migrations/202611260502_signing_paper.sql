-- Signing on paper: the scan of each signature, and where the originals are and how they travel.

create table signing_scans (
  signature_id uuid primary key references signing_signatures (id),
  file_id uuid not null references files (id),
  recorded_by uuid references persons (id)
);
create index signing_scans_file on signing_scans (file_id);

create table signing_originals (
  id uuid primary key,
  document_id uuid not null,
  version integer not null,
  -- What it is: "Our copy", "Copy 2 of 3".
  copy text not null,
  -- Where it lies, or where it is going.
  place text not null,
  carrier text not null,
  tracking text not null,
  sent_on date,
  received_on date,
  entered_by uuid references persons (id),
  entered_at timestamptz not null,
  foreign key (document_id, version) references signing_versions (document_id, number),
  check (received_on is null or sent_on is null or received_on >= sent_on)
);
create index signing_originals_document on signing_originals (document_id, version);

create trigger signing_scans_append_only before delete or update of signature_id, file_id on signing_scans
  for each row execute function refuse_change_of_signing();
create trigger signing_scans_no_truncate before truncate on signing_scans
  for each statement execute function refuse_change_of_signing();
