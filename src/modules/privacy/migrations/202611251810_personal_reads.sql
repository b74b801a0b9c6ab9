-- Who looked at whose data: one row for a request that showed personal data of somebody else. In partitions by month,
-- made ahead by a job and dropped when their time is over; what no month takes goes into the rest and is moved later.
create table personal_reads (
  request_id uuid not null,
  read_at timestamptz not null,
  reader_id uuid references persons (id),
  link_id uuid references single_act_links (id),
  -- The role by which it was allowed, where it needed one, and the organisations at which that is held.
  role text,
  organisation_ids uuid[] not null,
  on_behalf_of uuid references persons (id),
  action text not null,
  route text not null,
  object_id text,
  -- Of a longer list the first ones; the count says how many there were.
  person_ids uuid[] not null,
  person_count integer not null,
  filter jsonb,
  primary key (read_at, request_id),
  check (reader_id is not null or link_id is not null),
  check (cardinality(person_ids) > 0),
  check (person_count >= cardinality(person_ids))
) partition by range (read_at);
create index personal_reads_persons on personal_reads using gin (person_ids);
create index personal_reads_organisations on personal_reads using gin (organisation_ids);
create index personal_reads_reader on personal_reads (reader_id, read_at desc);

create table personal_reads_rest partition of personal_reads default;

create function personal_reads_refuse_change() returns trigger language plpgsql as $$
begin
  -- From the rest a row goes into its month; a month goes as a whole.
  if tg_op = 'DELETE' and tg_table_name = 'personal_reads_rest' then
    return old;
  end if;
  raise exception 'the record of reads is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger personal_reads_append_only before update or delete on personal_reads
  for each row execute function personal_reads_refuse_change();
