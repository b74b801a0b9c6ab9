-- An output that was removed is kept, so that it can be put back; no page shows it.
alter table initiative_outputs add column removed_at timestamptz;
