-- How it goes, asked of the three every few weeks; and what a mentor who leaves tells whoever comes after.

-- Every so many weeks; null asks nobody.
alter table mentored_engagements add column check_in_weeks integer check (check_in_weeks between 1 and 26);

create table mentee_check_ins (
  id uuid primary key,
  origin text not null,
  mentee_id uuid not null references mentees (id),
  asked_at timestamptz not null,
  answer_by date not null,
  closed_at timestamptz
);
create index mentee_check_ins_mentee on mentee_check_ins (mentee_id, asked_at);
create unique index mentee_check_ins_open on mentee_check_ins (mentee_id) where closed_at is null;

create table mentee_check_in_answers (
  check_in_id uuid not null references mentee_check_ins (id),
  person_id uuid not null references persons (id),
  how text not null check (how in ('well', 'mixed', 'help')),
  -- A mentor has more students than is good.
  too_much boolean not null default false,
  note text not null default '' check (length(note) <= 2000),
  answered_at timestamptz not null,
  primary key (check_in_id, person_id)
);
create index mentee_check_in_answers_person on mentee_check_in_answers (person_id);

alter table mentorships add column handover text not null default '' check (length(handover) <= 4000);
