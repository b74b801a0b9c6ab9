-- The link of a mail about many students of a pair leads to whom the pair writes to: whoever is written to anew has another id,
-- so that links of those before lead nowhere.
alter table mobility_contacts add column id uuid not null default gen_random_uuid() unique;
