-- A round of places can have a third list, of couples who want their places together, and be matched for them. Such a run
-- is `proved` where its account of itself is true; it certifies no more than that.

alter table matching_runs drop constraint matching_runs_method_check;
alter table matching_runs add constraint matching_runs_method_check check (method in
  ('lottery', 'ties-kept', 'reserves', 'shared-quotas', 'rank-maximal', 'fair', 'couples-uncertified', 'mentors',
    'coupled-mentors'));
