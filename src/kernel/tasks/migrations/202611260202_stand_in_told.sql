-- When whoever stood in was told that it is over; those before this were not told that it began either.
alter table stand_ins add column end_told_at timestamptz;
update stand_ins set end_told_at = created_at;
create index stand_ins_untold on stand_ins (valid_until) where end_told_at is null;
