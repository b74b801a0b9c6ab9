-- How student and both mentors judge a placement, in the middle and at the end.

create table internship_evaluations (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  round text not null check (round in ('midterm', 'final')),
  party text not null check (party in ('student', 'tutor', 'mentor')),
  -- Who is asked by a link, where it is not the student.
  name text check (length(name) between 1 and 120),
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  language text not null,
  asked_at timestamptz not null,
  due_on date not null,
  reminders integer not null default 0 check (reminders >= 0),
  -- Five marks from 1 to 5 by their names, and the judgement on the whole.
  marks jsonb,
  overall integer check (overall between 1 and 5),
  strengths text not null default '' check (length(strengths) <= 4000),
  wishes text not null default '' check (length(wishes) <= 4000),
  words_language text,
  given_at timestamptz,
  unique (placement_id, round, party),
  check ((party = 'student') = (email is null)),
  check ((email is null) = (name is null)),
  check ((given_at is null) = (overall is null)),
  check ((given_at is null) = (marks is null))
);
create index internship_evaluations_open on internship_evaluations (asked_at) where given_at is null;

-- What is given is not changed; only an erasure takes the words away.
create function internships_evaluation_stays() returns trigger language plpgsql as $$
begin
  if old.given_at is not null and (new.marks, new.overall, new.given_at) is distinct from (old.marks, old.overall, old.given_at) then
    raise exception 'an evaluation that was given is not changed';
  end if;
  return new;
end $$;
create trigger internship_evaluations_stay before update on internship_evaluations
  for each row execute function internships_evaluation_stays();

-- Where both mentors judge far apart, and what the coordinator settled with them.
create table internship_disagreements (
  placement_id uuid not null references internship_placements (id),
  round text not null check (round in ('midterm', 'final')),
  found_at timestamptz not null,
  settlement text check (length(settlement) between 1 and 2000),
  settled_at timestamptz,
  primary key (placement_id, round),
  check ((settlement is null) = (settled_at is null))
);
