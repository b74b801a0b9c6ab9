-- The register of breaches of personal data: what, known when, whom it concerns, and which laws ask whom to be told by when.

create table privacy_breaches (
  id uuid primary key,
  origin text not null,
  organisation_id uuid not null references organisations (id),
  title text not null check (length(title) between 1 and 200),
  words text not null check (length(words) between 1 and 5000),
  -- When the organisation became aware of it: every clock begins here.
  known_at timestamptz not null,
  -- Where the people are whose data it is; the laws of these countries count.
  countries text[] not null check (array_length(countries, 1) between 1 and 50),
  field_groups text[] not null check (array_length(field_groups, 1) >= 1),
  person_count integer check (person_count between 0 and 100000000),
  risk text not null check (risk in ('none', 'risk', 'high')),
  measures text not null check (length(measures) <= 5000),
  entered_by uuid references persons (id),
  entered_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references persons (id),
  outcome text not null default '' check (length(outcome) <= 5000),
  check (known_at <= entered_at),
  check ((closed_at is null) = (outcome = ''))
);
create index privacy_breaches_organisation on privacy_breaches (organisation_id, known_at desc);

-- One line for each that a law asks to be told.
create table privacy_breach_duties (
  breach_id uuid not null references privacy_breaches (id),
  law text not null,
  addressee text not null check (addressee in ('authority', 'persons')),
  article text not null,
  -- Null where the law says no number of hours but at once.
  hours integer check (hours between 1 and 2000),
  due_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references persons (id),
  reference text not null default '' check (length(reference) <= 500),
  primary key (breach_id, law, addressee),
  check ((done_at is null) = (reference = ''))
);
create index privacy_breach_duties_open on privacy_breach_duties (due_at) where done_at is null;

create function refuse_change_of_breach() returns trigger language plpgsql as $$
begin
  raise exception 'the register of breaches is not altered: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger privacy_breaches_stay before delete or update of id, organisation_id, title, words, known_at, countries,
  field_groups, person_count, risk, measures, entered_at on privacy_breaches
  for each row execute function refuse_change_of_breach();
create trigger privacy_breach_duties_stay before delete or update of breach_id, law, addressee, article, hours, due_at
  on privacy_breach_duties for each row execute function refuse_change_of_breach();
create trigger privacy_breach_duties_done_once before update on privacy_breach_duties
  for each row when (old.done_at is not null) execute function refuse_change_of_breach();
