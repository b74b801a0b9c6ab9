-- How often an institution gave each passing grade, and the tables that institutions agree for two scales.

-- A version that decisions may name is never altered; it can only be withdrawn from later ones.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - '{withdrawn_at,withdrawn_by}'::text[] = to_jsonb(old) - '{withdrawn_at,withdrawn_by}'::text[] then
    return new;
  end if;
  raise exception 'a published version is never altered' using errcode = 'restrict_violation';
end
$$;

create table grading_tables (
  -- The same in all versions of a table.
  id uuid not null,
  version integer not null check (version > 0),
  origin text not null,
  -- Who entered it: the institution itself, or a home institution for its own conversions from there.
  organisation_id uuid not null references organisations (id),
  -- Whose grades are counted.
  counted_organisation_id uuid not null references organisations (id),
  grade_scale_id text not null references grade_scales (id),
  -- The reference group; null stands for all cycles and all fields of ISCED-F 2013.
  cycle text check (cycle in ('short-cycle', 'bachelor', 'master', 'doctorate')),
  isced_f text check (isced_f ~ '^[0-9]{2,4}$'),
  -- Academic years, each by the calendar year in which it begins.
  year_from integer not null,
  year_to integer not null,
  -- The first day of decisions for which it counts.
  valid_from date not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references persons (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references persons (id),
  primary key (id, version),
  check (year_to >= year_from)
);
create index grading_tables_counted on grading_tables (counted_organisation_id, grade_scale_id);
create index grading_tables_entered on grading_tables (organisation_id);
create trigger grading_tables_append_only before update or delete on grading_tables
  for each row execute function refuse_change_of_published();
create trigger grading_tables_no_truncate before truncate on grading_tables
  for each statement execute function refuse_change_of_decision();

-- A file of counts on its way to a table: how it is read, and what that gives.
create table grading_table_drafts (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  counted_organisation_id uuid not null references organisations (id),
  grade_scale_id text not null references grade_scales (id),
  -- The table of which this is to be the next version; null where it begins one.
  table_id uuid,
  cycle text check (cycle in ('short-cycle', 'bachelor', 'master', 'doctorate')),
  isced_f text check (isced_f ~ '^[0-9]{2,4}$'),
  source jsonb,
  file_name text not null,
  file_id uuid not null references files (id),
  sample jsonb not null,
  reading jsonb not null,
  result jsonb not null,
  revision integer not null default 1,
  created_by uuid references persons (id),
  created_at timestamptz not null
);
create index grading_table_drafts_organisation on grading_table_drafts (organisation_id);
create index grading_table_drafts_file on grading_table_drafts (file_id);

-- 'A grade there is a grade here', as two institutions or states have agreed.
create table agreed_grade_tables (
  id uuid not null,
  version integer not null check (version > 0),
  origin text not null,
  organisation_id uuid not null references organisations (id),
  host_scale_id text not null references grade_scales (id),
  home_scale_id text not null references grade_scales (id),
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references persons (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references persons (id),
  primary key (id, version),
  check (host_scale_id <> home_scale_id)
);
create index agreed_grade_tables_organisation on agreed_grade_tables (organisation_id);
create trigger agreed_grade_tables_append_only before update or delete on agreed_grade_tables
  for each row execute function refuse_change_of_published();
create trigger agreed_grade_tables_no_truncate before truncate on agreed_grade_tables
  for each statement execute function refuse_change_of_decision();
