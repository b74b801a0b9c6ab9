-- Two people may turn out to be one: their decisions then stand under the one who stays. Nothing else of a decision
-- changes, and one that nobody made gets nobody's name.
create or replace function call_decisions_stay() returns trigger language plpgsql as $$
begin
  -- What an erasure removes is the note, which may name somebody.
  if tg_op = 'UPDATE' and new.reason_note in ('{}'::jsonb, old.reason_note)
    and (new.decided_by is null) = (old.decided_by is null)
    and (new.id, new.application_id, new.call_id, new.outcome, new.destination_id, new.reason, new.way, new.decided_at)
      is not distinct from
        (old.id, old.application_id, old.call_id, old.outcome, old.destination_id, old.reason, old.way, old.decided_at)
  then
    return new;
  end if;
  raise exception 'decisions are append-only: % is refused', tg_op;
end $$;
