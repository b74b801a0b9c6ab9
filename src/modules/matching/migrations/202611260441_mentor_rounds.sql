-- Rounds that give mentors: students stand where applicants do, mentors where places do, and a third list may say which
-- pairs are allowed and what they cost, or which must not be. A student may have a mentor of each of two kinds.

alter table matching_rounds add column kind text not null default 'places' check (kind in ('places', 'mentors'));

alter table matching_lists drop constraint matching_lists_side_check;
alter table matching_lists add constraint matching_lists_side_check check (side in ('applicants', 'places', 'pairs'));

alter table matching_runs drop constraint matching_runs_method_check;
alter table matching_runs add constraint matching_runs_method_check check (method in
  ('lottery', 'ties-kept', 'reserves', 'shared-quotas', 'rank-maximal', 'fair', 'mentors', 'coupled-mentors'));

-- A mentor need not be one whom the student wished for.
alter table matching_placements drop constraint matching_placements_check;
alter table matching_placements
  add constraint matching_placements_check check (choice is null or place_number is not null),
  add column second_number integer,
  add column second_choice integer check (second_choice >= 1),
  -- Languages that the student and all the mentors share, by their codes.
  add column languages text not null default '',
  -- Why there is no mentor: of the first kind, and of the second.
  add column why text check (why in ('nobody', 'language', 'trio', 'full')),
  add column second_why text check (second_why in ('nobody', 'language', 'trio', 'full')),
  add check (second_choice is null or second_number is not null),
  add check (second_choice is null or second_choice <= choices),
  add check (why is null or place_number is null),
  add check (second_why is null or second_number is null);
create index matching_placements_second on matching_placements (run_id, second_number);

-- A mentor is a person: the certificate has a code, and the name can be removed.
alter table matching_places drop constraint matching_places_seats_check;
alter table matching_places
  add constraint matching_places_seats_check check (seats >= 0),
  add column code text,
  add column kind text not null default '' check (kind in ('', 'academic', 'industry')),
  add column languages text not null default '',
  add unique (run_id, code);

create or replace function matching_results_stay() returns trigger language plpgsql as $$
declare
  of_run uuid;
  ended timestamptz;
begin
  if tg_op = 'DELETE' then
    of_run := old.run_id;
  else
    of_run := new.run_id;
  end if;
  select ended_at into ended from matching_runs where id = of_run;
  if ended is null then
    if tg_op = 'DELETE' then
      return old;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matching_placements' then
    if new.name is null and (to_jsonb(new) - 'name') = (to_jsonb(old) - 'name') then
      return new;
    end if;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matching_places' then
    if new.name = new.code and (to_jsonb(new) - 'name') = (to_jsonb(old) - 'name') then
      return new;
    end if;
  end if;
  raise exception 'the result of an ended run is not changed';
end $$;
