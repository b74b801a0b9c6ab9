-- What happened. Rows are written in the transaction of the verb and never change afterwards.
create table chronicle_entries (
  id uuid primary key,
  origin text not null,
  type text not null check (type ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  version integer not null check (version > 0),
  object_kind text not null,
  object_id text not null,
  actor text not null,
  organisation_ids uuid[] not null,
  person_id uuid,
  data jsonb not null,
  personal_commitments jsonb not null,
  recorded_at timestamptz not null
);

create index chronicle_entries_object on chronicle_entries (object_kind, object_id, recorded_at desc, id desc);
create index chronicle_entries_person on chronicle_entries (person_id, recorded_at desc, id desc) where person_id is not null;
create index chronicle_entries_organisations on chronicle_entries using gin (organisation_ids);

-- Personal values stand apart, so that they can be erased while the chain stays provable.
create table chronicle_personal (
  entry_id uuid not null references chronicle_entries (id),
  field text not null,
  salt bytea not null,
  value jsonb not null,
  primary key (entry_id, field)
);

-- What the sealer has still to do. A queue, not a cursor: transactions commit in any order.
create table chronicle_unsealed (
  entry_id uuid primary key references chronicle_entries (id)
);

create table chronicle_seals (
  position bigint primary key check (position > 0),
  entry_id uuid not null unique references chronicle_entries (id),
  previous_hash text not null,
  hash text not null unique
);

create table chronicle_checkpoints (
  position bigint primary key references chronicle_seals (position),
  hash text not null,
  signed_at timestamptz not null,
  key_id text not null,
  signature text not null
);

create table chronicle_subscriptions (
  name text primary key,
  position bigint not null check (position >= 0),
  attempts integer not null check (attempts >= 0),
  next_attempt_at timestamptz,
  last_error text,
  updated_at timestamptz not null
);

create table chronicle_dead_letters (
  subscription text not null references chronicle_subscriptions (name),
  position bigint not null references chronicle_seals (position),
  attempts integer not null,
  error text not null,
  failed_at timestamptz not null,
  resolved_at timestamptz,
  primary key (subscription, position)
);

create function chronicle_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the chronicle is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger chronicle_entries_append_only before update or delete on chronicle_entries
  for each row execute function chronicle_refuse_change();
create trigger chronicle_entries_no_truncate before truncate on chronicle_entries
  for each statement execute function chronicle_refuse_change();
create trigger chronicle_seals_append_only before update or delete on chronicle_seals
  for each row execute function chronicle_refuse_change();
create trigger chronicle_seals_no_truncate before truncate on chronicle_seals
  for each statement execute function chronicle_refuse_change();
create trigger chronicle_checkpoints_append_only before update or delete on chronicle_checkpoints
  for each row execute function chronicle_refuse_change();
create trigger chronicle_checkpoints_no_truncate before truncate on chronicle_checkpoints
  for each statement execute function chronicle_refuse_change();
create trigger chronicle_personal_no_change before update on chronicle_personal
  for each row execute function chronicle_refuse_change();
