-- Certificates by which signed transcripts are known: whose, how long they count, who added them, on what evidence.
create table signer_certificates (
  id uuid primary key,
  origin text not null,
  -- The institution that keeps it for itself; null where the secretariat keeps it for the whole alliance.
  keeper_organisation_id uuid references organisations (id),
  -- The institution whose transcripts it signs; null for a service that signs for several, which is named.
  issuer_organisation_id uuid references organisations (id),
  service_name text not null default '' check (length(service_name) <= 200),
  -- SHA-256 over the certificate.
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  certificate jsonb not null,
  -- The first and last day on which a transcript may be issued for it to count.
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  evidence text not null check (length(evidence) between 1 and 1000),
  added_by uuid not null references persons (id),
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references persons (id),
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
  check ((issuer_organisation_id is null) = (service_name <> '')),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create unique index signer_certificates_once on signer_certificates
  (fingerprint, coalesce(keeper_organisation_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where withdrawn_at is null;
create index signer_certificates_by_keeper on signer_certificates (keeper_organisation_id);

-- What is said of a certificate is never altered: it is withdrawn, once, and another is added.
create function refuse_change_of_signer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null
    and (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawal_reason'])
      = (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawal_reason'])
  then return new; end if;
  raise exception 'a signer certificate is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger signer_certificates_kept before update or delete on signer_certificates
  for each row execute function refuse_change_of_signer();
create trigger signer_certificates_no_truncate before truncate on signer_certificates
  for each statement execute function refuse_change_of_record();

-- What the electronic signature of a transcript's original was worth whenever it was looked at; the latest counts.
create table signature_checks (
  id uuid primary key,
  transcript_id uuid not null references transcripts (id),
  -- SHA-256 of the original as it is kept.
  original_sha256 text check (original_sha256 ~ '^[0-9a-f]{64}$'),
  outcome text not null check (outcome in ('absent', 'valid', 'unknown-signer', 'other-signer', 'out-of-time', 'invalid', 'unverifiable')),
  facts jsonb,
  -- Lines that were taken otherwise than the signed document says them.
  lines_altered integer not null check (lines_altered >= 0),
  certificate_id uuid references signer_certificates (id),
  checked_at timestamptz not null,
  checked_by uuid references persons (id),
  check ((outcome = 'absent') = (facts is null)),
  check (outcome not in ('valid', 'other-signer', 'out-of-time') or certificate_id is not null)
);
create index signature_checks_by_transcript on signature_checks (transcript_id, checked_at);
create index signature_checks_by_certificate on signature_checks (certificate_id);
create trigger signature_checks_append_only before update or delete on signature_checks
  for each row execute function refuse_change_of_record();
create trigger signature_checks_no_truncate before truncate on signature_checks
  for each statement execute function refuse_change_of_record();
