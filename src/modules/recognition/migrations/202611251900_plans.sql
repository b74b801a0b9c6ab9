-- What a student means to study at a host, before leaving: one plan for each enrolment and host.
create table recognition_plans (
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  enrolment_id uuid not null,
  home_organisation_id uuid not null references organisations (id),
  host_organisation_id uuid not null references organisations (id),
  degree_programme_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (enrolment_id, host_organisation_id),
  check (home_organisation_id <> host_organisation_id),
  constraint recognition_plans_one_person foreign key (enrolment_id, person_id)
    references enrolments (id, person_id) on update cascade,
  constraint recognition_plans_one_school foreign key (enrolment_id, home_organisation_id, degree_programme_id)
    references enrolments (id, organisation_id, degree_programme_id)
);
create index recognition_plans_home on recognition_plans (home_organisation_id, updated_at desc, id);
create index recognition_plans_person on recognition_plans (person_id);

-- The courses as the catalogue had them when they were chosen.
create table recognition_plan_courses (
  id uuid primary key,
  plan_id uuid not null references recognition_plans (id) on delete cascade,
  code text not null,
  titles jsonb not null,
  credit academic_credit,
  added_at timestamptz not null,
  unique (plan_id, code)
);
