-- A run says by which method it was matched; the inputs that were frozen have the shape of the method.

alter table matching_runs add column method text not null default 'lottery'
  check (method in ('lottery', 'ties-kept', 'reserves', 'shared-quotas', 'rank-maximal', 'fair'));

create or replace function matching_runs_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a run is not removed';
  end if;
  if (new.round_id, new.number, new.code, new.inputs_sha256, new.inputs_file_id, new.frozen_at, new.program_version,
      new.method)
    is distinct from
    (old.round_id, old.number, old.code, old.inputs_sha256, old.inputs_file_id, old.frozen_at, old.program_version,
      old.method)
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
