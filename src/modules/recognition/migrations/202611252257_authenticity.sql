-- How it was found out whether a transcript's original is genuine: a code checked, a sealed original seen, an issuer's answer.
create table authenticity_records (
  id uuid primary key,
  transcript_id uuid not null references transcripts (id),
  kind text not null check (kind in ('code', 'original', 'answer', 'taken-back')),
  outcome text check (outcome in ('genuine', 'not-genuine', 'unclear')),
  -- The verification code; empty for other kinds, and once the student's data is erased.
  code text not null default '' check (length(code) <= 200),
  -- Where it was checked, where the original lies, or who answered.
  place text not null default '' check (length(place) <= 500),
  note text not null default '' check (length(note) <= 1000),
  checked_on date,
  -- The issuer's answer as it came.
  file_id uuid references files (id),
  -- The record that this one takes back; it stays, and counts no more.
  takes_back_id uuid unique references authenticity_records (id),
  recorded_by uuid not null references persons (id),
  recorded_at timestamptz not null,
  check ((kind = 'taken-back') = (takes_back_id is not null)),
  check ((kind = 'taken-back') = (outcome is null)),
  check ((kind = 'taken-back') = (checked_on is null))
);
create index authenticity_records_by_transcript on authenticity_records (transcript_id, recorded_at);
create index authenticity_records_by_file on authenticity_records (file_id);

-- A record is never altered; an erasure takes out what may name the student.
create function refuse_change_of_authenticity() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.file_id is null and new.code = '' and new.place = '' and new.note = ''
    and (to_jsonb(new) - array['file_id', 'code', 'place', 'note'])
      = (to_jsonb(old) - array['file_id', 'code', 'place', 'note'])
  then return new; end if;
  raise exception 'a record of authenticity is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger authenticity_records_kept before update or delete on authenticity_records
  for each row execute function refuse_change_of_authenticity();
create trigger authenticity_records_no_truncate before truncate on authenticity_records
  for each statement execute function refuse_change_of_record();
