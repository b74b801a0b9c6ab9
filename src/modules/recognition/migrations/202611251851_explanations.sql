-- What would have changed a result, as the engine verified it; null where nobody asked yet.
alter table case_lines add column explanation jsonb;
alter table case_sets add column explanation jsonb;
