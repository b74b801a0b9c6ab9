-- Rounds that match people with places, their lists, and their frozen runs. Applicants and places are names of the
-- lists, not rows of this house; a certificate knows applicants by codes alone.

create table matching_rounds (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 200),
  about text not null default '' check (length(about) <= 1000),
  -- Makes the code of an applicant from the name: the same in every run of the round, and not to be turned back.
  code_key text not null,
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  -- What was wrong with the lists when they were last changed.
  findings jsonb not null
);
create index matching_rounds_organisation on matching_rounds (organisation_id, created_at);

-- The seed of each run, drawn and committed to before anybody can know the lists that it will decide.
create table matching_seeds (
  round_id uuid not null references matching_rounds (id),
  number integer not null check (number >= 1),
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of the seed's text.
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz not null,
  primary key (round_id, number)
);

create table matching_lists (
  round_id uuid not null references matching_rounds (id),
  side text not null check (side in ('applicants', 'places')),
  file_id uuid not null references files (id),
  reading jsonb not null,
  given_by uuid not null references persons (id),
  given_at timestamptz not null,
  primary key (round_id, side)
);

create table matching_runs (
  id uuid primary key,
  origin text not null,
  round_id uuid not null,
  number integer not null check (number >= 1),
  -- By which the public finds a published run.
  code text not null unique check (code ~ '^[A-Z0-9]{10}$'),
  inputs_sha256 text not null check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
  inputs_file_id uuid not null references files (id),
  -- Names and attributes beside the inputs; removed when the names are.
  names_file_id uuid references files (id),
  program_version text not null,
  frozen_by uuid not null references persons (id),
  frozen_at timestamptz not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'proved', 'unproved', 'cancelled')),
  stage text not null default 'waiting'
    check (stage in ('waiting', 'reading', 'solving', 'checking', 'storing', 'ended')),
  share integer not null default 0 check (share between 0 and 100),
  ended_at timestamptz,
  certificate_file_id uuid references files (id),
  summary jsonb,
  published_at timestamptz,
  published_by uuid references persons (id),
  unique (round_id, number),
  foreign key (round_id, number) references matching_seeds (round_id, number),
  check ((state in ('waiting', 'running')) = (ended_at is null)),
  check ((state = 'proved') = (certificate_file_id is not null)),
  check ((state = 'proved') = (summary is not null)),
  check (published_at is null or state = 'proved'),
  check ((published_at is null) = (published_by is null))
);
create unique index matching_runs_one_at_a_time on matching_runs (round_id) where state in ('waiting', 'running');

create table matching_placements (
  run_id uuid not null references matching_runs (id),
  number integer not null,
  code text not null,
  name text,
  country text not null default '',
  place_number integer,
  choice integer check (choice >= 1),
  choices integer not null check (choices >= 0),
  primary key (run_id, number),
  unique (run_id, code),
  check ((place_number is null) = (choice is null)),
  check (choice is null or choice <= choices)
);
create index matching_placements_place on matching_placements (run_id, place_number);

create table matching_places (
  run_id uuid not null references matching_runs (id),
  number integer not null,
  name text not null,
  country text not null default '',
  sector text not null default '',
  seats integer not null check (seats >= 1),
  filled integer not null check (filled between 0 and seats),
  asked integer not null check (asked >= 0),
  first_choices integer not null check (first_choices >= 0),
  -- The group of the ranking in which the last one admitted stood; null while seats are free or nobody is ranked.
  cutoff integer check (cutoff >= 1),
  -- Somebody of the same group was left to the lottery.
  by_lot boolean not null,
  primary key (run_id, number)
);

create function matching_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what was committed to is not changed';
end $$;
create trigger matching_seeds_stay before update or delete on matching_seeds
  for each row execute function matching_append_only();

-- A run's inputs are frozen, an ended run stays as it ended: it can be published, and its names can be removed.
create function matching_runs_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a run is not removed';
  end if;
  if (new.round_id, new.number, new.code, new.inputs_sha256, new.inputs_file_id, new.frozen_at, new.program_version)
    is distinct from
    (old.round_id, old.number, old.code, old.inputs_sha256, old.inputs_file_id, old.frozen_at, old.program_version)
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
create trigger matching_runs_stay before update or delete on matching_runs
  for each row execute function matching_runs_stay();

create function matching_results_stay() returns trigger language plpgsql as $$
declare
  of_run uuid;
  ended timestamptz;
begin
  if tg_op = 'DELETE' then
    of_run := old.run_id;
  else
    of_run := new.run_id;
  end if;
  select ended_at into ended from matching_runs where id = of_run;
  if ended is null then
    if tg_op = 'DELETE' then
      return old;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matching_placements' then
    if new.name is null
      and (new.run_id, new.number, new.code, new.place_number, new.choice, new.choices)
        is not distinct from (old.run_id, old.number, old.code, old.place_number, old.choice, old.choices)
    then
      return new;
    end if;
  end if;
  raise exception 'the result of an ended run is not changed';
end $$;
create trigger matching_placements_stay before insert or update or delete on matching_placements
  for each row execute function matching_results_stay();
create trigger matching_places_stay before insert or update or delete on matching_places
  for each row execute function matching_results_stay();
