-- What a list of past years has added, so that it can be taken back: the years, and each participation as the list left it.
-- Who brought it in stands in the chronicle.
create table past_year_imports (
  id uuid primary key,
  origin text not null,
  programme_id uuid not null references alliance_programmes (id),
  imported_at timestamptz not null,
  years jsonb not null check (jsonb_typeof(years) = 'array'),
  members jsonb not null check (jsonb_typeof(members) = 'array'),
  undone_at timestamptz
);

create index past_year_imports_programme on past_year_imports (programme_id);
