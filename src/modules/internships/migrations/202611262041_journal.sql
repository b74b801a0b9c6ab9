-- The journal of a placement: what a student did in a week, which goals it touched, and what the host says to its hours.

create table internship_weeks (
  id uuid primary key,
  placement_id uuid not null references internship_placements (id),
  -- Its Monday on the host's calendar.
  week date not null check (extract(isodow from week) = 1),
  state text not null check (state in ('open', 'sent', 'returned', 'confirmed')),
  words text not null default '' check (length(words) <= 4000),
  words_language text,
  -- The goals of the agreement that it touched, as they read then.
  goals text[] not null default '{}',
  due_on date not null,
  reminders integer not null default 0 check (reminders >= 0),
  made_at timestamptz not null,
  sent_at timestamptz,
  -- Who is asked to confirm the hours, by a link.
  tutor_name text,
  tutor_email text,
  tutor_language text,
  nudges integer not null default 0 check (nudges >= 0),
  -- What was confirmed, and by whom: the tutor by the link, or an office with the host's word on paper.
  minutes integer check (minutes >= 0),
  answered_by text check (answered_by in ('tutor', 'office')),
  answered_at timestamptz,
  remark text not null default '' check (length(remark) <= 2000),
  remark_language text,
  unique (placement_id, week),
  check ((state = 'confirmed') = (minutes is not null)),
  check (state = 'open' or sent_at is not null)
);
create index internship_weeks_late on internship_weeks (due_on) where state in ('open', 'returned');
create index internship_weeks_waiting on internship_weeks (sent_at) where state = 'sent';

-- What the host has confirmed is not changed; only an erasure takes the words away.
create function internships_week_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'confirmed' and (new.state, new.minutes, new.answered_by, new.answered_at)
    is distinct from (old.state, old.minutes, old.answered_by, old.answered_at) then
    raise exception 'hours that the host confirmed are not changed';
  end if;
  return new;
end $$;
create trigger internship_weeks_stay before update on internship_weeks
  for each row execute function internships_week_stays();
