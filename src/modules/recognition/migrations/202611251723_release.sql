-- From when on a decision is final and the student is told of it; null for decisions that were final at once.
alter table recognition_decisions
  add column released_at timestamptz,
  add check (released_at >= decided_at);
-- As on the decision that stands; kept on the case for its lists and pages.
alter table recognition_cases
  add column released_at timestamptz,
  add check (released_at is null or state = 'decided');

-- A decision that was taken back before the student was told. It stays as it was; this row says that it does not stand,
-- and the case is open again for its next revision.
create table decision_retractions (
  decision_id uuid primary key references recognition_decisions (id),
  retracted_by uuid not null references persons (id),
  retracted_at timestamptz not null
);

create function refuse_late_retraction() returns trigger language plpgsql as $$
begin
  if not exists (
    select from recognition_decisions d where d.id = new.decision_id and d.released_at > new.retracted_at
  ) then
    raise exception 'a decision that is final is not taken back' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger decision_retractions_in_time before insert on decision_retractions
  for each row execute function refuse_late_retraction();
create trigger decision_retractions_append_only before update or delete on decision_retractions
  for each row execute function refuse_change_of_record();
create trigger decision_retractions_no_truncate before truncate on decision_retractions
  for each statement execute function refuse_change_of_record();

-- That a decision became final and the student was told; once.
create table decision_releases (
  decision_id uuid primary key references recognition_decisions (id),
  released_at timestamptz not null
);
create trigger decision_releases_append_only before update or delete on decision_releases
  for each row execute function refuse_change_of_record();
create trigger decision_releases_no_truncate before truncate on decision_releases
  for each statement execute function refuse_change_of_record();
