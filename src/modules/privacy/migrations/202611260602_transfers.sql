-- What left for whom and on which basis: the register of clauses, and the ledger.

-- A document between two organisations on which transfers rest: a standard contract, clauses, a certification.
create table transfer_clauses (
  id uuid primary key,
  origin text not null,
  exporter_organisation_id uuid not null references organisations (id),
  recipient_organisation_id uuid not null references organisations (id),
  kind text not null check (
    kind in ('standard-contract', 'scc', 'model-clauses', 'certification', 'assessment', 'agreement')
  ),
  signed_on date not null,
  valid_until date,
  -- Where the signed original lies, or the number under which it was filed.
  reference text not null check (reference <> '' and length(reference) <= 500),
  file_id uuid references files (id),
  entered_by uuid references persons (id),
  entered_at timestamptz not null,
  ended_at timestamptz,
  reminded_at timestamptz,
  check (exporter_organisation_id <> recipient_organisation_id),
  check (valid_until is null or valid_until >= signed_on)
);
create index transfer_clauses_pair on transfer_clauses (exporter_organisation_id, recipient_organisation_id);
create index transfer_clauses_file on transfer_clauses (file_id) where file_id is not null;
create index transfer_clauses_ending on transfer_clauses (valid_until) where ended_at is null;

create table transfers (
  id uuid primary key,
  origin text not null,
  exporter_organisation_id uuid not null references organisations (id),
  recipient_organisation_id uuid not null references organisations (id),
  country_from text not null check (country_from ~ '^[A-Z]{2}$'),
  country_to text not null check (country_to ~ '^[A-Z]{2}$'),
  purpose text not null check (
    purpose in ('exchange', 'internship', 'mentoring', 'scholarship', 'recognition', 'exhibition', 'research')
  ),
  method text not null check (method in ('network', 'file', 'platform')),
  basis text not null check (basis in ('adequacy', 'contract', 'clauses', 'exemption', 'consent', 'transit')),
  -- The article of the law by which the basis was found.
  article text not null,
  clause_id uuid references transfer_clauses (id),
  contract text,
  field_groups text[] not null check (cardinality(field_groups) > 0),
  is_sensitive boolean not null,
  person_count integer not null check (person_count > 0),
  -- Where it went: a host, or to whom a file was given.
  destination text not null check (length(destination) <= 500),
  at timestamptz not null,
  -- The calendar year where the exporter is: laws count from 1 January.
  year integer not null,
  entered_by uuid references persons (id),
  check (exporter_organisation_id <> recipient_organisation_id),
  check ((basis = 'clauses') = (clause_id is not null)),
  check (basis <> 'contract' or contract is not null)
);
create index transfers_exporter on transfers (exporter_organisation_id, year, at desc);

-- Whose data was in it.
create table transfer_persons (
  transfer_id uuid not null references transfers (id),
  person_id uuid not null references persons (id),
  primary key (transfer_id, person_id)
);
create index transfer_persons_person on transfer_persons (person_id);

create function refuse_change_of_transfer() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger of transfers is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger transfers_append_only before update or delete on transfers
  for each row execute function refuse_change_of_transfer();
create trigger transfers_no_truncate before truncate on transfers
  for each statement execute function refuse_change_of_transfer();
create trigger transfer_persons_append_only before update or delete on transfer_persons
  for each row execute function refuse_change_of_transfer();
create trigger transfer_persons_no_truncate before truncate on transfer_persons
  for each statement execute function refuse_change_of_transfer();
