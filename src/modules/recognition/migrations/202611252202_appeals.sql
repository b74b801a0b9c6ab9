-- A student's objection to a final decision, and what somebody who did not take it answered.
create table appeals (
  id uuid primary key,
  origin text not null,
  case_id uuid not null references recognition_cases (id),
  decision_id uuid not null,
  -- Empty once the person was erased; what came with it are files of this appeal.
  reasons text not null,
  appealed_by uuid not null references persons (id),
  appealed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'revision', 'withdrawn')),
  answer text not null default '',
  answered_by uuid references persons (id),
  answered_at timestamptz,
  foreign key (decision_id, case_id) references recognition_decisions (id, case_id),
  check ((state in ('upheld', 'revision')) = (answered_by is not null)),
  check ((answered_by is null) = (answered_at is null))
);
-- One objection to one decision, unless the student took it back.
create unique index appeals_once on appeals (decision_id) where state <> 'withdrawn';
create index appeals_case on appeals (case_id, appealed_at);

-- A final decision is looked at again: an act of its own with its own reasons. The earlier decision stays as it was.
create table decision_revisions (
  decision_id uuid primary key,
  case_id uuid not null,
  -- The revision that the next decision has.
  revision integer not null check (revision > 1),
  appeal_id uuid references appeals (id),
  reasons text not null,
  opened_by uuid not null references persons (id),
  opened_at timestamptz not null,
  foreign key (decision_id, case_id) references recognition_decisions (id, case_id)
);
create index decision_revisions_case on decision_revisions (case_id, revision);

-- Who opened a revision and when is never altered; the reasons are emptied by an erasure only.
create function refuse_change_of_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.reasons in ('', old.reasons) and new.decision_id = old.decision_id and new.case_id = old.case_id
      and new.revision = old.revision and new.appeal_id is not distinct from old.appeal_id
      and new.opened_at = old.opened_at then
      return new;
    end if;
  end if;
  raise exception 'a revision is never altered' using errcode = 'restrict_violation';
end
$$;
create trigger decision_revisions_append_only before update or delete on decision_revisions
  for each row execute function refuse_change_of_revision();
create trigger decision_revisions_no_truncate before truncate on decision_revisions
  for each statement execute function refuse_change_of_revision();
