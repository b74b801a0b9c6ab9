-- An appeal is settled where a seat came free for its applicant before anybody decided it.
alter table call_appeals drop constraint call_appeals_state_check;
alter table call_appeals add constraint call_appeals_state_check
  check (state in ('open', 'upheld', 'dismissed', 'withdrawn', 'settled'));
