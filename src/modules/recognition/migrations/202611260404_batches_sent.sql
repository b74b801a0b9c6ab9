-- When a batch went to the registry, as whoever sent it says.
alter table posting_batches add column sent_at timestamptz;
alter table posting_batches add column sent_by uuid references persons (id);
alter table posting_batches add constraint posting_batches_sent
  check ((sent_at is null) = (sent_by is null));
