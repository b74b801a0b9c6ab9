-- Equivalences of courses that count together: n host courses stand for m home courses, or a package as a
-- whole for a block of home credit. And what a case recognises: its sets, and its home courses.

alter table equivalences
  -- A package needs the block's credit, up to so much less; null where the courses stand for each other.
  add column package_accept academic_credit,
  -- Whether any course of the host counts into the package.
  add column package_any boolean not null default false,
  add constraint equivalences_organisations unique (id, home_organisation_id, host_organisation_id),
  add constraint equivalences_package check (not package_any or package_accept is not null);

-- What is studied abroad. All requirements must be met, each by one of its courses; a course without a
-- requirement counts into a package and is not required.
create table equivalence_host_courses (
  equivalence_id uuid not null,
  home_organisation_id uuid not null,
  host_organisation_id uuid not null,
  position integer not null check (position >= 0),
  requirement integer check (requirement >= 0),
  course_code text not null check (course_code <> ''),
  titles jsonb not null default '{}'::jsonb,
  primary key (equivalence_id, position),
  foreign key (equivalence_id, home_organisation_id, host_organisation_id)
    references equivalences (id, home_organisation_id, host_organisation_id)
);
-- By the code as it is compared: without spaces, in capitals, without compatibility forms.
create index equivalence_host_courses_key on equivalence_host_courses (home_organisation_id, host_organisation_id,
  (upper(regexp_replace(normalize(course_code, NFKC), '\s', '', 'g'))));
create index equivalence_host_courses_host on equivalence_host_courses (host_organisation_id, course_code);

-- What it stands for at home, with the credit of the day of the judgement.
create table equivalence_home_courses (
  equivalence_id uuid not null references equivalences (id),
  home_organisation_id uuid not null references organisations (id),
  position integer not null check (position >= 0),
  course_code text not null check (course_code <> ''),
  titles jsonb not null default '{}'::jsonb,
  credit academic_credit not null,
  primary key (equivalence_id, position)
);
create index equivalence_home_courses_home on equivalence_home_courses (home_organisation_id, course_code);

insert into equivalence_host_courses (equivalence_id, home_organisation_id, host_organisation_id, position, requirement, course_code, titles)
  select id, home_organisation_id, host_organisation_id, 0, 0, host_course_code, host_course_titles from equivalences;
insert into equivalence_home_courses (equivalence_id, home_organisation_id, position, course_code, titles, credit)
  select id, home_organisation_id, 0, home_course_code, home_course_titles, home_credit from equivalences;

drop index equivalences_pair;
alter table equivalences
  drop column host_course_code,
  drop column host_course_titles,
  drop column home_course_code,
  drop column home_course_titles,
  drop column home_credit;
create index equivalences_standing on equivalences (home_organisation_id, host_organisation_id) where withdrawn_at is null;

-- Lines that count together in a case; the set stands at its first line. What the engine found of them together.
create table case_sets (
  case_id uuid not null,
  position integer not null,
  evaluation jsonb not null,
  primary key (case_id, position),
  foreign key (case_id, position) references case_lines (case_id, position)
);

alter table case_lines
  -- The set with which the line counts; null where it stands alone.
  add column set_position integer,
  add constraint case_lines_set foreign key (case_id, set_position) references case_sets (case_id, position);

-- The home courses that a case recognises, as its lines and sets stand, each at its line or its set's first line.
create table case_home_courses (
  case_id uuid not null,
  line_position integer not null,
  position integer not null,
  course_code text not null,
  titles jsonb not null default '{}'::jsonb,
  credit academic_credit not null,
  recorded_grade text,
  primary key (case_id, line_position, position),
  foreign key (case_id, line_position) references case_lines (case_id, position)
);

insert into case_home_courses (case_id, line_position, position, course_code, titles, credit, recorded_grade)
  select case_id, position, 0, home_course_code, home_course_titles, coalesce(home_credit, '0'), recorded_grade
  from case_lines where verdict = 'recognised' and home_course_code is not null;

-- Findings name their home courses as a list.
update case_lines set evaluation = (evaluation - 'homeCourse') || jsonb_build_object(
  'setId', null,
  'homeCourses', case when jsonb_typeof(evaluation -> 'homeCourse') = 'object'
    then jsonb_build_array((evaluation -> 'homeCourse') || jsonb_build_object('recorded',
      coalesce(nullif(evaluation -> 'homeCredit', 'null'::jsonb), evaluation -> 'homeCourse' -> 'credit')))
    else '[]'::jsonb end);
