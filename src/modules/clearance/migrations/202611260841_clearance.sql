-- What a stay in another country needs: packs of dated, sourced facts, each a version that never changes.

create table clearance_packs (
  id uuid primary key,
  origin text not null,
  from_country text not null check (from_country ~ '^[A-Z]{2}$'),
  to_country text not null check (to_country ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('study', 'internship', 'visit')),
  number integer not null check (number >= 1),
  text jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  valid_from date not null,
  -- The last day on which the pack may be relied on; it is read anew before.
  valid_until date not null,
  -- Whether it came with the program or was uploaded here.
  source text not null check (source in ('shipped', 'upload')),
  brought_at timestamptz not null,
  unique (from_country, to_country, kind, number),
  check (from_country <> to_country),
  check (valid_until >= valid_from)
);
create index clearance_packs_ends on clearance_packs (valid_until);

create function clearance_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a pack that was published is not changed: publish a newer one';
end $$;
create trigger clearance_packs_stay before update or delete on clearance_packs
  for each row execute function clearance_append_only();
