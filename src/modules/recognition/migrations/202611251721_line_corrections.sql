-- A line of a transcript that was read or typed wrongly is corrected to what stands on the original. What it said before
-- is kept, with who corrected it, when and why; a correction is never altered, a further one follows it.
create table line_corrections (
  id uuid primary key,
  transcript_line_id uuid not null references transcript_lines (id),
  corrected_by uuid not null references persons (id),
  corrected_at timestamptz not null,
  reason text not null check (reason <> ''),
  -- The line as it stood and as it stands: code, titles, credit, grade, status, term, day, hours.
  before jsonb not null,
  after jsonb not null,
  check (before <> after)
);
create index line_corrections_line on line_corrections (transcript_line_id, corrected_at);

create function refuse_change_of_record() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % is never altered', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger line_corrections_append_only before update or delete on line_corrections
  for each row execute function refuse_change_of_record();
create trigger line_corrections_no_truncate before truncate on line_corrections
  for each statement execute function refuse_change_of_record();

-- What the lines said when the transcript was taken: the same document brought in again is still the same.
alter table transcripts add column read_sha256 text;
