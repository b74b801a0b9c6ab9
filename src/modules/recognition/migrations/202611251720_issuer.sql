-- Who issued a transcript, as the document says it, and who confirmed that it is the host's where it names another.
alter table transcripts
  add column issuer jsonb not null default '{}'::jsonb,
  add column issuer_confirmed_at timestamptz,
  add column issuer_confirmed_by uuid references persons (id),
  add check (issuer_confirmed_by is null or issuer_confirmed_at is not null);

-- A transcript may wait for its institution to be entered among the organisations; without one it is not taken.
alter table transcript_drafts
  alter column host_organisation_id drop not null,
  add check (state <> 'taken' or host_organisation_id is not null);
