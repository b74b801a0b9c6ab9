-- Whether the students of an engagement read who is asked to mentor them before the answer; unless its office says so, not.
alter table mentored_engagements add column tells_proposals boolean not null default false;
