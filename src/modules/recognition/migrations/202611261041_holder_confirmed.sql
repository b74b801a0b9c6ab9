-- Who said that a transcript is the student's all the same, where the document names its holder differently.
alter table transcripts
  add column holder_confirmed_at timestamptz,
  add column holder_confirmed_by uuid references persons (id),
  add check (holder_confirmed_by is null or holder_confirmed_at is not null);
