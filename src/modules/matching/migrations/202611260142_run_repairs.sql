-- A run may repair an earlier one of its round after somebody dropped out. It draws nothing: the lottery stays that of
-- the run which it repairs.

alter table matching_runs
  add column repairs_run_id uuid references matching_runs (id),
  add column seed_number integer check (seed_number >= 1),
  -- Who dropped out: the side, and the applicant's code or the place's name.
  add column withdrawn jsonb,
  add check ((repairs_run_id is null) = (withdrawn is null)),
  add check ((repairs_run_id is null) = (seed_number is null)),
  add foreign key (round_id, seed_number) references matching_seeds (round_id, number);
create index matching_runs_repairs on matching_runs (repairs_run_id);

create or replace function matching_runs_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a run is not removed';
  end if;
  if (new.round_id, new.number, new.code, new.inputs_sha256, new.inputs_file_id, new.frozen_at, new.program_version,
      new.method, new.repairs_run_id, new.seed_number, new.withdrawn)
    is distinct from
    (old.round_id, old.number, old.code, old.inputs_sha256, old.inputs_file_id, old.frozen_at, old.program_version,
      old.method, old.repairs_run_id, old.seed_number, old.withdrawn)
  then
    raise exception 'the inputs of a run are frozen';
  end if;
  if old.ended_at is not null and (new.state, new.ended_at, new.certificate_file_id, new.summary)
    is distinct from (old.state, old.ended_at, old.certificate_file_id, old.summary)
  then
    raise exception 'an ended run stays as it ended';
  end if;
  if old.published_at is not null and new.published_at is distinct from old.published_at then
    raise exception 'a publication is not taken back';
  end if;
  return new;
end $$;
