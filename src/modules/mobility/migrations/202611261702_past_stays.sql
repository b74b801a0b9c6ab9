-- A stay that was over before anybody wrote it down here: brought in from a list of past years, by whom and when.
alter table mobilities
  add column imported_at timestamptz,
  add column imported_by uuid references persons (id),
  add check (imported_by is null or imported_at is not null),
  -- Nobody nominates what is over, and it holds no place of an agreement.
  add check (imported_at is null or (nominated_at is null and agreement_id is null));
create index mobilities_imported_by on mobilities (imported_by) where imported_by is not null;
