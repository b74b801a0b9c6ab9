-- A transcript that was typed is typed again by somebody else from the original: credit and grade of each line, without
-- sight of what was typed first. What differs is settled with a reason.
alter table transcripts add constraint transcripts_of_typist unique (id, created_by);

create table transcript_checks (
  id uuid primary key,
  transcript_id uuid not null references transcripts (id),
  typed_by uuid not null,
  checked_by uuid not null references persons (id),
  checked_at timestamptz not null,
  -- At once where nothing differs.
  settled_by uuid references persons (id),
  settled_at timestamptz,
  -- Set once two records of persons turn out to be one and the same who typed and checked: then nobody has checked it.
  voided_at timestamptz,
  foreign key (transcript_id, typed_by) references transcripts (id, created_by) on update cascade,
  -- Whoever typed it neither checks it nor settles what differs.
  check (voided_at is not null or (checked_by <> typed_by and (settled_by is null or settled_by <> typed_by))),
  check ((settled_by is null) = (settled_at is null))
);
create index transcript_checks_transcript on transcript_checks (transcript_id);
create unique index transcript_checks_once on transcript_checks (transcript_id) where voided_at is null;

create table transcript_check_lines (
  check_id uuid not null references transcript_checks (id),
  transcript_line_id uuid not null references transcript_lines (id),
  position integer not null check (position >= 0),
  first_credit exact_fraction,
  first_grade text,
  second_credit exact_fraction,
  second_grade text,
  differs boolean not null,
  -- Which reading stands on the original, once that is settled; the reason is emptied by an erasure only.
  stands text check (stands in ('first', 'second', 'other')),
  reason text not null default '',
  primary key (check_id, position),
  check (differs or stands is null),
  check (stands is not null or reason = '')
);
create index transcript_check_lines_line on transcript_check_lines (transcript_line_id);

-- What was typed is never altered. A check is settled once and voided once; its persons follow a merge.
create function refuse_change_of_transcript_check() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.id = old.id and new.transcript_id = old.transcript_id
    and new.checked_at = old.checked_at
    and (old.settled_at is null or new.settled_at is not distinct from old.settled_at)
    and (old.voided_at is null or new.voided_at is not distinct from old.voided_at)
  then return new; end if;
  raise exception 'a check of a transcript is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger transcript_checks_kept before update or delete on transcript_checks
  for each row execute function refuse_change_of_transcript_check();
create trigger transcript_checks_no_truncate before truncate on transcript_checks
  for each statement execute function refuse_change_of_record();

create function refuse_change_of_transcript_check_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (to_jsonb(new) - array['stands', 'reason']) = (to_jsonb(old) - array['stands', 'reason'])
    and (old.stands is null or (new.stands = old.stands and new.reason in ('', old.reason)))
  then return new; end if;
  raise exception 'a check of a transcript is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger transcript_check_lines_kept before update or delete on transcript_check_lines
  for each row execute function refuse_change_of_transcript_check_line();
create trigger transcript_check_lines_no_truncate before truncate on transcript_check_lines
  for each statement execute function refuse_change_of_record();

-- Whether a case with a typed transcript is decided only after that.
alter table recognition_settings add column demands_check boolean not null default false;
