-- The committee of a call: its sittings, who sits in them, which applications stand on the agenda, what came of each and
-- who left the room for it.

create table call_sittings (
  id uuid primary key,
  origin text not null,
  call_id uuid not null references calls (id),
  -- The organisation of the call: whose office plans sittings.
  organisation_id uuid not null references organisations (id),
  held_on date not null,
  -- A room or a link.
  place text not null check (length(place) <= 300),
  chair_id uuid not null references persons (id),
  secretary_id uuid not null references persons (id),
  state text not null default 'planned' check (state in ('planned', 'approved')),
  -- What was said beside the outcomes.
  minutes text not null default '' check (length(minutes) <= 20000),
  -- Counts the changes: whoever records or approves on an older page is told so.
  version integer not null default 1 check (version >= 1),
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  approved_at timestamptz,
  -- Of the canonical JSON of what was approved.
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  unique (id, call_id),
  check ((state = 'approved') = (approved_at is not null)),
  check ((approved_at is null) = (document_sha256 is null))
);
create index call_sittings_call on call_sittings (call_id, held_on);
create index call_sittings_organisation on call_sittings (organisation_id);

create table call_sitting_members (
  sitting_id uuid not null references call_sittings (id),
  person_id uuid not null references persons (id),
  is_present boolean not null default true,
  primary key (sitting_id, person_id)
);
create index call_sitting_members_person on call_sitting_members (person_id);

alter table call_applications add unique (id, call_id);

create table call_sitting_items (
  id uuid primary key,
  sitting_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  position integer not null check (position >= 1),
  outcome text check (outcome in ('accepted', 'waiting', 'refused', 'put-off')),
  destination_id text,
  votes_for integer not null default 0 check (votes_for between 0 and 999),
  votes_against integer not null default 0 check (votes_against between 0 and 999),
  votes_abstained integer not null default 0 check (votes_abstained between 0 and 999),
  reason text,
  note jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),
  recorded_by uuid references persons (id),
  recorded_at timestamptz,
  -- The sitting's count of changes when this was recorded, and the call's count of decisions.
  version integer not null default 1,
  decisions_seen integer,
  unique (sitting_id, application_id),
  unique (id, sitting_id),
  foreign key (sitting_id, call_id) references call_sittings (id, call_id),
  foreign key (application_id, call_id) references call_applications (id, call_id),
  check ((outcome is null) = (recorded_at is null)),
  check (outcome is null or decisions_seen is not null),
  check (outcome = 'accepted' or destination_id is null)
);
create index call_sitting_items_application on call_sitting_items (application_id);
create index call_sitting_items_order on call_sitting_items (sitting_id, position);

-- Who left the room while one application was spoken of.
create table call_sitting_absences (
  item_id uuid not null,
  sitting_id uuid not null,
  person_id uuid not null,
  primary key (item_id, person_id),
  foreign key (item_id, sitting_id) references call_sitting_items (id, sitting_id),
  foreign key (sitting_id, person_id) references call_sitting_members (sitting_id, person_id)
);
create index call_sitting_absences_member on call_sitting_absences (sitting_id, person_id);
create index call_sitting_absences_item on call_sitting_absences (item_id, sitting_id);

alter table call_decisions drop constraint call_decisions_way_check;
alter table call_decisions add constraint call_decisions_way_check
  check (way in ('choice', 'quota', 'moved-up', 'appeal', 'committee'));

create function refuse_change_of_call_minutes() returns trigger language plpgsql as $$
declare
  sitting uuid;
begin
  if tg_table_name = 'call_sittings' then
    if old.state = 'approved' then
      raise exception 'approved minutes are never altered' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' then sitting := new.sitting_id; else sitting := old.sitting_id; end if;
  if exists (select 1 from call_sittings s where s.id = sitting and s.state = 'approved') then
    -- What an erasure removes is the note, which may name somebody.
    if tg_op = 'UPDATE' and tg_table_name = 'call_sitting_items'
      and to_jsonb(new) = jsonb_set(to_jsonb(old), '{note}', '{}'::jsonb) then
      return new;
    end if;
    raise exception 'approved minutes are never altered' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger call_sittings_approved before update or delete on call_sittings
  for each row execute function refuse_change_of_call_minutes();
create trigger call_sitting_members_approved before insert or update or delete on call_sitting_members
  for each row execute function refuse_change_of_call_minutes();
create trigger call_sitting_items_approved before insert or update or delete on call_sitting_items
  for each row execute function refuse_change_of_call_minutes();
create trigger call_sitting_absences_approved before insert or update or delete on call_sitting_absences
  for each row execute function refuse_change_of_call_minutes();
