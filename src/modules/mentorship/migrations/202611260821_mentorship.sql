-- Mentors, the engagements in which students are mentored, and who mentors whom. What an engagement is (an internship, a
-- scholarship, a programme) is no matter of this module: it knows a kind and an id that whoever opened it gave.

create table mentor_profiles (
  id uuid primary key,
  origin text not null,
  person_id uuid not null unique references persons (id),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('academic', 'industry')),
  about text not null default '' check (length(about) <= 4000),
  -- Fields of ISCED-F 2013, of two, three or four digits.
  fields text[] not null default '{}',
  -- Languages in which they mentor, as BCP 47 tags.
  languages text[] not null check (cardinality(languages) >= 1),
  -- How many students at once, over everything that they are mentors in.
  capacity integer not null check (capacity between 0 and 50),
  -- While it stands nobody proposes them.
  paused_at timestamptz,
  offered_by uuid references persons (id),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index mentor_profiles_organisation on mentor_profiles (organisation_id);

create table mentored_engagements (
  id uuid primary key,
  origin text not null,
  subject_kind text not null check (length(subject_kind) between 1 and 100),
  subject_id uuid not null,
  organisation_id uuid not null references organisations (id),
  titles jsonb not null check (jsonb_typeof(titles) = 'object' and titles <> '{}'::jsonb),
  -- Which kinds of mentor each student is to have.
  needs text[] not null check (cardinality(needs) >= 1 and needs <@ array['academic', 'industry']),
  starts_on date,
  ends_on date,
  -- The page of whatever it is, without the language.
  href text check (href ~ '^/'),
  created_by uuid references persons (id),
  created_at timestamptz not null,
  closed_at timestamptz,
  check (ends_on >= starts_on),
  unique (subject_kind, subject_id)
);
create index mentored_engagements_organisation on mentored_engagements (organisation_id, created_at);

-- A student in an engagement; the organisation is the student's own, whose office proposes mentors.
create table mentees (
  id uuid primary key,
  origin text not null,
  engagement_id uuid not null references mentored_engagements (id),
  person_id uuid not null references persons (id),
  organisation_id uuid not null references organisations (id),
  state text not null default 'open' check (state in ('open', 'left')),
  joined_at timestamptz not null,
  left_at timestamptz,
  check ((state = 'left') = (left_at is not null)),
  unique (engagement_id, person_id),
  unique (id, person_id, organisation_id)
);
create index mentees_person on mentees (person_id);
create index mentees_organisation on mentees (organisation_id, state);

create table mentorships (
  id uuid primary key,
  origin text not null,
  mentee_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  mentor_id uuid not null references persons (id),
  mentor_organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('academic', 'industry')),
  state text not null default 'proposed' check (state in
    ('proposed', 'accepted', 'active', 'declined', 'withdrawn', 'ended', 'replaced')),
  -- How it came about: an office's choice, a round of matching, a list that was brought in, another module.
  way text not null check (way in ('choice', 'round', 'list', 'module')),
  message text not null default '' check (length(message) <= 2000),
  proposed_by uuid references persons (id),
  proposed_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  -- Whether the mentor answered by the link of a mail.
  answered_by_link boolean not null default false,
  answer_note text not null default '' check (length(answer_note) <= 2000),
  began_on date,
  ended_on date,
  end_reason text check (end_reason in ('completed', 'mentor-left', 'student-left', 'other')),
  replaces uuid references mentorships (id),
  check (mentor_id <> person_id),
  check (state <> 'proposed' or answered_at is null),
  check (state in ('proposed', 'withdrawn') or answered_at is not null),
  check ((state in ('ended', 'replaced')) = (ended_on is not null)),
  check ((ended_on is null) = (end_reason is null)),
  check (state <> 'active' or began_on is not null),
  foreign key (mentee_id, person_id, organisation_id) references mentees (id, person_id, organisation_id)
    on update cascade
);
-- One is asked at a time, and one holds the place: a successor is asked while the one who leaves still holds it.
create unique index mentorships_asked on mentorships (mentee_id, kind) where state = 'proposed';
create unique index mentorships_held on mentorships (mentee_id, kind) where state in ('accepted', 'active');
create index mentorships_mentor on mentorships (mentor_id, state);
create index mentorships_person on mentorships (person_id);
create index mentorships_organisation on mentorships (organisation_id);
create index mentorships_replaces on mentorships (replaces) where replaces is not null;
