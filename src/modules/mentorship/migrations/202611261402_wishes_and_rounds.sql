-- What students and mentors wish before they are joined, whom neither would take, and the rounds that join many at once.

alter table mentored_engagements add column wishes_until date;

-- What a student says to mentors who are asked for their wishes, and in which languages they can be mentored.
alter table mentees add column statement text not null default '' check (length(statement) <= 2000);
alter table mentees add column languages text[] not null default '{}';
alter table mentees add column wished_at timestamptz;

create table mentoring_wishes (
  mentee_id uuid not null references mentees (id),
  mentor_id uuid not null references persons (id),
  said_by text not null check (said_by in ('student', 'mentor')),
  -- Which wish it is, from 1; null is a veto: never these two.
  place integer check (place between 1 and 20),
  said_at timestamptz not null,
  primary key (mentee_id, mentor_id, said_by)
);
create index mentoring_wishes_mentor on mentoring_wishes (mentor_id);

-- A mentor who is asked which students of an engagement they would like, and which not.
create table mentor_wish_requests (
  id uuid primary key,
  origin text not null,
  engagement_id uuid not null references mentored_engagements (id),
  mentor_id uuid not null references persons (id),
  asked_by uuid references persons (id),
  asked_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  unique (engagement_id, mentor_id)
);
create index mentor_wish_requests_mentor on mentor_wish_requests (mentor_id);

-- A round: who would mentor whom, with the certificate that proves it. Nobody is asked before it is sent.
create table mentor_rounds (
  id uuid primary key,
  origin text not null,
  engagement_id uuid not null references mentored_engagements (id),
  certificate jsonb not null,
  made_by uuid references persons (id),
  made_at timestamptz not null,
  sent_at timestamptz
);
create index mentor_rounds_engagement on mentor_rounds (engagement_id, made_at);

alter table mentorships add column round_id uuid references mentor_rounds (id);
create index mentorships_round on mentorships (round_id) where round_id is not null;
-- When the mentor was asked anew to answer.
alter table mentorships add column reminded_at timestamptz;
